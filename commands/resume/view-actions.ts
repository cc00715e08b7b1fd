import { link } from "#src/chat/custom-id.ts";

/** Back to the resume, in the place of what is shown. */
export const VIEW_HERE = link("resume/view-here", {});

/** Earlier versions: the list, a select of one, and bringing it back. */
export const EARLIER = link("resume/earlier", {});
export const CHOOSE_VERSION = link("resume/version", {});
export const RESTORE = link("resume/restore", { version: "text" });
