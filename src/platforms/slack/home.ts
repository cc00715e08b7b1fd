import type { HomeView, KnownBlock } from "@slack/types";
import type { WebClient } from "@slack/web-api";
import type { Logger } from "pino";
import type { Message } from "#src/chat/message.ts";
import { errorName } from "./log.ts";
import { writeOrigin } from "./origin.ts";
import { type Drawn, render } from "./render.ts";

/** A message as the Home tab. What does not fit there, files for instance, is for the direct message. */
export function drawHome(message: Message): { view: HomeView; beside: Drawn | undefined } {
  const { parts, files } = render(message, { kind: "view", files: "direct" });
  const [first, ...rest] = parts;
  const metadata = writeOrigin({ from: "home", channelId: "", responseUrl: "", ts: "" });
  const view: HomeView = { type: "home", private_metadata: metadata, blocks: first.blocks as KnownBlock[] };
  const [second, ...more] = rest;
  return { view, beside: second ? { parts: [second, ...more], files } : undefined };
}

export async function publishHome(
  { client, log }: { client: WebClient; log: Logger },
  userId: string,
  view: HomeView,
): Promise<boolean> {
  try {
    await client.views.publish({ user_id: userId, view });
    return true;
  } catch (error) {
    log.warn({ problem: errorName(error) }, "Slack shows no Home tab");
    return false;
  }
}
