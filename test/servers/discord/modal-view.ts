import { type Fields, isFields, objects } from "./json.ts";
import type { Upload } from "./options.ts";
import type { InteractionRecord } from "./world.ts";

/** What a person may put into a modal's field. */
export type FieldValue = string | boolean | readonly string[] | readonly Upload[];

export interface Field {
  label: string;
  description: string;
  customId: string;
  /** 4 text, 3 string select, 5-8 other selects, 19 file upload, 21 radio group, 22 checkbox group, 23 checkbox. */
  type: number;
  /** The prefilled text. */
  value: string;
  placeholder: string;
  required: boolean;
  options: { label: string; value: string; default: boolean }[];
  /** Ids of people, channels or roles that are chosen from the start. */
  defaults: string[];
  raw: Fields;
}

/** A modal that is open in front of a person. */
export interface Modal {
  readonly title: string;
  readonly customId: string;
  readonly components: readonly Fields[];
  /** Title, text displays, labels and descriptions in reading order. */
  text(): string;
  fields(): Field[];
  /** The interaction that opened it. */
  readonly openedBy: InteractionRecord;
}

export function showModal(openedBy: InteractionRecord): Modal {
  const raw = openedBy.modal ?? {};
  const components = objects(raw["components"]);
  return {
    title: String(raw["title"]),
    customId: String(raw["custom_id"]),
    components,
    openedBy,
    fields: () => components.flatMap(fieldsOf),
    text: () =>
      [
        raw["title"],
        ...components.flatMap((one) => [
          one["content"],
          one["label"],
          one["description"],
          ...objects(one["components"]).map((child) => child["label"]),
        ]),
      ]
        .filter((line) => typeof line === "string")
        .join("\n"),
  };
}

function fieldsOf(top: Fields): Field[] {
  const inLabel = isFields(top["component"]) ? [top["component"]] : [];
  return [...inLabel, ...objects(top["components"])].map((raw) => ({
    label: String((top["type"] === 18 ? top : raw)["label"] ?? ""),
    description: String(top["description"] ?? ""),
    customId: String(raw["custom_id"]),
    type: Number(raw["type"]),
    value: String(raw["value"] ?? ""),
    placeholder: String(raw["placeholder"] ?? ""),
    required: raw["required"] !== false && raw["type"] !== 23,
    options: objects(raw["options"]).map((option) => ({
      label: String(option["label"]),
      value: String(option["value"]),
      default: option["default"] === true,
    })),
    defaults: objects(raw["default_values"]).map((one) => String(one["id"])),
    raw,
  }));
}
