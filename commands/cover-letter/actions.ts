import { link } from "#src/chat/custom-id.ts";

/** Opens the form for a new letter. */
export const NEW = link("cover-letter/new", {});
export const NEW_FORM = link("cover-letter/begin", {});
export const LIST = link("cover-letter/list", {});
/** The same list in the place of the message that the button is on. */
export const LIST_PAGE = link("cover-letter/page", { page: "number" });
/** A select: which letter of the list. */
export const OPEN = link("cover-letter/open", {});
export const SHOW = link("cover-letter/show", { letter: "text" });
/** A select: which letter a command meant; `request` is that command, kept as a row. */
export const WHICH = link("cover-letter/which", { request: "text" });
export const EDIT = link("cover-letter/edit", { letter: "text" });
/** The form with the letter's parts. */
export const TEXT = link("cover-letter/text", { letter: "text" });
export const ASK = link("cover-letter/ask", { letter: "text" });
/** The form that asks what to change. */
export const WISH = link("cover-letter/wish", { letter: "text" });
/** `stamp` says for which text it was drawn, so that a second press changes nothing. */
export const QUICK = link("cover-letter/quick", { letter: "text", stamp: "text", ask: "text" });
export const UNDO = link("cover-letter/undo", { letter: "text", stamp: "text" });
export const FINISH = link("cover-letter/finish", { letter: "text" });
export const PDF = link("cover-letter/pdf", { letter: "text" });
/** Asks first. */
export const DELETE = link("cover-letter/delete", { letter: "text" });
export const DELETE_NOW = link("cover-letter/delete-now", { letter: "text" });
export const RESTORE = link("cover-letter/restore", { letter: "text" });
