import { parseArgs } from "node:util";
import { onEmbedded, onServer } from "./posting-databases.ts";
import { damageTable, runStorm } from "./posting-storm.ts";

// npm run test:faults [-- --slots 1000 --kills 300 --embedded-slots 300 --embedded-kills 100 --seed 1]: the long storm.
// Ends with 1 when a message is lost or there twice, or when the table says anything else than the journal.
const { values } = parseArgs({
  options: {
    slots: { type: "string", default: "1000" },
    kills: { type: "string", default: "300" },
    "embedded-slots": { type: "string", default: "300" },
    "embedded-kills": { type: "string", default: "100" },
    seed: { type: "string", default: "1" },
  },
});
const usual = { seed: Number(values.seed), loses: 0.15 };

const storms = [
  {
    name: "three replicas, one PostgreSQL server",
    open: onServer,
    slots: values.slots,
    kills: values.kills,
    replicas: 3,
  },
  {
    name: "one process, the embedded database",
    open: onEmbedded,
    slots: values["embedded-slots"],
    kills: values["embedded-kills"],
    replicas: 1,
  },
];
for (const { name, open, slots, kills, replicas } of storms) {
  if (Number(slots) === 0) continue;
  const place = await open();
  try {
    const damage = await runStorm({ ...usual, ...place, slots: Number(slots), kills: Number(kills), replicas });
    process.stdout.write(damageTable(name, damage));
    if (damage.lost.length + damage.doubled.length + damage.wrongRows.length > 0) process.exitCode = 1;
  } finally {
    await place.stop();
  }
}
