import { setTimeout as wait } from "node:timers/promises";
import type { Database } from "#src/db/client.ts";
import type { Model } from "../model.ts";
import { type Allowance, type Asker, allowanceOf } from "./allowance.ts";
import { judgeAlone } from "./bounds.ts";
import { type Country, countryOf } from "./countries.ts";
import { makeEstimate } from "./estimate.ts";
import {
  claimLocation,
  findLocation,
  isClaimed,
  keepLocation,
  type LocationClaim,
  type LocationKey,
  type LocationRow,
  saveLocation,
} from "./location-rows.ts";
import { officialOccupations } from "./official.ts";
import { type Estimate, newestSnapshot } from "./snapshots.ts";
import type { Subject } from "./subjects.ts";

/** What an industry pays and wants in another country: a model's estimate, or why there is no newer one. */
export interface LocationView {
  readonly country: Country;
  /** The newest good one, however old. */
  readonly estimate: Estimate | undefined;
  readonly state: LocationState;
  /** Other countries of which this industry has an estimate of this week, newest first. */
  readonly others: readonly Country[];
}

export type LocationState =
  /** `allowance`: it was made for this question, and so much is left. */
  | { readonly kind: "fresh"; readonly allowance: Allowance | undefined }
  | { readonly kind: "no-model" }
  | { readonly kind: "failed"; readonly problem: string; readonly failedAt: Date; readonly nextTry: Date }
  /** Somebody's question has the model write it at this moment. */
  | { readonly kind: "being-made" }
  | { readonly kind: "used-up"; readonly allowance: Allowance };

export interface LocationSettings {
  readonly db: Database;
  readonly model: Model | undefined;
  readonly clock: () => Date;
  readonly stopping: AbortSignal;
  /** For how long one that somebody else has asked for is waited for. */
  readonly patienceMs?: number;
}

export interface LocationWanted {
  readonly subject: Subject;
  readonly country: Country;
  readonly asker: Asker;
  /** Hears, once, that it will take a while. */
  readonly waiting: () => void;
}

/** Longer than a model takes for one answer, and not so long that a person gives up. */
const ASKING_MS = 60_000;
const PATIENCE_MS = 30_000;
const LOOK_AGAIN_MS = 300;

/** Throws what broke in us; everything else is a state. At any time one process asks about an industry and country. */
export function createLocations({ db, model, clock, stopping, patienceMs = PATIENCE_MS }: LocationSettings) {
  return async ({ subject, country, asker, waiting }: LocationWanted): Promise<LocationView> => {
    const key = { industry: subject.key, location: country.code };
    const state = await settle({ subject, country, asker, waiting: once(waiting) }, key);
    const [newest, others] = await Promise.all([newestSnapshot(db, key), othersThan(key)]);
    return { country, estimate: newest?.estimate, state, others };
  };

  async function settle(wanted: LocationWanted, key: LocationKey): Promise<LocationState> {
    const until = performance.now() + patienceMs;
    let made: Allowance | undefined;
    for (;;) {
      const state = stateOf(await findLocation(db, key));
      if (state === "due") {
        if (!model) return { kind: "no-model" };
        if (stopping.aborted) return { kind: "failed", problem: "stopped", failedAt: clock(), nextTry: clock() };
        const claimed = await claimLocation(db, key, { asker: wanted.asker, now: clock() });
        if (!claimed) continue;
        if ("resetsAt" in claimed) return { kind: "used-up", allowance: claimed };
        wanted.waiting();
        await make(model, claimed, wanted);
        made = await allowanceOf(db, wanted.asker, clock());
      } else if (state.kind === "being-made") {
        if (performance.now() > until || stopping.aborted) return state;
        wanted.waiting();
        await wait(LOOK_AGAIN_MS, undefined, { signal: stopping }).catch(() => {});
      } else {
        return state.kind === "fresh" ? { ...state, allowance: made } : state;
      }
    }
  }

  async function make(
    thinker: Model,
    claim: LocationClaim,
    { subject, country }: Pick<LocationWanted, "subject" | "country">,
  ): Promise<void> {
    const made = await makeEstimate(
      { model: thinker, clock, stopping, milliseconds: ASKING_MS },
      { subject, country, judge: (given) => judgeAlone(given, officialOccupations(subject.industry.id)) },
    );
    if (!("problem" in made)) return saveLocation(db, claim, { made, now: clock() });
    await keepLocation(db, claim, { problem: made.problem, now: clock() });
    // A fault of ours is counted like any failure, and then reported.
    if (made.problem === "broken") throw made.error;
  }

  function stateOf(row: LocationRow | null): LocationState | "due" {
    const now = clock();
    if (row && isClaimed(row, now)) return { kind: "being-made" };
    if (!row || row.nextUpdate <= now) return "due";
    const { failedAt, problem, nextUpdate } = row;
    if (failedAt) return { kind: "failed", problem: problem ?? "", failedAt, nextTry: nextUpdate };
    return { kind: "fresh", allowance: undefined };
  }

  async function othersThan({ industry, location }: LocationKey): Promise<readonly Country[]> {
    const rows = await db.locationInsight.findMany({
      where: { industry, location: { not: location }, nextUpdate: { gt: clock() }, failures: 0 },
      orderBy: { nextUpdate: "desc" },
      take: 4,
    });
    return rows.flatMap((row) => countryOf(row.location) ?? []);
  }
}

function once(act: () => void): () => void {
  let done = false;
  return () => {
    if (!done) act();
    done = true;
  };
}
