import { parseJson, string } from "./json.ts";
import { LIMITS } from "./limits.ts";

/** Where something came from, and so where its answer goes. Kept in a form's private_metadata until it is sent. */
export interface Origin {
  readonly from: "command" | "message" | "home" | "card" | "nowhere";
  readonly channelId: string;
  /** Good for five messages in thirty minutes; "" where Slack gave none. */
  readonly responseUrl: string;
  /** The message that can be changed; "" where there is none or only its reader's client knows it. */
  readonly ts: string;
}

export function writeOrigin({ from, channelId, responseUrl, ts }: Origin): string {
  const text = JSON.stringify({ from, channelId, responseUrl, ts });
  return text.length <= LIMITS.view.metadata ? text : JSON.stringify({ from, channelId, ts });
}

/** What an older version of ours wrote, or nobody, is read as coming from nowhere: the answer then goes to the person directly. */
export function readOrigin(metadata: string): Origin {
  const { from, channelId, responseUrl, ts } = parseJson(metadata);
  const known = (["command", "message", "home", "card"] as const).find((name) => name === from);
  return { from: known ?? "nowhere", channelId: string(channelId), responseUrl: string(responseUrl), ts: string(ts) };
}
