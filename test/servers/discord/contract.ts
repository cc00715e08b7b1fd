import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import type { Fields } from "./json.ts";

/** Readable faults of a body against Discord's OpenAPI description in SPECS_DIR; none when that folder is not given. */
export type Contract = (operation: { method: string; template: string; body: unknown }) => { path: string; message: string }[];

export function createContract(folder = process.env["SPECS_DIR"]): Contract {
  const file = folder === undefined ? "" : join(folder, "discord-openapi.json");
  if (file === "" || !existsSync(file)) return () => [];
  const compiled = new Map<string, ValidateFunction | undefined>();
  return ({ method, template, body }) => {
    const key = `${method} ${template}`;
    if (!compiled.has(key)) compiled.set(key, compile(file, method.toLowerCase(), template));
    const validate = compiled.get(key);
    if (!validate || validate(tolerated(body))) return [];
    return deepest(validate.errors ?? []);
  };
}

let shared: { ajv: Ajv2020; paths: Record<string, Record<string, Fields>> } | undefined;

function compile(file: string, method: string, template: string): ValidateFunction | undefined {
  shared ??= load(file);
  const known = Object.keys(shared.paths).find((path) => path.replaceAll(/\{\w+\}/g, "{}") === template.replaceAll(/\{\w+\}/g, "{}"));
  if (known === undefined || !shared.paths[known]?.[method]?.["requestBody"]) return undefined;
  const pointer = known.replaceAll("~", "~0").replaceAll("/", "~1").replaceAll("{", "%7B").replaceAll("}", "%7D");
  return shared.ajv.compile({ $ref: `discord.json#/paths/${pointer}/${method}/requestBody/content/application~1json/schema` });
}

function load(file: string): NonNullable<typeof shared> {
  const document = JSON.parse(readFileSync(file, "utf8")) as { paths: Record<string, Record<string, Fields>> };
  // Formats are Discord's own (snowflake, int32, nonce): their lengths and patterns stand beside them.
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false, logger: false, validateSchema: false });
  ajv.addSchema(document, "discord.json");
  return { ajv, paths: document.paths };
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
  const lines = (telling.length > 0 ? telling : errors).slice(0, 3);
  return lines.map((error) => ({ path: error.instancePath, message: `${error.message ?? error.keyword} ${JSON.stringify(error.params)}` }));
}
