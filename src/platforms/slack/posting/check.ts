import { wordsOf } from "#src/words/index.ts";
import { isChannelId } from "../channel-id.ts";
import { object, string } from "../json.ts";
import type { Connection } from "./connection.ts";
import { type Failure, readFailure } from "./failure.ts";
import type { PostCheck, Refusal, Target } from "./port.ts";
import { refusalOf } from "./refusal.ts";
import { findGroup } from "./usergroup.ts";

/** Whether a post would go into the channel, and whom it may notify there. `bot`: its name, without "@". */
export async function checkChannel(
  { channelId, mention }: Target & { readonly mention?: string },
  { connection, bot }: { connection: Connection; bot: string },
): Promise<PostCheck> {
  if (!isChannelId(channelId)) return refuse({ problem: "no-permission", fix: words.channelsOnly });
  const seen = await see(channelId, connection, bot);
  if (typeof seen !== "string") return refuse(seen);
  if (mention === undefined || mention.trim() === "") return { ok: true, channelName: seen };
  const group = await findGroup(connection, mention);
  return "problem" in group ? refuse(group) : { ok: true, channelName: seen, mention: group };
}

const { posting: words } = wordsOf("en").slack;

/** The channel's name, when posts go into it. */
async function see(channelId: string, connection: Connection, bot: string): Promise<string | Refusal> {
  try {
    const channel = object((await connection.client.conversations.info({ channel: channelId })).channel);
    const name = `#${string(channel.name)}`;
    if (channel.is_im === true || channel.is_mpim === true)
      return { problem: "no-permission", fix: words.channelsOnly };
    if (channel.is_archived === true) return { problem: "channel-gone", fix: words.unarchive };
    if (channel.is_member !== true) return { problem: "not-member", fix: words.inviteTo(bot, name) };
    if (channel.is_read_only === true) return { problem: "no-permission", fix: words.restricted };
    if (channel.is_thread_only === true) return { problem: "no-permission", fix: words.threadsOnly };
    return name;
  } catch (error) {
    const failure = readFailure(error);
    if (failure.kind === "refused" && failure.missing) return prove(channelId, connection, bot);
    return refusalOfFailure(failure, bot);
  }
}

/**
 * Without the permission to look at channels: a message for next month, taken back at once, is refused where a post would
 * be, and nobody sees it. Should it stay, what it says does no harm.
 */
async function prove(channelId: string, { client }: Connection, bot: string): Promise<string | Refusal> {
  try {
    const post_at = Math.floor(Date.now() / 1_000) + PROOF_AHEAD_SECONDS;
    const { scheduled_message_id: id = "" } = await client.chat.scheduleMessage({
      channel: channelId,
      post_at,
      text: words.proof,
    });
    await client.chat.deleteScheduledMessage({ channel: channelId, scheduled_message_id: id });
    return `#${channelId}`;
  } catch (error) {
    return refusalOfFailure(readFailure(error), bot);
  }
}

const PROOF_AHEAD_SECONDS = 30 * 24 * 60 * 60;

function refusalOfFailure(failure: Failure, bot: string): Refusal {
  return failure.kind === "refused" ? refusalOf(failure, bot) : { problem: "channel-hidden", fix: words.noAnswer };
}

function refuse(refusal: Refusal): PostCheck {
  return { ok: false, ...refusal };
}
