import { link } from "#src/chat/custom-id.ts";

export const HOME = link("career/home", {});
