import { createHash } from "node:crypto";
import type {
  Certification,
  Education,
  OtherSection,
  Project,
  ResumeDocument,
} from "#src/documents/resume-document.ts";
import { UserError } from "#src/words/errors.ts";
import { type Job, jobsOf, moveJob, putJob, removeJob } from "./jobs.ts";

/** The parts of a resume of which there may be many. */
export const ENTRY_KINDS = ["experience", "education", "projects", "certifications", "other"] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

export interface EntryOf {
  readonly experience: Job;
  readonly education: Education;
  readonly projects: Project;
  readonly certifications: Certification;
  readonly other: OtherSection;
}

export interface Keyed<Entry> {
  /** Twelve letters made of what it says: an entry that was changed in the meantime has another one. */
  readonly key: string;
  readonly entry: Entry;
}

/** In the person's own order; each role of a job is an entry of its own. */
export function entriesOf<Kind extends EntryKind>(
  document: ResumeDocument,
  kind: Kind,
): readonly Keyed<EntryOf[Kind]>[] {
  const entries = kind === "experience" ? jobsOf(document) : listOf(document, kind as ListKind);
  const twins = Map.groupBy(entries.keys(), (at) => JSON.stringify(entries[at]));
  const keys = new Map<number, string>();
  for (const [text, places] of twins) {
    for (const [index, at] of places.entries()) {
      // With the number of all: when one of two is removed, no button for it may mean the other.
      const said = `${index} of ${places.length} ${text}`;
      keys.set(at, createHash("sha256").update(said).digest("hex").slice(0, 12));
    }
  }
  return entries.map((entry, at) => ({ key: keys.get(at) ?? "", entry: entry as EntryOf[Kind] }));
}

/** UserError resume-changed when no entry has this key any more. */
export function findEntry<Kind extends EntryKind>(document: ResumeDocument, kind: Kind, key: string): EntryOf[Kind] {
  const found = entriesOf(document, kind).find((entry) => entry.key === key);
  if (!found) throw new UserError("resume-changed", {});
  return found.entry;
}

/** Puts an entry in the place of the one with this key; a new one, without a key, comes first. UserError resume-changed. */
export function putEntry<Kind extends EntryKind>(
  document: ResumeDocument,
  { kind, key }: { kind: Kind; key: string | undefined },
  entry: EntryOf[Kind],
): ResumeDocument {
  const index = key === undefined ? undefined : indexOf(document, kind, key);
  if (kind === "experience") return putJob(document, index, entry as Job);
  const list = listOf(document, kind as ListKind);
  // A section of one's own comes last, as a person would write it.
  const at = index ?? (kind === "other" ? list.length : 0);
  return withList(document, kind as ListKind, list.toSpliced(at, index === undefined ? 0 : 1, entry as never));
}

/** Whether an entry still has this key. */
export function hasEntry(document: ResumeDocument, kind: EntryKind, key: string): boolean {
  return entriesOf(document, kind).some((entry) => entry.key === key);
}

/** UserError resume-changed. */
export function removeEntry(document: ResumeDocument, kind: EntryKind, key: string): ResumeDocument {
  const index = indexOf(document, kind, key);
  if (kind === "experience") return removeJob(document, index);
  return withList(document, kind, listOf(document, kind).toSpliced(index, 1));
}

/** One place up (-1) or down (1); at the end of the list nothing changes. UserError resume-changed. */
export function moveEntry(
  document: ResumeDocument,
  { kind, key }: { kind: EntryKind; key: string },
  by: -1 | 1,
): ResumeDocument {
  const index = indexOf(document, kind, key);
  if (kind === "experience") return moveJob(document, index, by);
  const list = listOf(document, kind);
  const target = index + by;
  const entry = list[index];
  if (!entry || target < 0 || target >= list.length) return document;
  return withList(document, kind, list.toSpliced(index, 1).toSpliced(target, 0, entry));
}

type ListKind = Exclude<EntryKind, "experience">;
type ListEntry = EntryOf[ListKind];

function listOf(document: ResumeDocument, kind: ListKind): readonly ListEntry[] {
  return document[kind] ?? [];
}

function withList(document: ResumeDocument, kind: ListKind, list: readonly ListEntry[]): ResumeDocument {
  return { ...document, [kind]: list };
}

function indexOf(document: ResumeDocument, kind: EntryKind, key: string): number {
  const index = entriesOf(document, kind).findIndex((entry) => entry.key === key);
  if (index < 0) throw new UserError("resume-changed", {});
  return index;
}
