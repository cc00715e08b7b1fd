import { z } from "zod";
import type { Database } from "#src/db/client.ts";

type Values = Readonly<Record<string, unknown>>;

/** What somebody typed into a form that is not finished. One draft per person and form. */
export interface Drafts {
  find(userId: string, form: string): Promise<Record<string, Typed>>;
  save(userId: string, form: string, values: Values): Promise<void>;
  drop(userId: string, form: string): Promise<void>;
}

/** A command that waits for something else, kept as a row so that any replica can go on with it. */
export interface Requests {
  keep(userId: string, request: KeptRequest): Promise<string>;
  /** Undefined when it is gone or belongs to somebody else. It stays, so that a second press finds it too. */
  find(userId: string, id: string): Promise<KeptRequest | undefined>;
}

export interface KeptRequest {
  readonly command: string;
  readonly subcommand: string;
  readonly options: Readonly<Record<string, z.infer<typeof optionValue>>>;
}

/** What stands in a draft; a file is not kept. */
type Typed = z.infer<typeof typedValue>;

const channel = z.object({ id: z.string(), name: z.string().nullable() }).readonly();
const typedValue = z.union([z.string(), channel]);
const typed = z.record(z.string(), typedValue);
const optionValue = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.object({ name: z.string(), mediaType: z.string().nullable(), size: z.number(), url: z.string() }).readonly(),
  channel,
]);
const options = z.record(z.string(), optionValue);

export function createDrafts(db: Database): Drafts {
  return {
    async find(userId, form) {
      const draft = await db.formDraft.findUnique({ where: { userId_form: { userId, form } } });
      return draft ? typed.parse(draft.values) : {};
    },
    async save(userId, form, given) {
      const values = Object.fromEntries(
        Object.entries(given).flatMap(([name, value]): [string, Typed][] => {
          const picked = channel.safeParse(value);
          if (picked.success) return [[name, picked.data]];
          return typeof value === "object" ? [] : [[name, String(value)]];
        }),
      );
      await db.formDraft.upsert({
        where: { userId_form: { userId, form } },
        create: { userId, form, values },
        update: { values },
      });
    },
    async drop(userId, form) {
      await db.formDraft.deleteMany({ where: { userId, form } });
    },
  };
}

export function createRequests(db: Database): Requests {
  return {
    async keep(userId, request) {
      const { id } = await db.pendingRequest.create({ data: { userId, ...request }, select: { id: true } });
      return id;
    },
    async find(userId, id) {
      const row = await db.pendingRequest.findFirst({ where: { id, userId } });
      return row
        ? { command: row.command, subcommand: row.subcommand ?? "", options: options.parse(row.options) }
        : undefined;
    },
  };
}
