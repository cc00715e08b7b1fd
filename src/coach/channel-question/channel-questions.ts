import type { Database } from "#src/db/client.ts";
import { courseOf, type Subscription } from "../posting/subscription.ts";
import { upcomingSlots } from "../schedule/due.ts";
import { answer } from "./answer.ts";
import type { AnswerView, Press, QuestionPost } from "./channel-question.ts";
import { choose } from "./choose.ts";
import { prepare, readPast, rhythmOf } from "./prepare.ts";

/** The question that a channel is asked in each edition of a subscription, and the private answers to it. */
export interface ChannelQuestions {
  /**
   * The question of this edition, chosen and kept when it is asked for first; asked again, the same one. From then on the
   * question before it is over. Replicas may ask at once, and so may several subscriptions of one channel. undefined: the
   * subscription is not there any more.
   */
  prepare(subscription: Subscription, edition: string): Promise<QuestionPost | undefined>;
  /** What would be posted next, as things stand. Nothing is kept or used up, and nothing told that is still being asked. */
  preview(subscription: Subscription): Promise<QuestionPost>;
  /**
   * Keeps an answer: one for each person and question, never changed, so a second one shows what stands. UserErrors:
   * channel-question-gone, button-outdated.
   */
  answer(userId: string, press: Press): Promise<AnswerView>;
}

export function createChannelQuestions({ db, clock }: { db: Database; clock: () => Date }): ChannelQuestions {
  return {
    prepare: (subscription, edition) => prepare({ db, now: clock() }, subscription, edition),
    answer: (userId, press) => answer({ db, now: clock() }, userId, press),

    async preview(subscription) {
      const now = clock();
      const [next] = upcomingSlots(courseOf(subscription), now, 1);
      const edition = next?.edition ?? subscription.lastEdition;
      const past = await readPast(db, subscription, now);
      const { question, options, topic, difficulty } = choose(subscription, edition, past);
      const key = { kind: "preview", subscriptionId: subscription.id, edition, rhythm: rhythmOf(edition) } as const;
      return { ...key, question, options, topic, difficulty, reveal: undefined };
    },
  };
}
