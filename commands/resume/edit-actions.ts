import { link } from "#src/chat/custom-id.ts";

// `request` is a command that waits for a resume: it is offered until it has gone on.

/** A select: which section. */
export const CHOOSE_SECTION = link("resume/section", { request: "text?" });
export const LIST = link("resume/list", { kind: "text", request: "text?" });
/** A select: which entry of a section. */
export const CHOOSE_ENTRY = link("resume/choose", { kind: "text", request: "text?" });
export const MOVE = link("resume/move", { kind: "text", key: "text", down: "number", request: "text?" });
export const REMOVE = link("resume/remove", { kind: "text", key: "text", request: "text?" });
/** Opens the form of an entry; without a key, of a new one. */
export const OPEN_ENTRY = link("resume/open", { kind: "text", key: "text?", request: "text?" });
export const OVERVIEW = link("resume/overview", { request: "text?" });
/** The order of the sections. */
export const ORDER = link("resume/order", { request: "text?" });
/** A select: which section to move. */
export const CHOOSE_MOVED = link("resume/moved", { request: "text?" });
export const MOVE_SECTION = link("resume/move-to", { section: "text", down: "number", request: "text?" });
export const GO_ON = link("resume/go-on", { request: "text" });

/** Forms. Without a key they make a new entry. */
export const CONTACT = link("resume/contact", { request: "text?" });
export const SUMMARY = link("resume/summary", { request: "text?" });
export const SKILLS = link("resume/skills", { request: "text?" });
export const JOB = link("resume/job", { key: "text?", request: "text?" });
export const SCHOOL = link("resume/school", { key: "text?", request: "text?" });
export const PROJECT = link("resume/project", { key: "text?", request: "text?" });
export const CERTIFICATE = link("resume/certificate", { key: "text?", request: "text?" });
export const OTHER = link("resume/other", { key: "text?", request: "text?" });
