import { parseArgs } from "node:util";
import { damageTable, wrongs } from "./posting-damage.ts";
import { onEmbedded, onServer } from "./posting-databases.ts";
import { runStorm } from "./posting-storm.ts";

// npm run test:faults [-- --slots 1000 --kills 300 --pauses 60 --blind-slots 100 --embedded-slots 300 --embedded-kills 100
// --seed 1]: the long storm. Ends with 1 when a message is lost or there twice, or when the table says anything else than
// the journals. Storms of no slots are left out.
const { values } = parseArgs({
  options: {
    slots: { type: "string", default: "1000" },
    kills: { type: "string", default: "300" },
    pauses: { type: "string", default: "60" },
    "blind-slots": { type: "string", default: "100" },
    "embedded-slots": { type: "string", default: "300" },
    "embedded-kills": { type: "string", default: "100" },
    seed: { type: "string", default: "1" },
  },
});
const usual = { seed: Number(values.seed), loses: 0.15, history: true };
const [slots, kills, pauses] = [Number(values.slots), Number(values.kills), Number(values.pauses)];
const [embeddedSlots, embeddedKills] = [Number(values["embedded-slots"]), Number(values["embedded-kills"])];
const blindSlots = Number(values["blind-slots"]);

const storms = [
  { name: "three replicas, one PostgreSQL server", open: onServer, slots, kills, pauses, replicas: 3 },
  {
    name: "the same, where Slack lets nobody look",
    open: onServer,
    slots: blindSlots,
    kills: Math.floor(blindSlots / 5),
    pauses: 0,
    replicas: 3,
    history: false,
  },
  {
    name: "one process, the embedded database",
    open: onEmbedded,
    slots: embeddedSlots,
    kills: embeddedKills,
    pauses: 0,
    replicas: 1,
  },
];
for (const { name, open, ...storm } of storms) {
  if (storm.slots === 0) continue;
  const place = await open();
  try {
    const damage = await runStorm({ ...usual, ...place, ...storm });
    process.stdout.write(damageTable(name, damage));
    if (Object.keys(wrongs(damage)).length > 0) process.exitCode = 1;
  } finally {
    await place.stop();
  }
}
