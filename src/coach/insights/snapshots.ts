import type { Database } from "#src/db/client.ts";
import type { Taken } from "./changes.ts";
import { type Figures, figuresShape } from "./figures.ts";
import { OFFICIAL } from "./refresh.ts";

/** Figures as they were at one time, and whose: "official", or a model's name. */
export interface Snapshot extends Taken {
  readonly source: string;
  /** Where a model made them. */
  readonly estimate: Estimate | undefined;
}

export interface Estimate {
  readonly model: string;
  readonly takenAt: Date;
  readonly figures: Figures;
}

export interface SnapshotSought {
  readonly industry: string;
  /** ISO 3166-1 alpha-2. */
  readonly location: string;
  readonly source?: string;
  readonly takenAt?: { readonly lte: Date };
}

export async function newestSnapshot(db: Database, where: SnapshotSought): Promise<Snapshot | undefined> {
  const row = await db.insightSnapshot.findFirst({ where, orderBy: [{ takenAt: "desc" }, { id: "desc" }] });
  // What a later version wrote and this one cannot read is as good as not there.
  const read = figuresShape.safeParse(row?.figures);
  if (!row || !read.success) return undefined;
  const { source, takenAt } = row;
  const figures = read.data;
  return {
    source,
    takenAt,
    figures,
    estimate: source === OFFICIAL ? undefined : { model: source, takenAt, figures },
  };
}
