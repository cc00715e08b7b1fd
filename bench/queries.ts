import pg from "pg";
import { gates } from "#commands/gates.ts";
import { commands } from "#commands/index.ts";
import { createOfflineModel } from "#src/ai/offline.ts";
import { createDispatch } from "#src/chat/dispatch.ts";
import type { Asked } from "#src/chat/interaction.ts";
import { createCoach } from "#src/coach/index.ts";
import { openDatabase } from "#src/db/client.ts";
import { explainDatabaseError } from "#src/db/errors.ts";
import { createPaperDrawer } from "#src/documents/paper/index.ts";
import { seeded } from "#test/house/house.ts";
import { type Statement, wholeTables } from "./explain.ts";
import { median, quantiles } from "./load.ts";
import { FIRST } from "./people.ts";
import { atMost, type Row, times } from "./report.ts";

/** What people do most, in an order in which each finds what it needs. */
const DEEDS = {
  "/career": () => ({ kind: "command", command: "career", subcommand: "", options: {} }),
  "a quiz answer": (person) => ({ kind: "action", id: `quiz/answer:s${person}:0:1` }),
  "the next question": (person) => ({ kind: "action", id: `quiz/next:s${person}:0` }),
  "a quiz result": (person) => ({ kind: "action", id: `quiz/result:f${person}` }),
  "a quiz result, the first time": (person) => ({ kind: "action", id: `quiz/result:g${person}` }),
  "/quiz history": () => ({ kind: "command", command: "quiz", subcommand: "history", options: {} }),
  "/resume score": () => ({ kind: "command", command: "resume", subcommand: "score", options: {} }),
  "/profile show": () => ({ kind: "command", command: "profile", subcommand: "show", options: {} }),
} satisfies Record<string, (person: number) => Asked>;

/** Statements of each deed, how PostgreSQL runs them, and how much slower they get with many people. */
export async function measureQueries(small: Side, large: Side, rounds: number): Promise<Row[]> {
  const [few, many] = [openSide(small), openSide(large)];
  const rows: Row[] = [];
  const each = 40;
  let next = 0;
  // People at random places of the tables, never the same one twice.
  const people = { small: shuffledPeople(small.people), large: shuffledPeople(large.people) };
  for (const [name, deed] of Object.entries(DEEDS)) {
    // What a deed needs before it: the question is answered before the next one is asked for. And everybody was there a
    // moment ago: a first visit after a restart is slower with more people, by the pages that it reads from the disk.
    const before = [DEEDS["/career"], ...(name === "the next question" ? [DEEDS["a quiz answer"]] : [])];
    const ratios: number[] = [];
    const middles: { few: number[]; many: number[] } = { few: [], many: [] };
    for (let round = 0; round <= rounds; round += 1) {
      const spent: { few: number[]; many: number[] } = { few: [], many: [] };
      for (let index = 0; index < each; index += 1) {
        const at = (next + index) % small.people;
        for (const [side, own, list] of [["few", few, people.small] as const, ["many", many, people.large] as const]) {
          const person = list[at] ?? FIRST;
          for (const earlier of before) await own.does(person, earlier(person));
          spent[side].push(await own.does(person, deed(person)));
        }
      }
      next += each;
      // The first round opens connections, prepares statements and fills caches.
      if (round === 0) continue;
      const [one, other] = [quantiles(spent.few).p50, quantiles(spent.many).p50];
      middles.few.push(one);
      middles.many.push(other);
      ratios.push(other / one);
    }
    const growth = median(ratios);
    rows.push({
      path: `${name}: ${large.people} people, beside ${small.people}`,
      measure: "p50, ms",
      ours: median(middles.many).toFixed(2),
      beside: median(middles.few).toFixed(2),
      ratio: times(growth),
      ...atMost(growth, 1.1),
    });
    const person = people.large[next] ?? FIRST;
    next += 1;
    for (const earlier of before) await many.does(person, earlier(person));
    const statements = await many.statementsOf(person, deed(person));
    const scans = await Promise.all(statements.map((statement) => wholeTables(large.url, statement)));
    rows.push({
      path: name,
      measure: "statements",
      ours: String(statements.length),
      beside: "",
      ratio: "",
      ...atMost(statements.length, 4, ""),
    });
    rows.push({
      path: name,
      measure: "tables read whole",
      ours: [...new Set(scans.flat())].join(", ") || "none",
      beside: "",
      ratio: "",
      aim: "none",
      holds: scans.flat().length === 0,
    });
  }
  await few.close();
  await many.close();
  return rows;
}

interface Side {
  readonly url: string;
  readonly people: number;
}

/** The bot without a platform, on one of the databases. */
function openSide({ url }: Side) {
  const random = seeded(5);
  const db = openDatabase({ connectionString: url });
  const coach = createCoach({
    db,
    model: undefined,
    builtIn: createOfflineModel(random),
    paperDrawer: createPaperDrawer(),
    clock: () => new Date(),
    random,
  });
  let problem: unknown;
  const dispatch = createDispatch({
    commands,
    coach,
    gates,
    explain: explainDatabaseError,
    fetchFile: async () => new Uint8Array(),
    report: {
      handled: () => {},
      broken: ({ error }) => {
        problem = error;
      },
    },
    limit: Number.MAX_SAFE_INTEGER,
  });
  let delivery = 0;

  async function does(person: number, asked: Asked): Promise<number> {
    delivery += 1;
    const started = performance.now();
    const reply = await dispatch.handle({
      key: `bench:${person}:${delivery}:${started}`,
      account: { platform: "discord", workspaceId: "", userId: `30000000000${person}`, name: `Person ${person}` },
      place: { workspaceId: "", channelId: "1", direct: false },
      organiser: false,
      onMessage: asked.kind === "action",
      asked,
    });
    const spent = performance.now() - started;
    await dispatch.idle();
    if (problem) throw problem;
    if (reply.kind !== "message" || reply.message.tone === "warning")
      throw new Error(`${JSON.stringify(asked)} was answered ${JSON.stringify(reply)}`);
    return spent;
  }

  return {
    does,
    close: () => db.$disconnect(),
    async statementsOf(person: number, asked: Asked): Promise<Statement[]> {
      const heard: Statement[] = [];
      const { query } = pg.Client.prototype;
      // The driver's own door: here a statement has its values, which PostgreSQL needs to explain it.
      pg.Client.prototype.query = function listen(this: pg.Client, ...given: unknown[]) {
        const [first] = given as [Partial<Statement> | string];
        if (typeof first === "object" && first.text) heard.push({ text: first.text, values: first.values ?? [] });
        return (query as (...given: unknown[]) => unknown).apply(this, given);
      } as typeof query;
      try {
        await does(person, asked);
      } finally {
        pg.Client.prototype.query = query;
      }
      return heard;
    },
  };
}

function shuffledPeople(count: number): number[] {
  const random = seeded(3);
  const people = Array.from({ length: count }, (_, index) => FIRST + index);
  for (let last = people.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [people[last], people[other]] = [people[other] ?? FIRST, people[last] ?? FIRST];
  }
  return people;
}
