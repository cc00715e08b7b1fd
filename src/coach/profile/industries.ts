import industries from "./industries.json" with { type: "json" };

export interface Industry {
  readonly id: string;
  readonly name: string;
  readonly specialisations: readonly Specialisation[];
}

export interface Specialisation {
  readonly name: string;
  /** What User.industry and IndustryInsight.industry hold: "tech-software-development". */
  readonly key: string;
}

/** The 15 industries with 13 specialisations each, in the order in which people choose. */
export const INDUSTRIES: readonly Industry[] = industries;

const byKey = new Map(
  INDUSTRIES.flatMap((industry) =>
    industry.specialisations.map((specialisation) => [specialisation.key, { industry, specialisation }] as const),
  ),
);

/** What a stored key stands for; undefined for one that another program wrote and we do not know. */
export function industryOf(key: string | null): { industry: Industry; specialisation: Specialisation } | undefined {
  return key === null ? undefined : byKey.get(key);
}
