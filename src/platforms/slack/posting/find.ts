import { list, object, string } from "../json.ts";
import type { Connect } from "./connection.ts";
import { readFailure } from "./failure.ts";
import type { Found, Sought, Target } from "./port.ts";
import { EVENT_TYPE } from "./send.ts";

/**
 * Looks for a post of ours by the nonce in its metadata, in as many requests as the messages since then fill: one, as a
 * rule. Reading needs channels:history or groups:history; without it nobody can know. `againMs`: when to look again after
 * Slack did not answer.
 */
export async function findPost(
  { channelId }: Target,
  { nonce, since, thread, besides }: Sought,
  { connect, endsAt, againMs }: { connect: Connect; endsAt: number; againMs: number },
): Promise<Found> {
  const { conversations } = connect(endsAt - performance.now()).client;
  let cursor = "";
  try {
    do {
      const page = {
        channel: channelId,
        oldest: ((since.getTime() - CLOCKS_MS) / 1_000).toFixed(6),
        inclusive: true,
        include_all_metadata: true,
        limit: PAGE,
        ...(cursor && { cursor }),
      };
      const answer = object(
        await (thread ? conversations.replies({ ...page, ts: thread }) : conversations.history(page)),
      );
      const found = list(answer.messages)
        .map(object)
        .find((message) => isSought(message, nonce) && message.ts !== besides);
      if (found) return { kind: "there", ref: string(found.ts) };
      cursor = string(object(answer.response_metadata).next_cursor);
    } while (cursor);
    return { kind: "not-there" };
  } catch (error) {
    const failure = readFailure(error);
    if (failure.kind === "later") return { kind: "later", milliseconds: failure.milliseconds };
    return failure.kind === "unsure" && failure.passing
      ? { kind: "later", milliseconds: againMs }
      : { kind: "unknown" };
  }
}

/**
 * How far the database's clock and Slack's may be apart: the port's five minutes. Too little, and what is there is not seen
 * and posted twice.
 */
const CLOCKS_MS = 5 * 60_000;
/** What Slack advises for a page; docs.slack.dev/apis/web-api/pagination. */
const PAGE = 200;

function isSought(message: ReturnType<typeof object>, nonce: string): boolean {
  const { event_type, event_payload } = object(message.metadata);
  return event_type === EVENT_TYPE && object(event_payload).nonce === nonce;
}
