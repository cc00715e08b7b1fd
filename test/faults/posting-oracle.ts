import type { Side, Standing } from "./posting-sides.ts";
import { type Slot, type StormPlatform, textOf } from "./posting-slots.ts";

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
  /** Posts whose answer a kill may have cut off. */
  readonly cut: number;
}

/** The servers' journals beside the table, message by message. */
export function compare({ slots, rows, sides, history, cut }: Compared): Findings {
  const recorded = new Map(rows.map((row) => [`${row.subscription.channelName} ${row.part}`, row]));
  const there = new Map<string, Standing[]>();
  const standing = (["discord", "slack"] as const).flatMap((platform) =>
    sides[platform].standing().map((message) => ({ platform, message })),
  );
  for (const { platform, message } of standing) {
    const key = `${platform} ${message.n} ${message.part}`;
    there.set(key, [...(there.get(key) ?? []), message]);
  }
  const rowOf = (slot: Slot, part: string) => recorded.get(`#jobs-${slot.n} ${part}`);
  const owed = slots.flatMap((slot) =>
    slot.parts
      .filter((part) => part === "main" || rowOf(slot, "main")?.state !== "unknown")
      .map((part) => ({ slot, part, key: `${slot.platform} ${slot.n} ${part}`, row: rowOf(slot, part) })),
  );
  const mayBeUnknown = ({ slot }: (typeof owed)[number]) => slot.platform === "slack" && !history;
  const unknown = owed.filter((one) => one.row?.state === "unknown" && mayBeUnknown(one));
  const known = owed.filter((one) => !unknown.includes(one));
  const keys = new Set(owed.map(({ key }) => key));
  const main = (slot: Slot) => there.get(`${slot.platform} ${slot.n} main`)?.[0]?.ref;

  const findings = {
    messages: standing.length,
    pictures: standing.filter(({ message }) => message.pictured).length,
    unknown: unknown.map(({ key }) => key),
    lost: known.filter(({ key }) => !there.has(key)).map(({ key }) => key),
    doubled: [...there].filter(([key, copies]) => copies.length > 1 || !keys.has(key)).map(([key]) => key),
    wrongRows: known
      .filter(({ slot, key, row }) => {
        const message = there.get(key)?.[0];
        const mark = row && sides[slot.platform].markOf(row.nonce);
        return row?.state !== "sent" || row.ref !== message?.ref || mark !== message.mark;
      })
      .map(({ key, row }) => `${key} (${row?.state})`),
    wrongMessages: owed
      .filter(({ slot, part, key }) =>
        there
          .get(key)
          ?.some(
            ({ text, below }) =>
              !text.startsWith(textOf(slot.n, part)) || below !== (part === "details" ? main(slot) : undefined),
          ),
      )
      .map(({ key }) => key),
    nonceTwice: repeated(standing.map(({ platform, message }) => `${platform} ${message.mark}`)),
    wronglyUnknown: history ? [] : unknownWithout(owed, { unanswered: sides.slack.weather.unanswered, cut }),
    violations: [...sides.discord.violations(), ...sides.slack.violations()],
  };
  const wrong = [...findings.lost, ...findings.doubled, ...findings.wrongRows, ...findings.wronglyUnknown];
  return { ...findings, stories: owed.filter(({ key }) => wrong.some((one) => one.startsWith(key))).map(storyOf) };

  function storyOf({ slot, key, row }: (typeof owed)[number]): string {
    if (!row) return `${key} has no row`;
    const { state, fence, attempts, sendingAt, sentAt, ref, nonce } = row;
    const sends = sides[slot.platform].weather.story.get(nonce) ?? [];
    const times = [sendingAt, sentAt].map((date) => date?.toISOString().slice(14, 23) ?? "never").join(" to ");
    const copies = (there.get(key) ?? []).map((one) => one.ref);
    return `${key}: ${state}, fence ${fence}, ${attempts} attempts, ${times}, ${ref} of ${copies}; ${sends.join("; ")}`;
  }
}

/** Whose answer did not come must be unknown; and besides those only what a kill has cut off. */
function unknownWithout(
  owed: readonly { readonly slot: Slot; readonly key: string; readonly row: Row | undefined }[],
  { unanswered, cut }: { readonly unanswered: ReadonlySet<string>; readonly cut: number },
): string[] {
  const onSlack = owed.filter(({ slot }) => slot.platform === "slack");
  const lost = onSlack.filter(({ row }) => row && unanswered.has(row.nonce));
  const others = onSlack.filter((one) => one.row?.state === "unknown" && !lost.includes(one));
  return [
    ...lost.filter(({ row }) => row?.state !== "unknown").map(({ key }) => `${key} is no question`),
    ...(others.length > cut ? others.map(({ key }) => `${key} was answered`) : []),
  ];
}

function repeated(all: readonly string[]): string[] {
  return [...new Set(all.filter((one, index) => all.indexOf(one) !== index))];
}
