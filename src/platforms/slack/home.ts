import type { HomeView, KnownBlock } from "@slack/types";
import type { WebClient } from "@slack/web-api";
import type { Logger } from "pino";
import type { Message } from "#src/chat/message.ts";
import { errorName } from "./log.ts";
import { writeOrigin } from "./origin.ts";
import { type Drawn, render } from "./render.ts";

/** A message as the Home tab. The files are for the direct message. */
export function drawHome(message: Message): { view: HomeView; files: Drawn["files"] } {
  const { parts, files } = render(message, { kind: "view", files: "direct" });
  const metadata = writeOrigin({ from: "home", channelId: "", responseUrl: "", ts: "" });
  return { view: { type: "home", private_metadata: metadata, blocks: parts[0].blocks as KnownBlock[] }, files };
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
