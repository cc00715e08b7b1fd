import type { Side, Standing } from "./posting-sides.ts";
import { type Part, type Slot, type StormPlatform, slotOf, textOf } from "./posting-slots.ts";

/** What is wrong; the same word for a message everywhere: "slack 12 details". */
export interface Findings {
  /** Messages that stand in channels and threads. */
  readonly messages: number;
  readonly pictures: number;
  /** Nobody could know whether they are there, and the rows say so. */
  readonly unknown: readonly string[];
  /** Messages that are in no channel, or in it more than once, or in one where they do not belong. */
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  /** Rows that do not say "sent" with the id and the nonce of the message that is there. */
  readonly wrongRows: readonly string[];
  /** Messages that say something else than was to be said, or stand below another message. */
  readonly wrongMessages: readonly string[];
  /** The same nonce in two messages. */
  readonly nonceTwice: readonly string[];
  /** Of those, what was answered, or never left, when a kill cut off whoever was at it. */
  readonly cutOff: readonly string[];
  /** Rows that are "unknown" though nothing went wrong with their answer, and the other way round. */
  readonly wronglyUnknown: readonly string[];
  readonly violations: readonly string[];
  /** How what is wrong came about: times are minutes and seconds. */
  readonly stories: readonly string[];
}

export interface Row {
  readonly part: string;
  readonly state: string;
  readonly ref: string | null;
  readonly nonce: string;
  readonly fence: number;
  readonly attempts: number;
  readonly sendingAt: Date | null;
  readonly sentAt: Date | null;
  readonly subscription: { readonly channelName: string | null };
}

interface Compared {
  readonly slots: readonly Slot[];
  readonly rows: readonly Row[];
  readonly sides: Readonly<Record<StormPlatform, Side>>;
  /** Whether a row may be "unknown": on Slack without the permission to read. */
  readonly history: boolean;
  /** Of how many posts kills may have cut off the answer. */
  readonly cut: number;
}

/** The servers' journals beside the table, message by message. */
export function compare({ slots, rows, sides, history, cut }: Compared): Findings {
  const { owed, strays, standing } = pair(slots, rows, sides);
  const mayBeUnknown = ({ slot }: Owed) => slot.platform === "slack" && !history;
  const unanswered = ({ row }: Owed) => row && sides.slack.weather.unanswered.has(row.nonce);
  const unknown = owed.filter((one) => one.row?.state === "unknown" && mayBeUnknown(one));
  const known = owed.filter((one) => !unknown.includes(one));
  // Where nobody may look, whose answer did not come must be a question; and besides that only what a kill has cut off.
  const answered = unknown.filter((one) => !unanswered(one));
  const unasked = known.filter((one) => mayBeUnknown(one) && unanswered(one));
  const wrongly = {
    lost: known.filter(({ copies }) => copies.length === 0),
    doubled: owed.filter(({ copies }) => copies.length > 1),
    wrongRows: known.filter((one) => !isTrue(one, sides)),
    wrongMessages: owed.filter(({ copies, text, below }) =>
      copies.some((copy) => !copy.text.startsWith(text) || copy.below !== below),
    ),
    wronglyUnknown: [...unasked, ...(answered.length > cut ? answered : [])],
  };
  const keysOf = (some: readonly Owed[]) => some.map(({ key }) => key);
  return {
    messages: standing.length,
    pictures: standing.filter(({ pictured }) => pictured).length,
    unknown: keysOf(unknown),
    cutOff: keysOf(answered),
    lost: keysOf(wrongly.lost),
    doubled: [...keysOf(wrongly.doubled), ...strays],
    wrongRows: keysOf(wrongly.wrongRows),
    wrongMessages: keysOf(wrongly.wrongMessages),
    nonceTwice: repeated(standing.map(({ mark }) => mark)),
    wronglyUnknown: keysOf(wrongly.wronglyUnknown),
    violations: [...sides.discord.violations(), ...sides.slack.violations()],
    stories: [...new Set(Object.values(wrongly).flat())].map((one) => storyOf(one, sides)),
  };
}

/** A message that must stand in its channel once, with what is said of it and what stands there. */
interface Owed {
  readonly slot: Slot;
  readonly key: string;
  readonly text: string;
  /** The message that its thread must stand below. */
  readonly below: string | undefined;
  readonly row: Row | undefined;
  readonly copies: readonly Standing[];
}

function pair(slots: readonly Slot[], rows: readonly Row[], sides: Compared["sides"]) {
  const recorded = new Map(rows.map((row) => [`${row.subscription.channelName} ${row.part}`, row]));
  const there = new Map<string, Standing[]>();
  const standing = Object.values(sides).flatMap((side) => side.standing());
  for (const message of standing) {
    const key = keyOf(slotOf(message.n), message.part);
    there.set(key, [...(there.get(key) ?? []), message]);
  }
  const owed = slots.flatMap((slot): Owed[] => {
    const about = (part: Part) => {
      const key = keyOf(slot, part);
      const row = recorded.get(`#jobs-${slot.n} ${part}`);
      return { slot, key, text: textOf(slot.n, part), row, copies: there.get(key) ?? [] };
    };
    const main = { ...about("main"), below: undefined };
    // Below what may not be there, nothing is posted.
    const alone = !slot.parts.includes("details") || main.row?.state === "unknown";
    return alone ? [main] : [main, { ...about("details"), below: main.copies[0]?.ref }];
  });
  const keys = new Set(owed.map(({ key }) => key));
  return { owed, standing, strays: [...there.keys()].filter((key) => !keys.has(key)) };
}

function keyOf({ platform, n }: Slot, part: Part): string {
  return `${platform} ${n} ${part}`;
}

/** Whether its row says what is there. */
function isTrue({ slot, row, copies: [message] }: Owed, sides: Compared["sides"]): boolean {
  if (!row || !message) return false;
  return row.state === "sent" && row.ref === message.ref && sides[slot.platform].markOf(row.nonce) === message.mark;
}

function storyOf({ slot, key, row, copies }: Owed, sides: Compared["sides"]): string {
  if (!row) return `${key} has no row`;
  const { state, fence, attempts, sendingAt, sentAt, ref, nonce } = row;
  const sends = sides[slot.platform].weather.story.get(nonce) ?? [];
  const times = [sendingAt, sentAt].map((date) => date?.toISOString().slice(14, 23) ?? "never").join(" to ");
  const refs = copies.map((copy) => copy.ref);
  return `${key}: ${state}, fence ${fence}, ${attempts} attempts, ${times}, ${ref} of ${refs}; ${sends.join("; ")}`;
}

function repeated(all: readonly string[]): string[] {
  return [...new Set(all.filter((one, index) => all.indexOf(one) !== index))];
}
