export type JsonObject = { readonly [key: string]: unknown };

/** Reads fields by name and remembers which, so that what was passed over can be told. */
export interface Fields {
  text(object: JsonObject, key: string): string | undefined;
  texts(object: JsonObject, key: string): string[];
  object(object: JsonObject, key: string): JsonObject;
  objects(object: JsonObject, key: string): JsonObject[];
  /** A field of any kind. */
  take(object: JsonObject, key: string): unknown;
  /** Fields with something in them that nobody asked for, as paths: "work[0].url". */
  unread(root: JsonObject): string[];
}

export function createFields(): Fields {
  const asked = new WeakMap<object, Set<string>>();

  function take(object: JsonObject, key: string): unknown {
    const keys = asked.get(object) ?? new Set();
    asked.set(object, keys.add(key));
    return Object.hasOwn(object, key) ? object[key] : undefined;
  }

  function objects(object: JsonObject, key: string): JsonObject[] {
    const value = take(object, key);
    const found = (Array.isArray(value) ? value : []).filter(isObject);
    for (const item of found) if (!asked.has(item)) asked.set(item, new Set());
    return found;
  }

  function unread(value: JsonObject, path = ""): string[] {
    const keys = asked.get(value);
    return Object.entries(value).flatMap(([key, field]) => {
      const at = path ? `${path}.${key}` : key;
      if (!keys?.has(key)) return isEmpty(field) ? [] : [at];
      if (Array.isArray(field)) return field.flatMap((item, index) => below(item, `${at}[${index}]`));
      return below(field, at);
    });
  }

  function below(value: unknown, path: string): string[] {
    return isObject(value) && asked.has(value) ? unread(value, path) : [];
  }

  return {
    take,
    objects,
    unread: (root) => unread(root),
    text: (object, key) => asText(take(object, key)),
    texts: (object, key) => [take(object, key)].flat().flatMap((item) => asText(item) ?? []),
    object(object, key) {
      const value = take(object, key);
      if (!isObject(value)) return {};
      if (!asked.has(value)) asked.set(value, new Set());
      return value;
    },
  };
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function asText(value: unknown): string | undefined {
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value.trim() ? value : undefined;
}

function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === "" || value === false) return true;
  return Array.isArray(value) ? value.length === 0 : isObject(value) && Object.keys(value).length === 0;
}
