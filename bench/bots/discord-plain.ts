import { createDiscord } from "#src/platforms/discord/connect.ts";
import { answerCalls, settingsOf } from "../remote.ts";
import { createPlainDispatch, log, metrics } from "./plain.ts";

// Ours on Discord, without a database.
const { token, apiUrl } = settingsOf<{ token: string; apiUrl: string }>();
const discord = createDiscord({
  token,
  apiUrl,
  dispatch: createPlainDispatch(),
  communities: { left: async () => {}, returned: async () => {} },
  log,
  drawChart: async () => new Uint8Array(),
  observe: { acknowledged: (milliseconds) => metrics.acknowledged("discord", milliseconds) },
});
await discord.start();
answerCalls({});
