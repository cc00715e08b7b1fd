import { writeFileSync } from "node:fs";
import { Client, GatewayDispatchEvents } from "discord.js";

/** Writes every interaction that arrives beside this file, scrubbed. See README.md. */
export function scrub(payload: unknown): string {
  const ids = new Map<string, string>();
  const fake = (id: string) => {
    if (!ids.has(id)) ids.set(id, `1000000000000000${ids.size + 10}`);
    return ids.get(id) ?? "";
  };
  const text = JSON.stringify(
    payload,
    (key, value: unknown) => (key in replaced && value !== null ? replaced[key] : value),
    2,
  );
  return `${text.replace(/\b\d{17,20}\b/g, fake)}\n`;
}

const replaced: Readonly<Record<string, string>> = {
  token: "a-scrubbed-token",
  username: "ada",
  global_name: "Ada",
  nick: "Ada",
  avatar: "0".repeat(32),
  joined_at: "2026-01-01T00:00:00.000000+00:00",
  timestamp: "2026-11-22T12:00:00.000Z",
  edited_timestamp: "2026-11-22T12:00:00.000Z",
  url: "https://cdn.discordapp.com/attachments/1/2/cv.pdf",
  proxy_url: "https://cdn.discordapp.com/attachments/1/2/cv.pdf",
};

if (import.meta.main) {
  const client = new Client({ intents: [] });
  let count = 0;
  client.ws.on(GatewayDispatchEvents.InteractionCreate, (payload: { type: number }) => {
    count += 1;
    writeFileSync(new URL(`recorded-${count}-type-${payload.type}.json`, import.meta.url), scrub(payload));
  });
  await client.login(process.env["DISCORD_TOKEN"]);
}
