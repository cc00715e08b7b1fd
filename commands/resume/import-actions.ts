import { link } from "#src/chat/custom-id.ts";

/** The form that takes a file or a text. `request` is a command that waits for a resume. */
export const READ = link("resume/read", { request: "text?" });

/** `over` is the resume with which the proposal was compared when it was shown. */
export const SAVE = link("resume/import-save", { proposal: "text", over: "text?", request: "text?" });
export const DROP = link("resume/import-drop", { proposal: "text", request: "text?" });
