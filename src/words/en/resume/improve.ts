export const resumeImprove = {
  description: "Go through your lines one by one and make them stronger",
  option: "Which part; without it the lines under your jobs and projects",
  sections: { summary: "Summary", experience: "Experience", projects: "Projects", education: "Education" },
  improveSection: {
    summary: "My summary",
    experience: "My experience",
    projects: "My projects",
    education: "My education",
  },
  title: (number: number, total: number) => `Line ${number} of ${total}`,
  lineSummary: (number: number, total: number, line: string) => `Line ${number} of ${total}: ${line}`,
  fromSummary: "Your summary",
  before: "Before",
  after: "After",
  mended: (rules: readonly string[]) => `Better now: ${rules.join(", ")}.`,
  stillWeak: (rule: string, advice: string) => `${rule}: ${advice}`,
  example: (line: string) => `For example: ${line}`,
  question: "Only you know: ",
  questionNote: "If you can say it, edit the line and put it in.",
  refused: (said: readonly string[]) =>
    `A rewrite was left out because it said ${quoted(said)}, which your line does not.`,
  byModel: (model: string) => `Rewritten by ${model} from this line alone. Use it only if all of it is true.`,
  use: "Use this",
  editFirst: "Edit it first",
  editLine: "Edit this line",
  editSection: "Edit this section",
  keepMine: "Keep mine",
  keep: "Keep it",
  stop: "Stop here",
  fine: (count: number) =>
    count === 0 ? "" : count === 1 ? "1 other line needs nothing." : `${count} other lines need nothing.`,
  left: (count: number) =>
    `${count === 1 ? "1 more line waits" : `${count} more lines wait`}: run the command again when these are done.`,
  modelProblem: (problem: string) => `${problem} The rules go on alone.`,
  looking: (ready: number, total: number) =>
    ready === 0 ? `I am looking at ${lines(total)} …` : `I am looking at ${lines(total)}: ${ready} done …`,
  decidedBefore: "That line was decided before; nothing was changed.",
  gone: "That line has changed meanwhile, so nothing was put in its place.",
  unused: "What you wrote, so that it is not lost:",
  takenBack: "Taken back: your line stands as it was.",
  overTitle: (changed: number) => (changed === 0 ? "Nothing was changed" : `${lines(changed)} changed`),
  stoppedTitle: (changed: number, open: number) =>
    `${changed === 0 ? "Nothing was changed so far" : `${lines(changed)} changed so far`}, ${open === 1 ? "1 waits" : `${open} wait`}`,
  keptLabel: "Kept as they were",
  goneLabel: "Changed elsewhere meanwhile",
  scoreBefore: "Score before",
  scoreNow: "Score now",
  was: (before: string) => `Before: ${before}`,
  carryOn: "Carry on",
  score: "Check my score",
  pdf: "Make the PDF",
  undo: "Take back the last change",
  allFineTitle: "Nothing to mend here",
  allFine: (count: number) =>
    count === 1
      ? "The one line there keeps all the rules that I check."
      : `All ${count} lines keep the rules that I check: a verb first, a number, 8 to 30 words, no filler.`,
  allFineNote: "A rule cannot tell whether a line is true or matters for the job you want. You can.",
  scored: (score: number) => `Your resume scores ${score} of 100.`,
  noLinesTitle: "There are no lines here yet",
  noLines: {
    summary: "Your resume has no summary. Two or three sentences on what you do and what you look for are enough.",
    experience: "Under your jobs there are no lines. Add what you did there, one thing to a line.",
    projects: "Under your projects there are no lines. Add what you did there, one thing to a line.",
    education: "Under your education there are no lines. It needs none; a thesis or a prize would be one.",
    usual: "Under your jobs and projects there are no lines. Add what you did there, one thing to a line.",
  },
  edit: "Edit my resume",
  importFile: "Import a file",
  formTitle: "Edit this line",
  save: "Save it",
  line: { label: "Your line", hint: "Your own words are taken as they are. Use only what you can stand by." },
};

function lines(count: number): string {
  return count === 1 ? "1 line" : `${count} lines`;
}

function quoted(said: readonly string[]): string {
  const each = said.map((text) => `"${text}"`);
  return each.length > 1 ? `${each.slice(0, -1).join(", ")} and ${each.at(-1)}` : (each[0] ?? "");
}
