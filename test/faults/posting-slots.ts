import type { Block, Message } from "#src/chat/message.ts";
import type { Prepared } from "#src/coach/posting/deliver.ts";
import type { Database } from "#src/db/client.ts";
import { makeDue } from "../coach/posting/channels.ts";

export type StormPlatform = "discord" | "slack";
export type Part = "main" | "details";

export interface Slot {
  readonly n: number;
  readonly platform: StormPlatform;
  /** Parts of it that are owed to its channel. */
  readonly parts: readonly Part[];
  /** A file that came with the text, or figures that are drawn when it is posted. */
  readonly picture: "file" | "figures" | undefined;
}

/** Half of them on Discord and half with details, in all combinations; of every 20 one has a picture. */
export function slotOf(n: number): Slot {
  const round = Math.floor(n / 20) % 4;
  const pictured = n % 20 === [2, 1, 0, 3][round];
  return {
    n,
    platform: n % 4 < 2 ? "slack" : "discord",
    parts: n % 2 ? ["main", "details"] : ["main"],
    picture: pictured ? (round % 2 ? "figures" : "file") : undefined,
  };
}

/** What stands in a channel, of this slot and of no other. */
export function textOf(n: number, part: Part): string {
  return part === "main" ? `Post ${n} for its channel.` : `More about post ${n}.`;
}

export function preparedFor(channelName: string | null): Prepared<Message> {
  const slot = slotOf(Number(channelName?.slice(channelName.lastIndexOf("-") + 1)));
  const main = messageOf(textOf(slot.n, "main"), slot.picture ? [PICTURES[slot.picture]] : []);
  if (!slot.parts.includes("details")) return { main };
  return { main, details: { title: `Thread ${slot.n}`, message: messageOf(textOf(slot.n, "details"), []) } };
}

/** The smallest PNG that there is: one pixel. */
export const PNG = new Uint8Array(
  Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  ),
);

/** Subscriptions whose time has come, though nobody looks yet: each replica lets some of them come round. */
export async function prepareSlots(
  db: Database,
  slots: readonly Slot[],
  { placeOf, organisers }: Places,
): Promise<void> {
  const due = slots.map((slot) => ({ platform: slot.platform, ...placeOf(slot), minutesLate: 10 + (slot.n % 50) }));
  const ids = await makeDue(db, due);
  const { id: userId } = await db.user.findFirstOrThrow();
  await db.chatAccount.deleteMany();
  await db.chatAccount.createMany({
    data: organisers.map((account) => ({ ...account, userId })),
    skipDuplicates: true,
  });
  const rows = slots.map(({ n }) => ({ id: ids[n], name: `#jobs-${n}` }));
  await db.$executeRaw`
    UPDATE "Subscription" s SET "nextAt" = now() + interval '2 days', "channelName" = r."name"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r("id" text, "name" text) WHERE s."id" = r."id"`;
}

interface Places {
  placeOf(slot: Slot): { readonly workspaceId: string; readonly channelId: string };
  readonly organisers: readonly {
    readonly platform: StormPlatform;
    readonly workspaceId: string;
    readonly platformUserId: string;
  }[];
}

function messageOf(text: string, blocks: readonly Block[]): Message {
  return { summary: text, blocks: [{ kind: "text", text }, ...blocks] };
}

const PICTURES: Readonly<Record<"file" | "figures", Block>> = {
  file: { kind: "image", file: { name: "salaries.png", mediaType: "image/png", bytes: PNG }, alt: "Salaries" },
  figures: {
    kind: "ranges",
    title: "Salaries",
    unit: "EUR a year",
    names: { row: "Role", min: "Lowest", median: "Median", max: "Highest" },
    rows: [{ label: "Engineer", min: 40_000, median: 60_000, max: 90_000 }],
    alt: "Engineers earn 40,000 to 90,000 EUR a year.",
  },
};
