import type { Database } from "#src/db/client.ts";
import { type Allowance, type Asker, allowanceOf, giveBack, isUsedUp, useAllowance } from "./allowance.ts";
import type { Made } from "./estimate.ts";

export interface LocationKey {
  readonly industry: string;
  /** ISO 3166-1 alpha-2. */
  readonly location: string;
}

/** This process alone asks the model, until the claim runs out. */
export interface LocationClaim extends LocationKey {
  readonly claimedUntil: Date;
  readonly request: string;
}

export interface LocationRow {
  readonly nextUpdate: Date;
  readonly claimedUntil: Date | null;
  readonly failedAt: Date | null;
  readonly problem: string | null;
}

const HOUR = 60 * 60_000;
const WEEK = 7 * 24 * HOUR;
const LONGEST_PAUSE = 24 * HOUR;
/** Longer than a model is waited for: after that somebody else may try. */
const CLAIM_MS = 90_000;

/** Many may press the same button at once: each waits for its turn at the lock. */
const PATIENCE = { maxWait: 10_000, timeout: 20_000 };

/** Any number that nothing else in this database locks. */
const LOCK = 20_261_127;

export function findLocation(db: Database, key: LocationKey): Promise<LocationRow | null> {
  return db.locationInsight.findUnique({ where: { industry_location: key } });
}

/** undefined: it is not due any more, or somebody else is at it. An allowance: there is nothing left of it. */
export function claimLocation(
  db: Database,
  key: LocationKey,
  { asker, now }: { readonly asker: Asker; readonly now: Date },
): Promise<LocationClaim | Allowance | undefined> {
  return db.$transaction(async (tx) => {
    // New estimates are rare: one after the other is counted, whoever asks and wherever.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${LOCK})`;
    const row = await tx.locationInsight.findUnique({ where: { industry_location: key } });
    if (row && (row.nextUpdate > now || isClaimed(row, now))) return undefined;
    const allowance = await allowanceOf(tx, asker, now);
    if (isUsedUp(allowance)) return allowance;
    const claimedUntil = new Date(now.getTime() + CLAIM_MS);
    await tx.locationInsight.upsert({
      where: { industry_location: key },
      create: { ...key, nextUpdate: now, claimedUntil },
      update: { claimedUntil },
    });
    return { ...key, claimedUntil, request: await useAllowance(tx, asker, now) };
  }, PATIENCE);
}

export function isClaimed({ claimedUntil }: Pick<LocationRow, "claimedUntil">, now: Date): boolean {
  return claimedUntil !== null && claimedUntil > now;
}

/** The new figures, for a week. Nothing where the claim has run out and somebody else has it. */
export async function saveLocation(db: Database, claim: LocationClaim, { made, now }: { made: Made; now: Date }) {
  const { industry, location } = claim;
  const well = { failures: 0, failedAt: null, problem: null };
  await db.$transaction(async (tx) => {
    const { count } = await tx.locationInsight.updateMany({
      where: whileClaimed(claim),
      data: { ...well, claimedUntil: null, nextUpdate: new Date(now.getTime() + WEEK) },
    });
    if (count > 0) await tx.insightSnapshot.create({ data: { industry, location, takenAt: now, ...made } });
  });
}

/** The last good figures stay. After an hour it may be asked again, after the next failure after two, up to a day. */
export async function keepLocation(
  db: Database,
  claim: LocationClaim,
  { problem, now }: { problem: string; now: Date },
) {
  await db.$transaction(async (tx) => {
    const where = whileClaimed(claim);
    if (problem === "stopped") {
      // Nobody's fault: it counts for nobody, and the next one may ask at once.
      await giveBack(tx, claim.request);
      await tx.locationInsight.updateMany({ where, data: { claimedUntil: null } });
      return;
    }
    const row = await tx.locationInsight.findFirst({ where });
    if (!row) return;
    const failures = row.failures + 1;
    const nextUpdate = new Date(now.getTime() + Math.min(HOUR * 2 ** (failures - 1), LONGEST_PAUSE));
    await tx.locationInsight.updateMany({
      where,
      data: { failures, failedAt: now, problem, claimedUntil: null, nextUpdate },
    });
  });
}

function whileClaimed({ industry, location, claimedUntil }: LocationClaim) {
  return { industry, location, claimedUntil };
}
