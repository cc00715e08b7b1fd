import { randomUUID } from "node:crypto";
import { gates } from "#commands/gates.ts";
import { commands } from "#commands/index.ts";
import { createOfflineModel } from "#src/ai/offline.ts";
import { createDispatch, type Dispatch, type DispatchSettings } from "#src/chat/dispatch.ts";
import type { Asked, FormLimits, Interaction, Reply } from "#src/chat/interaction.ts";
import { type Block, type Form, type Message, plain } from "#src/chat/message.ts";
import type { Attachment } from "#src/chat/option.ts";
import type { Poster } from "#src/chat/platform.ts";
import { type Coach, createCoach } from "#src/coach/index.ts";
import type { Model } from "#src/coach/model.ts";
import { explainDatabaseError } from "#src/db/errors.ts";
import { createPaperDrawer } from "#src/documents/paper/index.ts";
import { UserError } from "#src/words/errors.ts";
import { startTestDatabase, type TestDatabase } from "./database.ts";

export interface House extends TestDatabase {
  readonly coach: Coach;
  readonly dispatch: Dispatch;
  /** What was reported as broken: empty at the end of most tests. */
  readonly broken: { command: string; reference: string; error: unknown }[];
  /** A file that somebody attaches: what goes into `does` as the value of an option. */
  attach(name: string, bytes: Uint8Array): Attachment;
  person(name: string, options?: PersonOptions): TestPerson;
}

interface PersonOptions {
  readonly organiser?: boolean;
  readonly formLimits?: FormLimits;
  /** "" as in a direct message on Discord. */
  readonly workspaceId?: string;
}

export interface HouseSettings {
  readonly model?: Model;
  readonly random?: () => number;
  /** Who posts to the channels of the pretend platform. */
  readonly poster?: Poster;
  readonly dispatch?: Partial<DispatchSettings>;
}

/** The whole bot without a platform: commands, dispatch, coach and a real database. */
export async function openHouse(settings: HouseSettings = {}): Promise<House> {
  const { model, random = seeded(1), poster, dispatch: over } = settings;
  const database = await startTestDatabase();
  const builtIn = createOfflineModel(random);
  const paperDrawer = createPaperDrawer();
  const posters = new Map(poster ? [["playground", poster] as const] : []);
  const clock = () => new Date();
  const coach = createCoach({ db: database.db, model, builtIn, paperDrawer, posters, clock, random });
  const broken: House["broken"] = [];
  const files = new Map<string, Uint8Array>();
  const dispatch = createDispatch({
    commands,
    coach,
    gates,
    explain: explainDatabaseError,
    fetchFile: async (_platform, { url }) => {
      const bytes = files.get(url);
      if (!bytes) throw new UserError("import-link-expired", {});
      return bytes;
    },
    report: { handled: () => {}, broken: (report) => broken.push(report) },
    limit: 10_000,
    ...over,
  });
  const person: House["person"] = (name, options) => new TestPerson(dispatch, name, options);
  const attach: House["attach"] = (name, bytes) => {
    const url = `test:${randomUUID()}`;
    files.set(url, bytes);
    return { name, mediaType: null, size: bytes.byteLength, url };
  };
  const stop = async () => {
    await paperDrawer.stop();
    await database.stop();
  };
  return { ...database, stop, coach, dispatch, broken, attach, person };
}

/** Somebody on a pretend platform: says, presses, fills in; hears the reply. */
export class TestPerson {
  readonly name: string;
  readonly progress: Message[] = [];
  private readonly dispatch: Dispatch;
  private readonly options: PersonOptions;

  constructor(dispatch: Dispatch, name: string, options: PersonOptions = {}) {
    this.dispatch = dispatch;
    this.name = name;
    this.options = options;
  }

  /** A typed line: "quiz start questions:3". */
  says(line: string): Promise<Heard> {
    return this.does({ kind: "line", line });
  }

  /** Presses a button by its label. */
  presses(on: Heard, label: string): Promise<Heard> {
    return this.does({ kind: "action", id: on.button(label) }, { onMessage: true });
  }

  pressesId(id: string): Promise<Heard> {
    return this.does({ kind: "action", id }, { onMessage: true });
  }

  chooses(on: Heard, label: string): Promise<Heard> {
    const { id, value } = on.choice(label);
    return this.does({ kind: "action", id, chosen: value }, { onMessage: true });
  }

  /** Sends a form with these values over what stands in it. */
  submits(on: Heard, values: Record<string, string>, from: { onMessage?: boolean } = {}): Promise<Heard> {
    const filled = on.form.fields.map(({ id, value }) => [id, value ?? ""]);
    return this.does({ kind: "form", id: on.form.id, values: { ...Object.fromEntries(filled), ...values } }, from);
  }

  async does(asked: Asked, { onMessage = false, key = `test:${randomUUID()}` } = {}): Promise<Heard> {
    const interaction: Interaction = {
      key,
      account: { platform: "playground", workspaceId: "test", userId: this.name.toLowerCase(), name: this.name },
      place: { workspaceId: this.options.workspaceId ?? "test", channelId: "test", direct: false },
      organiser: this.options.organiser ?? false,
      ...(this.options.formLimits && { formLimits: this.options.formLimits }),
      onMessage,
      asked,
    };
    return new Heard(await this.dispatch.handle(interaction, (message) => this.progress.push(message)));
  }
}

export class Heard {
  readonly reply: Reply;

  constructor(reply: Reply) {
    this.reply = reply;
  }

  get message(): Message {
    if (this.reply.kind === "message") return this.reply.message;
    if (this.reply.kind === "field-errors") return this.reply.instead;
    throw new Error(`Heard no message but: ${JSON.stringify(this.reply)}`);
  }

  get form(): Form {
    if (this.reply.kind === "form") return this.reply.form;
    throw new Error(`No form opened but: ${this.text}`);
  }

  /** Everything readable, a line per block. */
  get text(): string {
    if (this.reply.kind === "nothing" || this.reply.kind === "suggestions") return "";
    if (this.reply.kind === "form") return this.form.title;
    return this.message.blocks.map(textOf).join("\n");
  }

  get buttons(): string[] {
    return this.message.blocks.flatMap((block) =>
      block.kind === "buttons" ? block.buttons.map(({ label }) => label) : [],
    );
  }

  button(label: string): string {
    for (const block of this.message.blocks) {
      const found = block.kind === "buttons" && block.buttons.find((button) => button.label === label);
      if (found) return found.to;
    }
    throw new Error(`No button "${label}" among ${this.buttons.join(", ") || "none"} in:\n${this.text}`);
  }

  choice(label: string): { id: string; value: string } {
    for (const block of this.message.blocks) {
      const found = block.kind === "select" && block.options.find((option) => option.label.startsWith(label));
      if (found) return { id: block.to, value: found.value };
    }
    throw new Error(`No choice "${label}" in:\n${this.text}`);
  }
}

function textOf(block: Block): string {
  switch (block.kind) {
    case "heading":
      return block.text;
    case "text":
    case "quote":
    case "note":
      return plain(block.text);
    case "fields":
      return block.fields.map(({ label, value }) => `${label}: ${value}`).join("\n");
    case "table":
      return [block.caption, ...block.rows.map((row) => row.join(" | "))].join("\n");
    case "bars":
      return block.bars.map(({ label, text }) => `${label}: ${text}`).join("\n");
    case "ranges":
      return `${block.title}\n${block.unit}\n${block.alt}`;
    case "chart":
    case "image":
      return block.alt;
    case "buttons":
      return block.buttons.map(({ label }) => `[${label}]`).join(" ");
    case "select":
      return block.label;
    case "file":
      return block.description;
    case "divider":
      return "";
  }
}

/** A small seeded generator (mulberry32), so that a test can be repeated. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
