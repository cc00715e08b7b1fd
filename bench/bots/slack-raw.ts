import { WebSocket } from "ws";
import { render } from "#src/platforms/slack/render.ts";
import { answerCalls, settingsOf } from "../remote.ts";
import { card } from "./plain.ts";

// The floor of Socket Mode: a WebSocket that parses what comes and sends back the same blocks, made beforehand.
const { apiUrl, appToken } = settingsOf<{ apiUrl: string; appToken: string }>();
const [{ text, blocks }] = render(card(), { kind: "message", files: "direct" }).parts;
const opened = await fetch(`${apiUrl}apps.connections.open`, {
  method: "POST",
  headers: { authorization: `Bearer ${appToken}` },
});
const socket = new WebSocket(((await opened.json()) as { url: string }).url);
socket.on("message", (bytes) => {
  const { envelope_id } = JSON.parse(String(bytes)) as { envelope_id?: string };
  if (envelope_id) socket.send(JSON.stringify({ envelope_id, payload: { response_type: "ephemeral", text, blocks } }));
});
await new Promise((resolve) => socket.once("open", resolve));
answerCalls({});
