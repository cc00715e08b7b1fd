import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";

/** Readable faults of a body against Discord's OpenAPI description in this folder; none without the file. */
export type Contract = (operation: {
  method: string;
  template: string;
  body: unknown;
}) => { path: string; message: string }[];

export function createContract(folder: string): Contract {
  const file = join(folder, "discord-openapi.json");
  if (folder === "" || !existsSync(file)) return () => [];
  const compiled = new Map<string, ValidateFunction>();
  return ({ method, template, body }) => {
    shared ??= load(file);
    const pointer = schemaFor(shared, { method: method.toLowerCase(), template, body });
    if (pointer === undefined) return [];
    const validate = compiled.get(pointer) ?? shared.ajv.compile({ $ref: `discord.json${pointer}` });
    compiled.set(pointer, validate);
    return validate(tolerated(body)) ? [] : deepest(validate.errors ?? []);
  };
}

interface Description {
  paths: Record<
    string,
    Record<string, { requestBody?: { content: Record<string, { schema: { anyOf?: { $ref: string }[] } }> } }>
  >;
  components: { schemas: Record<string, { properties?: { type?: { enum?: unknown[] } } }> };
}

let shared: { ajv: Ajv2020; description: Description } | undefined;

function load(file: string): NonNullable<typeof shared> {
  const description = JSON.parse(readFileSync(file, "utf8")) as Description;
  // Formats are Discord's own (snowflake, int32, nonce): their lengths and patterns stand beside them.
  const ajv = new Ajv2020({
    strict: false,
    allErrors: true,
    validateFormats: false,
    logger: false,
    validateSchema: false,
  });
  ajv.addSchema(description, "discord.json");
  return { ajv, description };
}

function schemaFor(
  { description }: NonNullable<typeof shared>,
  operation: { method: string; template: string; body: unknown },
): string | undefined {
  const { method, template, body } = operation;
  const { paths, components } = description;
  const path = Object.keys(paths).find(
    (known) => known.replaceAll(/\{\w+\}/g, "{}") === template.replaceAll(/\{\w+\}/g, "{}"),
  );
  const schema = paths[path ?? ""]?.[method]?.requestBody?.content["application/json"]?.schema;
  if (path === undefined || !schema) return undefined;
  // Of the interaction callbacks only the one of this type is worth complaining about.
  const type = typeof body === "object" && body !== null && "type" in body ? body.type : undefined;
  const branch = schema.anyOf?.find(({ $ref }) =>
    components.schemas[$ref.split("/").at(-1) ?? ""]?.properties?.type?.enum?.includes(type),
  );
  if (branch) return branch.$ref;
  const escaped = path.replaceAll("/", "~1").replaceAll("{", "%7B").replaceAll("}", "%7D");
  return `#/paths/${escaped}/${method}/requestBody/content/application~1json/schema`;
}

// The description says integer where the documentation and every client say string.
function tolerated(body: unknown): unknown {
  if (Array.isArray(body)) return body.map(tolerated);
  if (typeof body !== "object" || body === null || !("default_member_permissions" in body)) return body;
  const permissions = body.default_member_permissions;
  return { ...body, default_member_permissions: typeof permissions === "string" ? Number(permissions) : permissions };
}

// Of a union every branch complains; the complaint furthest inside is the one about the branch that was meant.
function deepest(errors: readonly ErrorObject[]): { path: string; message: string }[] {
  const depth = (error: ErrorObject) => error.instancePath.split("/").length;
  const most = Math.max(...errors.map(depth));
  const telling = errors.filter((error) => depth(error) === most && !["oneOf", "anyOf"].includes(error.keyword));
  // "type must be 8" comes from the branches that were not meant.
  const meant = telling.filter((error) => error.keyword !== "enum" || !error.instancePath.endsWith("/type"));
  const lines = [meant, telling, errors].find((some) => some.length > 0) ?? [];
  return lines
    .filter((error, index) => lines.findIndex((one) => one.instancePath === error.instancePath) === index)
    .map((error) => ({
      path: error.instancePath,
      message: `${error.message ?? error.keyword} ${JSON.stringify(error.params)}`,
    }));
}
