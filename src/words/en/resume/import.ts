/** What /resume import says. */
export const resumeImport = {
  description: "Read your resume from a file or from text you paste, and save it once you have seen it",
  formTitle: "Import your resume",
  submit: "Read it",
  file: { label: "File", hint: "PDF, Word (.docx), Markdown, plain text, JSON Resume or LinkedIn's zip, up to 5 MB" },
  text: {
    label: "Or paste it",
    hint: "The text of your resume instead of a file, up to 6,000 characters",
    tooLong: "Send it as a file instead: a plain text file will do.",
  },
  reading: "I am reading it. This takes a few seconds; nothing is saved before you have seen it.",
  sources: {
    pdf: "your PDF",
    docx: "your Word file",
    markdown: "your Markdown",
    text: "your text",
    "json-resume": "your JSON Resume file",
    linkedin: "your LinkedIn export",
  },
  found: (source: string) => `What I found in ${source}`,
  foundCounts: (counts: readonly string[]) => `${counts.join(", ")}.`,
  notSaved: "Nothing is saved yet: look through it first.",
  compared: (counts: string) => `Compared with the resume that you have here: ${counts}.`,
  same: "It says the same as the resume that you have here: there is nothing to save.",
  changed:
    "Your resume has changed since you saw this, so nothing was saved. This is the difference to how it stands now.",
  warnings: {
    "no-sections":
      "I found no headings in it, so the parts may be in the wrong place. Put Experience, Education or Skills above each part and send it again, or save it and sort it with Edit.",
    "no-name": "I found no name. You can add it with Edit after saving.",
    "no-contact": "I found neither an e-mail address nor a phone number. Add one with Edit, or nobody can reach you.",
    "no-dates": "I found no dates with your jobs. Add them with Edit: readers look for them first.",
    "left-out": "Some of it fits nowhere. It is listed below so that nothing gets lost.",
    "hidden-text":
      "The file holds text that cannot be seen on its pages. I left it out. If you did not put it there, look at where the file comes from.",
  },
  leftOutTitle: "What fits nowhere",
  leftOutNote: "This will not be saved. Copy what you need and add it with Edit.",
  leftOutSaved: "This was not saved. Copy what you need and add it with Edit.",
  save: "Save it",
  drop: "Don't save",
  saved: "Saved: this is your resume now.",
  savedScore: (score: number) => `By our check it has ${score} of 100 points; the check names what to fix.`,
  savedPrevious: "What was there before is kept under earlier versions.",
  bringBack: "Bring back what was there before",
  goOn: "Go on with what I asked for",
  dropped: "Not saved. Nothing was changed, and what I read from the file is forgotten.",
};
