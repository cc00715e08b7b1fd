const TEMPLATES = { classic: "Classic", modern: "Modern", compact: "Compact" } as const;

export const resumePaper = {
  description: "Your resume as a PDF that people and programs can read",
  options: { template: "How it looks; the last one is kept", paper: "The size of the paper; the last one is kept" },
  templates: TEMPLATES,
  papers: { A4: "A4", Letter: "Letter" },
  title: "Your resume as PDF",
  drawing: "Drawing your resume and reading it back…",
  summary: (name: string, pages: number) => `${name} is ready: ${pagesOf(pages)}.`,
  style: (template: keyof typeof TEMPLATES, paper: string) => `${TEMPLATES[template]} template on ${paper} paper.`,
  /** `parts` is what stands in the resume, from its top down. */
  alt: (pages: number, template: keyof typeof TEMPLATES, parts: string) =>
    `${pages === 1 ? "The only page" : `Page 1 of ${pages}`} of your resume in the ${template} template. ${pages === 1 ? "On it" : "From here on"}: ${parts}.`,
  parts: {
    summary: "summary",
    skills: (count: number) => `${count} ${count === 1 ? "skill" : "skills"}`,
    experience: (employers: string) => (employers ? `experience at ${employers}` : "experience"),
    education: (schools: string) => (schools ? `education at ${schools}` : "education"),
    projects: (count: number) => `${count} ${count === 1 ? "project" : "projects"}`,
    certifications: (count: number) => `${count} ${count === 1 ? "certification" : "certifications"}`,
    nothing: "nothing yet",
  },
  file: (name: string, pages: number, kilobytes: number) =>
    `${name}: ${pagesOf(pages)}, ${kilobytes} kB. Its text can be selected, searched and read aloud.`,
  replaced: (characters: string, count: number) =>
    count === 1
      ? `One character is in no font that I have, so � is printed for it: ${characters}`
      : `${count} characters are in no font that I have, so � is printed for each: ${characters}`,
  replacedNext: "Write something else in their place, and � is gone.",
  manyPages: (pages: number) =>
    `It has ${pages} pages; most readers want one or two. Older jobs can be shorter, and the compact template holds more.`,
  readBack: "I read the file back before sending it: every fact of your resume is in it, in order.",
  inTemplate: (template: keyof typeof TEMPLATES) => `${TEMPLATES[template]} template`,
  onPaper: (paper: string) => `On ${paper} paper`,
  otherFormats: "Other formats",
  check: "Check my resume",
  pdf: "Make a PDF",
  exported: {
    description: "Your resume as a Word, Markdown or JSON file",
    option: "What kind of file",
    question: "As which kind of file?",
    title: "Your resume as a file",
    formats: { docx: "Word (.docx)", markdown: "Markdown (.md)", json: "JSON Resume (.json)" },
    goodFor: {
      docx: "for employers and agencies that ask for Word, and to change it in Word.",
      markdown: "plain text that any editor opens: to keep, to change and to paste into web forms.",
      json: "the open format that other resume tools and web sites read.",
    },
    file: (name: string, kilobytes: number) => `${name}, ${kilobytes} kB: `,
    back: "Import it here again at any time, and nothing is lost.",
  },
};

function pagesOf(pages: number): string {
  return pages === 1 ? "1 page" : `${pages} pages`;
}
