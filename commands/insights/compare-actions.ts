import { link } from "#src/chat/custom-id.ts";

/** `country` is a code of ISO 3166-1; a select leaves it out, and it is chosen. Anybody may look at any of them. */
export const LOCATION = link("insights/location", { industry: "text", country: "text?" });
