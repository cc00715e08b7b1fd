/** Long enough for every instant answer, short enough to be a sign of life. */
export const DEFER_AFTER_MS = 1_000;
/** Progress is shown at most this often. */
export const PROGRESS_EVERY_MS = 1_000;
/** How long stop() waits for answers under way. */
export const STOP_AFTER_MS = 8_000;
/** A second try at saving an answer, before it is shown without being saved. */
export const SAVE_AGAIN_AFTER_MS = 250;

/** Messages that a window gets at once; older ones on demand. */
export const MESSAGES_PER_PAGE = 60;
/** The same for each thread below them. */
export const REPLIES_PER_THREAD = 60;
/** No method of a poster takes longer than ten seconds. */
export const POST_WITHIN_MS = 9_000;
/** When a post that could not be made or looked up is tried again. */
export const POST_AGAIN_AFTER_MS = 5_000;
/** Events kept for windows that come back; a window that missed more gets the conversation afresh. */
export const EVENTS_KEPT = 500;
/** Proxies and browsers drop a connection that says nothing for long. */
export const HEARTBEAT_MS = 20_000;
/** Answers remembered for a page that asks again because the first answer got lost on the way. */
export const RESULTS_KEPT = 500;

/** JSON of one interaction: the longest form has six texts of 4,000 characters. */
export const MAX_BODY_BYTES = 1_000_000;
export const MAX_UPLOAD_BYTES = 25_000_000;
export const MAX_LINE = 8_000;
/** What a command line in the channel shows of one option's value. */
export const MAX_SHOWN_VALUE = 80;
