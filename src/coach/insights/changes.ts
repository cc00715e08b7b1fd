import type { Figures } from "./figures.ts";

/** What is different between two snapshots of one source. */
export interface Changes {
  readonly from: Date;
  readonly to: Date;
  /** Roles whose median changed, in the order of the newer snapshot; `percent` has one decimal. */
  readonly medians: readonly {
    readonly role: string;
    readonly before: number;
    readonly now: number;
    readonly percent: number;
  }[];
  readonly rolesIn: readonly string[];
  readonly rolesOut: readonly string[];
  readonly growth: Changed<number>;
  readonly demand: Changed<Figures["demandLevel"]>;
  readonly outlook: Changed<Figures["marketOutlook"]>;
  /** Of the top skills. */
  readonly skillsIn: readonly string[];
  readonly skillsOut: readonly string[];
  /** The older and newer period of the pay, where another one is reported now. */
  readonly wagePeriod: Changed<string>;
  readonly currency: string;
}

/** undefined where it is the same. */
export type Changed<Value> = { readonly before: Value; readonly now: Value } | undefined;

export interface Taken {
  readonly takenAt: Date;
  readonly figures: Figures;
}

/** Pay is compared only in one currency: with another one all roles are new. */
export function changesBetween(older: Taken, newer: Taken): Changes {
  const [before, now] = [older.figures, newer.figures];
  const comparable = before.currency === now.currency;
  const known = new Map(comparable ? before.salaryRanges.map((range) => [keyOf(range.role), range]) : []);
  const medians = now.salaryRanges.flatMap(({ role, median }) => {
    const was = known.get(keyOf(role))?.median;
    if (was === undefined || was === median) return [];
    return [{ role, before: was, now: median, percent: Math.round(((median - was) / was) * 1000) / 10 }];
  });
  const roles = ({ salaryRanges }: Figures) => salaryRanges.map(({ role }) => role);
  return {
    from: older.takenAt,
    to: newer.takenAt,
    medians,
    rolesIn: without(roles(now), comparable ? roles(before) : []),
    rolesOut: without(roles(before), comparable ? roles(now) : []),
    growth: changed(before.growthRate, now.growthRate),
    demand: changed(before.demandLevel, now.demandLevel),
    outlook: changed(before.marketOutlook, now.marketOutlook),
    skillsIn: without(now.topSkills, before.topSkills),
    skillsOut: without(before.topSkills, now.topSkills),
    wagePeriod: changed(before.periods.wages, now.periods.wages),
    currency: now.currency,
  };
}

function changed<Value>(before: Value, now: Value): Changed<Value> {
  return before === now ? undefined : { before, now };
}

function without(some: readonly string[], others: readonly string[]): string[] {
  const keys = new Set(others.map(keyOf));
  return some.filter((one) => !keys.has(keyOf(one)));
}

function keyOf(name: string): string {
  return name.toLowerCase().replaceAll(/\s+/g, " ").trim();
}
