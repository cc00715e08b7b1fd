import type { Account, Asked, Interaction } from "#src/chat/interaction.ts";
import { accountOf } from "./account.ts";
import { LINK } from "./controls.ts";
import { CARD } from "./form.ts";
import { type Json, list, object, string } from "./json.ts";
import { LIMITS } from "./limits.ts";
import { type Origin, readOrigin } from "./origin.ts";
import { inputsOf, readState } from "./state.ts";
import { unescape } from "./text.ts";

/** The global shortcut of the app manifest. */
export const SHORTCUT = "greenroom_home";

/** One thing that a person did in Slack, and how it can be answered. `organiser` is not known yet. */
export interface Received {
  readonly kind: "command" | "press" | "submission" | "closed" | "suggestion" | "shortcut" | "home";
  readonly interaction: Interaction;
  readonly origin: Origin;
  readonly userId: string;
  /** The name of the channel in which a command was typed; not of a private one. */
  readonly channelName?: string;
  /** Opens one modal within three seconds; "" where Slack gave none. */
  readonly triggerId: string;
  /** The modal or Home tab in which it happened. */
  readonly view?: { readonly id: string; readonly rootId: string; readonly inputs: readonly string[] };
  /** The message on which it happened, as it was; Slack does not tell it of ephemeral ones. */
  readonly before?: { readonly text: string; readonly blocks: readonly unknown[] };
}

/** Reads any body that Bolt hands over. undefined: nothing for us, or nothing that we know. Pure. */
export function receive(given: unknown): Received | undefined {
  const body = object(given);
  if (typeof body.command === "string") return command(body);
  switch (body.type) {
    case "block_actions":
      return press(body);
    case "view_submission":
      return submission(body);
    case "view_closed":
      return closed(body);
    case "block_suggestion":
      return suggestion(body);
    case "shortcut":
      return body.callback_id === SHORTCUT ? shortcut(body) : undefined;
    case "event_callback":
      return homeOpened(body);
    default:
      return undefined;
  }
}

const HOME_CARD: Asked = { kind: "command", command: "career", subcommand: "", options: {} };
const NOWHERE: Origin = { from: "nowhere", channelId: "", responseUrl: "", ts: "" };

function command(body: Json): Received {
  const line = unescape(string(body.text)).trim();
  const origin: Origin = {
    from: "command",
    channelId: string(body.channel_id),
    responseUrl: string(body.response_url),
    ts: "",
  };
  const account = accountOf(body, { id: body.user_id, name: body.user_name });
  const asked: Asked = line ? { kind: "line", line } : HOME_CARD;
  return { ...received("command", body, { asked, account, origin }), channelName: string(body.channel_name) };
}

function press(body: Json): Received | undefined {
  const action = object(list(body.actions)[0]);
  const id = string(action.action_id);
  if (!id || id.startsWith(LINK)) return undefined;
  const chosen = string(object(action.selected_option).value);
  const asked: Asked = { kind: "action", id, ...(chosen && { chosen }) };
  const container = object(body.container);
  const view = object(body.view);
  const message = object(body.message);
  const kept = readOrigin(string(view.private_metadata));
  const origin: Origin =
    container.type === "view"
      ? { ...kept, from: view.type === "home" ? "home" : "card" }
      : {
          from: "message",
          channelId: string(container.channel_id) || string(object(body.channel).id),
          responseUrl: string(body.response_url),
          ts: container.is_ephemeral === true ? "" : string(container.message_ts),
        };
  const before =
    list(message.blocks).length > 0 ? { before: { text: string(message.text), blocks: list(message.blocks) } } : {};
  return { ...received("press", body, { asked, account: accountOf(body), origin }), ...before };
}

function submission(body: Json): Received | undefined {
  const view = object(body.view);
  const id = string(view.callback_id);
  if (!id || id === CARD) return undefined;
  const asked: Asked = { kind: "form", id, values: readState(view) };
  return received("submission", body, {
    asked,
    account: accountOf(body),
    origin: readOrigin(string(view.private_metadata)),
  });
}

function closed(body: Json): Received | undefined {
  const view = object(body.view);
  const id = string(view.callback_id);
  const values = readState(view);
  if (!id || id === CARD || Object.keys(values).length === 0) return undefined;
  const asked: Asked = { kind: "form-closed", id, values };
  return received("closed", body, {
    asked,
    account: accountOf(body),
    origin: readOrigin(string(view.private_metadata)),
  });
}

/** Only the form made of a command's options can have a field that suggests: it says which command that is. */
function suggestion(body: Json): Received | undefined {
  const [path, command = "", subcommand = ""] = string(object(body.view).callback_id).split(":");
  if (path !== "form/options" || !command) return undefined;
  const option = string(body.block_id);
  const asked: Asked = { kind: "suggest", command, subcommand, option, typed: string(body.value) };
  return received("suggestion", body, { asked, account: accountOf(body), origin: NOWHERE });
}

function shortcut(body: Json): Received {
  return received("shortcut", body, {
    asked: HOME_CARD,
    account: accountOf(body),
    origin: { ...NOWHERE, from: "card" },
  });
}

function homeOpened(body: Json): Received | undefined {
  const event = object(body.event);
  if (event.type !== "app_home_opened" || event.tab !== "home") return undefined;
  const account = accountOf(body, { id: event.user, name: "" });
  return received("home", body, { asked: HOME_CARD, account, origin: { ...NOWHERE, from: "home" } });
}

function received(
  kind: Received["kind"],
  body: Json,
  about: { asked: Asked; account: Account; origin: Origin },
): Received {
  const { asked, account, origin } = about;
  const { channelId } = origin;
  const view = object(body.view);
  return {
    kind,
    origin,
    userId: account.userId,
    triggerId: string(body.trigger_id),
    ...(string(view.id) && {
      view: { id: string(view.id), rootId: string(view.root_view_id), inputs: inputsOf(view) },
    }),
    interaction: {
      key: keyOf(body, view),
      account,
      place: { workspaceId: account.workspaceId, channelId, direct: channelId.startsWith("D") },
      organiser: false,
      onMessage: isOnMessage(kind, origin),
      formLimits: { fields: LIMITS.view.blocks, characters: LIMITS.input.text },
      asked,
    },
  };
}

/** A form that was opened from what everybody sees is answered beside it: what somebody typed is nobody else's. */
function isOnMessage(kind: Received["kind"], { from, channelId, ts }: Origin): boolean {
  if (from === "message" && kind === "submission") return ts === "" || channelId.startsWith("D");
  return from === "message" || from === "home" || from === "card";
}

// A form that was sent back with errors keeps its id and hash, so that only the trigger tells the two sendings apart.
function keyOf(body: Json, view: Json): string {
  const delivery =
    string(body.event_id) || string(body.trigger_id) || `${string(body.type)}:${string(view.id)}:${string(view.hash)}`;
  return `slack:${delivery}`;
}
