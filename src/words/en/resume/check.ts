/** What /resume score says around the rules, whose own words are in score.ts. */
export const resumeCheck = {
  description: "Check your resume by published rules, and against a job ad if you paste one",
  job: {
    label: "Job ad",
    hint: "Paste the part on tasks and requirements, up to 6,000 characters",
    tooLong: "Paste only the part on tasks and requirements; that is all I compare.",
  },
  adForm: "Check against a job ad",
  adSubmit: "Check it",
  counts: "Rules",
  counted: { high: "to fix first", medium: "worth fixing", low: "small", good: "good", "not-checked": "not checked" },
  score: "Score",
  ofHundred: (number: number) => `${number} of 100`,
  rulesVersion: "Version of the rules",
  nothingToFix: "By these rules there is nothing to fix. They find what is missing; how good it is, they cannot tell.",
  notChecked: (title: string, reason: string) => `${title}: ${reason}`,
  seeAbove: (lines: readonly number[]) =>
    lines.length === 1 ? `See line ${lines[0]} above.` : `See lines ${and.format(lines.map(String))} above.`,
  improve: "Improve my lines",
  edit: "Edit my resume",
  checkAd: "Check against an ad",
  checkOtherAd: "Check another ad",
  pdf: "Make a PDF",
  whole: "See the whole check",
  letter: "Write a cover letter",
  match: {
    title: "Match with the ad",
    summary: (score: number) => `${score} of 100 of what the ad names is in your resume.`,
    counted: (found: number, all: number) =>
      `${found} of ${all} ${all === 1 ? "term" : "terms"} of the ad ${found === 1 ? "is" : "are"} in your resume. A required one counts twice, a preferred one once.`,
    inSkills: (count: number) => `In your skills (${count})`,
    inText: (count: number) => `Only in your text (${count})`,
    inTextAdvice: "If these are skills of yours, name them under Skills too, where they are looked for first.",
    missing: (count: number) => `Not in your resume (${count})`,
    missingAdvice:
      "Write one of these only if you have it, and where you used it. What you do not have stays out; nothing is added for you.",
    none: "None.",
    preferred: (term: string) => `${term} (preferred)`,
    nothingMissing: "None: everything I found in the ad is in your resume.",
    couldNotCheck: "I could not check this ad.",
    tooFew: (count: number) =>
      count === 0
        ? "I found no skill, tool or qualification in it, and I do not open links."
        : `I found only ${count === 1 ? "one term" : "two terms"} in it, too few for a number.`,
    tooFewNext: "Paste the part on tasks and requirements, as text.",
    foundOnly: (terms: string) => `What I found: ${terms}`,
    how: "I look for the ad's own words, in other common forms too. Whether somebody hires by them, nobody can say.",
    apart: (score: number, version: string) =>
      `Your resume by itself scores ${score} of 100 (rules version ${version}). That is another number: no ad changes it.`,
  },
};

const and = new Intl.ListFormat("en", { type: "conjunction" });
