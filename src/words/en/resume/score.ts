export const resumeScore = {
  title: "Resume check",
  about: (version: string) =>
    `A check of readability and completeness by published rules (version ${version}). It is not any employer's formula, and nobody hires by it.`,
  summary: (score: number) => `Your resume scores ${score} of 100.`,
  points: (points: number, of: number) => `${points} of ${of}`,
  severities: {
    good: "Good",
    low: "Small",
    medium: "Worth fixing",
    high: "Fix first",
    "not-checked": "Not checked",
  },
  notChecked: {
    language: "Not checked: this rule knows English words only. It costs nothing.",
    "no-links": "Not checked: there are no links, and none are needed.",
    "no-headings": "Not checked: there are no headings of your own.",
  },
  rules: {
    "contact-name": { title: "Name", fix: "Write your name at the top." },
    "contact-email": {
      title: "E-mail",
      fix: "Give an e-mail address that works, such as first.last and your provider.",
    },
    "contact-phone": { title: "Phone", fix: "Give a phone number with its area or country code." },
    "contact-place": { title: "Place", fix: "Name the town or region where you live; no street is needed." },
    "links-sound": { title: "Links", fix: "Mend or remove the links that lead nowhere or stand there twice." },
    "summary-length": {
      title: "Summary",
      fix: "Say in two or three sentences (12 to 80 words) what you do, for how long, and what you look for.",
    },
    "skills-count": {
      title: "Skills",
      fix: "Name the 5 to 30 skills that matter for the job you want, in the words that ads use.",
    },
    "experience-told": {
      title: "Experience",
      fix: "Add your jobs with title, employer and a few lines on each. For a first resume, projects and volunteering count too.",
    },
    "education-named": {
      title: "Education",
      fix: "Add a school with its degree or subject, or a certificate or licence that you hold.",
    },
    "length-overall": { title: "Length", fix: "Aim for 80 to 1,000 words, which is one or two pages." },
    "section-names": {
      title: "Section names",
      fix: "Correct the spelling, so that people and machines find the section.",
    },
    "bullets-enough": {
      title: "Lines per job",
      fix: "Write at least three lines on your newest job and two on each of the two before it.",
    },
    "bullets-metric": {
      title: "Numbers",
      fix: "Put a number into every second line: how many, how much, how often, how fast. Use only numbers you can stand by.",
    },
    "bullets-verb": {
      title: "Opening verbs",
      fix: "Open each line with a verb that says what you did: led, repaired, taught, sold.",
    },
    "bullets-length": {
      title: "Length of lines",
      fix: "Keep lines between 8 and 30 words: long enough to say what came of it.",
    },
    "bullets-first-person": { title: "No I or my", fix: 'Leave out "I" and "my"; everybody knows whose resume it is.' },
    "bullets-filler": { title: "No filler", fix: "Replace words that say nothing by what you did." },
    "bullets-repeat": {
      title: "No repetition",
      fix: "Say each thing once, and do not open every line with the same word.",
    },
    "dates-present": {
      title: "Dates",
      fix: "Give every job its dates, month and year; write Present for where you are now.",
    },
    "dates-order": { title: "Order", fix: "Put the newest job first, and check that nothing ends before it starts." },
    "dates-gaps": {
      title: "Gaps",
      fix: "Between two jobs more than a year is untold. One honest line helps: care, study, travel, health, looking for work.",
    },
    "dates-format": { title: "Date format", fix: "Write all dates of your jobs in one way, best as month and year." },
  },
  advice: {
    "opening-verb": {
      rule: "Open with a verb",
      advice: (word: string) =>
        word
          ? `"${word}" does not say what you did. Open with the verb for it.`
          : "Open with a verb that says what you did.",
      example: "Trained 12 cashiers and wrote the guide that new colleagues still use.",
    },
    metric: {
      rule: "Say how much",
      advice: () => "There is no number. How many, how much, how often, how fast? Use only a number you can stand by.",
      example: "Cared for up to 5 patients a shift and reduced falls from 11 to 4 a year.",
    },
    "too-short": {
      rule: "8 to 30 words",
      advice: (count: string) =>
        `${count === "1" ? "One word is" : `${count} words are`} too few to tell what you did and what came of it.`,
      example: "Welded stainless steel frames for trains and cut rework from 6 to 2 %.",
    },
    "too-long": {
      rule: "8 to 30 words",
      advice: (count: string) => `${count} words are too many for one line. Split it, or keep what mattered most.`,
      example: "Moved 60 servers to the cloud in nine months without an outage.",
    },
    filler: {
      rule: "No filler",
      advice: (found: string) => `"${found}" can go: say what exactly.`,
      example: 'Not "worked on various projects" but "planned three school trips for 90 pupils".',
    },
    tense: {
      rule: "Right tense",
      advice: (word: string) => `"${word}": write what is over in the past, and what you still do in the present.`,
      example: "Past job: Managed 40 accounts. Present job: Manage 40 accounts.",
    },
    "first-person": {
      rule: "No I or my",
      advice: (word: string) => `Leave out "${word}": everybody knows whose resume it is.`,
      example: 'Not "I ran my own section" but "Ran a section of eight tables".',
    },
    language: {
      rule: "Language",
      advice: () => "Only length and numbers were checked: the other rules know English words.",
      example: "",
    },
  },
};
