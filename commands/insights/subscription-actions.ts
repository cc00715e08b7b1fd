import { link } from "#src/chat/custom-id.ts";

/** For organisers only. `id` is a subscription's; whose it is, its row says. */
export const SUBSCRIBE = link("insights/subscribe", {});
export const ASK_DAILY = link("insights/ask-daily", {});
export const LIST = link("insights/subscriptions", {});
/** A select of the list: one is chosen. */
export const OPEN = link("insights/open-subscription", {});
export const PREVIEW = link("insights/preview", { id: "text" });
export const PAUSE = link("insights/pause", { id: "text" });
export const RESUME = link("insights/resume", { id: "text" });
export const CHANGE = link("insights/change", { id: "text" });
export const UNSUBSCRIBE = link("insights/unsubscribe", { id: "text" });
/** `request` is a kept command: the same as the one that was ended, or one that waits for the choice of a subscription. */
export const AGAIN = link("insights/subscribe-again", { request: "text" });
export const WHICH = link("insights/which", { request: "text" });
/** `there`: 1 when the organiser has seen it, else 0. */
export const SETTLE = link("insights/settle", { id: "text", edition: "text", there: "number" });
/** Forms filled with a subscription's own times. */
export const CHANGE_WEEKLY = link("insights/change-weekly", { id: "text" });
export const CHANGE_DAILY = link("insights/change-daily", { id: "text" });
