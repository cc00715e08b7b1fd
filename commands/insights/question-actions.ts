import { link } from "#src/chat/custom-id.ts";

/** Anybody may answer. */
export const ANSWER = link("insights/answer", { subscription: "text", edition: "text", choice: "number" });
