import { z } from "zod";

/** A message and what follows it in its thread, as it is kept from its first try on. */
export interface Frozen {
  readonly message: unknown;
  /** What is posted in the thread below it. */
  readonly details?: unknown;
  /** The name of that thread. */
  readonly title?: string | null | undefined;
}

const frozen = z.object({ message: z.unknown(), details: z.unknown().optional(), title: z.string().nullish() });

/** As JSON; pictures and files in it as Base64. */
export function freeze(made: Frozen): string {
  return JSON.stringify(withoutBytes(made));
}

export function thaw(kept: unknown): Frozen {
  return frozen.parse(withBytes(kept));
}

const BYTES = "base64 bytes";

function withoutBytes(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(withoutBytes);
  if (value instanceof Uint8Array) return { [BYTES]: Buffer.from(value).toString("base64") };
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, withoutBytes(part)]));
}

function withBytes(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(withBytes);
  if (BYTES in value) return new Uint8Array(Buffer.from(String(value[BYTES]), "base64"));
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, withBytes(part)]));
}
