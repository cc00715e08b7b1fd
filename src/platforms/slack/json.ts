/** JSON as it came over the wire; every reader narrows what it needs. */
export type Json = Readonly<Record<string, unknown>>;

/** The object, or an empty one. */
export function object(value: unknown): Json {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Json) : {};
}

export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function string(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** An empty object where it is not JSON. */
export function parseJson(text: string): Json {
  try {
    return object(JSON.parse(text));
  } catch {
    return {};
  }
}
