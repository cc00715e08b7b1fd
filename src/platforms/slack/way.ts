import type { WebClient } from "@slack/web-api";
import type { Plan, Reply } from "#src/chat/interaction.ts";
import type { Message } from "#src/chat/message.ts";
import type { Modal } from "./modal.ts";
import type { Permissions } from "./permissions.ts";
import type { Addressee, Post } from "./post.ts";
import type { Received } from "./receive.ts";

/** How one interaction is answered, from its first sign of life to its last. */
export interface Way {
  /** What Slack must hear before any work is done. */
  begin(): Promise<void>;
  /** The reply is not there in time. `progress` is what can be shown in the meantime. */
  defer(progress?: Message): Promise<void>;
  progress(message: Message): Promise<void>;
  answer(reply: Reply): Promise<void>;
}

/** What every way uses. */
export interface Desk {
  readonly received: Received;
  readonly plan: Plan;
  readonly to: Addressee;
  readonly client: WebClient;
  readonly post: Post;
  readonly modal: Modal;
  readonly permissions: Permissions;
  /** How many messages the response_url still takes. */
  readonly left: () => number;
  /** The first one counts; says whether Slack heard it. */
  readonly acknowledge: (content?: Record<string, unknown>) => Promise<boolean>;
  readonly isAcknowledged: () => boolean;
}

/** Uses of a response_url that are kept for the answer and a second try. */
export const KEPT_USES = 2;

/** A reply as what stands in a conversation: a form that could not be opened becomes the button that opens it. */
export function messageOf(reply: Reply): (Reply & { kind: "message" }) | undefined {
  if (reply.kind === "message") return reply;
  if (reply.kind === "form" || reply.kind === "field-errors")
    return { kind: "message", placement: "new-private", message: reply.instead };
  return undefined;
}
