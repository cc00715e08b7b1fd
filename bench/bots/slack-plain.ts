import { startHttpServer } from "#src/http/server.ts";
import { createSlack } from "#src/platforms/slack/connect.ts";
import { answerCalls, settingsOf } from "../remote.ts";
import { createPlainDispatch, log, metrics } from "./plain.ts";

// Ours on Slack, without a database.
const { apiUrl, appToken, signingSecret } = settingsOf<{ apiUrl: string; appToken?: string; signingSecret: string }>();
const slack = createSlack({
  botToken: "xoxb-bench",
  commandName: "/prep",
  apiUrl,
  signingSecret,
  dispatch: createPlainDispatch(),
  communities: { left: async () => {}, returned: async () => {} },
  drawChart: async () => new Uint8Array(),
  log,
  observe: { acknowledged: (milliseconds) => metrics.acknowledged("slack", milliseconds) },
  ...(appToken && { appToken }),
});
const http = await startHttpServer({ host: "127.0.0.1", port: 0, metrics, checks: async () => ({}) });
http.slack = slack.receiveHttp;
await slack.start();
answerCalls({ url: () => `${http.url}/slack/events` });
