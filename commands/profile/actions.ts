import { link } from "#src/chat/custom-id.ts";

export const SHOW = link("profile/show", {});
export const EDIT = link("profile/edit", {});
export const WRITE_BIO = link("profile/write-bio", {});
export const CHANGE_SPECIALISATION = link("profile/change", {});

/** A select: which specialisation of this industry. `request` waits for it. */
export const SPECIALISE = link("profile/specialise", { request: "text?" });

/** Whether an AI model may write questions. `request` waits for the answer. */
export const CONSENT = link("profile/consent", { given: "number", request: "text?" });

/** Forms. `request` is a command that waits for the profile. */
export const BASICS = link("profile/basics", { request: "text?" });
export const BIO = link("profile/bio", {});
