import { link } from "#src/chat/custom-id.ts";

/** `industry` is the key of an industry or a specialisation; anybody may look at any of them. */
export const SHOW = link("insights/show", { industry: "text" });

/** A select: the other industry is chosen. */
export const COMPARE = link("insights/compare", { industry: "text" });

/** A button: both are known. The path is short, because two keys have up to 78 characters. */
export const BESIDE = link("insights/beside", { industry: "text", other: "text" });
