import type { Message } from "#src/chat/message.ts";
import type { Coach } from "#src/coach/index.ts";
import type { Prepared } from "#src/coach/posting/deliver.ts";
import type { Subscription } from "#src/coach/posting/subscription.ts";
import type { Trouble } from "#src/coach/posting/tell.ts";
import type { Words } from "#src/words/index.ts";
import { noticeMessage, postMessages } from "./post-messages.ts";
import { questionMessage } from "./question-messages.ts";

/** What the outbox posts to channels, and what it writes to organisers. */
export interface Posts {
  prepare(subscription: Subscription, edition: string): Promise<Prepared<Message> | undefined>;
  /** The same without using anything up. `edition`: none where it is paused. */
  preview(subscription: Subscription, edition: string | undefined): Promise<Prepared<Message> | undefined>;
  notice(subscription: Subscription, trouble: Trouble): Message;
}

export function createPosts(coach: Coach, words: Words): Posts {
  async function insights({ industry }: Subscription, edition: string | undefined): Promise<Prepared<Message>> {
    return postMessages(await coach.insights.look(industry), edition, words);
  }

  return {
    async prepare(subscription, edition) {
      if (subscription.kind === "insights") return insights(subscription, edition);
      const post = await coach.channelQuestions.prepare(subscription, edition);
      return post && questionMessage(post, words);
    },
    async preview(subscription, edition) {
      if (subscription.kind === "insights") return insights(subscription, edition);
      const post = await coach.channelQuestions.preview(subscription);
      return post && questionMessage(post, words);
    },
    notice: (subscription, trouble) => noticeMessage(subscription, trouble, words),
  };
}
