import { createHash } from "node:crypto";
import type { Database } from "#src/db/client.ts";
import { UserError } from "#src/words/errors.ts";

/** The tables of letters, inside or outside of a transaction. */
export type Rows = Pick<Database, "coverLetter" | "letterVersion" | "deletedLetter" | "$queryRaw" | "$executeRaw">;

export type LetterRow = NonNullable<Awaited<ReturnType<Rows["coverLetter"]["findUnique"]>>>;

export type Status = "draft" | "completed";

export function statusOf(written: string): Status {
  return written === "completed" ? "completed" : "draft";
}

/** Eight letters that change with the text: for which text a button was drawn. */
export function stampOf(content: string): string {
  return createHash("sha256").update(content).digest("hex").slice(0, 8);
}

/** UserErrors: letter-gone, not-yours. */
export async function ownRow(rows: Rows, userId: string, id: string): Promise<LetterRow> {
  const row = await rows.coverLetter.findUnique({ where: { id } });
  if (!row) throw new UserError("letter-gone", {});
  if (row.userId !== userId) throw new UserError("not-yours", {});
  return row;
}

/** Whoever else is at this letter waits until the transaction ends. UserErrors: those of `ownRow`. */
export async function lockedRow(rows: Rows, userId: string, id: string): Promise<LetterRow> {
  await rows.$queryRaw`SELECT 1 FROM "CoverLetter" WHERE "id" = ${id} FOR UPDATE`;
  return ownRow(rows, userId, id);
}

/** A letter that is about to be saved for the first time. */
export type NewLetter = Pick<LetterRow, "userId" | "content" | "companyName" | "jobTitle" | "status"> & {
  readonly jobDescription: string;
};

/** Saves a new letter. One for the same job and ad that has come about since then is given in its place: pressed twice. */
export async function add(db: Database, letter: NewLetter, since: Date): Promise<LetterRow> {
  const { userId, companyName, jobTitle, jobDescription } = letter;
  return db.$transaction(async (tx) => {
    // The person's own row, because there is no letter to lock yet.
    await tx.$queryRaw`SELECT 1 FROM "User" WHERE "id" = ${userId} FOR UPDATE`;
    const same = { userId, companyName, jobTitle, jobDescription, createdAt: { gte: since } };
    return (await tx.coverLetter.findFirst({ where: same })) ?? tx.coverLetter.create({ data: letter });
  });
}

/** Earlier texts of one letter. */
const KEPT_VERSIONS = 50;

/**
 * Changes a letter as it stands in this moment, and keeps what it was (the last fifty). `change` gets the present text and may throw; the same
 * text changes nothing, undefined neither.
 */
export async function put(
  db: Database,
  { userId, id }: { userId: string; id: string },
  change: (content: string, row: LetterRow) => string | undefined,
): Promise<LetterRow> {
  return db.$transaction(async (tx) => {
    const row = await lockedRow(tx, userId, id);
    const content = change(row.content, row);
    if (content === undefined || content === row.content) return row;
    const last = await tx.letterVersion.findFirst({ where: { letterId: id }, orderBy: { createdAt: "desc" } });
    // Two changes within one millisecond still have an order.
    const createdAt = new Date(Math.max(Date.now(), (last?.createdAt.getTime() ?? 0) + 1));
    await tx.letterVersion.create({ data: { letterId: id, content: row.content, status: row.status, createdAt } });
    await tx.$executeRaw`
      DELETE FROM "LetterVersion" WHERE "id" IN (
        SELECT "id" FROM "LetterVersion" WHERE "letterId" = ${id} ORDER BY "createdAt" DESC OFFSET ${KEPT_VERSIONS})`;
    return tx.coverLetter.update({ where: { id }, data: { content, status: "draft" } });
  });
}

/** Back to what it was before the last change; nothing for a text that is not the one of `stamp`. UserError: letter-first. */
export async function takeBack(
  db: Database,
  { userId, id, stamp }: { userId: string; id: string; stamp: string | undefined },
): Promise<LetterRow> {
  return db.$transaction(async (tx) => {
    const row = await lockedRow(tx, userId, id);
    if (stamp !== undefined && stamp !== stampOf(row.content)) return row;
    const last = await tx.letterVersion.findFirst({ where: { letterId: id }, orderBy: { createdAt: "desc" } });
    if (!last) throw new UserError("letter-first", {});
    await tx.letterVersion.delete({ where: { id: last.id } });
    return tx.coverLetter.update({ where: { id }, data: { content: last.content, status: last.status } });
  });
}
