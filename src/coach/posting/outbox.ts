import { setTimeout as wait } from "node:timers/promises";
import { type Claimed, claim } from "./claim.ts";
import { type Delivery, deliver, type Outcome } from "./deliver.ts";
import { enqueueDue } from "./enqueue.ts";
import type { Posters } from "./poster.ts";
import { tellUntold } from "./tell.ts";

/**
 * Posts every edition of every subscription once: a slot is a row, a row is claimed with a lease and a fence, frozen
 * before its first send, and looked up before it is sent again. docs/posting.md has the reasons and what was measured.
 */
export interface Outbox {
  /**
   * One tick: what has become due is put into the outbox, and everything that may be sent by now is. Ticks may overlap, on
   * one replica and on several. Resolves when nothing is left to do at this moment; rejects when the database is away.
   */
  run(): Promise<void>;
  /** Claims nothing more, and waits for what is being sent. */
  stop(): Promise<void>;
}

export interface OutboxSettings<Message> extends Pick<Delivery<Message>, "db" | "prepare" | "notice" | "failed"> {
  readonly posters: Posters<Message>;
  /** Hears what became of each post that was claimed. */
  readonly observe?: (outcome: Outcome) => void;
  readonly pace?: Partial<Pace>;
}

export interface Pace {
  readonly leaseMs: number;
  readonly firstRetryMs: number;
  /** Sends to one platform at a time, on this replica. */
  readonly sideBySide: number;
}

const PATIENCE_MS = 50;
/** Platforms count by the second: who is told to wait for less than this goes on in the same tick. */
const LINGER_MS = 2_000;
const PACE: Pace = { leaseMs: 60_000, firstRetryMs: 20_000, sideBySide: 8 };

export function createOutbox<Message>(settings: OutboxSettings<Message>): Outbox {
  const { db, posters } = settings;
  const lanes = new Map<string, Lane>();
  let enqueueing: Promise<unknown> | undefined;
  let stopped = false;

  function laneOf(platform: string): Lane {
    const lane = lanes.get(platform) ?? createLane(settings, platform);
    lanes.set(platform, lane);
    return lane;
  }

  return {
    async run() {
      if (stopped) return;
      enqueueing ??= enqueueDue(db, settings.failed).finally(() => {
        enqueueing = undefined;
      });
      await enqueueing;
      // Whoever has stopped meanwhile waits for no lane that is begun now.
      if (stopped) return;
      await Promise.all([...posters.keys()].map((platform) => laneOf(platform).drain()));
      if (!stopped) await tellUntold(settings);
    },
    async stop() {
      stopped = true;
      await Promise.allSettled([enqueueing, ...[...lanes.values()].map((lane) => lane.stop())]);
    },
  };
}

/** One platform's posts: no other platform waits for it. */
interface Lane {
  drain(): Promise<void>;
  stop(): Promise<void>;
}

function createLane<Message>(settings: OutboxSettings<Message>, platform: string): Lane {
  const { db, posters, failed, observe } = settings;
  const pace = { ...PACE, ...settings.pace };
  const holds = createHolds();
  /** What is being sent, with its workspace: until that is done, the workspace's next ones wait. */
  const sending = new Map<Promise<void>, string>();
  const asides = new Set<Promise<void>>();
  let draining: Promise<void> | undefined;
  let stopped = false;

  async function drainAll(): Promise<void> {
    try {
      for (;;) {
        const before = sending.size;
        // Looked at before anything is claimed: what ends meanwhile has held something back all the same.
        const pause = holds.shortest(performance.now());
        const claimed = stopped ? [] : await claimSome();
        for (const post of claimed) start(post);
        // What was being sent when it was asked has held back others of its workspace.
        if (claimed.length === 0 && before === 0) {
          if (stopped || pause === undefined || pause > LINGER_MS) return;
          await wait(pause);
          continue;
        }
        const enough = claimed.length === 0 ? Math.max(sending.size - 1, 0) : Math.floor(pace.sideBySide / 2);
        await untilAtMost(enough);
      }
    } finally {
      await Promise.all(sending.keys());
    }
  }

  /** Several posts are claimed in one statement; but none waits long for others that take their time. */
  async function untilAtMost(most: number): Promise<void> {
    const giveUp = new AbortController();
    const patience = wait(PATIENCE_MS, undefined, { signal: giveUp.signal }).catch(() => {});
    let patient = true;
    void patience.then(() => {
      patient = false;
    });
    while (sending.size > most && (patient || sending.size === pace.sideBySide))
      await Promise.race(patient ? [patience, ...sending.keys()] : sending.keys());
    giveUp.abort();
  }

  async function claimSome(): Promise<Claimed[]> {
    const now = performance.now();
    if (holds.holds("platform", now)) return [];
    const workspaces = [...holds.of("workspace", now), ...sending.values()];
    const channels = holds.of("channel", now);
    const count = pace.sideBySide - sending.size;
    return claim(db, { platform, count, workspaces, channels, leaseMs: pace.leaseMs });
  }

  function start(post: Claimed): void {
    const run = deliverOne(post).finally(() => sending.delete(run));
    sending.set(run, post.workspaceId);
  }

  async function deliverOne(post: Claimed): Promise<void> {
    const poster = posters.get(platform);
    if (!poster) return;
    const hold: Delivery<Message>["hold"] = (scope, milliseconds) => {
      const id = { platform, workspace: post.workspaceId, channel: post.channelId }[scope];
      holds.add(scope, id, performance.now() + milliseconds);
    };
    const aside: Delivery<Message>["aside"] = (work) => {
      const done = work.finally(() => asides.delete(done));
      asides.add(done);
    };
    try {
      const outcome = await deliver({ ...settings, ...pace, poster, hold, aside }, post);
      observe?.(outcome);
    } catch (error) {
      // Its lease runs out, and whoever claims it then goes on.
      failed(error);
    }
  }

  return {
    drain() {
      draining ??= drainAll().finally(() => {
        draining = undefined;
      });
      return draining;
    },
    async stop() {
      stopped = true;
      await draining;
      await Promise.all(asides);
    },
  };
}

type Scope = "channel" | "workspace" | "platform";

/** Until when a platform, a workspace or a channel has told us to wait, on the monotonic clock. */
function createHolds() {
  const until: Record<Scope, Map<string, number>> = { channel: new Map(), workspace: new Map(), platform: new Map() };
  function of(scope: Scope, now: number): string[] {
    for (const [id, end] of until[scope]) if (end <= now) until[scope].delete(id);
    return [...until[scope].keys()];
  }
  return {
    of,
    holds: (scope: Scope, now: number) => of(scope, now).length > 0,
    /** Milliseconds until the first of them ends; undefined: there is none. */
    shortest(now: number): number | undefined {
      const ends = Object.values(until).flatMap((ends) => [...ends.values()]);
      const left = ends.filter((end) => end > now).map((end) => end - now);
      return left.length > 0 ? Math.min(...left) : undefined;
    },
    add(scope: Scope, id: string, end: number) {
      until[scope].set(id, Math.max(end, until[scope].get(id) ?? 0));
    },
  };
}
