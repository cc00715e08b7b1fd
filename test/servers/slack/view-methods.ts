import { randomBytes } from "node:crypto";
import { acceptView } from "./accept.ts";
import { viewBody } from "./payloads.ts";
import type { Slack } from "./slack.ts";
import { keptState } from "./state.ts";
import { asList, asText, type Json, Refusal, type ViewRecord } from "./types.ts";

type Method = (slack: Slack, args: Json) => Json;

/** https://docs.slack.dev/reference/methods?family=views */
export const viewMethods: Record<string, Method> = {
  "views.open": (slack, args) => {
    const { body, trigger } = viewAndTrigger(slack, args, "views.open");
    const { person, turn, channel } = trigger;
    const opened = showView(slack, body, { person, turn, ...(channel !== undefined && { channel }) });
    trigger.used = true;
    return { view: viewBody(slack.world, opened) };
  },
  "views.push": (slack, args) => {
    const { body, trigger } = viewAndTrigger(slack, args, "views.push");
    if (trigger.fromModal === undefined) throw new Refusal("invalid_trigger_context");
    const pushed = showView(slack, body, { person: trigger.person, turn: trigger.turn, onTop: true });
    trigger.used = true;
    return { view: viewBody(slack.world, pushed) };
  },
  "views.update": (slack, args) => {
    const given = asText(args.view_id);
    const view =
      given !== ""
        ? slack.world.views.get(given)
        : [...slack.world.views.values()].find((one) => one.open && one.body.external_id === args.external_id);
    if (given === "" && asText(args.external_id) === "")
      throw new Refusal("invalid_arguments", messages("missing required field: view_id"));
    if (view === undefined || !view.open) throw new Refusal("not_found");
    const body = acceptView(slack, args.view, { where: "views.update", type: view.type });
    if (args.hash !== undefined && args.hash !== view.hash) throw new Refusal("hash_conflict");
    replaceView(slack, view, body);
    return { view: viewBody(slack.world, view) };
  },
  "views.publish": (slack, args) => {
    const person = asText(args.user_id);
    if (!slack.world.people.has(person))
      throw new Refusal("invalid_arguments", messages("user_id is not a valid user [json-pointer:/user_id]"));
    const body = acceptView(slack, args.view, { where: "views.publish", type: "home" });
    const current = slack.world.homes.get(person);
    if (args.hash !== undefined && current !== undefined && args.hash !== current.hash)
      throw new Refusal("hash_conflict");
    if (current) replaceView(slack, current, body);
    else slack.world.homes.set(person, showView(slack, body, { person }));
    return { view: viewBody(slack.world, slack.world.homes.get(person) as ViewRecord) };
  },
};

/** Puts a view before a person; `onTop` keeps the ones below, otherwise the stack starts anew. */
export function showView(
  slack: Slack,
  body: Json,
  { person, turn, onTop = false, channel }: { person: string; turn?: string; onTop?: boolean; channel?: string },
): ViewRecord {
  const { world } = slack;
  const type = body.type === "home" ? "home" : "modal";
  const stack = type === "home" ? [] : (world.stacks.get(person) ?? []);
  if (onTop && stack.length >= 3) throw new Refusal("push_limit_reached");
  const external = asText(body.external_id);
  if (external !== "" && [...world.views.values()].some((one) => one.open && one.body.external_id === external))
    throw new Refusal("duplicate_external_id");
  if (!onTop) for (const view of stack) view.open = false;
  const below = onTop ? stack : [];
  const id = world.id("V");
  const previous = below.at(-1)?.id;
  const blocks = asList(body.blocks);
  const view: ViewRecord = {
    id,
    person,
    type,
    body,
    blocks,
    hash: newHash(),
    rootId: below[0]?.id ?? id,
    open: true,
    state: keptState(blocks, {}, world.channels.get(channel ?? "")),
    ...(channel === undefined ? {} : { channel }),
    ...(previous === undefined ? {} : { previousId: previous }),
  };
  world.views.set(id, view);
  if (type === "modal") world.stacks.set(person, [...below, view]);
  world.changed({ kind: type === "home" ? "home" : "view", view, ...(turn === undefined ? {} : { turn }) });
  return view;
}

/** What was typed stays where block_id and action_id stay. */
export function replaceView(slack: Slack, view: ViewRecord, body: Json, turn?: string): void {
  view.body = body;
  view.blocks = asList(body.blocks);
  view.hash = newHash();
  view.state = keptState(view.blocks, view.state, slack.world.channels.get(view.channel ?? ""));
  slack.world.changed({ kind: view.type === "home" ? "home" : "view", view, ...(turn === undefined ? {} : { turn }) });
}

/** Closes one modal (the one below shows again), or with `all` the whole stack. */
export function closeViews(
  slack: Slack,
  view: ViewRecord,
  { turn, all = false }: { turn?: string; all?: boolean },
): void {
  const stack = slack.world.stacks.get(view.person) ?? [];
  const from = all ? 0 : stack.indexOf(view);
  for (const gone of from < 0 ? [] : stack.slice(from)) gone.open = false;
  view.open = false;
  slack.world.stacks.set(view.person, from < 0 ? stack : stack.slice(0, from));
  slack.world.changed({ kind: "closed", view, ...(turn === undefined ? {} : { turn }) });
}

function viewAndTrigger(slack: Slack, args: Json, where: string) {
  if (asText(args.trigger_id) === "")
    throw new Refusal("invalid_arguments", messages("missing required field: trigger_id"));
  const trigger = slack.world.trigger(args.trigger_id);
  return { trigger, body: acceptView(slack, args.view, { where, type: "modal" }) };
}

const newHash = (): string => `${Math.floor(Date.now() / 1000)}.${randomBytes(4).toString("hex")}`;
const messages = (words: string): Json => ({ response_metadata: { messages: [`[ERROR] ${words}`] } });
