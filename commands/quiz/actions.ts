import { link } from "#src/chat/custom-id.ts";

/** `topic` is the file name of a topic: short, and made by us. */
export const START = link("quiz/start", { topic: "text?" });
/** Starts what was asked in place of the quiz that is open: both stand in their rows. */
export const START_NEW = link("quiz/new", { request: "text", session: "text" });
export const ANSWER = link("quiz/answer", { session: "text", position: "number", choice: "number" });
export const NEXT = link("quiz/next", { session: "text", position: "number" });
export const STOP = link("quiz/stop", { session: "text" });
export const CARRY_ON = link("quiz/carry-on", { session: "text" });
export const RESULT = link("quiz/result", { session: "text" });
export const SHARE = link("quiz/share", { session: "text" });
export const HISTORY = link("quiz/history", { page: "number" });
/** The same list in the place of the message that the button is on. */
export const HISTORY_PAGE = link("quiz/page", { page: "number" });
/** A select: which past quiz. */
export const CHOOSE_PAST = link("quiz/past", {});
export const LOOK_BACK = link("quiz/look-back", { assessment: "text", position: "number" });
export const LOOK_BACK_NEW = link("quiz/look", { assessment: "text" });
