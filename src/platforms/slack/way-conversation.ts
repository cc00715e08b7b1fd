import type { Placement, Reply } from "#src/chat/interaction.ts";
import type { Message } from "#src/chat/message.ts";
import { drawCard, drawForm } from "./form.ts";
import { writeOrigin } from "./origin.ts";
import type { Show } from "./post.ts";
import { type Drawn, render } from "./render.ts";
import { type Desk, KEPT_USES, messageOf, type Way } from "./way.ts";

/** A slash command: answered in the acknowledgement itself when the answer is there in time. */
export function commandWay(desk: Desk): Way {
  const { acknowledge, modal, post, to } = desk;
  const passing = oncePassing(desk);

  async function show(message: Message, placement: Placement): Promise<void> {
    const target: Show = placement === "new-public" ? "public" : "private";
    const drawn = draw(message, target);
    const [first, ...rest] = drawn.parts;
    // Blocks in an acknowledgement get no second try: a chart that Slack does not know would lose the answer.
    const isSafe = drawn.files.length === 0 && !first.blocks.some(({ type }) => type === "data_visualization");
    if (
      !desk.isAcknowledged() &&
      isSafe &&
      (await acknowledge({ ...ackType(target), text: first.text, blocks: first.blocks }))
    ) {
      const [second, ...more] = rest;
      if (second) await post.message(to, { parts: [second, ...more], files: [] }, target);
      return;
    }
    await acknowledge();
    await post.message(to, drawn, target);
  }

  return {
    begin: async () => {},
    async defer(progress) {
      const part = progress && draw(progress, "private").parts[0];
      if (part) passing.shown();
      await acknowledge(part && { ...ackType("private"), text: part.text, blocks: part.plainer ?? part.blocks });
      if (!part && desk.plan.mayOpenForm) await modal.wait();
    },
    progress: passing.show,
    async answer(reply) {
      if (reply.kind === "form") {
        await acknowledge();
        if (await showForm(desk, reply)) return;
      }
      const said = messageOf(reply);
      if (said) await show(said.message, said.placement);
      await acknowledge();
      await modal.done(false);
    },
  };
}

/** A button or select on a message. */
export function messageWay(desk: Desk): Way {
  const { acknowledge, modal, post, received, to } = desk;
  const passing = oncePassing(desk);
  let isReplaced = false;

  async function progress(message: Message): Promise<void> {
    if (modal.isOpen || desk.plan.placement !== "in-place") return passing.show(message);
    if (desk.left() <= KEPT_USES) return;
    isReplaced = true;
    await post.passing(to, draw(message, "replace").parts[0], "replace");
  }

  async function show(message: Message, placement: Placement): Promise<void> {
    if (placement === "in-place") return post.message(to, draw(message, "replace"), "replace");
    if (isReplaced && !received.before) return post.message(to, draw(message, "replace"), "replace");
    if (isReplaced && received.before) await post.restore(to, received.before);
    const target: Show = placement === "new-public" ? "public" : "private";
    await post.message(to, draw(message, target), target);
  }

  return {
    begin: async () => void (await acknowledge()),
    async defer(first) {
      if (first) await progress(first);
      else if (desk.plan.mayOpenForm) await modal.wait();
    },
    progress,
    async answer(reply) {
      if (reply.kind === "form" && (await showForm(desk, reply))) {
        if (isReplaced && received.before) await post.restore(to, received.before);
        return;
      }
      const said = messageOf(reply);
      if (said) await show(said.message, said.placement);
      await modal.done(false);
    },
  };
}

/** Where nothing is known but the person. */
export function directWay(desk: Desk): Way {
  return {
    begin: async () => void (await desk.acknowledge()),
    defer: async () => {},
    progress: async () => {},
    async answer(reply) {
      if (reply.kind === "form" && (await showForm(desk, reply))) return;
      const said = messageOf(reply);
      if (said) await desk.post.direct(desk.to, draw(said.message, "private"));
      await desk.modal.done(true);
    },
  };
}

export function showForm({ modal, received }: Desk, { form }: Reply & { kind: "form" }): Promise<boolean> {
  return modal.show(drawForm(form, writeOrigin(received.origin)));
}

function draw(message: Message, show: Show): Drawn {
  return render(message, { kind: "message", files: show === "public" ? "beside" : "direct" });
}

const ackType = (show: Show) => ({ response_type: show === "public" ? "in_channel" : "ephemeral" });

/**
 * Progress where nothing can be edited: Slack changes a private message only through a button that sits on it. One word
 * is enough there; in the modal that waits for a form every one is shown.
 */
function oncePassing(desk: Desk) {
  let isShown = false;
  return {
    shown: () => {
      isShown = true;
    },
    async show(message: Message): Promise<void> {
      if (desk.modal.isOpen) {
        await desk.modal.show(drawCard(message, ""));
        return;
      }
      if (isShown || desk.left() <= KEPT_USES) return;
      isShown = true;
      await desk.post.passing(desk.to, draw(message, "private").parts[0], "private");
    },
  };
}
