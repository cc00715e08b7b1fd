import { link } from "#src/chat/custom-id.ts";

/** What other commands link to. `request` is a command that waits for a resume. */
export const EDIT = link("resume/edit", { request: "text?" });
export const VIEW = link("resume/view", {});
/** Opens the form that takes a file. */
export const IMPORT = link("resume/import", { request: "text?" });
export const SCORE = link("resume/score", {});
export const IMPROVE = link("resume/improve", {});
export const PDF = link("resume/pdf", {});
