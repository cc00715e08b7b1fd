import type { APIInteraction } from "discord.js";
import { InteractionResponseType, InteractionType, MessageFlags } from "discord.js";
import type { Placement, Reply } from "#src/chat/interaction.ts";
import type { Choice, Message } from "#src/chat/message.ts";
import { drawSuggestions } from "./controls.ts";
import { drawModal, withoutChosen } from "./modal.ts";
import { plainText } from "./plain-text.ts";
import { type Drawn, type Page, render } from "./render.ts";
import { attempt, type Fault, type Requests } from "./requests.ts";
import { restore } from "./restore.ts";

export interface DeliverySettings {
  readonly payload: APIInteraction;
  readonly requests: Requests;
  /** Discord has taken the first response. */
  readonly acknowledged: () => void;
  /** Something could not be delivered as it should. */
  readonly undelivered: (what: string, fault: Fault) => void;
}

/** How one interaction is answered: what it has heard so far decides in which form the next thing can be said. */
export interface Delivery {
  /** Says that something will come, in the form that the answer will need. */
  defer(placement: Placement): Promise<void>;
  /** Shows how far it is, in the place of the deferred answer. */
  progress(message: Message): Promise<void>;
  reply(reply: Reply): Promise<void>;
}

export function createDelivery({ payload, requests, acknowledged, undelivered }: DeliverySettings): Delivery {
  const onMessage = payload.message !== undefined && payload.type !== InteractionType.ApplicationCommand;
  // What Discord has heard: nothing, that an answer of a kind will come, or that it is too late for any.
  let heard: "nothing" | Placement | "too-late" = "nothing";
  let progressShown = false;

  const placed = (placement: Placement): Placement =>
    placement === "in-place" && !onMessage ? "new-private" : placement;
  const draw = (message: Message) => render(message, { attachmentBytes: payload.attachment_size_limit });

  async function defer(wanted: Placement): Promise<void> {
    const placement = placed(wanted);
    const [type, data] =
      placement === "in-place"
        ? [InteractionResponseType.DeferredMessageUpdate]
        : [InteractionResponseType.DeferredChannelMessageWithSource, ephemeral(placement)];
    const fault = await attempt(() => requests.callback(type, data));
    heard = fault?.kind === "gone" || fault?.kind === "refused" ? "too-late" : placement;
    if (fault) undelivered("deferral", fault);
    else acknowledged();
  }

  async function progress(message: Message): Promise<void> {
    if (heard === "nothing" || heard === "too-late") return;
    const { body, files } = draw(message);
    // In place, what was attached stays until it is sure that the message will not be needed again.
    const { attachments, ...rest } = body;
    const kept = heard === "in-place" && files.length === 0 ? rest : { ...rest, attachments };
    const fault = await attempt(() => requests.edit(kept, files));
    if (fault) undelivered("progress", fault);
    else progressShown = true;
  }

  async function reply(given: Reply): Promise<void> {
    switch (given.kind) {
      case "message":
        return show(given.message, placed(given.placement));
      case "form":
        return openForm(given);
      case "field-errors":
        return show(given.instead, "new-private");
      case "suggestions":
        return suggest(given.suggestions);
      case "nothing":
        // Another delivery of the same interaction is being answered, maybe by another replica: its answer must find
        // the place free.
        return;
    }
  }

  async function openForm({ form, instead }: Reply & { kind: "form" }): Promise<void> {
    if (heard !== "nothing" || payload.type === InteractionType.ModalSubmit) return show(instead, "new-private");
    // What was chosen in it may have been deleted meanwhile: rather nothing chosen than no form.
    for (const one of [form, ...withoutChosen(form)]) {
      const fault = await attempt(() => requests.callback(InteractionResponseType.Modal, drawModal(one)));
      if (!fault) return acknowledged();
      undelivered("form", fault);
      if (fault.kind !== "refused") return;
    }
    await show(instead, "new-private");
  }

  async function suggest(choices: readonly Choice[]): Promise<void> {
    const data = { choices: drawSuggestions(choices) };
    const fault = await attempt(() =>
      requests.callback(InteractionResponseType.ApplicationCommandAutocompleteResult, data),
    );
    if (fault) undelivered("suggestions", fault);
    else acknowledged();
  }

  async function show(message: Message, placement: Placement): Promise<void> {
    if (heard === "too-late") return undelivered("answer", { kind: "gone", code: "too-late" });
    const drawn = draw(message);
    const fault =
      heard === "nothing" ? await respond(drawn, placement) : await fill(drawn, { placement, deferred: heard });
    if (!fault) return showMore(drawn.more, { message, placement });
    undelivered("answer", fault);
    const plain = fault.kind === "refused" ? plainly(message) : drawn;
    const second = await again(fault, { drawn: plain, placement });
    if (second) return undelivered("second try", second);
    if (fault.kind !== "gone") await showMore(plain.more, { message, placement });
  }

  /** What did not fit the first message, in those that follow it: the buttons are in the last. */
  async function showMore(pages: readonly Page[], at: { message: Message; placement: Placement }): Promise<void> {
    for (const page of pages) {
      const fault = await followUp(page, at.placement);
      if (!fault) continue;
      undelivered("further part", fault);
      if (fault.kind === "gone") return;
      // Twice the same part is better than none, and better in plain words.
      const { more, ...plain } = plainly(at.message);
      const again = fault.kind === "refused" ? [plain, ...more] : [page];
      for (const one of again) {
        const second = await followUp(one, at.placement);
        if (second) return undelivered("second try", second);
      }
      if (fault.kind === "refused") return;
    }
  }

  /** Beside a message that only one person sees, only they see what follows. */
  function followUp({ body, files }: Page, placement: Placement): Promise<Fault | undefined> {
    const hidden = ((payload.message?.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
    const at = placement === "in-place" && hidden ? "new-private" : placement;
    return attempt(() => requests.followUp(flagged(body, at), files));
  }

  function plainly(message: Message): Drawn {
    return draw({ summary: message.summary, blocks: [{ kind: "text", text: plainText(message) }] });
  }

  /** The first response. */
  async function respond({ body, files }: Drawn, placement: Placement): Promise<Fault | undefined> {
    const [type, data] =
      placement === "in-place"
        ? [InteractionResponseType.UpdateMessage, body]
        : [InteractionResponseType.ChannelMessageWithSource, flagged(body, placement)];
    const fault = await attempt(() => requests.callback(type, data, files));
    if (!fault) {
      heard = placement;
      acknowledged();
    } else if (fault.kind === "lost") heard = placement;
    return fault;
  }

  /** What was deferred gets its answer, where that is of the kind that was announced. */
  async function fill(
    { body, files }: Drawn,
    at: { placement: Placement; deferred: Placement },
  ): Promise<Fault | undefined> {
    const { placement, deferred } = at;
    if (placement === deferred || placement === "in-place") return attempt(() => requests.edit(body, files));
    const cleared = await attempt(async () => {
      if (deferred !== "in-place") await requests.removeOriginal();
      else if (progressShown && payload.message) await requests.edit(restore(payload.message));
    });
    if (cleared) undelivered("clearing", cleared);
    return attempt(() => requests.followUp(flagged(body, placement), files));
  }

  /** The one other way, chosen by what went wrong; the fault of that when it failed as well. */
  async function again(
    fault: Fault,
    { drawn, placement }: { drawn: Drawn; placement: Placement },
  ): Promise<Fault | undefined> {
    const { body, files } = drawn;
    switch (fault.kind) {
      case "gone":
        return undefined;
      case "lost":
        // An edit can be made twice and changes nothing the second time; a new message would be there twice.
        if (heard !== placement) return undefined;
        return attempt(() => requests.edit(body, files));
      case "taken":
        return attempt(() => requests.edit(body, files));
      case "deleted":
        if (heard === "nothing") return respond(drawn, "new-private");
        return attempt(() => requests.followUp(flagged(body, "new-private"), files));
      case "refused":
        if (heard === "nothing") return respond(drawn, placement);
        return fill(drawn, { placement, deferred: heard === "too-late" ? placement : heard });
    }
  }

  return { defer, progress, reply };
}

function ephemeral(placement: Placement): { flags: number } | undefined {
  return placement === "new-private" ? { flags: MessageFlags.Ephemeral } : undefined;
}

function flagged(body: Drawn["body"], placement: Placement): Drawn["body"] {
  return placement === "new-private" ? { ...body, flags: body.flags | MessageFlags.Ephemeral } : body;
}
