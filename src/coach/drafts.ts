import { z } from "zod";
import type { Database } from "#src/db/client.ts";

type Values = Readonly<Record<string, unknown>>;

/** What somebody typed into a form that is not finished. One draft per person and form. */
export interface Drafts {
  find(userId: string, form: string): Promise<Record<string, string>>;
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

const typed = z.record(z.string(), z.string());
const optionValue = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.object({ name: z.string(), mediaType: z.string().nullable(), size: z.number(), url: z.string() }).readonly(),
  z.object({ id: z.string(), name: z.string().nullable() }).readonly(),
]);
const options = z.record(z.string(), optionValue);

export function createDrafts(db: Database): Drafts {
  return {
    async find(userId, form) {
      const draft = await db.formDraft.findUnique({ where: { userId_form: { userId, form } } });
      return draft ? typed.parse(draft.values) : {};
    },
    async save(userId, form, given) {
      // Files and channels cannot be put back into a form.
      const kept = Object.entries(given).filter(([, value]) => typeof value !== "object");
      const values = Object.fromEntries(kept.map(([name, value]) => [name, String(value)]));
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
