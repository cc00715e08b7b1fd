import { UserError } from "#src/words/errors.ts";

/** Discord's limit, the smallest of all platforms (discord.com/developers/docs/components/reference). */
export const MAX_ID = 100;

type ParamKind = "text" | "number" | "text?" | "number?";
export type ParamKinds = Readonly<Record<string, ParamKind>>;

type ParamValue<Kind extends ParamKind> = Kind extends "text" | "text?" ? string : number;

/** Parameters by name; those declared with "?" may be left out. */
export type Params<P extends ParamKinds> = {
  readonly [Name in keyof P as P[Name] extends `${string}?` ? never : Name]: ParamValue<P[Name]>;
} & {
  readonly [Name in keyof P as P[Name] extends `${string}?` ? Name : never]?: ParamValue<P[Name]>;
};

/**
 * The address of a button, select or form: "command/name" and typed parameters. Who may use it and what it then does is
 * decided from rows, never from the parameters, which anybody can forge.
 */
export interface Link<P extends ParamKinds> {
  readonly path: string;
  readonly params: P;
  /** The id to put on a button, select or form. Throws when it would not fit. */
  to(params: Params<P>): string;
}

/** Declares an address; `path` is "command/name". */
export function link<const P extends ParamKinds>(path: string, params: P): Link<P> {
  return {
    path,
    params,
    to(values) {
      const given = values as Record<string, string | number | undefined>;
      const parts = Object.keys(params).map((name) => encodeURIComponent(given[name] ?? "").replaceAll("%2F", "/"));
      const id = [path, ...parts].join(":");
      // Without the parameters: they may be what a person wrote.
      if (id.length > MAX_ID) throw new Error(`An id of "${path}" is longer than ${MAX_ID} characters`);
      return id;
    },
  };
}

/** The path of an id, to find who declared it. */
export function pathOf(id: string): string {
  return id.split(":", 1)[0] ?? "";
}

/** Reads the parameters back. UserError "button-outdated" when they are not those that the link declares. */
export function readParams<P extends ParamKinds>(declared: Link<P>, id: string): Params<P> {
  const [path, ...parts] = id.split(":");
  const names = Object.entries(declared.params);
  if (path !== declared.path || parts.length !== names.length) throw new UserError("button-outdated", {});
  const values: Record<string, string | number> = {};
  for (const [index, [name, kind]] of names.entries()) {
    const value = decode(parts[index] ?? "");
    if (value === "") {
      if (kind.endsWith("?")) continue;
      throw new UserError("button-outdated", {});
    }
    values[name] = kind.startsWith("number") ? wholeNumber(value) : value;
  }
  return values as Params<P>;
}

function decode(part: string): string {
  try {
    const text = decodeURIComponent(part);
    // No link of ours carries control characters, and no database column takes NUL.
    if (/\p{Cc}/u.test(text)) throw new UserError("button-outdated", {});
    return text;
  } catch (cause) {
    throw new UserError("button-outdated", {}, { cause });
  }
}

function wholeNumber(value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new UserError("button-outdated", {});
  return Number(value);
}
