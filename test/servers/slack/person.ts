import { actionOutcome, commandOutcome, failureName, submissionOutcome } from "./acks.ts";
import { allElements, type Placed } from "./block-tree.ts";
import type { Delivered, Delivery } from "./deliver.ts";
import { optionProblems } from "./element-limits.ts";
import { clientErrors, fill, type Typed, typed } from "./fill.ts";
import { fileAddress } from "./other-methods.ts";
import { commandBody, eventBody, interactionBase, messageSource, viewBody, viewSource } from "./payloads.ts";
import { textOf } from "./plain.ts";
import { newResponseUrl } from "./response-url.ts";
import type { Message, View } from "./seen.ts";
import type { Slack } from "./slack.ts";
import { beginTurn, type Turn, type TurnPlan } from "./turn.ts";
import { asJson, asList, asText, type ChannelRecord, type FileRecord, type Json, type PersonRecord } from "./types.ts";
import { closeViews } from "./view-methods.ts";

/** A member of the workspace; every verb is one thing a person can do in Slack's client. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly record: PersonRecord;
  /** Types a slash command, "/prep quiz start", into a channel. */
  runs(channel: { id: string }, line: string): Turn;
  /** Presses a button, named by its text or its action_id; an old snapshot may be pressed too. */
  presses(target: Message | View, button: string): Turn;
  /** Chooses in a select, named by action_id, placeholder or label; options by text or value. */
  chooses(target: Message | View, select: string, value: Typed): Turn;
  /** Types into an external select and gets the app's suggestions. */
  asks(target: Message | View, select: string, words: string): Promise<{ text: string; value: string }[]>;
  /** Types into a modal without submitting it. */
  fills(view: View, values: Record<string, Typed>): void;
  /** Fills fields (by block_id, label or action_id) and submits. */
  submits(view: View, values?: Record<string, Typed>): Turn;
  /** Closes a modal; the app hears of it only with notify_on_close. */
  closes(view: View, options?: { all?: boolean }): Turn;
  opensHome(): Turn;
  usesShortcut(callbackId: string): Turn;
  /** A file to put into a file_input. With `idOnly` the app is told no more than its id. */
  file(name: string, bytes: Uint8Array, about?: { mediaType?: string; idOnly?: boolean }): FileRecord;
}

export type Send = (delivery: Delivery) => Promise<Delivered>;

/** Gives a person their hands. */
export function person(slack: Slack, record: PersonRecord, send: Send): Person {
  const { world } = slack;
  const suggestions = new Map<string, Json[]>();
  const begin = (id: string, delivery: Delivery, apply: TurnPlan["apply"]): Turn =>
    beginTurn(slack, { id, person: record.id, delivery, send: () => send(delivery), apply });
  const interaction = (type: string, more: Json): Delivery => ({
    type: "interactive",
    payload: { type, ...interactionBase(world, record), ...more },
  });

  /** block_actions for one element, with everything Slack sends along. */
  const acts = (target: Message | View, { element, block }: Placed, what: Json): Turn => {
    const turn = world.id("turn-");
    const inModal = isView(target) && target.type === "modal";
    const from = isView(target) ? (inModal ? { fromModal: target.id } : {}) : { channel: target.channel };
    const trigger_id = world.newTrigger({ person: record.id, turn, ...from });
    const action = {
      type: element.type,
      action_id: element.action_id,
      block_id: block.block_id,
      ...what,
      action_ts: world.ts(),
    };
    const response = isView(target)
      ? {}
      : {
          response_url: newResponseUrl(slack, {
            person: record.id,
            channel: target.channel,
            turn,
            message: target.record,
          }),
        };
    return begin(
      turn,
      interaction("block_actions", { trigger_id, ...sourceOf(target), ...response, actions: [action] }),
      (delivered) => actionOutcome(slack, delivered),
    );
  };
  const sourceOf = (target: Message | View): Json =>
    isView(target) ? viewSource(world, target.record) : messageSource(world, target.record);
  const key = ({ element, block }: Placed): string => `${String(block.block_id)}/${String(element.action_id)}`;

  return {
    id: record.id,
    name: record.name,
    record,
    runs(channelHandle, line) {
      const channel = world.channels.get(channelHandle.id) as ChannelRecord;
      const turn = world.id("turn-");
      const payload = commandBody(world, {
        person: record,
        channel,
        line,
        triggerId: world.newTrigger({ person: record.id, turn, channel: channel.id }),
        responseUrl: newResponseUrl(slack, { person: record.id, channel: channel.id, turn }),
      });
      return begin(turn, { type: "slash_commands", payload }, (delivered) =>
        commandOutcome(slack, delivered, { turn, person: record, channel, command: asText(payload.command) }),
      );
    },
    presses(target, button) {
      mustSee(slack, record, target);
      const { placed, what } = findButton(target, button);
      return acts(target, placed, what);
    },
    chooses(target, select, value) {
      mustSee(slack, record, target);
      const placed = findElement(target, select);
      const type = asText(placed.element.type);
      if (type === "overflow")
        return acts(target, placed, {
          selected_option:
            asList(placed.element.options).find((one) => one.value === value || textOf(one.text) === value) ?? {},
        });
      const state = typed(placed.element, value, suggestions.get(key(placed)));
      const blockId = asText(placed.block.block_id);
      target.record.state[blockId] = { ...target.record.state[blockId], [asText(placed.element.action_id)]: state };
      if (placed.block.type === "input" && placed.block.dispatch_action !== true)
        return beginTurn(slack, { id: world.id("turn-"), person: record.id, apply: () => ({}) });
      return acts(target, placed, state);
    },
    async asks(target, select, words) {
      mustSee(slack, record, target);
      const placed = findElement(target, select);
      if (words.length < Number(placed.element.min_query_length ?? 3)) return [];
      const payload = {
        ...sourceOf(target),
        action_id: placed.element.action_id,
        block_id: placed.block.block_id,
        value: words,
      };
      const delivered = await send(interaction("block_suggestion", payload));
      if (delivered.outcome !== "acked") throw new Error(`no suggestions for "${words}": ${failureName(delivered)}`);
      const options = checkedOptions(slack, delivered.body);
      suggestions.set(key(placed), options);
      return options.map((option) => ({ text: textOf(option.text), value: asText(option.value) }));
    },
    fills: (view, values) => fillView(view, values),
    submits(view, values = {}) {
      fillView(view, values);
      const errors = clientErrors(view.record);
      const turn = world.id("turn-");
      if (Object.keys(errors).length > 0)
        return beginTurn(slack, { id: turn, person: record.id, apply: () => ({ errors }) });
      const trigger_id = world.newTrigger({ person: record.id, turn, fromModal: view.id });
      const delivery = interaction("view_submission", {
        trigger_id,
        view: viewBody(world, view.record),
        response_urls: [],
      });
      return begin(turn, delivery, (delivered) => submissionOutcome(slack, delivered, { turn, view: view.record }));
    },
    closes(view, { all = view.record.body.clear_on_close === true } = {}) {
      mustBeOpen(view);
      const turn = world.id("turn-");
      const delivery = interaction("view_closed", { view: viewBody(world, view.record), is_cleared: all });
      closeViews(slack, view.record, { turn, all });
      if (view.record.body.notify_on_close !== true)
        return beginTurn(slack, { id: turn, person: record.id, apply: () => ({}) });
      return begin(turn, delivery, (delivered) => actionOutcome(slack, delivered));
    },
    opensHome() {
      const home = world.homes.get(record.id);
      const event = {
        type: "app_home_opened",
        user: record.id,
        channel: world.directMessage(record.id).id,
        tab: "home",
        ...(home ? { view: viewBody(world, home) } : {}),
      };
      return begin(world.id("turn-"), { type: "events_api", payload: eventBody(world, event) }, () => ({}));
    },
    usesShortcut(callbackId) {
      const turn = world.id("turn-");
      const delivery = interaction("shortcut", {
        callback_id: callbackId,
        action_ts: world.ts(),
        trigger_id: world.newTrigger({ person: record.id, turn }),
      });
      return begin(turn, delivery, (delivered) => actionOutcome(slack, delivered));
    },
    file(name, bytes, { mediaType = "application/octet-stream", idOnly = false } = {}) {
      const id = world.id("F");
      const file: FileRecord = {
        id,
        name,
        title: name,
        mediaType,
        bytes: Buffer.from(bytes),
        shared: false,
        address: fileAddress(world, slack.origin, id),
        idOnly,
      };
      world.files.set(file.id, file);
      return file;
    },
  };

  function fillView(view: View, values: Record<string, Typed>): void {
    mustBeOpen(view);
    fill(view.record, values, (blockId) =>
      [...suggestions].filter(([place]) => place.startsWith(`${blockId}/`)).flatMap(([, options]) => options),
    );
  }
}

const isView = (target: Message | View): target is View => "callbackId" in target;

function mustBeOpen(view: View): void {
  if (!view.record.open) throw new Error(`the modal "${view.title}" is closed`);
}

function mustSee(slack: Slack, record: PersonRecord, target: Message | View): void {
  if (isView(target) ? target.record.person !== record.id : !slack.world.sees(record.id, target.record))
    throw new Error(`${record.name} cannot see that`);
  if (isView(target)) mustBeOpen(target);
}

/** By exact text or action_id first, then by a part of the text that only one button has. */
function findButton(target: Message | View, name: string): { placed: Placed; what: Json } {
  const buttons = allElements(target.blocks).flatMap((placed) => {
    const { element } = placed;
    const parts =
      element.type === "feedback_buttons"
        ? [asJson(element.positive_button), asJson(element.negative_button)]
        : ["button", "icon_button", "workflow_button"].includes(asText(element.type))
          ? [element]
          : [];
    return parts.map((part) => ({ placed, part, text: textOf(part.text) }));
  });
  const exact =
    buttons.find((one) => one.text === name) ?? buttons.find((one) => one.placed.element.action_id === name);
  const partly = buttons.filter((one) => one.text.toLowerCase().includes(name.toLowerCase()));
  const found = exact ?? (partly.length === 1 ? partly[0] : undefined);
  if (!found)
    throw new Error(
      `no button "${name}"; there are: ${buttons.map((one) => `"${one.text}"`).join(", ") || "none"}\n${target.plain()}`,
    );
  const { part } = found;
  return {
    placed: found.placed,
    what: {
      text: part.text,
      ...(part.value === undefined ? {} : { value: part.value }),
      ...(part.style === undefined ? {} : { style: part.style }),
    },
  };
}

function findElement(target: Message | View, name: string): Placed {
  const all = allElements(target.blocks);
  const found =
    all.find(({ element }) => element.action_id === name) ??
    all.find(({ element }) => textOf(element.placeholder) === name) ??
    all.find(({ block }) => textOf(block.label) === name || block.block_id === name);
  if (!found)
    throw new Error(
      `no select "${name}"; there are: ${all.map(({ element }) => `${asText(element.action_id)} "${textOf(element.placeholder)}"`).join(", ")}`,
    );
  return found;
}

/** The options of a block_suggestion answer; Slack shows "Result not found" for a list it cannot take. */
function checkedOptions(slack: Slack, body: Json): Json[] {
  const options = [...asList(body.options), ...asList(body.option_groups).flatMap((group) => asList(group.options))];
  const problems: string[] = [];
  if (!Array.isArray(body.options) && !Array.isArray(body.option_groups))
    problems.push("neither options nor option_groups");
  if (options.length > 100) problems.push("no more than 100 items allowed");
  options.forEach((option, index) =>
    optionProblems(option, {
      pointer: `/options/${index}`,
      plain: true,
      report: (pointer, words) => problems.push(`${words} [json-pointer:${pointer}]`),
    }),
  );
  slack.violations.push(...problems.map((line) => `block_suggestion: ${line}`));
  return problems.length > 0 ? [] : options;
}
