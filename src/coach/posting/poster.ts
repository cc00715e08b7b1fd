import type { ChannelProblem } from "#src/words/errors.ts";

/**
 * The port to a platform's channels. No method throws because a network or a platform failed, none takes longer than ten
 * seconds, and none tries again by itself: the stock clients post up to eleven times when an answer is lost.
 * What a message is, the outbox need not know.
 */
export interface Poster<Message = unknown> {
  /** Whether it can post there, open a thread and notify `mention`, before anybody relies on it. */
  check(target: Target & { readonly mention?: string }): Promise<PostCheck>;
  post(target: Target, message: Message, options: PostOptions): Promise<Posted>;
  /** What became of a post of which no answer came. */
  find(target: Target, sought: Sought): Promise<Found>;
  /** The thread below a message of ours; where it is there already, that one. */
  openThread(target: Target, ref: string, title: string): Promise<Posted>;
  /** A direct message to an organiser. */
  tell(account: { readonly workspaceId: string; readonly userId: string }, message: Message): Promise<Told>;
  /** Deletes a message of ours that is there twice; one that is gone is no error. */
  withdraw(target: Target, ref: string): Promise<void>;
}

export interface Target {
  readonly workspaceId: string;
  readonly channelId: string;
}

export interface PostOptions {
  /** At most 25 characters, of letters, digits, "-" and "_". The same one is never used for two messages. */
  readonly nonce: string;
  /** Id of a role that is to be notified. */
  readonly mention?: string;
  /** What openThread gave. */
  readonly thread?: string;
}

export type PostCheck =
  | {
      readonly ok: true;
      /** As people write it: "#jobs". */
      readonly channelName: string;
      /** The mention as the platform keeps it, where one was asked for. */
      readonly mention?: { readonly id: string; readonly name: string };
    }
  | ({ readonly ok: false } & Refusal);

/** It would be the same the next time: somebody has to do something first. */
export interface Refusal {
  readonly problem: PosterProblem;
  /** Permissions, by the platform's own names. */
  readonly missing?: readonly string[];
  /** The exact thing to do: "/invite @Greenroom", "Allow Send Messages in #jobs for the role Greenroom". */
  readonly fix: string;
}

export type PosterProblem = ChannelProblem;

export type Posted =
  | { readonly kind: "sent"; readonly ref: string }
  | ({ readonly kind: "refused" } & Refusal)
  /** Not sent. For all that lies in the scope, it is of no use to ask earlier. */
  | { readonly kind: "later"; readonly milliseconds: number; readonly scope: "channel" | "workspace" | "platform" }
  /** It may or may not be there: no answer, or one that says nothing about it. */
  | { readonly kind: "unsure" };

export type Told =
  /** Or it may be: nobody is written to twice. */
  | "told"
  /** It cannot be delivered to them. */
  | "never"
  /** Nothing was sent; at another moment it may be. */
  | "later";

export interface Sought {
  readonly nonce: string;
  /** When the first try began; up to five minutes of difference between two clocks are left to the platform's side. */
  readonly since: Date;
  readonly thread?: string;
  /** A copy of it that stands: another one is sought. */
  readonly besides?: string;
}

export type Found =
  | { readonly kind: "there"; readonly ref: string }
  /**
   * It is not there, or posting it again with the same nonce within half a minute cannot make a second one (Discord: until
   * a minute and a half after `since`).
   */
  | { readonly kind: "not-there" }
  /** It could not be looked up; it may be later. */
  | { readonly kind: "later"; readonly milliseconds: number }
  /** Nothing can be proven: a person has to look. */
  | { readonly kind: "unknown" };

/** By the platform's name; filled while platforms start. */
export type Posters<Message = unknown> = ReadonlyMap<string, Poster<Message>>;
