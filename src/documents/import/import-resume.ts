import type { ResumeDocument } from "../resume-document.ts";
import { askReader } from "./child.ts";
import { kindOf } from "./kind.ts";
import { LIMITS, megabytes } from "./limits.ts";
import { ImportRefused } from "./refused.ts";

export type ImportSource = "pdf" | "docx" | "markdown" | "text" | "json-resume" | "linkedin";

/**
 * What a person should look at before they save: no section heading was found; there is no name; neither e-mail nor
 * phone; employment without dates; text that found no place (`leftOut`); text that is there but not to be seen.
 */
export type ImportWarning = "no-sections" | "no-name" | "no-contact" | "no-dates" | "left-out" | "hidden-text";

export interface ImportedResume {
  readonly document: ResumeDocument;
  readonly source: ImportSource;
  readonly warnings: readonly ImportWarning[];
  /** Lines of the file that are in no part of the document, in their order. */
  readonly leftOut: readonly string[];
}

/** A file as it was sent. The name is for messages only; the bytes say what it is. */
export interface SentFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface ImportOptions {
  /** Gives up, and ends the reader, when aborted. */
  readonly signal?: AbortSignal;
}

/**
 * Reads a resume in a process of its own, which has neither network nor environment nor anywhere to write, and is ended
 * at the limits. Rejects with ImportRefused. At most two files are read at once; the next ones wait.
 */
export async function importResume(file: SentFile, options: ImportOptions = {}): Promise<ImportedResume> {
  const { bytes } = file;
  if (bytes.length === 0) throw new ImportRefused("import-empty", {});
  if (bytes.length > LIMITS.fileBytes) {
    throw new ImportRefused("import-too-large", {
      megabytes: megabytes(bytes.length),
      max: megabytes(LIMITS.fileBytes),
    });
  }
  const kind = kindOf(bytes);
  if (kind === "encrypted-office") throw new ImportRefused("import-encrypted", {});
  if (typeof kind === "object") throw new ImportRefused("import-unknown-kind", { kind: kind.unknown });
  return askReader(bytes, options.signal);
}
