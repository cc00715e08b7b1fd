import type { Damage } from "./posting-storm.ts";

const WRONG = [
  "lost",
  "doubled",
  "wrongRows",
  "wrongMessages",
  "nonceTwice",
  "wronglyUnknown",
  "violations",
] as const satisfies readonly (keyof Damage)[];

/** Everything that is wrong, by its kind; empty where nothing is. */
export function wrongs(damage: Damage): Partial<Record<keyof Damage, readonly string[]>> {
  return Object.fromEntries(WRONG.filter((what) => damage[what].length > 0).map((what) => [what, damage[what]]));
}

/** For the terminal: the journal beside the table. */
export function damageTable(name: string, { weather, stories, ...damage }: Damage): string {
  const lines = Object.entries({ ...damage, ...weather }).map(([what, value]) => {
    const figure = Array.isArray(value) ? [value.length, ...value.slice(0, 5)].join(" ") : Number(value).toFixed(0);
    return `  ${what.padEnd(16)} ${figure}`;
  });
  return `${[name, ...lines, ...stories.map((story) => `  ${story}`)].join("\n")}\n`;
}
