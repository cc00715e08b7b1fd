export const resumeCommand = {
  description: "Your resume: write, import, improve, check and print it",
  none: "You have no resume here yet.",
  noneNext: "Send the one you have, or write it here section by section; then we go on with what you asked for.",
  importFile: "Import a file",
  writeHere: "Write it here",
  kinds: "I read PDF, Word (.docx), Markdown, plain text, JSON Resume and the zip that LinkedIn gives you, up to 5 MB.",
};
