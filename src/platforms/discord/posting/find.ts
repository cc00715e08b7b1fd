import { type APIMessage, PermissionFlagsBits, RequestMethod, Routes, SnowflakeUtil } from "discord.js";
import type { Asker } from "./ask.ts";
import { bears, markOf } from "./mark.ts";
import type { Found, Sought, Target } from "./port.ts";
import { threadMessage } from "./ref.ts";
import type { AskSelf } from "./self.ts";
import type { Survey } from "./survey.ts";

export type Find = (target: Target, sought: Sought, signal: AbortSignal) => Promise<Found>;

interface FindSettings extends Pick<Asker, "ask"> {
  readonly self: AskSelf;
  readonly survey: Survey;
  /** For how long the same nonce makes no second message. */
  readonly nonceMs: number;
  /** When to look again after Discord did not answer. */
  readonly againMs: number;
}

/** Looks through all that was written since; in a busy channel over several calls, each going on where the last one ended. */
export function createFind({ ask, self, survey, nonceMs, againMs }: FindSettings): Find {
  const readUntil = new Map<string, string>();

  return async (target, { nonce, since, thread, besides }, signal) => {
    if (Date.now() - since.getTime() < nonceMs * SAFE_SHARE) return { kind: "not-there" };
    const us = await self(signal);
    if (us.kind !== "done") return later(us);
    const route = Routes.channelMessages(thread ?? target.channelId);
    const mark = markOf(nonce);
    let after = readUntil.get(nonce) ?? before(since);
    for (;;) {
      const query = { after, limit: String(PAGE) };
      const page = await ask<APIMessage[]>({ method: RequestMethod.Get, route, query, signal });
      if (page.kind === "no") return page.code === UNKNOWN_CHANNEL ? { kind: "not-there" } : { kind: "unknown" };
      if (page.kind !== "done") return later(page);
      const ref = page.value
        .filter((message) => message.author.id === us.value.userId && bears(message, mark))
        .map(({ id }) => (thread ? threadMessage(thread, id) : id))
        .find((copy) => copy !== besides);
      if (ref !== undefined) return over(nonce, { kind: "there", ref });
      after = page.value.reduce((newest, { id }) => (BigInt(id) > BigInt(newest) ? id : newest), after);
      if (page.value.length < PAGE) {
        if (page.value.length > 0) return over(nonce, { kind: "not-there" });
        break;
      }
      remember(nonce, after);
    }
    // Whoever may not read what was written before is shown nothing, just as where nothing was written.
    const surveyed = await survey(target, signal);
    if (surveyed.kind === "away") return later({ kind: "lost" });
    const reads = surveyed.kind === "seen" && (surveyed.permissions & PermissionFlagsBits.ReadMessageHistory) !== 0n;
    return over(nonce, { kind: reads ? "not-there" : "unknown" });
  };

  function later(asked: { readonly kind: "wait"; readonly milliseconds: number } | { readonly kind: string }): Found {
    return { kind: "later", milliseconds: "milliseconds" in asked ? asked.milliseconds : againMs };
  }

  function remember(nonce: string, id: string): void {
    const [oldest] = readUntil.keys();
    if (readUntil.size >= MOST_REMEMBERED && oldest !== undefined) readUntil.delete(oldest);
    readUntil.set(nonce, id);
  }

  function over(nonce: string, found: Found): Found {
    readUntil.delete(nonce);
    return found;
  }
}

/** Of the time that a nonce counts: what is left is for sending it again. */
const SAFE_SHARE = 0.75;
/** The most that Discord gives at once. */
const PAGE = 100;
const MOST_REMEMBERED = 500;
const UNKNOWN_CHANNEL = 10003;
/**
 * By which the database's clock and Discord's may differ: the port's five minutes. Too little, and what is there is not
 * seen and posted twice; too much costs a page more in a busy channel.
 */
const CLOCKS_MS = 5 * 60_000;

function before(since: Date): string {
  return String(
    SnowflakeUtil.generate({ timestamp: since.getTime() - CLOCKS_MS, increment: 0n, workerId: 0n, processId: 0n }),
  );
}
