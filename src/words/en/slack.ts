export const slack = {
  appName: "Greenroom",
  appDescription:
    "Prepares you for your next job: quizzes that explain every answer, a resume that machines can read, and cover letters that stay true.",
  commandDescription: "Prepare for your next job; on its own it opens your home card",
  shortcut: "Prepare for a job",
  shortcutDescription: "Opens your Greenroom home card, also from a thread",
  wait: "One moment…",
  waitMore: "I am working on it. This window changes by itself.",
  done: "Done. The answer is in the conversation behind this window. You can close it.",
  doneDirect: "Done. The answer is in your direct messages with this app. You can close this window.",
  close: "Close",
  cancel: "Cancel",
  part: (label: string, part: number, parts: number) => `${label} (${part} of ${parts})`,
  empty: "This form has nothing to fill in.",
  noFiles: (label: string) =>
    `${label}: files cannot be attached here, because this app lacks the permission "files:read". The people who run it can give it that. Until then, use the other fields.`,
  chartNewest: (shown: number, all: number) => `The chart shows the newest ${shown} of ${all} values.`,
  file: (name: string, description: string) => (description.includes(name) ? description : `${name}: ${description}`),
  inDirect: (files: number) =>
    files === 1
      ? "The file is in your direct messages with this app."
      : "The files are in your direct messages with this app.",
  restHere: (name: string) => `The rest is too long for a message. All of it is in ${name}.`,
  restInDirect: (name: string) =>
    `The rest is too long to be shown here. All of it is in ${name}, in your direct messages with this app.`,
  fileLost: (names: string) => `${names} could not be sent to your direct messages. Please ask for it again.`,
  notPressable: (labels: readonly string[]) => `Not possible now: ${labels.join("  ·  ")}`,
};
