import type { Coach } from "#src/coach/index.ts";
import type { Choice } from "./message.ts";

interface Described {
  readonly description: string;
  /** What a form calls it; a command's own name for it is its key. */
  readonly label?: string;
}

export interface TextOption extends Described {
  readonly kind: "text";
  readonly required: boolean;
  readonly minLength: number;
  readonly maxLength: number;
  /** Letters for which a form always has room; what is longer gets more fields where a field holds less. */
  readonly room: number;
  readonly multiline: boolean;
  /** What to do when it is too long, where that is not just to shorten it. */
  readonly tooLong?: string;
  readonly suggest?: Suggest;
}

export interface WholeNumberOption extends Described {
  readonly kind: "whole-number";
  readonly required: boolean;
  readonly min: number;
  readonly max: number;
}

export interface ChoiceOption extends Described {
  readonly kind: "choice";
  readonly required: boolean;
  readonly choices: readonly Choice[];
}

export interface YesNoOption extends Described {
  readonly kind: "yes-no";
  readonly required: boolean;
}

export interface AttachmentOption extends Described {
  readonly kind: "attachment";
  readonly required: boolean;
  readonly maxMegabytes: number;
}

export interface ChannelOption extends Described {
  readonly kind: "channel";
  readonly required: boolean;
}

/** Whom a post is to notify: a role on Discord, a user group on Slack. */
export interface RoleOption extends Described {
  readonly kind: "role";
  readonly required: boolean;
}

export type Option =
  | TextOption
  | WholeNumberOption
  | ChoiceOption
  | YesNoOption
  | AttachmentOption
  | ChannelOption
  | RoleOption;
export type Options = Readonly<Record<string, Option>>;

/** Offers while somebody types. Must answer within a second; an empty list is fine. */
export type Suggest = (request: SuggestRequest) => Promise<readonly Choice[]>;

export interface SuggestRequest {
  readonly typed: string;
  readonly userId: string;
  readonly industry: string | null;
  /** The community in which it is typed. */
  readonly workspace: { readonly platform: string; readonly workspaceId: string };
  readonly coach: Coach;
}

/** A file as the platform announced it: nothing is fetched before a command asks for it. */
export interface Attachment {
  readonly name: string;
  readonly mediaType: string | null;
  readonly size: number;
  readonly url: string;
}

export interface Channel {
  readonly id: string;
  readonly name: string | null;
}

/** Where a platform has no list to choose from, `id` is what was typed ("@job-seekers"): its poster knows what it means. */
export interface Role {
  readonly id: string;
  readonly name: string | null;
}

type ValueOfKind = {
  text: string;
  "whole-number": number;
  choice: string;
  "yes-no": boolean;
  attachment: Attachment;
  channel: Channel;
  role: Role;
};

type ValueOf<O extends Option> = O extends { kind: "choice"; choices: readonly { value: infer Value }[] }
  ? Value
  : ValueOfKind[O["kind"]];

/** What a handler gets: every option by its name, `undefined` where it may be left out and was. */
export type Values<O extends Options> = {
  readonly [Name in keyof O]: O[Name] extends { required: true } ? ValueOf<O[Name]> : ValueOf<O[Name]> | undefined;
};

type Given<O extends Option, Required extends keyof O = never> = Partial<Omit<O, "kind" | Required>> &
  Pick<O, Required>;

/** What was given over what is usual. TypeScript's own type of a generic spread would be the impossible "200 & 60". */
type Over<Usual, O> = Omit<Usual, keyof O> & O;

function over<const Usual extends object, O extends object>(usual: Usual, given: O): Over<Usual, O> {
  return { ...usual, ...given };
}

/** Up to 200 characters on one line unless it says otherwise. */
export function text<const O extends Given<TextOption, "description">>(option: O) {
  const room = option.maxLength ?? 200;
  return over({ kind: "text", required: false, minLength: 0, maxLength: 200, room, multiline: false }, option);
}

export function wholeNumber<const O extends Given<WholeNumberOption, "description" | "min" | "max">>(option: O) {
  return over({ kind: "whole-number", required: false }, option);
}

export function choice<const O extends Given<ChoiceOption, "description" | "choices">>(option: O) {
  return over({ kind: "choice", required: false }, option);
}

export function yesNo<const O extends Given<YesNoOption, "description">>(option: O) {
  return over({ kind: "yes-no", required: false }, option);
}

export function attachment<const O extends Given<AttachmentOption, "description">>(option: O) {
  return over({ kind: "attachment", required: false, maxMegabytes: 5 }, option);
}

export function channel<const O extends Given<ChannelOption, "description">>(option: O) {
  return over({ kind: "channel", required: false }, option);
}

export function role<const O extends Given<RoleOption, "description">>(option: O) {
  return over({ kind: "role", required: false }, option);
}
