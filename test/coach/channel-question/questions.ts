import { randomUUID } from "node:crypto";
import type { Subscription } from "#src/coach/posting/subscription.ts";
import type { Database } from "#src/db/client.ts";

export const DAY_MS = 24 * 60 * 60 * 1_000;

/** Noon of a day; the first of them is long before today, so that whatever is due then is over now. */
export const noonOf = (day: number): Date => new Date(Date.UTC(2026, 0, 1 + day, 12));
export const editionOf = (day: number): string => noonOf(day).toISOString().slice(0, 10);

/** A channel's subscription to a daily question at noon, with its organiser. */
export async function subscribe(db: Database, given: Partial<Subscription> = {}): Promise<Subscription> {
  const organiserId = await addPerson(db);
  const row = await db.subscription.create({
    data: {
      id: randomUUID(),
      platform: "slack",
      workspaceId: randomUUID(),
      channelId: "C1",
      channelName: "#jobs",
      kind: "question",
      industry: "tech",
      hour: 12,
      zone: "UTC",
      lastEdition: editionOf(-1),
      lastAt: noonOf(-1),
      nextAt: noonOf(0),
      organiserId,
      ...given,
    },
  });
  return row as Subscription;
}

export async function addPerson(db: Database): Promise<string> {
  const { id } = await db.user.create({ data: { name: "Somebody" } });
  return id;
}
