import { link } from "#src/chat/custom-id.ts";

/** Opens the form for an ad. */
export const CHECK_AD = link("resume/check-ad", {});

/** The form: an ad to compare with. */
export const AD = link("resume/ad", {});
