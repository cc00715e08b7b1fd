import { acceptMessage } from "./accept.ts";
import type { Slack } from "./slack.ts";
import { asText, type Json, Refusal } from "./types.ts";
import type { Reply } from "./web-api.ts";
import type { ResponseUrl } from "./world.ts";

/** A new response_url, good for five messages in thirty minutes. */
export function newResponseUrl(slack: Slack, about: Omit<ResponseUrl, "at" | "uses">): string {
  const path = `/${about.message ? "actions" : "commands"}/${slack.world.team.id}/${slack.world.id("")}/${crypto.randomUUID()}`;
  slack.world.responseUrls.set(path, { ...about, at: performance.now(), uses: 0 });
  return `${slack.origin}${path}`;
}

/** https://docs.slack.dev/interactivity/handling-user-interaction#message_responses */
export function answerResponseUrl(slack: Slack, path: string, body: Json): Reply {
  const url = slack.world.responseUrls.get(path);
  if (url === undefined) return refused(404, "invalid_url");
  if (performance.now() - url.at > slack.options.responseUrlMs) return refused(404, "expired_url");
  if (url.uses >= slack.options.responseUrlUses) return refused(404, "used_url");
  try {
    respond(slack, url, body);
    url.uses += 1;
    return { status: 200, body: { ok: true } };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { status: 400, body: { ok: false, error: error.code, ...error.extra } };
  }
}

function respond(slack: Slack, url: ResponseUrl, body: Json): void {
  const { world } = slack;
  const original = url.message;
  const replace = isTrue(body.replace_original);
  if (original === undefined && (replace || isTrue(body.delete_original))) {
    // A command has no message of its own to change; the flag is ignored and a new message appears: slackapi/bolt-js#2287
    slack.violations.push(
      "response_url: replace_original / delete_original does nothing on the response_url of a slash command",
    );
    if (isTrue(body.delete_original)) return;
  }
  if (original && isTrue(body.delete_original)) {
    original.deleted = true;
    return world.changed({ kind: "message", message: original, turn: url.turn });
  }
  const accepted = acceptMessage(slack, body, "response_url");
  // Without the flag a reply to a message's button takes the message's place: howdyai/botkit#444
  if (original && !original.deleted && (replace || body.replace_original === undefined)) {
    Object.assign(original, accepted, { edited: true });
    return world.changed({ kind: "message", message: original, turn: url.turn });
  }
  const everyone = asText(body.response_type) === "in_channel";
  world.post(
    {
      channel: url.channel,
      ...accepted,
      ...(everyone ? {} : { to: url.person }),
      ...(body.thread_ts === undefined ? {} : { threadTs: asText(body.thread_ts) }),
    },
    url.turn,
  );
}

const isTrue = (flag: unknown): boolean => flag === true || flag === "true";
const refused = (status: number, error: string): Reply => ({ status, body: { ok: false, error } });
