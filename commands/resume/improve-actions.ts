import { link } from "#src/chat/custom-id.ts";

export { EDIT, IMPORT, IMPROVE, PDF, SCORE } from "./actions.ts";

/** A line of a going-through that belongs to the person who presses. */
const LINE = { improvement: "text", position: "number" } as const;

export const IMPROVE_SECTION = link("resume/improve-section", { section: "text" });
export const USE = link("resume/improve-use", LINE);
export const KEEP = link("resume/improve-keep", LINE);
/** Opens the form with the rewrite in it, where `rewrite` is 1, or else with the line as it stands. */
export const EDIT_LINE = link("resume/improve-edit", { ...LINE, rewrite: "number" });
export const UNDO = link("resume/improve-undo", LINE);
export const STOP = link("resume/improve-stop", { improvement: "text" });
export const CARRY_ON = link("resume/improve-on", { improvement: "text" });

/** A form. */
export const WRITE_LINE = link("resume/improve-line", { ...LINE, rewrite: "number" });
