import type { Database } from "#src/db/client.ts";
import { UserError } from "#src/words/errors.ts";
import { isThere } from "../communities.ts";
import { subjectOf } from "../insights/subjects.ts";
import { upcomingSlots } from "../schedule/due.ts";
import type { Slot } from "../schedule/slots.ts";
import { canonicalZone, isZone, suggestZones } from "../schedule/zones.ts";
import { enqueueBefore } from "./enqueue.ts";
import type { Posters } from "./poster.ts";
import { courseOf, type Settled, type Subscription, scheduleOf, settleUntil, type Times } from "./subscription.ts";
import {
  adoptRow,
  findRow,
  insertRow,
  listRows,
  lockRow,
  type Row,
  removeRow,
  settlePost,
  skipPending,
  updateRow,
} from "./subscription-rows.ts";

/** What channels have asked for. Only organisers may; whoever calls has made sure of that. */
export interface Subscriptions {
  /**
   * For one channel, industry and kind there is one: asked for again, its times are changed, and if it was paused it goes
   * on. What was due by its old times is posted all the same. UserError: industry-unknown, zone-unknown, number-out-of-range, channel-refused, posting-unavailable,
   * subscriptions-full.
   */
  subscribe(organiser: Organiser, request: SubscriptionRequest): Promise<Subscribed>;
  /** By channel and industry. */
  list(workspace: Workspace): Promise<readonly SubscriptionView[]>;
  /** UserError, as for all that follow: subscription-gone, not-yours for one of another workspace. */
  find(workspace: Workspace, id: string): Promise<SubscriptionView>;
  /** What was due and is not on its way yet is skipped. Paused already: nothing changes. */
  pause(workspace: Workspace, id: string): Promise<SubscriptionView>;
  /**
   * What was missed meanwhile is not made up for. Active already: nothing changes. Whoever resumes one whose organiser is
   * not there any more is told from then on. UserError: channel-refused.
   */
  resume(organiser: Organiser, id: string): Promise<SubscriptionView>;
  /** Returns it as it was. */
  unsubscribe(workspace: Workspace, id: string): Promise<SubscriptionView>;
  /**
   * A person has looked for a post of which nobody knew whether it is there: it counts as sent, or is sent again while it
   * is not too late. Asked a second time, nothing changes.
   */
  settle(workspace: Workspace, id: string, looked: { edition: string; there: boolean }): Promise<SubscriptionView>;
}

export interface Workspace {
  readonly platform: string;
  readonly workspaceId: string;
}

export interface Organiser extends Workspace {
  readonly userId: string;
}

export interface SubscriptionRequest extends Times, Pick<Subscription, "kind" | "industry" | "mention"> {
  readonly channelId: string;
}

export interface Subscribed {
  readonly kind: "new" | "changed" | "same";
  readonly subscription: SubscriptionView;
}

export interface SubscriptionView extends Subscription {
  /** The next three times; none while it is paused or its zone is unknown here. The first one's edition is what a preview shows. */
  readonly next: readonly Slot[];
  /** What became of the newest edition. */
  readonly newest: Row["newest"];
}

type Asked = Pick<SubscriptionRequest, "channelId" | "mention">;

/** What a platform calls the channel and the mention. */
type Checked = Pick<Subscription, "mention" | "mentionName"> & { readonly channelName: string };

/** More channels than one community reads, and few enough that it is in nobody's way. */
export const MOST_SUBSCRIPTIONS = 50;

export function createSubscriptions({ db, posters }: { db: Database; posters: Posters }): Subscriptions {
  async function check({ platform, workspaceId }: Workspace, { channelId, mention }: Asked): Promise<Checked> {
    const poster = posters.get(platform);
    if (!poster) throw new UserError("posting-unavailable", {});
    const checked = await poster.check({ workspaceId, channelId, ...(mention !== null && { mention }) });
    if (checked.ok) {
      await isThere(db, { platform, workspaceId });
      const { channelName, mention: known } = checked;
      return { channelName, mention: known?.id ?? mention, mentionName: known?.name ?? null };
    }
    const { problem, fix, missing = [] } = checked;
    throw new UserError("channel-refused", { problem, fix, missing });
  }

  async function find(workspace: Workspace, id: string): Promise<SubscriptionView> {
    const row = await findRow(db, id);
    if (!row) throw new UserError("subscription-gone", {});
    if (row.platform !== workspace.platform || row.workspaceId !== workspace.workspaceId)
      throw new UserError("not-yours", {});
    return viewOf(row);
  }

  function write(
    { platform, workspaceId, userId }: Organiser,
    request: SubscriptionRequest & Checked,
  ): Promise<{ kind: Subscribed["kind"]; id: string }> {
    return db.$transaction(async (tx) => {
      const found = await lockRow(tx, { platform, workspaceId }, request);
      if (found?.state === "active" && isSame(found, request)) {
        if (found.organiserId === null) await adoptRow(tx, found.id, userId);
        return { kind: "same", id: found.id };
      }
      const wanted = { ...request, platform, workspaceId, userId };
      if (found) {
        const settled = { edition: found.lastEdition, at: found.lastAt };
        const last = isRunning(found) ? await enqueueBefore(tx, found) : settled;
        await updateRow(tx, found.id, { ...wanted, ...settleUntil(found.now, scheduleOf(request), last) });
        return { kind: "changed", id: found.id };
      }
      const settle = (now: Date): Settled => settleUntil(now, scheduleOf(request));
      const id = await insertRow(tx, wanted, { settle, most: MOST_SUBSCRIPTIONS });
      if (!id) throw new UserError("subscriptions-full", { max: MOST_SUBSCRIPTIONS });
      return { kind: "new", id };
    });
  }

  return {
    find,

    async subscribe(organiser, asked) {
      const request = { ...asked, zone: checkTimes(asked), industry: subjectOf(asked.industry).key };
      const checked = { ...request, ...(await check(organiser, request)) };
      // Two at once: the one that comes second finds the other's.
      const done = await write(organiser, checked).catch((error: unknown) => {
        if ((error as { code?: string }).code !== "P2002") throw error;
        return write(organiser, checked);
      });
      return { kind: done.kind, subscription: await find(organiser, done.id) };
    },

    async list(workspace) {
      return (await listRows(db, workspace)).map(viewOf);
    },

    async pause(workspace, id) {
      await find(workspace, id);
      await skipPending(db, id);
      return find(workspace, id);
    },

    async resume(organiser, id) {
      const found = await find(organiser, id);
      if (found.state === "active") return found;
      const checked = await check(found, found);
      await db.$transaction(async (tx) => {
        const row = await lockRow(tx, found, found);
        if (row?.state !== "paused") return;
        const last = { edition: row.lastEdition, at: row.lastAt };
        const settled = settleUntil(row.now, scheduleOf(row), last);
        await updateRow(tx, id, { ...row, ...settled, ...checked, userId: row.organiserId ?? organiser.userId });
      });
      return find(organiser, id);
    },

    async unsubscribe(workspace, id) {
      const found = await find(workspace, id);
      await removeRow(db, id);
      return found;
    },

    async settle(workspace, id, { edition, there }) {
      await find(workspace, id);
      await settlePost(db, { id, edition, there });
      return find(workspace, id);
    },
  };
}

/** The zone's name as it is kept. */
function checkTimes({ weekday, hour, minute, zone }: Times): string {
  const within = (option: string, typed: number, min: number, max: number) => {
    if (!Number.isInteger(typed) || typed < min || typed > max)
      throw new UserError("number-out-of-range", { option, typed, min, max });
  };
  if (weekday !== null) within("weekday", weekday, 1, 7);
  within("hour", hour, 0, 23);
  within("minute", minute, 0, 59);
  const known = canonicalZone(zone);
  if (known) return known;
  const near = suggestZones(zone, new Date()).slice(0, 5);
  throw new UserError("zone-unknown", { typed: zone, near: near.map((choice) => choice.zone) });
}

function isSame(row: Row, { weekday, hour, minute, zone, mention }: SubscriptionRequest): boolean {
  return (
    JSON.stringify([row.weekday, row.hour, row.minute, row.zone, row.mention]) ===
    JSON.stringify([weekday, hour, minute, zone, mention])
  );
}

function viewOf({ now, ...row }: Row): SubscriptionView {
  return { ...row, next: isRunning(row) ? upcomingSlots(courseOf(row), now, 3) : [] };
}

/** One in a zone that this process does not know can be seen, changed and ended all the same. */
function isRunning({ state, zone }: Pick<Subscription, "state" | "zone">): boolean {
  return state === "active" && isZone(zone);
}
