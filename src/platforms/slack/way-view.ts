import type { Logger } from "pino";
import type { Reply } from "#src/chat/interaction.ts";
import type { Message } from "#src/chat/message.ts";
import { drawCard, drawForm, drawWaiting } from "./form.ts";
import { drawHome, publishHome } from "./home.ts";
import { LIMITS } from "./limits.ts";
import { errorName } from "./log.ts";
import { writeOrigin } from "./origin.ts";
import { render } from "./render.ts";
import { plainText } from "./text.ts";
import { type Desk, messageOf, type Way } from "./way.ts";
import { showForm } from "./way-conversation.ts";

/** The Home tab: opened, or something on it pressed. */
export function homeWay(desk: Desk, log: Logger): Way {
  const { client, modal, post, received, to } = desk;
  const isOpened = received.kind === "home";

  async function show(message: Message): Promise<void> {
    const { view, files } = drawHome(message);
    if (await publishHome({ client, log }, to.userId, view)) await post.files(to, files);
    else await post.direct(to, render(message, { kind: "message", files: "direct" }));
  }

  async function progress(message: Message): Promise<void> {
    if (modal.isOpen) await modal.show(drawCard(message, ""));
    else if (isOpened || desk.plan.placement === "in-place")
      await publishHome({ client, log }, to.userId, drawHome(message).view);
  }

  return {
    begin: async () => void (await desk.acknowledge()),
    async defer(first) {
      if (first) await progress(first);
      else if (!isOpened && desk.plan.mayOpenForm) await modal.wait();
    },
    progress,
    async answer(reply) {
      if (reply.kind === "form" && !isOpened && (await showForm(desk, reply))) return;
      const said = messageOf(reply);
      if (said && (isOpened || said.placement === "in-place")) await show(said.message);
      else if (said) await post.direct(to, render(said.message, { kind: "message", files: "direct" }));
      await modal.done(true);
    },
  };
}

/** The home card in a modal of its own: the global shortcut, and what is pressed in it. */
export function cardWay(desk: Desk, log: Logger): Way {
  const { client, modal, post, received, to } = desk;
  // A form that lies on top of the card is closed when it is sent; what changes is the card.
  const { id = "", rootId = "" } = received.view ?? {};
  const viewId = received.kind === "submission" ? rootId || id : id;

  async function show(message: Message): Promise<boolean> {
    const card = drawCard(message, writeOrigin(received.origin));
    if (!viewId) return modal.show(card);
    try {
      await client.views.update({ view_id: viewId, view: card });
      return true;
    } catch (error) {
      log.warn({ problem: errorName(error) }, "Slack shows no modal");
      return false;
    }
  }

  return {
    begin: async () => void (await desk.acknowledge()),
    async defer(first) {
      if (first) await show(first);
      else if (!viewId) await modal.wait();
    },
    progress: async (message) => void (await show(message)),
    async answer(reply) {
      if (reply.kind === "form" && (await showForm(desk, reply))) return;
      const said = messageOf(reply);
      if (!said) return;
      const { message } = said;
      if (await show(message)) await post.files(to, render(message, { kind: "view", files: "direct" }).files);
      else await post.direct(to, render(message, { kind: "message", files: "direct" }));
    },
  };
}

/** A form that was sent. What happens after it is closed is the matter of where it came from. */
export function submissionWay(desk: Desk, inner: Way): Way {
  const { acknowledge, permissions, received } = desk;
  const { id = "", rootId = "", inputs = [] } = received.view ?? {};

  function close(): Promise<boolean> {
    if (received.origin.from !== "card") return acknowledge({ response_action: "clear" });
    // Without an action only the form goes, and the card below it shows again. Where there is none the form becomes it.
    return rootId && rootId !== id ? acknowledge() : acknowledge({ response_action: "update", view: drawWaiting() });
  }

  return {
    begin: async () => {},
    async defer(progress) {
      await close();
      if (progress) await inner.progress(progress);
    },
    progress: (message) => inner.progress(message),
    async answer(reply) {
      if (!desk.isAcknowledged()) {
        if (reply.kind === "form") {
          const view = permissions.fit(drawForm(reply.form, writeOrigin(received.origin)));
          if (await acknowledge({ response_action: "update", view })) return;
        }
        const errors = reply.kind === "field-errors" ? errorsAt(reply, inputs) : undefined;
        if (errors && (await acknowledge({ response_action: "errors", errors }))) return;
        await close();
      }
      const said = messageOf(reply);
      if (said) await inner.answer(said);
    },
  };
}

/** Each sentence at its field. What belongs to none stands at the first, so that nothing that was typed is lost. */
function errorsAt(
  { errors, instead }: Reply & { kind: "field-errors" },
  inputs: readonly string[],
): Record<string, string> | undefined {
  const [first] = inputs;
  if (first === undefined) return undefined;
  const at: Record<string, string> = {};
  const general: string[] = Object.keys(errors).length === 0 ? [instead.summary] : [];
  for (const [field, sentence] of Object.entries(errors)) {
    if (inputs.includes(field)) at[field] = sentence;
    else general.push(sentence);
  }
  if (general.length > 0) at[first] = [at[first], ...general].filter(Boolean).join(" ");
  return Object.fromEntries(
    Object.entries(at).map(([field, sentence]) => [field, plainText(sentence, LIMITS.fieldError).text]),
  );
}
