import { wordsOf } from "#src/words/index.ts";
import type { Failure } from "./failure.ts";
import type { Refusal } from "./port.ts";

/** A refusal of Slack's with the exact thing to do. `bot`: its name, without "@". */
export function refusalOf({ problem, code, missing }: Failure & { kind: "refused" }, bot: string): Refusal {
  if (missing) return missingScopes(missing);
  switch (problem) {
    case "not-member":
      return { problem, fix: words.invite(bot) };
    case "channel-hidden":
      return { problem, fix: words.inviteHidden(bot) };
    case "channel-gone":
      return { problem, fix: words.unarchive };
    case "workspace-gone":
      return { problem, fix: words.installAgain(code) };
    case "no-permission":
    case "mention-refused":
      return { problem, fix: FIXES[code] ?? words.askAdmin(code) };
  }
}

/** What the message holds is refused, in every way that it can be drawn. */
export function contentRefusal(code: string): Refusal {
  return { problem: "no-permission", fix: words.content(code) };
}

export function missingScopes(
  missing: readonly string[],
  problem: "no-permission" | "mention-refused" = "no-permission",
): Refusal {
  return { problem, missing, fix: words.grant(missing.join(", ")) };
}

const { posting: words } = wordsOf("en").slack;

const FIXES: Readonly<Record<string, string>> = {
  cannot_reply_to_message: words.threadGone,
  invalid_thread_ts: words.threadGone,
  thread_not_found: words.threadGone,
  restricted_action: words.restricted,
  restricted_action_read_only_channel: words.restricted,
  restricted_action_thread_only_channel: words.threadsOnly,
  restricted_action_non_threadable_channel: words.noThreads,
  restricted_action_thread_locked: words.threadLocked,
  thread_locked: words.threadLocked,
};
