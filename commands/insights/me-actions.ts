import { link } from "#src/chat/custom-id.ts";

/** Below a post: whoever presses it sees themselves beside this industry. */
export const ME = link("insights/me", { industry: "text" });
