import { expect, it } from "vitest";
import { postgresPrograms } from "../house/postgres-server.ts";
import { onEmbedded, onServer } from "./posting-databases.ts";
import { damageTable, runStorm } from "./posting-storm.ts";

const programs = await postgresPrograms();
if (!programs && process.env["CI"])
  throw new Error("CI must have a PostgreSQL server (Debian: apt-get install postgresql)");

// The long ones are `npm run test:faults`.
const STORMS = [
  { name: "three replicas on one PostgreSQL server", open: onServer, slots: 30, kills: 9, replicas: 3, seed: 7 },
  { name: "one process on the embedded database", open: onEmbedded, slots: 10, kills: 3, replicas: 1, seed: 8 },
];

it.each(STORMS.filter(({ open }) => programs || open !== onServer))(
  "posts everything once, with $name, $kills times kill -9 and 15 % lost answers",
  { timeout: 300_000 },
  async ({ name, open, ...storm }) => {
    const place = await open();
    try {
      const damage = await runStorm({ ...storm, ...place, loses: 0.15 });
      process.stdout.write(damageTable(name, damage));
      const { lost, doubled, wrongRows, messages } = damage;
      expect({ lost, doubled, wrongRows, messages }).toEqual({
        lost: [],
        doubled: [],
        wrongRows: [],
        messages: (storm.slots * 3) / 2,
      });
    } finally {
      await place.stop();
    }
  },
);
