type Json = Record<string, unknown>;

/** Why the real API would refuse this generateContent body (HTTP 400 INVALID_ARGUMENT), or undefined. */
export function refusalOf(body: Json, model: string): string | undefined {
  const unknown = Object.keys(body).find((field) => !bodyFields.has(field));
  if (unknown) return unknownName(unknown);
  const contents = list(body.contents);
  if (contents.length === 0) return "* GenerateContentRequest.contents: contents is not specified\n";
  for (const [index, content] of contents.entries()) {
    if (content.role !== undefined && content.role !== "user" && content.role !== "model")
      return "Please use a valid role: user, model.";
    const parts = list(content.parts);
    if (parts.length === 0)
      return `* GenerateContentRequest.contents[${index}].parts: contents.parts must not be empty.\n`;
    if (parts.some((part) => part.text === "" || Object.keys(part).length === 0))
      return `* GenerateContentRequest.contents[${index}].parts: required oneof field 'data' must have one initialized field\n`;
  }
  if (contents.at(-1)?.role === "model") return "Please ensure that the last content is from the user.";
  return configRefusal(object(body.generationConfig), model);
}

function configRefusal(config: Json, model: string): string | undefined {
  const unknown = Object.keys(config).find((field) => !configFields.has(field));
  if (unknown) return unknownName(unknown, "generation_config");
  const { responseSchema, responseJsonSchema, responseMimeType, maxOutputTokens, thinkingConfig } = config;
  if (responseSchema !== undefined && responseJsonSchema !== undefined)
    return "Only one of response_schema and response_json_schema may be set.";
  if ((responseSchema ?? responseJsonSchema) !== undefined && responseMimeType !== "application/json")
    return "response_schema and response_json_schema need response_mime_type 'application/json'.";
  if (
    responseMimeType !== undefined &&
    !["application/json", "text/plain", "text/x.enum"].includes(String(responseMimeType))
  )
    return `* GenerateContentRequest.generation_config.response_mime_type: allowed mimetypes are \`text/plain\`, \`application/json\`, \`application/xml\`, \`application/yaml\` and \`text/x.enum\`.\n`;
  if (
    maxOutputTokens !== undefined &&
    !(Number.isInteger(maxOutputTokens) && Number(maxOutputTokens) > 0 && Number(maxOutputTokens) <= 65_536)
  )
    return "Unable to submit request because it has a maxOutputTokens value out of the supported range from 1 (inclusive) to 65537 (exclusive).";
  return (
    thinkingRefusal(object(thinkingConfig), model) ??
    (responseSchema === undefined ? undefined : openApiRefusal(responseSchema, "generation_config.response_schema")) ??
    (responseJsonSchema === undefined
      ? undefined
      : jsonSchemaRefusal(responseJsonSchema, "generation_config.response_json_schema"))
  );
}

/** Gemini 3.8 Flash knows LOW, MEDIUM and HIGH only; a budget and a level exclude each other. */
function thinkingRefusal(thinking: Json, model: string): string | undefined {
  const unknown = Object.keys(thinking).find(
    (field) => !["thinkingLevel", "thinkingBudget", "includeThoughts"].includes(field),
  );
  if (unknown) return unknownName(unknown, "generation_config.thinking_config");
  if (thinking.thinkingLevel !== undefined && thinking.thinkingBudget !== undefined)
    return "You can only set only one of thinking budget and thinking level.";
  const level = thinking.thinkingLevel === undefined ? "LOW" : String(thinking.thinkingLevel).toUpperCase();
  if (!["MINIMAL", "LOW", "MEDIUM", "HIGH"].includes(level))
    return `Invalid value at 'generation_config.thinking_config.thinking_level' (type.googleapis.com/google.ai.generativelanguage.v1beta.ThinkingConfig.ThinkingLevel), "${String(thinking.thinkingLevel)}"`;
  return level === "MINIMAL" && model.startsWith("gemini-3.8-flash")
    ? "Thinking level MINIMAL is not supported for this model. Please retry with other thinking level."
    : undefined;
}

/** `responseSchema` is a subset of OpenAPI 3.0: https://ai.google.dev/api/caching#Schema */
function openApiRefusal(value: unknown, path: string): string | undefined {
  const schema = object(value);
  const unknown = Object.keys(schema).find((field) => !openApiFields.has(field));
  if (unknown) return unknownName(unknown, path);
  const type = String(schema.type ?? "").toUpperCase();
  const properties = object(schema.properties);
  const at = `* GenerateContentRequest.${path}`;
  if (schema.type === undefined && schema.anyOf === undefined) return `${at}.type: must be specified\n`;
  if (
    schema.type !== undefined &&
    !["STRING", "NUMBER", "INTEGER", "BOOLEAN", "ARRAY", "OBJECT", "NULL"].includes(type)
  )
    return `Invalid value at '${path}.type', ${JSON.stringify(schema.type)}`;
  if (type === "OBJECT" && Object.keys(properties).length === 0)
    return `${at}.properties: should be non-empty for OBJECT type\n`;
  if (type === "ARRAY" && schema.items === undefined) return `${at}.items: missing field.\n`;
  if (schema.enum !== undefined && type !== "STRING") return `${at}.enum: only allowed for STRING type\n`;
  if (type === "STRING" && schema.format !== undefined && schema.format !== "enum" && schema.format !== "date-time")
    return `${at}.format: only 'enum' and 'date-time' are supported for STRING type\n`;
  return missingRequired(schema, at) ?? deeper(schema, path, openApiRefusal);
}

/** `responseJsonSchema` takes these keywords of JSON Schema and no others; minLength, maxLength and pattern are not among them. */
function jsonSchemaRefusal(value: unknown, path: string): string | undefined {
  if (typeof value === "boolean") return undefined;
  const schema = object(value);
  const unknown = Object.keys(schema).find((field) => !jsonSchemaFields.has(field));
  if (unknown) return `* GenerateContentRequest.${path}: keyword "${unknown}" is not supported\n`;
  if (schema.$ref !== undefined && Object.keys(schema).some((field) => !field.startsWith("$")))
    return `* GenerateContentRequest.${path}: $ref must not be set with other fields\n`;
  return missingRequired(schema, `* GenerateContentRequest.${path}`) ?? deeper(schema, path, jsonSchemaRefusal);
}

function missingRequired(schema: Json, at: string): string | undefined {
  const required = Array.isArray(schema.required) ? schema.required : [];
  const index = required.findIndex((name) => !(String(name) in object(schema.properties)));
  return index < 0 ? undefined : `${at}.required[${index}]: property is not defined\n`;
}

function deeper(
  schema: Json,
  path: string,
  check: (value: unknown, path: string) => string | undefined,
): string | undefined {
  const inner: [string, unknown][] = [
    ...["properties", "$defs"].flatMap((field) =>
      Object.entries(object(schema[field])).map(([name, one]): [string, unknown] => [`${field}[${name}]`, one]),
    ),
    ...["items", "additionalProperties"]
      .filter((field) => schema[field] !== undefined)
      .map((field): [string, unknown] => [field, schema[field]]),
    ...["anyOf", "oneOf", "prefixItems"].flatMap((field) =>
      list(schema[field]).map((one, index): [string, unknown] => [`${field}[${index}]`, one]),
    ),
  ];
  for (const [name, one] of inner) {
    const refusal = check(one, `${path}.${name}`);
    if (refusal) return refusal;
  }
  return undefined;
}

const unknownName = (name: string, at?: string): string =>
  `Invalid JSON payload received. Unknown name "${name}"${at === undefined ? "" : ` at '${at}'`}: Cannot find field.`;
const object = (value: unknown): Json =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Json) : {};
const list = (value: unknown): Json[] => (Array.isArray(value) ? value.map(object) : []);

const bodyFields = new Set([
  "contents",
  "tools",
  "toolConfig",
  "safetySettings",
  "systemInstruction",
  "generationConfig",
  "cachedContent",
  "labels",
]);
const configFields = new Set([
  "stopSequences",
  "responseMimeType",
  "responseSchema",
  "responseJsonSchema",
  "responseModalities",
  "candidateCount",
  "maxOutputTokens",
  "temperature",
  "topP",
  "topK",
  "seed",
  "presencePenalty",
  "frequencyPenalty",
  "responseLogprobs",
  "logprobs",
  "enableEnhancedCivicAnswers",
  "speechConfig",
  "thinkingConfig",
  "mediaResolution",
  "imageConfig",
]);
const openApiFields = new Set([
  "type",
  "format",
  "title",
  "description",
  "nullable",
  "enum",
  "maxItems",
  "minItems",
  "properties",
  "required",
  "minProperties",
  "maxProperties",
  "minLength",
  "maxLength",
  "pattern",
  "example",
  "anyOf",
  "propertyOrdering",
  "default",
  "items",
  "minimum",
  "maximum",
]);
const jsonSchemaFields = new Set([
  "$schema",
  "$id",
  "$defs",
  "$ref",
  "$anchor",
  "type",
  "format",
  "title",
  "description",
  "enum",
  "items",
  "prefixItems",
  "minItems",
  "maxItems",
  "minimum",
  "maximum",
  "anyOf",
  "oneOf",
  "properties",
  "additionalProperties",
  "required",
  "propertyOrdering",
]);
