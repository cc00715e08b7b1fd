import { type Fields, isFields, objects } from "./json.ts";
import type { Field, FieldValue, Modal } from "./modal-view.ts";
import { createResolver, type Resolver, type Upload } from "./options.ts";
import type { PlaceRecord, World } from "./world.ts";

/** `data` of a modal submit, after the checks that Discord's client makes before the button can be pressed. */
export function buildSubmission(
  world: World,
  place: PlaceRecord,
  form: { modal: Modal; values: Record<string, FieldValue> },
): Fields {
  const { modal, values } = form;
  const fields = modal.fields();
  const resolver = createResolver(world, place);
  for (const key of Object.keys(values))
    if (!fields.some((field) => field.customId === key || field.label === key))
      throw new Error(
        `the form "${modal.title}" has no field "${key}" (it has: ${fields.map((field) => field.label || field.customId).join(", ")})`,
      );
  const filled = new Map(
    fields.map((field) => [field.customId, fill(field, values[field.customId] ?? values[field.label], resolver)]),
  );
  const answerOf = (raw: Fields) => ({
    type: raw["type"],
    id: raw["id"],
    custom_id: raw["custom_id"],
    ...filled.get(String(raw["custom_id"])),
  });
  let id = 0;
  const numbered = (raw: Fields): Fields => ({
    ...raw,
    id: typeof raw["id"] === "number" && raw["id"] > 0 ? raw["id"] : ++id,
  });
  const components = modal.components.map(numbered).map((top) => {
    if (top["type"] === 10) return { type: 10, id: top["id"] };
    if (top["type"] === 1)
      return { type: 1, id: top["id"], components: objects(top["components"]).map(numbered).map(answerOf) };
    return {
      type: 18,
      id: top["id"],
      component: answerOf(numbered(isFields(top["component"]) ? top["component"] : {})),
    };
  });
  return {
    custom_id: modal.customId,
    components,
    ...(Object.keys(resolver.resolved).length > 0 && { resolved: resolver.resolved }),
  };
}

function fill(field: Field, given: FieldValue | undefined, resolver: Resolver): Fields {
  const refuse = (why: string): never => {
    throw new Error(`"${field.label || field.customId}": ${why}`);
  };
  if (field.type === 4) return { value: text(field, given, refuse) };
  if (field.type === 23) return { value: typeof given === "boolean" ? given : field.raw["default"] === true };
  if (field.type === 19) {
    const uploads = (given ?? []) as readonly Upload[];
    return {
      values: counted(field, uploads, refuse).map((upload) => checkedUpload(field, upload, { refuse, resolver })),
    };
  }
  const preset = [...field.options.filter((one) => one.default).map((one) => one.value), ...field.defaults];
  const wanted =
    given === undefined ? preset : Array.isArray(given) ? (given as readonly string[]) : [String(given as string)];
  const values =
    field.options.length === 0
      ? wanted.map((id) => resolver.byId(id) ?? refuse(`nobody and nothing has the id ${id}`))
      : wanted.map(
          (one) =>
            field.options.find((option) => option.value === one || option.label === one)?.value ??
            refuse(`"${one}" is none of its options (${field.options.map((option) => option.label).join(", ")})`),
        );
  if (field.type !== 21) return { values: counted(field, values, refuse) };
  if (values.length > 1) refuse("takes one answer");
  if (field.required && values.length === 0) refuse("is required");
  return { value: values[0] ?? null };
}

type Refuse = (why: string) => never;

function text(field: Field, given: FieldValue | undefined, refuse: Refuse): string {
  const value = given === undefined ? field.value : given;
  if (typeof value !== "string") return refuse("must be text");
  if (field.required && value.trim() === "") return refuse("is required");
  const least = Number(field.raw["min_length"] ?? 0);
  const most = Number(field.raw["max_length"] ?? 4000);
  if (value !== "" && (value.length < least || value.length > most))
    return refuse(`has ${value.length} characters, allowed are ${least} to ${most}`);
  // The client sends line feeds whatever was pasted.
  return value.replaceAll("\r\n", "\n");
}

function counted<T>(field: Field, values: readonly T[], refuse: Refuse): T[] {
  const least = field.required
    ? Math.max(1, Number(field.raw["min_values"] ?? 1))
    : Number(field.raw["min_values"] ?? 0);
  const most = Number(field.raw["max_values"] ?? (field.type === 22 ? field.options.length : 1));
  if (values.length === 0 && !field.required) return [];
  if (values.length < least || values.length > most)
    return refuse(`takes ${least} to ${most} values, not ${values.length}`);
  return [...values];
}

function checkedUpload(field: Field, upload: Upload, scope: { refuse: Refuse; resolver: Resolver }): string {
  const types = field.raw["file_types"];
  const fits =
    !Array.isArray(types) ||
    types.some((type: unknown) => upload.name.toLowerCase().endsWith(String(type).replace(/^\.?/, ".").toLowerCase()));
  return fits ? scope.resolver.upload(upload) : scope.refuse(`does not take ${upload.name}`);
}
