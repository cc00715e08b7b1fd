import type { Database } from "#src/db/client.ts";

/** Whoever asks, and where: "" is no community. */
export interface Asker {
  readonly userId: string;
  readonly platform: string;
  readonly workspaceId: string;
}

/** How many new estimates may still be asked for on this day (UTC). */
export interface Allowance {
  readonly person: number;
  /** undefined outside of a community. */
  readonly community: number | undefined;
  readonly resetsAt: Date;
}

/** Each is a call to a model that somebody pays for; what was made this week is there for everybody, however often. */
export const PER_DAY = { person: 5, community: 30 };

type Transaction = Pick<Database, "estimateRequest">;

export async function allowanceOf(tx: Transaction, asker: Asker, now: Date): Promise<Allowance> {
  const { userId, platform, workspaceId } = asker;
  const from = new Date(now.toISOString().slice(0, 10));
  const askedAt = { gte: from };
  const count = (where: object) => tx.estimateRequest.count({ where: { askedAt, ...where } });
  const person = await count({ userId });
  const community = workspaceId === "" ? undefined : await count({ platform, workspaceId });
  const left = (max: number, used: number) => Math.max(0, max - used);
  return {
    person: left(PER_DAY.person, person),
    community: community === undefined ? undefined : left(PER_DAY.community, community),
    resetsAt: new Date(from.getTime() + 24 * 60 * 60_000),
  };
}

export function isUsedUp({ person, community }: Allowance): boolean {
  return person === 0 || community === 0;
}

/** Returns an id by which it can be given back. */
export async function useAllowance(tx: Transaction, asker: Asker, askedAt: Date): Promise<string> {
  const { userId, platform, workspaceId } = asker;
  const { id } = await tx.estimateRequest.create({ data: { userId, platform, workspaceId, askedAt } });
  return id;
}

export async function giveBack(tx: Transaction, id: string): Promise<void> {
  await tx.estimateRequest.deleteMany({ where: { id } });
}
