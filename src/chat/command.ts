import type { Person } from "#src/coach/accounts.ts";
import type { Coach } from "#src/coach/index.ts";
import type { Words } from "#src/words/index.ts";
import type { Link, ParamKinds, Params } from "./custom-id.ts";
import type { Interaction, RawOptions } from "./interaction.ts";
import type { Message } from "./message.ts";
import type { Attachment, Options, Values } from "./option.ts";

/** A slash command as data: published, listed, parsed and helped with from this one object. */
export interface Command {
  /** 1-32 lowercase letters, digits and dashes: what Discord takes. */
  readonly name: string;
  readonly description: string;
  /** By name; the name "" stands for the command itself, which then has no other. */
  readonly subcommands: Readonly<Record<string, Subcommand>>;
  readonly actions: readonly Action[];
  readonly forms: readonly FormDeclaration[];
}

/** A large command is put together from parts, one for each question that its subcommands answer. */
export type CommandPart = Pick<Command, "subcommands"> & Partial<Pick<Command, "actions" | "forms">>;

export interface Subcommand extends Declared {
  readonly description: string;
  readonly options: Options;
  /** What must be there first; each named gate may answer in its place and let it go on later. */
  readonly needs: readonly string[];
  readonly visibility: "private" | "public";
  readonly run: (turn: AnyTurn) => Promise<Answer>;
}

export interface Action extends Declared {
  readonly link: Link<ParamKinds>;
  /** Where the answer goes. In place means: it becomes the message on which the button sits. */
  readonly answers: "in-place" | "private" | "public";
  readonly run: (turn: AnyTurn) => Promise<Answer>;
}

export interface FormDeclaration extends Pick<Declared, "organisers"> {
  readonly link: Link<ParamKinds>;
  readonly title: string;
  readonly submit: string;
  readonly fields: Options;
  /** What stands in the fields when it opens. A draft of what the person typed before goes over it. */
  readonly fill: (turn: AnyTurn) => Promise<RawOptions>;
  /** One draft for the form, or one for each address of it, where its parameters say what is being edited. */
  readonly drafts: "form" | "address";
  readonly run: (turn: AnyTurn) => Promise<Answer>;
}

interface Declared {
  /** Only for people who run the community. */
  readonly organisers: boolean;
  /** It may answer with a form, which a platform must then open first of all. */
  readonly opensForm: boolean;
}

/** What a handler answers: a message, or a form to be opened. */
export type Answer = Message | OpenForm;

export interface OpenForm {
  readonly openForm: string;
}

/** Everything a handler may use. */
export interface Turn<O extends Options = Options, P extends ParamKinds = ParamKinds> {
  readonly interaction: Interaction;
  readonly person: Person;
  /** Options of the command or fields of the form. */
  readonly options: Values<O>;
  readonly params: Params<P>;
  /** What was picked in a select; "" for a button. */
  readonly chosen: string;
  readonly coach: Coach;
  readonly words: Words;
  /** The bytes of a file that was sent along. UserErrors: those that begin with import-link, import-too-large. */
  readonly fetchFile: (attachment: Attachment) => Promise<Uint8Array>;
  /** Shows how far it is, in the place of the answer that will follow. */
  readonly progress: (message: Message) => void;
  /** In a form's handler: what shall stand in it when it is opened again, although it was sent. */
  readonly leaveDraft: (values: RawOptions) => void;
  /** Keeps the current command as a row and returns the id with which `goOn` takes it up again. */
  readonly keepRequest: () => Promise<string>;
  /** Runs a command in the place of this answer, through its gates, as if it had been typed. */
  readonly runCommand: (command: string, subcommand: string, options: RawOptions) => Promise<Answer>;
  /**
   * Takes up a kept command; without an id, or when it is gone, `otherwise` answers. The row stays, so that pressing the
   * same button again takes it up again.
   */
  readonly goOn: (requestId: string | undefined, otherwise: () => Promise<Answer>) => Promise<Answer>;
}

// Handlers of different options and parameters stand in one list; each was checked where it was declared. This is the
// house's one `any`.
// biome-ignore lint/suspicious/noExplicitAny: see above
type AnyTurn = any;

/** Declares a command. Throws at start when two of its actions or forms share an address. */
export function defineCommand(
  command: Pick<Command, "name" | "description" | "subcommands"> & Partial<Command>,
): Command {
  const defined = { actions: [], forms: [], ...command };
  const paths = [...defined.actions, ...defined.forms].map(({ link }) => link.path);
  for (const [index, path] of paths.entries()) {
    if (!path.startsWith(`${command.name}/`)) throw new Error(`"${path}" does not belong to /${command.name}`);
    if (paths.indexOf(path) !== index) throw new Error(`/${command.name} declares "${path}" twice`);
  }
  return defined;
}

/** One command of several parts. */
export function joinParts(parts: readonly CommandPart[]): Pick<Command, "subcommands" | "actions" | "forms"> {
  return {
    subcommands: Object.assign({}, ...parts.map(({ subcommands }) => subcommands)),
    actions: parts.flatMap(({ actions = [] }) => actions),
    forms: parts.flatMap(({ forms = [] }) => forms),
  };
}

/** Declares a subcommand: private, for everybody, opening no form, unless it says otherwise. */
export function subcommand<const O extends Options = Record<never, never>>(
  declared: Partial<Omit<Subcommand, "options" | "run">> & {
    readonly description: string;
    readonly options?: O;
    readonly run: (turn: Turn<O>) => Promise<Answer>;
  },
): Subcommand {
  const { options = {} as O } = declared;
  return { organisers: false, needs: [], visibility: "private", opensForm: false, ...declared, options };
}

/** Declares what a button or select does. */
export function onPress<P extends ParamKinds>(
  link: Link<P>,
  declared: {
    readonly answers: Action["answers"];
    readonly organisers?: boolean;
    readonly opensForm?: boolean;
    readonly run: (turn: Turn<Record<never, never>, P>) => Promise<Answer>;
  },
): Action {
  return { organisers: false, opensForm: false, ...declared, link: link as unknown as Link<ParamKinds> };
}

/** Declares a form: its fields are options, so what is typed arrives parsed and typed. */
export function onForm<P extends ParamKinds, const O extends Options>(
  link: Link<P>,
  declared: {
    readonly title: string;
    readonly submit: string;
    readonly fields: O;
    readonly organisers?: boolean;
    readonly fill?: (turn: Turn<O, P>) => Promise<RawOptions>;
    readonly drafts?: FormDeclaration["drafts"];
    readonly run: (turn: Turn<O, P>) => Promise<Answer>;
  },
): FormDeclaration {
  return {
    organisers: false,
    fill: async () => ({}),
    drafts: "form",
    ...declared,
    link: link as unknown as Link<ParamKinds>,
  };
}

/** The answer of a handler that opens a form. */
export function openForm(id: string): OpenForm {
  return { openForm: id };
}
