export const slack = {
  appName: "Greenroom",
  appDescription:
    "Prepares you for your next job: quizzes, mock interviews, resume, cover letters and industry insights.",
  commandDescription: "Prepare for your next job; on its own it opens your home card",
  shortcut: "Prepare for a job",
  shortcutDescription: "Opens your Greenroom home card, also from a thread",
  wait: "One moment…",
  waitMore: "I am working on it. This window changes by itself.",
  done: "Done. The answer is in the conversation behind this window. You can close it.",
  doneDirect: "Done. The answer is in your direct messages with this app. You can close this window.",
  close: "Close",
  cancel: "Cancel",
  continued: (label: string) => `${label} (continued)`,
  part: (label: string, part: number, parts: number) => `${label} (${part} of ${parts})`,
  empty: "This form has nothing to fill in.",
  chartNewest: (shown: number, all: number) => `The chart shows the newest ${shown} of ${all} values.`,
  fileHere: (name: string, description: string) => `${name}: ${description}`,
  fileInDirect: (name: string, description: string) =>
    `${name}: ${description}. It is in your direct messages with this app.`,
  fileLost: (names: string) => `${names} could not be sent to your direct messages. Please ask for it again.`,
  notPressable: (labels: readonly string[]) => labels.join("  ·  "),
};
