export { parseJsonResume, schemaProblems } from "./json-resume-read.ts";
export { toJsonResume } from "./json-resume-write.ts";
