import type { Database } from "#src/db/client.ts";
import { seeded } from "../house/house.ts";
import { finish, type Life, live, livesOf } from "./posting-lives.ts";
import { compare, type Findings } from "./posting-oracle.ts";
import { type Side, startSides } from "./posting-sides.ts";
import { prepareSlots, type Slot, slotOf } from "./posting-slots.ts";
import type { Fate } from "./posting-weather.ts";

export interface Storm {
  readonly slots: number;
  readonly kills: number;
  /** SIGSTOP for longer than a lease, and SIGCONT. */
  readonly pauses: number;
  readonly replicas: number;
  readonly seed: number;
  /** Share of answers that are lost after the request was accepted. */
  readonly loses: number;
  /** Share of posts whose first answer is lost in any case. */
  readonly losesFirst?: number;
  /** Whether the Slack app may read what stands in channels. */
  readonly history: boolean;
  /** Replicas do not look before they send again. */
  readonly blind?: boolean;
  /** What a replica is started with to find its database. */
  readonly settings: Record<string, string>;
  /** The database, for as long as `use` takes; while replicas run only where several processes may have it. */
  readonly withDatabase: <Result>(use: (db: Database) => Promise<Result>) => Promise<Result>;
}

export interface Damage extends Findings {
  readonly slots: number;
  readonly kills: number;
  readonly pauses: number;
  /** Pauses that began in the very moment of sending. */
  readonly pausesSending: number;
  readonly weather: Readonly<Record<Fate, number>>;
  /** Posts whose sender heard nothing that says what became of them. */
  readonly postsUnanswered: number;
  readonly lookedUp: number;
  readonly sameNonce: number;
  /** Second copies that were deleted by whoever made them. */
  readonly withdrawn: number;
  /** Posts that somebody had to take over, or look after again. */
  readonly takenOver: number;
  /** 429 of the servers' own, for a second message in a second, and more than 50 requests in one. */
  readonly toldToWait: number;
  readonly seconds: number;
}

/** Replicas that are killed and stopped at random moments, again and again, over platforms that are slow and lose answers. */
export async function runStorm(storm: Storm): Promise<Damage> {
  const started = performance.now();
  const random = seeded(storm.seed);
  const slots = Array.from({ length: storm.slots }, (_, n) => slotOf(n));
  const sides = await startSides({ slots: storm.slots, history: storm.history, random, loses: losing(storm, random) });
  const all = Object.values(sides);
  try {
    const placeOf = ({ n, platform }: Slot) => sides[platform].placeOf(n);
    const organisers = PLATFORMS.map((platform) => ({ platform, ...sides[platform].organiser }));
    await storm.withDatabase((db) => prepareSlots(db, slots, { placeOf, organisers }));
    const lives = livesOf({ ...storm, random });
    const settings = Object.assign(
      {},
      storm.settings,
      storm.blind && { BLIND: "yes" },
      ...all.map((one) => one.settings),
    );
    const pausesSending = await disturb(storm, lives, settings);
    const last = { ...settings, RELEASE: String(storm.slots) };
    await Promise.all(Array.from({ length: storm.replicas }, () => finish(last)));
    const rows = await storm.withDatabase((db) => db.post.findMany({ include: { subscription: true } }));
    const { history, kills, pauses } = storm;
    return {
      ...compare({ slots, rows, sides, history, cut: (kills + pauses) * PER_WORKSPACE }),
      slots: storm.slots,
      kills,
      pauses,
      pausesSending,
      ...countsOf(all),
      takenOver: rows.filter(({ fence }) => fence > 2).length,
      seconds: (performance.now() - started) / 1_000,
    };
  } finally {
    await Promise.all(all.map((side) => side.stop()));
  }
}

const PLATFORMS = ["discord", "slack"] as const;

/** Posts of one workspace that a replica has under way at a time (docs/posting.md). */
const PER_WORKSPACE = 2;

function losing({ loses, losesFirst = 0 }: Storm, random: () => number): (nonce: string | undefined) => boolean {
  const met = new Set<string>();
  return (nonce) => {
    const isFirst = nonce !== undefined && !met.has(nonce);
    if (isFirst) met.add(nonce);
    return random() < (isFirst ? Math.max(loses, losesFirst) : loses);
  };
}

async function disturb(
  { slots, replicas }: Storm,
  lives: Life[],
  settings: Readonly<Record<string, string>>,
): Promise<number> {
  const all = lives.length;
  const dueBy = (n: number) => Math.ceil((slots * n) / all);
  let pausesSending = 0;
  const one = async () => {
    for (let life = lives.pop(); life; life = lives.pop()) {
      const n = all - lives.length;
      // So many come round by each one that something is left to be interrupted until the last.
      const release = dueBy(n) - dueBy(n - 1);
      if (await live(life, { ...settings, RELEASE: String(release) })) pausesSending += 1;
    }
  };
  await Promise.all(Array.from({ length: replicas }, one));
  return pausesSending;
}

function countsOf(sides: readonly Side[]) {
  const counts = sides.map((side) => side.counts());
  const sum = (name: keyof (typeof counts)[number]) => counts.reduce((total, one) => total + one[name], 0);
  const weather = { ...sides[0]?.weather.tally } as Record<Fate, number>;
  for (const side of sides.slice(1))
    for (const [fate, count] of Object.entries(side.weather.tally)) weather[fate as Fate] += count;
  return {
    weather,
    postsUnanswered: sides.reduce((total, { weather: { unanswered } }) => total + unanswered.size, 0),
    lookedUp: sum("lookedUp"),
    sameNonce: sum("sameNonce"),
    withdrawn: sum("withdrawn"),
    toldToWait: sum("toldToWait"),
  };
}
