import type { WebClient } from "@slack/web-api";
import type { Logger } from "pino";
import type { Dispatch } from "#src/chat/dispatch.ts";
import type { Asked, RawValue, Reply } from "#src/chat/interaction.ts";
import { drawOption } from "./controls.ts";
import { object } from "./json.ts";
import { LIMITS } from "./limits.ts";
import { errorName } from "./log.ts";
import { createModal } from "./modal.ts";
import { createOrganisers, organiserMatters } from "./organiser.ts";
import type { Permissions } from "./permissions.ts";
import { createPost, type Post } from "./post.ts";
import { createProgress } from "./progress.ts";
import type { Received } from "./receive.ts";
import type { ResponseUrls } from "./response-url.ts";
import { fileIdOf, readFile } from "./state.ts";
import { withChannels } from "./typed-channel.ts";
import type { Desk, Way } from "./way.ts";
import { commandWay, directWay, messageWay } from "./way-conversation.ts";
import { cardWay, homeWay, submissionWay } from "./way-view.ts";

export type Acknowledge = (content?: unknown) => Promise<void>;

/** Takes one received thing from its first sign of life to its answer. Never rejects. */
export type Converse = (received: Received, acknowledge: Acknowledge) => Promise<void>;

export interface ConverseSettings {
  readonly client: WebClient;
  readonly responseUrls: ResponseUrls;
  readonly permissions: Permissions;
  readonly dispatch: Dispatch;
  readonly organisers: readonly string[];
  readonly log: Logger;
  readonly observe: { acknowledged(ms: number): void; undelivered?(code: string): void };
  /** When the first sign of life is given without the reply. */
  readonly firstMs: number;
  readonly progressMs: number;
}

export function createConverse(settings: ConverseSettings): Converse {
  const { client, dispatch, log } = settings;
  const organiserOf = createOrganisers(settings);
  const post = createPost(settings);

  async function handle(
    { interaction, origin, channelName = "" }: Received,
    progress?: Parameters<Dispatch["handle"]>[1],
  ): Promise<Reply> {
    const { commands } = dispatch;
    const organiser = organiserMatters(commands, interaction.asked) && (await organiserOf(interaction));
    const here = { id: origin.channelId, name: channelName };
    const asked =
      interaction.asked.kind === "line"
        ? await withChannels(interaction.asked, { commands, client, log, here })
        : await withAddresses(interaction.asked, client, log);
    return dispatch.handle({ ...interaction, organiser, asked }, progress);
  }

  async function suggest(received: Received, acknowledge: Desk["acknowledge"]): Promise<void> {
    const reply = await Promise.race([handle(received), after(settings.firstMs)]);
    const suggestions = reply?.kind === "suggestions" ? reply.suggestions : [];
    await acknowledge({ options: suggestions.slice(0, LIMITS.suggestions).map(drawOption) });
  }

  return async (received, tell) => {
    const desk = createDesk(settings, received, { tell, post });
    if (received.kind === "suggestion") return suggest(received, desk.acknowledge);
    const way = wayOf(desk, log);
    await way.begin();
    const progress = createProgress((message) => way.progress(message), settings.progressMs);
    const work = handle(received, progress.update);
    const early = await Promise.race([work, after(settings.firstMs), progress.first]);
    if (!early) {
      await way.defer(progress.take());
      progress.open();
    }
    const reply = await work;
    await progress.finish();
    await way.answer(reply);
  };
}

function createDesk(
  settings: ConverseSettings,
  received: Received,
  { tell, post }: { tell: Acknowledge; post: Post },
): Desk {
  const { client, responseUrls, dispatch, log } = settings;
  const { origin, userId, triggerId, view, kind } = received;
  const started = performance.now();
  const age = (): number => Math.round(performance.now() - started);
  const onTop = kind !== "home" && view !== undefined && origin.from === "card";
  let isAcknowledged = false;
  return {
    received,
    client,
    post,
    // Only what is late needs it.
    get plan() {
      return dispatch.plan(received.interaction);
    },
    to: { origin, userId, age },
    modal: createModal({ triggerId, onTop }, settings),
    permissions: settings.permissions,
    left: () => responseUrls.left(origin.responseUrl),
    isAcknowledged: () => isAcknowledged,
    async acknowledge(content) {
      if (isAcknowledged) return false;
      isAcknowledged = true;
      try {
        await tell(content);
        settings.observe.acknowledged(performance.now() - started);
        return true;
      } catch (error) {
        log.warn({ problem: errorName(error), age: age() }, "Slack did not hear the acknowledgement");
        return false;
      }
    },
  };
}

function wayOf(desk: Desk, log: Logger): Way {
  const { kind } = desk.received;
  if (kind === "closed") return silentWay(desk);
  const inner = innerWay(desk, log);
  return kind === "submission" ? submissionWay(desk, inner) : inner;
}

function innerWay(desk: Desk, log: Logger): Way {
  switch (desk.received.origin.from) {
    case "command":
      return commandWay(desk);
    case "message":
      return messageWay(desk);
    case "home":
      return homeWay(desk, log);
    case "card":
      return cardWay(desk, log);
    case "nowhere":
      return directWay(desk);
  }
}

/** A form that was closed: what was typed is kept, and nobody waits for a word. */
function silentWay({ acknowledge }: Desk): Way {
  const nothing = async (): Promise<void> => {};
  return { begin: async () => void (await acknowledge()), defer: nothing, progress: nothing, answer: nothing };
}

/** Slack may name a file in a form by its id only. */
async function withAddresses(asked: Asked, client: WebClient, log: Logger): Promise<Asked> {
  if (asked.kind !== "form") return asked;
  const values: Record<string, RawValue> = {};
  for (const [name, value] of Object.entries(asked.values)) {
    const id = typeof value === "object" && "url" in value ? fileIdOf(value.url) : undefined;
    values[name] = id === undefined ? value : ((await fileOf(id, client, log)) ?? value);
  }
  return { ...asked, values };
}

/** undefined where Slack does not tell: without an address fetching it fails later on, and the person hears of it. */
async function fileOf(id: string, client: WebClient, log: Logger): Promise<RawValue | undefined> {
  try {
    const { file } = await client.files.info({ file: id });
    return readFile(object(file));
  } catch (error) {
    log.warn({ problem: errorName(error) }, "Slack does not show us the file of a form");
    return undefined;
  }
}

/** The timer is left to run out: it is short, and a cancelled one would have to be carried along. */
function after(ms: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(resolve, ms, undefined).unref());
}
