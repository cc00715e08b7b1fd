import { flag } from "./content-rules.ts";
import type { Fields } from "./json.ts";
import { type Message, showMessage } from "./message-view.ts";
import { type Modal, showModal } from "./modal-view.ts";
import type { InteractionRecord, World } from "./world.ts";

export interface Answer {
  kind: "message" | "update" | "modal" | "choices" | "deferred";
  message?: Message;
  modal?: Modal;
  choices?: { name: string; value: string | number }[];
  /** From the dispatch to the first response. */
  ackMs: number;
}

/** One thing that a person did, and what became of it. Every wait fails with the journal's tail. */
export interface Turn {
  readonly id: string;
  /** The interaction as it was dispatched. */
  readonly raw: Fields;
  readonly record: InteractionRecord;
  /** The first response, also when it only says "is thinking…". */
  acknowledged(): Promise<Answer>;
  /** What the person sees in the end; a deferred answer is waited for. */
  answer(): Promise<Answer>;
  /** `answer()` when it must be a message, or an update of one. */
  message(): Promise<Message>;
  /** `answer()` when it must be a modal. */
  modal(): Promise<Modal>;
  /** Waits until the answered message passes the test: progress that is edited in place. */
  until(test: (message: Message) => boolean): Promise<Message>;
  /** Resolves with what Discord shows when nothing came within 3 seconds; fails when something came. */
  failed(): Promise<string>;
  followUps(): Message[];
  /** Waits for that many follow-ups. */
  followUp(count?: number): Promise<Message>;
}

export function createTurn(world: World, record: InteractionRecord): Turn {
  const settle = (test: () => boolean, what: () => string) => waitFor(world, record, { test, what });
  const respond = () =>
    settle(
      () => record.acknowledged !== undefined || record.failed,
      () => "response",
    );

  const acknowledged = async (): Promise<Answer> => {
    await respond();
    if (!record.acknowledged)
      throw new Error(
        `This interaction failed: no response within ${world.options.respondMs} ms\n${world.journal.tail()}`,
      );
    return answerNow();
  };
  const answerNow = (): Answer => {
    const { type, at } = record.acknowledged ?? { type: 0, at: record.sentAt };
    const ackMs = at - record.sentAt;
    if (type === 9) return { kind: "modal", modal: showModal(record), ackMs };
    if (type === 8)
      return { kind: "choices", choices: (record.choices ?? []) as { name: string; value: string | number }[], ackMs };
    const shown = record.original && { message: showMessage(world, record.original) };
    if (pending(record)) return { kind: "deferred", ...shown, ackMs };
    if (type === 6 && record.edits === 0 && record.followUps[0])
      return { kind: "message", message: showMessage(world, record.followUps[0]), ackMs };
    return { kind: type === 6 || type === 7 ? "update" : "message", ...shown, ackMs };
  };
  const answer = async (): Promise<Answer> => {
    const first = await acknowledged();
    if (first.kind !== "deferred") return first;
    await settle(
      () => !pending(record),
      () => "edit of the deferred answer",
    );
    return answerNow();
  };
  const message = async (): Promise<Message> => {
    const given = await answer();
    if (!given.message)
      throw new Error(
        `expected a message but received ${given.kind} ${JSON.stringify(record.modal ?? record.choices)}\n${world.journal.tail()}`,
      );
    return given.message;
  };

  return {
    id: record.id,
    raw: record.raw,
    record,
    acknowledged,
    answer,
    message,
    async modal() {
      const given = await answer();
      if (!given.modal)
        throw new Error(
          `expected a modal but received ${given.kind}: ${given.message?.text() ?? ""}\n${world.journal.tail()}`,
        );
      return given.modal;
    },
    async until(test) {
      const shown = await message();
      await settle(
        () => test(shown),
        () => `message that passes ${test.toString()}; it says: ${shown.text()}`,
      );
      return shown;
    },
    async failed() {
      await respond();
      if (record.acknowledged)
        throw new Error(
          `expected the interaction to fail but it was answered with type ${record.acknowledged.type}\n${world.journal.tail()}`,
        );
      return "This interaction failed";
    },
    followUps: () => record.followUps.map((one) => showMessage(world, one)),
    async followUp(count = 1) {
      await settle(
        () => record.followUps.length >= count,
        () => `follow-up ${count}`,
      );
      const found = record.followUps[count - 1];
      if (!found) throw new Error(`no follow-up ${count}`);
      return showMessage(world, found);
    },
  };
}

/** Acknowledged, but the person does not see the answer yet. */
function pending(record: InteractionRecord): boolean {
  if (record.acknowledged?.type === 6) return record.edits === 0 && record.followUps.length === 0;
  return (
    record.acknowledged?.type === 5 &&
    record.original !== undefined &&
    !record.original.deleted &&
    (record.original.flags & flag.loading) !== 0
  );
}

function waitFor(
  world: World,
  record: InteractionRecord,
  wish: { test: () => boolean; what: () => string },
): Promise<void> {
  return new Promise((resolve, reject) => {
    const watched = [record.changed, ...(record.original ? [record.original.changed] : [])];
    const unwatch = () => watched.map((listeners) => listeners.delete(check)).some(Boolean);
    const check = () => {
      if (!wish.test()) return;
      unwatch();
      resolve();
    };
    for (const listeners of watched) listeners.add(check);
    world.after(Math.max(world.options.answerMs, world.options.respondMs + 500), () => {
      if (unwatch()) reject(new Error(`no ${wish.what()} for ${describe(record)}\n${world.journal.tail()}`));
    });
    check();
  });
}

function describe(record: InteractionRecord): string {
  return `interaction ${record.id} (type ${record.type}) ${JSON.stringify(record.raw["data"]).slice(0, 300)}`;
}
