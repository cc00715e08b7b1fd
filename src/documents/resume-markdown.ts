export { parseResume } from "./resume-markdown-parse.ts";
export { printResume } from "./resume-markdown-print.ts";
