import { z } from "zod";
import type { Database } from "#src/db/client.ts";
import {
  type ImportedResume,
  type ImportSource,
  type ImportWarning,
  importResume,
  type SentFile,
} from "#src/documents/import/import-resume.ts";
import { ImportRefused } from "#src/documents/import/refused.ts";
import type { ResumeDocument } from "#src/documents/resume-document.ts";
import { parseResume, printResume } from "#src/documents/resume-markdown.ts";
import { UserError } from "#src/words/errors.ts";
import { differenceOf, type ResumeDifference } from "../diff/difference.ts";
import { hashOf, MAX_CONTENT, type Resumes, type SavedResume, writeResume } from "../resumes.ts";

/** Files that were read, until their owner saves or drops what was found in them. */
export interface Imports {
  /**
   * Reads a file and compares it with the resume as it stands; nothing of that changes. UserErrors: those that begin with
   * import-, resume-too-long.
   */
  propose(userId: string, file: SentFile): Promise<Proposal>;
  /**
   * Puts it in the place of the resume, once, and only over the resume with which it was compared: `over` is what the
   * person saw. Has that changed meanwhile, the answer is the proposal with a fresh difference, to be asked about again.
   * UserErrors: proposal-gone, not-yours.
   */
  save(userId: string, asked: { readonly proposal: string; readonly over: string }): Promise<ImportView>;
  /** Forgets what was read, unless it is saved already. UserErrors: proposal-gone, not-yours. */
  drop(userId: string, proposal: string): Promise<ImportView>;
}

export type ImportView = Proposal | SavedImport | { readonly state: "dropped" };

export interface Proposal {
  readonly state: "open";
  readonly id: string;
  readonly source: ImportSource;
  readonly document: ResumeDocument;
  readonly warnings: readonly ImportWarning[];
  /** Lines of the file that are in no part of the document, in their order. */
  readonly leftOut: readonly string[];
  /** To the present resume; undefined where there is none. */
  readonly difference: ResumeDifference | undefined;
  /** Stands for the present resume, "" where there is none: twelve letters, for a button. */
  readonly over: string;
  /** The resume has changed since the person saw a difference. */
  readonly changed: boolean;
}

export interface SavedImport {
  readonly state: "saved";
  readonly resume: SavedResume | undefined;
  readonly leftOut: readonly string[];
  /** The version that was there before, as long as this import is what stands there now. */
  readonly previous: string | undefined;
}

export function createImports(db: Database, resumes: Resumes): Imports {
  async function rowOf(userId: string, id: string) {
    const row = await db.resumeProposal.findUnique({ where: { id } });
    if (!row) throw new UserError("proposal-gone", {});
    if (row.userId !== userId) throw new UserError("not-yours", {});
    return { ...row, ...kept.parse(row) };
  }

  async function view(userId: string, id: string): Promise<ImportView> {
    const row = await rowOf(userId, id);
    if (row.state === "dropped") return { state: "dropped" };
    const present = await resumes.find(userId);
    if (row.state === "saved") {
      const [latest] = present?.hash === row.basedOn ? await resumes.versions(userId) : [];
      const previous = latest?.replacedBy === "import" && latest.content.trim() !== "" ? latest.id : undefined;
      return { state: "saved", resume: present, leftOut: row.leftOut, previous };
    }
    const basedOn = present?.hash ?? "";
    const changed = basedOn !== row.basedOn;
    if (changed) await db.resumeProposal.updateMany({ where: { id, state: "open" }, data: { basedOn } });
    return proposalOf(row, present, changed);
  }

  return {
    async propose(userId, file) {
      const { document: found, source, warnings, leftOut: left } = await readResume(file);
      const content = printResume(found);
      const leftOut = left.map((line) => line.toWellFormed().replace(/\p{Cc}/gu, " "));
      const length = leftOut.reduce((sum, line) => sum + line.length, content.length);
      if (length > MAX_CONTENT) throw new UserError("resume-too-long", { length, max: MAX_CONTENT });
      const present = await resumes.find(userId);
      const read = { content, source, warnings: [...warnings], leftOut };
      const { id } = await db.resumeProposal.create({
        data: { ...read, userId, basedOn: present?.hash ?? "" },
        select: { id: true },
      });
      await db.$executeRaw`
        DELETE FROM "ResumeProposal" WHERE "id" IN (
          SELECT "id" FROM "ResumeProposal" WHERE "userId" = ${userId}
          ORDER BY "createdAt" DESC, "id" DESC OFFSET ${KEPT_PROPOSALS})`;
      return proposalOf({ ...read, id }, present, false);
    },

    async save(userId, { proposal, over }) {
      const { content, basedOn } = await rowOf(userId, proposal);
      const saving = db.$transaction(async (tx) => {
        const where = { id: proposal, userId, state: "open" };
        // The text stands in the resume from now on; its hash tells whether it still does.
        const data = { state: "saved", content: "", basedOn: hashOf(content) };
        const { count } = await tx.resumeProposal.updateMany({ where, data });
        if (count === 0) return;
        await writeResume(tx, { userId, cause: "import" }, (present = "") => {
          const standing = present.trim() === "" ? "" : hashOf(present);
          const isSeen = basedOn === standing && over === short(standing);
          if (!isSeen && present !== content) throw new NotSeen();
          return content;
        });
      });
      await saving.catch((error: unknown) => {
        if (!(error instanceof NotSeen)) throw error;
      });
      const shown = await view(userId, proposal);
      return shown.state === "open" ? { ...shown, changed: true } : shown;
    },

    async drop(userId, proposal) {
      const where = { id: proposal, userId, state: "open" };
      await db.resumeProposal.updateMany({ where, data: { state: "dropped", content: "", leftOut: [] } });
      return view(userId, proposal);
    },
  };
}

function proposalOf(
  row: Pick<Proposal, "id" | "source" | "warnings" | "leftOut"> & { readonly content: string },
  present: SavedResume | undefined,
  changed: boolean,
): Proposal {
  const { id, source, warnings, leftOut, content } = row;
  const { document } = parseResume(content);
  const difference = present && differenceOf(present.document, document);
  return {
    state: "open",
    id,
    source,
    document,
    warnings,
    leftOut,
    difference,
    over: short(present?.hash ?? ""),
    changed,
  };
}

/** Of one person: a hundred files that are sent and looked at no more must not stay. */
const KEPT_PROPOSALS = 20;

/** Takes the transaction back. */
class NotSeen extends Error {}

/** Enough of a hash to tell the versions of one resume apart. */
const short = (hash: string): string => hash.slice(0, 12);

const kept = z.object({
  source: z.enum(["pdf", "docx", "markdown", "text", "json-resume", "linkedin"]),
  warnings: z.array(z.enum(["no-sections", "no-name", "no-contact", "no-dates", "left-out", "hidden-text"])),
  state: z.enum(["open", "saved", "dropped"]),
});

async function readResume(file: SentFile): Promise<ImportedResume> {
  try {
    const imported = await importResume(file);
    if (!isResume(imported.document)) throw new UserError("import-no-resume", {});
    return imported;
  } catch (error) {
    throw error instanceof ImportRefused ? new UserError(error.code, error.facts, { cause: error }) : error;
  }
}

/** Running text alone, an essay or a sentence, would take the place of a whole resume. */
function isResume({ contact, ...document }: ResumeDocument): boolean {
  const { skills, experience, education, projects, certifications, other = [] } = document;
  const sections = [skills, experience, education, projects, certifications, other];
  return Boolean(contact.email || contact.phone) || sections.some(({ length }) => length > 0);
}
