import { wordsOf } from "#src/words/index.ts";
import { inviteLink } from "../install.ts";
import { judge } from "./check.ts";
import { NEEDED } from "./permissions.ts";
import type { Refusal, Target } from "./port.ts";
import type { Survey } from "./survey.ts";

const words = wordsOf("en").discord;

/** Why Discord refused something in a channel. undefined where nobody there can do anything about it. */
export type Explain = (target: Target, code: number, signal: AbortSignal) => Promise<Refusal | undefined>;

/** Looks at the channel where the code alone does not say what is missing. */
export function createExplain({ survey }: { readonly survey: Survey }): Explain {
  return async (target, code, signal) => {
    const plain = KNOWN[code];
    if (!plain || !LOOK.has(code)) return plain;
    const surveyed = await survey(target, signal);
    if (surveyed.kind === "not-member") {
      const link = inviteLink(surveyed.self.applicationId, target.workspaceId);
      return { problem: "workspace-gone", fix: words.addAgain(link) };
    }
    // What Discord refused a moment ago stays refused when it does not answer any more, or was put right meanwhile.
    if (surveyed.kind === "away") return plain;
    const judged = judge(surveyed, target);
    if (judged.ok) return plain;
    const { ok: _, ...refusal } = judged;
    return refusal;
  };
}

const missing = NEEDED.map((name) => words.permissions[name]);
const allowAll = words.allow(missing, words.bot, words.thisChannel);

// discord.com/developers/docs/topics/opcodes-and-status-codes#json
const KNOWN: Readonly<Record<number, Refusal>> = {
  10003: { problem: "channel-gone", fix: words.chooseOther },
  10004: { problem: "workspace-gone", fix: words.chooseOther },
  10008: { problem: "channel-gone", fix: words.messageGone },
  50001: { problem: "channel-hidden", fix: allowAll },
  50013: { problem: "no-permission", fix: allowAll },
  50083: { problem: "no-permission", fix: words.openThread },
  160005: { problem: "no-permission", fix: words.openThread },
  160006: { problem: "no-permission", fix: words.archiveThreads },
  160007: { problem: "no-permission", fix: words.archiveThreads },
  200000: { problem: "no-permission", fix: words.autoMod(words.bot) },
};

const LOOK: ReadonlySet<number> = new Set([10003, 10004, 50001, 50013]);
