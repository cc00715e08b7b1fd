import { type Answer, type CommandPart, onPress, subcommand, type Turn } from "#src/chat/command.ts";
import type { Message } from "#src/chat/message.ts";
import { type Suggest, text } from "#src/chat/option.ts";
import type { SubscriptionView } from "#src/coach/posting/subscriptions.ts";
import { en } from "#src/words/en.ts";
import { UserError } from "#src/words/errors.ts";
import { wordsOf } from "#src/words/index.ts";
import { previewMessage } from "./post-messages.ts";
import { createPosts } from "./posts.ts";
import { optionsOf, workspaceOf } from "./subscribe.ts";
import { AGAIN, LIST, OPEN, PAUSE, PREVIEW, RESUME, SETTLE, UNSUBSCRIBE, WHICH } from "./subscription-actions.ts";
import { labelOf, listMessage, subscriptionCard, unsubscribedMessage, whichMessage } from "./subscription-messages.ts";

const words = en.posting;

const suggest: Suggest = async ({ typed, workspace, coach }) => {
  const list = await coach.subscriptions.list(workspace);
  const found = typed.trim() === "" ? list : list.filter((one) => isNamed(one, typed));
  return found.slice(0, 25).map((one) => ({ value: one.id, label: labelOf(one, wordsOf("en")) }));
};

const options = { subscription: text({ description: words.options.subscription, maxLength: 200, suggest }) };

const organisers = true;

/** Looking at subscriptions, and letting them rest, go on and end. */
export const managing: CommandPart = {
  subcommands: {
    subscriptions: subcommand({ description: words.subscriptionsDescription, organisers, run: list }),
    pause: subcommand({
      description: words.pauseDescription,
      organisers,
      options,
      run: (turn) => withOne(turn, { purpose: "pause", fits: ({ state }) => state === "active", run: pause }),
    }),
    resume: subcommand({
      description: words.resumeDescription,
      organisers,
      options,
      run: (turn) => withOne(turn, { purpose: "resume", fits: ({ state }) => state === "paused", run: resume }),
    }),
    unsubscribe: subcommand({
      description: words.unsubscribeDescription,
      organisers,
      options,
      run: (turn) => withOne(turn, { purpose: "unsubscribe", fits: () => true, run: unsubscribe }),
    }),
    preview: subcommand({
      description: words.previewDescription,
      organisers,
      options,
      run: (turn) => withOne(turn, { purpose: "preview", fits: () => true, run: preview }),
    }),
  },
  actions: [
    onPress(LIST, { answers: "in-place", organisers, run: list }),
    onPress(OPEN, { answers: "in-place", organisers, run: (turn) => show(turn, turn.chosen) }),
    onPress(PAUSE, { answers: "in-place", organisers, run: (turn) => pause(turn, turn.params.id) }),
    onPress(RESUME, { answers: "in-place", organisers, run: (turn) => resume(turn, turn.params.id) }),
    onPress(UNSUBSCRIBE, { answers: "in-place", organisers, run: (turn) => unsubscribe(turn, turn.params.id) }),
    onPress(PREVIEW, { answers: "private", organisers, run: (turn) => preview(turn, turn.params.id) }),
    onPress(AGAIN, {
      answers: "in-place",
      organisers,
      run: (turn) => turn.goOn(turn.params.request, () => list(turn)),
    }),
    onPress(WHICH, {
      answers: "in-place",
      organisers,
      async run(turn) {
        const kept = await turn.coach.requests.find(turn.person.id, turn.params.request);
        if (!kept) throw new UserError("button-outdated", {});
        return turn.runCommand(kept.command, kept.subcommand, { ...kept.options, subscription: turn.chosen });
      },
    }),
    onPress(SETTLE, {
      answers: "in-place",
      organisers,
      async run(turn) {
        const { id, edition, there } = turn.params;
        const looked = { edition, there: there === 1 };
        const before = await turn.coach.subscriptions.find(workspaceOf(turn), id);
        const settled = await turn.coach.subscriptions.settle(workspaceOf(turn), id, looked);
        return subscriptionCard(settled, turn.words, settledAs(before, settled, turn));
      },
    }),
  ],
};

type Asking = Pick<Turn, "coach" | "person" | "interaction" | "words">;

async function list(turn: Asking): Promise<Message> {
  return listMessage(await turn.coach.subscriptions.list(workspaceOf(turn)), turn.words);
}

async function show(turn: Asking, id: string): Promise<Message> {
  return subscriptionCard(await turn.coach.subscriptions.find(workspaceOf(turn), id), turn.words);
}

async function pause(turn: Asking, id: string): Promise<Message> {
  const { coach, words: said } = turn;
  const before = await coach.subscriptions.find(workspaceOf(turn), id);
  const after = await coach.subscriptions.pause(workspaceOf(turn), id);
  return subscriptionCard(after, said, before.state === "paused" ? said.posting.pausedAlready : said.posting.pausedNow);
}

async function resume(turn: Asking, id: string): Promise<Message> {
  const { coach, words: said } = turn;
  const before = await coach.subscriptions.find(workspaceOf(turn), id);
  const organiser = { ...workspaceOf(turn), userId: turn.person.id };
  const after = await coach.subscriptions.resume(organiser, id);
  const { resumedAlready, resumedNow } = said.posting;
  return subscriptionCard(after, said, before.state === "active" ? resumedAlready : resumedNow);
}

async function unsubscribe(turn: Asking, id: string): Promise<Message> {
  const { coach, person, words: said } = turn;
  const ended = await coach.subscriptions.unsubscribe(workspaceOf(turn), id);
  const request = await coach.requests.keep(person.id, { command: "insights", ...optionsOf(ended) });
  return unsubscribedMessage(ended, request, said);
}

async function preview(turn: Asking, id: string): Promise<Message> {
  const one = await turn.coach.subscriptions.find(workspaceOf(turn), id);
  const [next] = one.next;
  return previewMessage(one, await createPosts(turn.coach, turn.words).preview(one, next?.edition), turn.words);
}

/** What an organiser's word about a lost post has led to: it may be too late to post it. */
function settledAs(before: SubscriptionView, after: SubscriptionView, { words: said }: Asking): string {
  const { settled } = said.posting;
  if (before.newest?.state !== "unknown") return settled.before;
  switch (after.newest?.state) {
    case "sent":
      return settled.there;
    case "dead":
    case "skipped":
      return settled.late;
    default:
      return settled.again;
  }
}

interface Meant {
  readonly purpose: "pause" | "resume" | "unsubscribe" | "preview";
  readonly fits: (one: SubscriptionView) => boolean;
  readonly run: (turn: Asking, id: string) => Promise<Message>;
}

/** The one that was named, or the only one that fits; of several the person is asked which. */
async function withOne(turn: Turn<typeof options>, { purpose, fits, run }: Meant): Promise<Answer> {
  const { coach, words: said, options: given } = turn;
  const all = await coach.subscriptions.list(workspaceOf(turn));
  const typed = given.subscription;
  const named = typed === undefined ? all.filter(fits) : all.filter((one) => one.id === typed || isNamed(one, typed));
  const [only] = named;
  if (only && named.length === 1) return run(turn, only.id);
  if (only) return whichMessage(named, { purpose, request: await turn.keepRequest() }, said);
  // An id that is gone was picked from a list that is old by now.
  if (typed !== undefined && UUID.test(typed)) throw new UserError("subscription-gone", {});
  if (typed !== undefined) throw new UserError("subscription-unknown", { typed });
  const none = purpose === "pause" || purpose === "resume" ? said.posting.none[purpose] : undefined;
  return listMessage(all, said, all.length > 0 ? none : undefined);
}

const UUID = /^[0-9a-f-]{36}$/;

/** All words that were typed stand in its label: its channel, what it is, and when. */
function isNamed(one: SubscriptionView, typed: string): boolean {
  const label = labelOf(one, wordsOf("en")).toLowerCase();
  return typed
    .toLowerCase()
    .split(/\s+/)
    .filter(Boolean)
    .every((word) => label.includes(word));
}
