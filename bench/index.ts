import { mkdir, readFile, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { startPostgresServer } from "#test/house/postgres-server.ts";
import type { Pace } from "./contest.ts";
import { measureDiscord } from "./discord.ts";
import { measureHanging } from "./hanging.ts";
import { measurePapers } from "./papers.ts";
import { createDatabase } from "./people.ts";
import { measurePosting } from "./posting.ts";
import { measurePostingOnDiscord } from "./posting-discord.ts";
import { measureQueries } from "./queries.ts";
import { nodeFlags } from "./remote.ts";
import { type Row, table } from "./report.ts";
import { measureSlack } from "./slack.ts";
import { measureStart } from "./start.ts";

// npm run bench [-- --quick] [--only discord,slack,queries,start,hanging,papers,posting] [--people 1000000] [--write]
// [--profile discord-plain]: everything beside a bare baseline in the same run; see docs/performance.md.
const { values } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    only: { type: "string", default: "discord,slack,queries,start,hanging,papers,posting" },
    people: { type: "string" },
    rounds: { type: "string" },
    /** Puts the table into docs/performance.md. */
    write: { type: "boolean", default: false },
    /** Writes a CPU profile of the bot whose file has this name. */
    profile: { type: "string" },
  },
});
const only = values.only.split(",");
const people = Number(values.people ?? (values.quick ? 20_000 : 100_000));
const usual: Pace = values.quick
  ? { rounds: 3, warmUpMs: 500, aloneMs: 100, loadMs: 300 }
  : { rounds: 5, warmUpMs: 1_500, aloneMs: 300, loadMs: 1_200 };
const pace = { ...usual, ...(values.rounds && { rounds: Number(values.rounds) }) };
const results = new URL("./results/", import.meta.url);
await mkdir(results, { recursive: true });
if (values.profile) {
  nodeFlags.file = values.profile;
  nodeFlags.flags = ["--cpu-prof", `--cpu-prof-dir=${new URL("profiles", results).pathname}`];
}

const started = performance.now();
const seconds = (since = started) => ((performance.now() - since) / 1000).toFixed(0);
const say = (line: string) => process.stdout.write(`${line}\n`);
const rows: Row[] = [];
async function section(name: string, measure: () => Promise<Row[]>): Promise<void> {
  if (!only.includes(name)) return;
  const since = performance.now();
  const made = await measure();
  rows.push(...made);
  say(`\n${name} (${seconds(since)} s)\n${table(made)}`);
}

await section("slack", () => measureSlack(pace));
await section("posting", async () => {
  const server = await startPostgresServer();
  try {
    return [...(await measurePosting(server, pace.rounds)), ...(await measurePostingOnDiscord(server))];
  } finally {
    await server.stop();
  }
});
if (only.some((name) => ["discord", "queries", "start", "hanging", "papers"].includes(name))) {
  const server = await startPostgresServer();
  try {
    const large = await createDatabase(server, "large", people);
    say(`a database of ${people} people after ${seconds()} s`);
    await section("queries", async () => {
      const small = { url: await createDatabase(server, "small", 1_000), people: 1_000 };
      return measureQueries(small, { url: large, people }, pace.rounds);
    });
    await section("discord", () => measureDiscord(pace, { url: large, people }));
    await section("start", () => measureStart(large, values.quick ? 1 : 3));
    await section("hanging", () => measureHanging(large, values.quick ? 4_000 : 10_000));
    await section("papers", () => measurePapers(large, values.quick ? 4_000 : 10_000));
  } finally {
    await server.stop();
  }
}
say(`\n${seconds()} s in all\n`);
await writeFile(
  new URL("latest.json", results),
  JSON.stringify({ quick: values.quick, people, node: process.version, rows }, null, 2),
);
if (values.write) {
  const page = new URL("../docs/performance.md", import.meta.url);
  const text = await readFile(page, "utf8");
  await writeFile(page, text.replace(/(<!-- table -->\n)[\s\S]*?(\n<!-- end -->)/, `$1${table(rows)}$2`));
}
