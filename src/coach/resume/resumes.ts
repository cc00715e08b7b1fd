import { createHash } from "node:crypto";
import { setImmediate as nextTurn } from "node:timers/promises";
import { z } from "zod";
import type { Database } from "#src/db/client.ts";
import { EMPTY_RESUME, type ResumeDocument } from "#src/documents/resume-document.ts";
import { parseResume, printResume } from "#src/documents/resume-markdown.ts";
import { UserError } from "#src/words/errors.ts";
import { readResume } from "./reading.ts";
import { type ResumeScore, type ScoreOptions, scoreResume } from "./score/score.ts";

/** One resume per person: Markdown in its row, a structure everywhere else. */
export interface Resumes {
  /** Undefined while there is none. */
  find(userId: string): Promise<SavedResume | undefined>;
  /** UserError: resume-none. */
  get(userId: string): Promise<SavedResume>;
  /**
   * Changes the resume as it stands in this moment; what it was is kept as a version (the last ten). `change` gets an empty
   * document while there is no resume, and may throw; where it gives that back, nothing is written. Two changes at once
   * follow each other. UserError: resume-too-long.
   */
  change(userId: string, cause: Cause, change: (document: ResumeDocument) => ResumeDocument): Promise<SavedResume>;
  /** The whole resume as Markdown in place of the present one. UserError: resume-too-long. */
  replace(userId: string, cause: Cause, content: string): Promise<SavedResume>;
  /** Earlier versions, newest first, at most ten. */
  versions(userId: string): Promise<readonly ResumeVersion[]>;
  /** UserErrors: version-gone, not-yours. */
  version(userId: string, id: string): Promise<ResumeVersion>;
}

/** What made the change. "move" says the same in another order: any number of them in a row are one version. */
export type Cause = "edit" | "move" | "import" | "improve" | "restore";

export interface SavedResume {
  readonly content: string;
  readonly document: ResumeDocument;
  /** SHA-256 of the content: whether something was made of this very resume. */
  readonly hash: string;
  /** 0 to 100, of this very content. */
  readonly score: number;
  readonly updatedAt: Date;
}

export interface ResumeVersion {
  readonly id: string;
  readonly content: string;
  readonly document: ResumeDocument;
  readonly replacedBy: Cause;
  /** When it was replaced. */
  readonly createdAt: Date;
}

const KEPT_VERSIONS = 10;

const NEWEST_FIRST = [{ createdAt: "desc" as const }, { id: "desc" as const }];

const EVER = new Date(0);

/** Characters of Markdown: some twenty pages. */
export const MAX_CONTENT = 60_000;

export function createResumes(db: Database): Resumes {
  const put = (userId: string, cause: Cause, write: Write): Promise<SavedResume> =>
    db.$transaction((tx) => writeResume(tx, { userId, cause, ...(cause === "move" && { since: EVER }) }, write));

  async function find(userId: string): Promise<SavedResume | undefined> {
    const row = await db.resume.findUnique({ where: { userId } });
    // A resume without a word is none: everything that was in it has been removed.
    return row && row.content.trim() !== "" ? savedResume(row) : undefined;
  }

  return {
    find,
    async get(userId) {
      const found = await find(userId);
      if (!found) throw new UserError("resume-none", {});
      return found;
    },
    change: (userId, cause, change) =>
      put(userId, cause, (content) => {
        const document = content === undefined ? EMPTY_RESUME : readResume(content);
        const changed = change(document);
        return changed === document ? (content ?? "") : printResume(changed);
      }),
    replace: (userId, cause, content) => put(userId, cause, () => content),
    async versions(userId) {
      const rows = await db.resumeVersion.findMany({
        where: { userId },
        orderBy: NEWEST_FIRST,
        take: KEPT_VERSIONS,
      });
      const versions: ResumeVersion[] = [];
      for (const row of rows) {
        versions.push(resumeVersion(row));
        // Each takes milliseconds in which nobody else is answered; others come in between.
        await nextTurn();
      }
      return versions;
    },
    async version(userId, id) {
      const row = await db.resumeVersion.findUnique({ where: { id } });
      if (!row) throw new UserError("version-gone", {});
      if (row.userId !== userId) throw new UserError("not-yours", {});
      return resumeVersion(row);
    },
  };
}

/** What a transaction must give. */
type Transaction = Pick<Database, "resume" | "resumeVersion" | "$queryRaw" | "$executeRaw">;

interface Change {
  readonly userId: string;
  readonly cause: Cause;
  /** What the resume was is not kept where it was last changed for the same cause, at this moment or later. */
  readonly since?: Date;
}

/** From the content as it stands, undefined where there is no row, to what shall stand there. May throw. */
type Write = (content: string | undefined) => string;

/**
 * Inside a transaction of the caller's, which may hold what must happen with it or not at all. Whoever else changes this
 * resume waits until that ends. UserError: resume-too-long.
 */
export async function writeResume(
  tx: Transaction,
  { userId, cause, since }: Change,
  write: Write,
): Promise<SavedResume> {
  // The person's own row, because there may be no resume to lock yet.
  await tx.$queryRaw`SELECT 1 FROM "User" WHERE "id" = ${userId} FOR UPDATE`;
  const before = await tx.resume.findUnique({ where: { userId } });
  const content = write(before?.content);
  if (content.length > MAX_CONTENT)
    throw new UserError("resume-too-long", { length: content.length, max: MAX_CONTENT });
  if (before && before.content === content) return savedResume(before);
  if (!before && content === "") return savedResume({ content, atsScore: null, updatedAt: new Date() });
  const { score, feedback } = assess(content);
  const values = { content, atsScore: score, feedback: JSON.stringify(feedback) };
  const row = await tx.resume.upsert({ where: { userId }, create: { userId, ...values }, update: values });
  if (before && !(since && (await isKept(tx, { userId, cause, since })))) {
    await tx.resumeVersion.create({ data: { userId, content: before.content, replacedBy: cause } });
    await tx.$executeRaw`
      DELETE FROM "ResumeVersion" WHERE "id" IN (
        SELECT "id" FROM "ResumeVersion" WHERE "userId" = ${userId}
        ORDER BY "createdAt" DESC, "id" DESC OFFSET ${KEPT_VERSIONS})`;
  }
  return savedResume(row);
}

async function isKept(tx: Transaction, { userId, cause, since }: Required<Change>): Promise<boolean> {
  const newest = await tx.resumeVersion.findFirst({
    where: { userId },
    orderBy: NEWEST_FIRST,
    select: { replacedBy: true, createdAt: true },
  });
  return newest?.replacedBy === cause && newest.createdAt >= since;
}

/** The check of a resume as it is written, with its own headings. */
export function scoreContent(content: string, options: Pick<ScoreOptions, "locale"> = {}): ResumeScore {
  const headings = [...content.matchAll(/^##[ \t]+(.+?)[ \t]*#*$/gm)].map(([, title = ""]) => title);
  return scoreResume(parseResume(content).document, { ...options, headings });
}

/** What is saved beside a resume, so that another program can show it: the version of the rules is inside. */
export function assess(content: string) {
  const { score, version, rules } = scoreContent(content);
  return {
    score,
    feedback: {
      version,
      score,
      rules: rules.map(({ code, severity, points, of }) => ({ code, severity, points, of })),
    },
  };
}

export function hashOf(content: string): string {
  return createHash("sha256").update(content).digest("hex");
}

function savedResume(row: { content: string; atsScore: number | null; updatedAt: Date }): SavedResume {
  const { content, atsScore, updatedAt } = row;
  return {
    content,
    document: readResume(content),
    hash: hashOf(content),
    // Another program may have written the row without a score.
    score: atsScore ?? assess(content).score,
    updatedAt,
  };
}

const causes = z.enum(["edit", "move", "import", "improve", "restore"]);

function resumeVersion(row: { id: string; content: string; replacedBy: string; createdAt: Date }): ResumeVersion {
  const { id, content, replacedBy, createdAt } = row;
  return { id, content, document: readResume(content), replacedBy: causes.parse(replacedBy), createdAt };
}
