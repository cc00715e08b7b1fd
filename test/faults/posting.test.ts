import { expect, it } from "vitest";
import { hasServer } from "../house/database.ts";
import { damageTable, wrongs } from "./posting-damage.ts";
import { onEmbedded, onServer } from "./posting-databases.ts";
import { type Damage, runStorm, type Storm } from "./posting-storm.ts";

const FEW_MINUTES = { timeout: 300_000 };
const SERVER = "three replicas on one PostgreSQL server";
const EMBEDDED = "one process on the embedded database";
const CALM = { kills: 0, pauses: 0, loses: 0.15, history: true };

async function storm(name: string, settings: Omit<Storm, "settings" | "withDatabase" | "replicas">): Promise<Damage> {
  const place = await (name === SERVER ? onServer : onEmbedded)();
  try {
    const damage = await runStorm({ ...settings, ...place, replicas: name === SERVER ? 3 : 1 });
    process.stdout.write(damageTable(name, damage));
    return damage;
  } finally {
    await place.stop();
  }
}

// The long ones are `npm run test:faults`.
const STORMS = [
  { name: SERVER, slots: 30, kills: 9, pauses: 2, seed: 7 },
  { name: EMBEDDED, slots: 10, kills: 3, pauses: 0, seed: 8 },
];

it.each(STORMS.filter(({ name }) => hasServer || name !== SERVER))(
  "posts everything once to Discord and Slack, with $name, $kills times kill -9, $pauses pauses and 15 % lost answers",
  FEW_MINUTES,
  async ({ name, ...disturbances }) => {
    const damage = await storm(name, { ...CALM, ...disturbances });
    expect(wrongs(damage)).toEqual({});
    expect(damage.messages).toBe((disturbances.slots * 3) / 2);
  },
);

it("asks about a lost answer where Slack lets nobody look, and about nothing else", FEW_MINUTES, async () => {
  const name = hasServer ? SERVER : EMBEDDED;
  const damage = await storm(name, { ...CALM, slots: 12, seed: 9, losesFirst: 0.7, history: false });
  expect(wrongs(damage)).toEqual({});
  expect(damage.unknown.length).toBeGreaterThan(0);
});

it("finds what is there twice, when replicas do not look before they send again", FEW_MINUTES, async () => {
  const name = hasServer ? SERVER : EMBEDDED;
  const damage = await storm(name, { ...CALM, slots: 3, seed: 10, loses: 0, losesFirst: 1, blind: true });
  expect(damage.doubled).toEqual(expect.arrayContaining(["slack 0 main", "slack 1 main"]));
  expect(damage.nonceTwice.length).toBe(damage.doubled.length);
  expect(Object.keys(wrongs(damage))).toEqual(expect.arrayContaining(["doubled", "wrongRows"]));
});
