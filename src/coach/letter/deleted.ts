import { z } from "zod";
import type { Database } from "#src/db/client.ts";
import { UserError } from "#src/words/errors.ts";
import { lockedRow } from "./rows.ts";

/** A letter that was deleted, while it can be had back. */
export interface Deleted {
  readonly id: string;
  readonly company: string;
  readonly title: string;
  /** Until when it can be had back. */
  readonly until: Date;
}

/** Ten minutes. */
export const KEPT_MS = 10 * 60_000;

/** Deletes a letter with its earlier versions; one that is deleted already stays so. UserErrors: letter-gone, not-yours. */
export async function deleteLetter(
  db: Database,
  userId: string,
  { id, now }: { id: string; now: Date },
): Promise<Deleted> {
  const before = await find(db, userId, { id, now });
  if (before) return before;
  try {
    return await move(db, userId, { id, now });
  } catch (error) {
    // Deleted twice at once: the other press has done it.
    const after =
      error instanceof UserError && error.code === "letter-gone" ? await find(db, userId, { id, now }) : undefined;
    if (after) return after;
    throw error;
  }
}

async function move(db: Database, userId: string, { id, now }: { id: string; now: Date }): Promise<Deleted> {
  return db.$transaction(async (tx) => {
    const { content, jobDescription, companyName, jobTitle, status, createdAt, updatedAt } = await lockedRow(
      tx,
      userId,
      id,
    );
    const versions = await tx.letterVersion.findMany({ where: { letterId: id }, orderBy: { createdAt: "asc" } });
    const letter: z.input<typeof kept> = {
      content,
      jobDescription,
      companyName,
      jobTitle,
      status,
      createdAt: createdAt.toISOString(),
      updatedAt: updatedAt.toISOString(),
      versions: versions.map((version) => ({
        content: version.content,
        status: version.status,
        createdAt: version.createdAt.toISOString(),
      })),
    };
    await tx.deletedLetter.create({ data: { id, userId, letter, deletedAt: now } });
    await tx.coverLetter.delete({ where: { id } });
    return { id, company: companyName, title: jobTitle, until: new Date(now.getTime() + KEPT_MS) };
  });
}

/** The letter with its id and versions again; one that is there already stays. UserErrors: letter-gone, not-yours. */
export async function restoreLetter(
  db: Database,
  userId: string,
  { id, now }: { id: string; now: Date },
): Promise<void> {
  await db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "DeletedLetter" WHERE "id" = ${id} FOR UPDATE`;
    const row = await tx.deletedLetter.findUnique({ where: { id } });
    // Not there: it was restored a moment ago, or it is too late, which the look at the letter itself will tell.
    if (!row) return;
    if (row.userId !== userId) throw new UserError("not-yours", {});
    if (isTooLate(row.deletedAt, now)) throw new UserError("letter-gone", {});
    const { versions, ...letter } = kept.parse(row.letter);
    await tx.coverLetter.create({ data: { id, userId, ...letter, versions: { create: versions } } });
    await tx.deletedLetter.delete({ where: { id } });
  });
}

/** Undefined too for one that cannot be had back any more. */
async function find(
  db: Database,
  userId: string,
  { id, now }: { id: string; now: Date },
): Promise<Deleted | undefined> {
  const row = await db.deletedLetter.findUnique({ where: { id } });
  if (!row) return undefined;
  if (row.userId !== userId) throw new UserError("not-yours", {});
  if (isTooLate(row.deletedAt, now)) return undefined;
  const { companyName: company, jobTitle: title } = kept.parse(row.letter);
  return { id, company, title, until: new Date(row.deletedAt.getTime() + KEPT_MS) };
}

function isTooLate(deletedAt: Date, now: Date): boolean {
  return deletedAt.getTime() + KEPT_MS < now.getTime();
}

const moment = z.string().transform((written) => new Date(written));

const kept = z.object({
  content: z.string(),
  jobDescription: z.string().nullable(),
  companyName: z.string(),
  jobTitle: z.string(),
  status: z.string(),
  createdAt: moment,
  updatedAt: moment,
  versions: z.array(z.object({ content: z.string(), status: z.string(), createdAt: moment })),
});
