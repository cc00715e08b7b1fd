import type { Database } from "#src/db/client.ts";
import type { Claimed } from "./claim.ts";
import { withdrawOthers } from "./copies.ts";
import { type Frozen, freeze, thaw } from "./frozen.ts";
import type { Posted, Poster, Refusal, Target } from "./poster.ts";
import * as record from "./record.ts";
import type { Subscription } from "./subscription.ts";
import { type Telling, tellOrganiser } from "./tell.ts";
import { type Problem, type Recorded, recordDead, recordOver, recordRefused } from "./trouble.ts";

/** What is to be posted. Asked again for the same edition, it gives the same. */
export interface Prepared<Message> {
  readonly main: Message;
  /** Goes into a thread below it, which has this title. */
  readonly details?: { readonly title: string; readonly message: Message } | undefined;
}

export type Outcome = "sent" | "later" | "unsure" | "failed" | "lost" | "skipped" | "unknown" | "dead" | "refused";

export interface Delivery<Message> {
  readonly db: Database;
  readonly poster: Poster<Message>;
  /** undefined: there is nothing to say this time. */
  readonly prepare: (subscription: Subscription, edition: string) => Promise<Prepared<Message> | undefined>;
  readonly notice: Telling<Message>["notice"];
  readonly failed: (error: unknown) => void;
  /** Hears what is of no use to ask for earlier. */
  readonly hold: (scope: "channel" | "workspace" | "platform", milliseconds: number) => void;
  /** Takes over what goes on by itself, and for which no other post is to wait. Does not reject. */
  readonly aside: (work: Promise<void>) => void;
  readonly leaseMs: number;
  readonly firstRetryMs: number;
}

/** Sends that may begin for one post. */
const MOST_ATTEMPTS = 8;
const LONGEST_RETRY_MS = 3 * 60 * 60 * 1_000;

/** Takes one claimed post as far as it goes. Throws what the database throws; whoever claims the post next goes on. */
export async function deliver<Message>(delivery: Delivery<Message>, claimed: Claimed): Promise<Outcome> {
  const { db, poster } = delivery;
  if (claimed.sendingMs !== null) {
    const { nonce, sendingMs, threadRef } = claimed;
    const since = new Date(Date.now() - sendingMs);
    const found = await poster.find(targetOf(claimed), { nonce, since, ...(threadRef && { thread: threadRef }) });
    if (found.kind === "there") return sent(delivery, claimed, found.ref);
    if (found.kind === "unknown") return over(delivery, claimed, "unknown", "unclear");
    if (found.kind === "later") {
      await record.recordUnsure(db, claimed, found.milliseconds);
      return "unsure";
    }
  }
  if (claimed.state !== "active") return over(delivery, claimed, "skipped", "paused");
  if (claimed.late) return tooLate(delivery, claimed);
  if (claimed.attempts >= MOST_ATTEMPTS) return dead(delivery, claimed, "given-up");
  return send(delivery, claimed);
}

async function send<Message>(delivery: Delivery<Message>, claimed: Claimed): Promise<Outcome> {
  const { db, poster } = delivery;
  const frozen = await prepared(delivery, claimed);
  if (frozen === "failed") return "failed";
  if (!frozen) return over(delivery, claimed, "skipped", "nothing-to-say");
  const thread = await threadFor(poster, claimed, frozen);
  if (thread && thread.kind !== "sent") return unsent(delivery, claimed, thread);
  const threadRef = thread?.ref ?? null;
  if (!(await record.beginSending(db, claimed, { frozen: freeze(frozen), threadRef }))) return "lost";
  // Whoever takes the post over when the lease is gone must find what was sent before: 30 s and the ten that a post takes.
  if (performance.now() - claimed.since > delivery.leaseMs / 2) {
    await record.recordLater(db, claimed, 0);
    return "later";
  }
  const { nonce, mention, part } = claimed;
  const options = { nonce, ...(mention && part === "main" && { mention }), ...(threadRef && { thread: threadRef }) };
  const posted = await poster.post(targetOf(claimed), frozen.message as Message, options);
  const late = performance.now() - claimed.since > delivery.leaseMs / 2;
  try {
    return await heard(delivery, claimed, posted);
  } finally {
    if (late && (posted.kind === "sent" || posted.kind === "unsure")) delivery.aside(withdrawOthers(delivery, claimed));
  }
}

async function heard<Message>(delivery: Delivery<Message>, claimed: Claimed, posted: Posted): Promise<Outcome> {
  if (posted.kind === "sent") return sent(delivery, claimed, posted.ref);
  if (posted.kind !== "unsure") return unsent(delivery, claimed, posted);
  await record.recordUnsure(delivery.db, claimed, retryMs(delivery, claimed));
  return "unsure";
}

async function prepared<Message>(
  delivery: Delivery<Message>,
  claimed: Claimed,
): Promise<Frozen | "failed" | undefined> {
  if (claimed.message !== null) return thaw(claimed.message);
  try {
    const made = await delivery.prepare({ ...claimed, id: claimed.subscriptionId }, claimed.edition);
    if (!made) return undefined;
    const { main, details } = made;
    return { message: main, ...(details && { details: details.message, title: details.title }) };
  } catch (error) {
    delivery.failed(error);
    await record.recordUnprepared(delivery.db, claimed, retryMs(delivery, claimed));
    return "failed";
  }
}

async function threadFor<Message>(poster: Poster<Message>, claimed: Claimed, { title }: Frozen) {
  const { part, threadRef, mainRef } = claimed;
  if (part === "main") return undefined;
  if (threadRef) return { kind: "sent", ref: threadRef } as const;
  if (!mainRef) throw new Error(`details of ${claimed.subscriptionId} in ${claimed.edition} without a main message`);
  return poster.openThread(targetOf(claimed), mainRef, title ?? "");
}

/** The first copy that is recorded stands; ours, if it is another one, is taken back. */
async function sent<Message>({ db, poster }: Delivery<Message>, claimed: Claimed, ref: string): Promise<Outcome> {
  const standing = await record.recordSent(db, claimed, ref);
  if (standing !== null && standing !== ref) await poster.withdraw(targetOf(claimed), ref);
  return standing === ref ? "sent" : "lost";
}

async function unsent<Message>(
  delivery: Delivery<Message>,
  claimed: Claimed,
  posted: Exclude<Posted, { kind: "sent" }>,
): Promise<Outcome> {
  const { db, hold } = delivery;
  switch (posted.kind) {
    case "later":
      hold(posted.scope, posted.milliseconds);
      await record.recordLater(db, claimed, posted.milliseconds);
      // The row's time is counted from now: who waits for the end of the hold then finds it due.
      hold(posted.scope, posted.milliseconds);
      return "later";
    case "unsure":
      await record.recordUnprepared(db, claimed, retryMs(delivery, claimed));
      return "failed";
    case "refused": {
      const recorded = await recordRefused(db, claimed, posted.problem);
      const { kind: _, ...refusal } = posted;
      await tell(delivery, claimed, { recorded, problem: posted.problem, refusal });
      return recorded ? "refused" : "lost";
    }
  }
}

/** What nobody ever tried, because we were away, is skipped as if it had never been due. */
function tooLate<Message>(delivery: Delivery<Message>, claimed: Claimed): Promise<Outcome> {
  return claimed.attempts === 0 ? over(delivery, claimed, "skipped", "too-late") : dead(delivery, claimed, "too-late");
}

async function over<Message>(
  delivery: Delivery<Message>,
  claimed: Claimed,
  state: "skipped" | "unknown",
  problem: Problem,
): Promise<Outcome> {
  const recorded = await recordOver(delivery.db, claimed, { state, problem });
  if (state === "unknown") await tell(delivery, claimed, { recorded, problem });
  return recorded ? state : "lost";
}

async function dead<Message>(delivery: Delivery<Message>, claimed: Claimed, problem: Problem): Promise<Outcome> {
  const recorded = await recordDead(delivery.db, claimed, problem);
  await tell(delivery, claimed, { recorded, problem: recorded?.paused ? "failing" : problem });
  return recorded ? "dead" : "lost";
}

/** A thread that is missing is to be seen in the list; nobody is written to for it. */
async function tell<Message>(
  { db, poster, notice }: Delivery<Message>,
  claimed: Claimed,
  { recorded, ...what }: { recorded: Recorded; problem: Problem; refusal?: Refusal },
): Promise<void> {
  if (!recorded || claimed.part === "details") return;
  const { edition, subscriptionId: id } = claimed;
  const { paused } = recorded;
  await tellOrganiser({ db, poster, notice }, { ...claimed, id }, { ...what, edition, paused });
}

function targetOf({ workspaceId, channelId }: Claimed): Target {
  return { workspaceId, channelId };
}

/** 20 s, a minute, three minutes and so on: eight attempts are spread over five of the six hours. */
function retryMs({ firstRetryMs }: Delivery<unknown>, { attempts }: Claimed): number {
  return Math.min(firstRetryMs * 3 ** attempts, LONGEST_RETRY_MS);
}
