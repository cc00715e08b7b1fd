import { link } from "#src/chat/custom-id.ts";

/** The PDF once more, in another template or on another paper. */
export const PDF_AS = link("resume/pdf-as", { template: "text", paper: "text" });

/** Asks for the kind of file. */
export const EXPORT = link("resume/export", {});
export const EXPORT_AS = link("resume/export-as", { format: "text" });
