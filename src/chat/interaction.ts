import type { Choice, Form, Message } from "./message.ts";
import type { Attachment, Channel, Role } from "./option.ts";

export type PlatformName = "discord" | "slack" | "playground";

/** One thing a person did, as a platform received it. */
export interface Interaction {
  /** Unique per delivery; a repeated delivery carries the same key and has no second effect. */
  readonly key: string;
  readonly account: Account;
  readonly place: Place;
  /** The platform says that this person runs the community (Manage Server, workspace admin). */
  readonly organiser: boolean;
  /** It came from a message of ours that can still be edited in place. */
  readonly onMessage: boolean;
  /** What a form may be here at most; without it anything fits. */
  readonly formLimits?: FormLimits;
  readonly asked: Asked;
}

export interface FormLimits {
  readonly fields: number;
  /** UTF-16 units in one field. */
  readonly characters: number;
}

export interface Account {
  readonly platform: PlatformName;
  /** "" where the platform's user ids mean the same everywhere. */
  readonly workspaceId: string;
  readonly userId: string;
  readonly name: string;
}

export interface Place {
  /** The Discord server or Slack workspace; "" where there is none, as in a direct message on Discord. */
  readonly workspaceId: string;
  readonly channelId: string;
  /** A direct message with the bot. */
  readonly direct: boolean;
}

export type Asked =
  | { readonly kind: "command"; readonly command: string; readonly subcommand: string; readonly options: RawOptions }
  /** A typed line without the command's own name: "quiz start category:behavioral". */
  | { readonly kind: "line"; readonly line: string }
  | { readonly kind: "action"; readonly id: string; readonly chosen?: string }
  | { readonly kind: "form"; readonly id: string; readonly values: RawOptions }
  /** A form that was closed half way, where the platform tells what was in it. */
  | { readonly kind: "form-closed"; readonly id: string; readonly values: RawOptions }
  | {
      readonly kind: "suggest";
      readonly command: string;
      readonly subcommand: string;
      readonly option: string;
      readonly typed: string;
    };

export type RawOptions = Readonly<Record<string, RawValue>>;
export type RawValue = string | number | boolean | Attachment | Channel | Role;

/** Where an answer belongs: known from the declaration before the work is done, so that a platform can defer rightly. */
export type Placement = "new-private" | "new-public" | "in-place";

export interface Plan {
  readonly placement: Placement;
  /** The answer may be a form. It must then be the first thing that the platform hears. */
  readonly mayOpenForm: boolean;
}

/** What a platform has to show for an interaction. */
export type Reply =
  | { readonly kind: "message"; readonly placement: Placement; readonly message: Message }
  | {
      readonly kind: "form";
      readonly form: Form;
      /** For when the platform can no longer open a form: the same as a message with a button that opens it. */
      readonly instead: Message;
    }
  | {
      readonly kind: "field-errors";
      readonly errors: Readonly<Record<string, string>>;
      /** For a platform that cannot show errors inside a form: says them, with a button back to what was typed. */
      readonly instead: Message;
    }
  | { readonly kind: "suggestions"; readonly suggestions: readonly Choice[] }
  /** A repeated delivery, or nothing to say. */
  | { readonly kind: "nothing" };
