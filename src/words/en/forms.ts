export const forms = {
  run: "Go",
  yes: "Yes",
  no: "No",
  openAgain: "Open the form again",
  incomplete: "The form is not complete yet.",
  kept: "What you typed is kept and comes back when you open the form again.",
  typed: "What you had typed, so that nothing is lost:",
  ready: (title: string) => `${title} is ready: press the button to open the form.`,
  open: "Open the form",
  next: "Next",
  goOn: "Go on",
  part: (title: string, part: number, parts: number) => `${title} (${part} of ${parts})`,
  continued: (label: string) => `${label} (continued)`,
  partKept: "That part is kept. Nothing is saved before the last part is sent.",
  tooLongHere:
    "Nothing was changed. A form here cannot show all of it: get it as a file with the command resume export, shorten it there, and send it with resume import.",
};

export const help = {
  title: "What I can do",
  caption: "All commands",
  command: "Command",
  does: "What it does",
  example:
    'Options are written name:value, for example: quiz start category:behavioral questions:5. A value with spaces stands in double quotes: topic:"food safety".',
};
