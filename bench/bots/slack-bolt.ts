import type { AddressInfo } from "node:net";
import { App } from "@slack/bolt";
import type { KnownBlock } from "@slack/types";
import { render } from "#src/platforms/slack/render.ts";
import { answerCalls, settingsOf } from "../remote.ts";
import { card } from "./plain.ts";

// What somebody would write with Bolt alone: its own receivers, and the same blocks, made beforehand.
const { apiUrl, appToken, signingSecret } = settingsOf<{ apiUrl: string; appToken?: string; signingSecret: string }>();
const [{ text, blocks }] = render(card(), { kind: "message", files: "direct" }).parts;
const message = { text, blocks: blocks as KnownBlock[] };
const app = new App({
  token: "xoxb-bench",
  clientOptions: { slackApiUrl: apiUrl },
  ...(appToken ? { appToken, socketMode: true } : { signingSecret }),
});
app.command("/prep", async ({ ack }) => ack({ response_type: "ephemeral", ...message }));
app.action(/./, async ({ ack, respond }) => {
  await ack();
  await respond({ replace_original: true, ...message });
});
const server = await app.start(0);
answerCalls({
  url: () => `http://127.0.0.1:${((server as { address(): unknown }).address() as AddressInfo).port}/slack/events`,
});
