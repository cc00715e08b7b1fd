import { extractText, getDocumentProxy } from "unpdf";
import { expect } from "vitest";
import { gates } from "#commands/gates.ts";
import { commands } from "#commands/index.ts";
import { createOfflineModel } from "#src/ai/offline.ts";
import { createFetchFile, type FetchFile } from "#src/attachments.ts";
import { createDispatch, type Dispatch } from "#src/chat/dispatch.ts";
import { createCoach } from "#src/coach/index.ts";
import { createPaperDrawer } from "#src/documents/paper/index.ts";
import type { ResumeDocument } from "#src/documents/resume-document.ts";
import { printResume } from "#src/documents/resume-markdown.ts";
import { type House, openHouse, seeded } from "#test/house/house.ts";
import {
  type Channel,
  type Message,
  type Person,
  type SlackServer,
  type SlackServerOptions,
  startSlackServer,
} from "#test/servers/slack/index.ts";
import { type Bot, joinBot, type Mode } from "./bot.ts";

/** The whole bot with its database on a Slack of our own; what it fetches comes from there, by the code of production. */
export interface Visit {
  readonly house: House;
  readonly server: SlackServer;
  readonly bot: Bot;
  /** A process ends and another begins: nothing is remembered but what is in the database. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

interface VisitOptions {
  readonly server?: SlackServerOptions;
  /** What is tested is mostly not a deadline, and a slow machine may take its time. */
  readonly first?: number;
}

export async function openVisit(mode: Mode, { server: options, first = 15_000 }: VisitOptions = {}): Promise<Visit> {
  const server = await startSlackServer({ ackMs: 20_000, triggerMs: 20_000, heardMs: 20_000, ...options });
  const fetchFile = fetchFrom(server);
  const house = await openHouse({ dispatch: { fetchFile } });
  const drawers: ReturnType<typeof createPaperDrawer>[] = [];
  let bot = await joinBot(mode, server, { dispatch: house.dispatch, deadlines: { first } });
  return {
    house,
    server,
    get bot() {
      return bot;
    },
    async restart() {
      await bot.stop();
      const drawer = createPaperDrawer();
      drawers.push(drawer);
      bot = await joinBot(mode, server, { dispatch: anew(house, fetchFile, drawer), deadlines: { first } });
    },
    async stop() {
      await bot.stop();
      await server.stop();
      for (const drawer of drawers) await drawer.stop();
      await house.stop();
    },
  };
}

/** Commands and coach of another process, over the same database. */
function anew(
  { db, broken }: House,
  fetchFile: FetchFile,
  paperDrawer: ReturnType<typeof createPaperDrawer>,
): Dispatch {
  const random = seeded(2);
  const builtIn = createOfflineModel(random);
  const coach = createCoach({ db, model: undefined, builtIn, paperDrawer, clock: () => new Date(), random });
  const report = { handled: () => {}, broken: (one: House["broken"][number]) => void broken.push(one) };
  return createDispatch({ commands, coach, gates, explain: () => undefined, fetchFile, report, limit: 10_000 });
}

export interface Somebody {
  readonly person: Person;
  readonly channel: Channel;
  readonly at: readonly [Person, Channel];
}

let people = 0;

/** Somebody new in a channel of their own. */
export function arrives({ server }: Visit): Somebody {
  people += 1;
  const person = server.person({ name: `person${people}` });
  const channel = server.channel({ name: `channel${people}` });
  return { person, channel, at: [person, channel] };
}

/** Somebody who has this resume. */
export async function owner(visit: Visit, document: ResumeDocument): Promise<Somebody> {
  const somebody = arrives(visit);
  const { person, channel } = somebody;
  await person.runs(channel, "/prep").message();
  const { userId } = await visit.house.db.chatAccount.findFirstOrThrow({ where: { platformUserId: person.id } });
  await visit.house.coach.resumes.replace(userId, "edit", printResume(document));
  return somebody;
}

/** Files in the direct message with the bot, with the text above each. */
export function delivered({ server }: Visit, { person }: Somebody) {
  const messages = server.visibleTo(person, server.directMessage(person));
  return messages.flatMap((message) => message.files.map((file) => ({ file, said: message.text })));
}

/** What stands in a PDF. */
export async function textOf(pdf: Uint8Array | undefined): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf ?? [])), { mergePages: true });
  return text;
}

/** What this person sees in a channel: an answer to a form comes by the response_url of what opened it. */
export async function appears(
  { server }: Pick<Visit, "server">,
  [person, channel]: readonly [Person, Pick<Channel, "id">],
  words: string | RegExp,
): Promise<Message> {
  const says = (text: string): boolean => (typeof words === "string" ? text.includes(words) : words.test(text));
  const find = () => server.visibleTo(person, channel).findLast((message) => says(message.plain()));
  await expect.poll(() => (find() ? "" : server.journalTail()), { timeout: 20_000 }).toBe("");
  return find() as Message;
}

function fetchFrom({ botToken, url }: SlackServer): FetchFile {
  const nothing = { findFile: async () => undefined, removeFiles: async () => {} };
  return createFetchFile({ slack: { botToken, apiUrl: url } } as Parameters<typeof createFetchFile>[0], nothing);
}
