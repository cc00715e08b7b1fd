import { UserError } from "#src/words/errors.ts";
import { wordsOf } from "#src/words/index.ts";
import type { FormDeclaration } from "./command.ts";
import type { FormLimits, RawOptions, RawValue } from "./interaction.ts";
import type { Field, Form } from "./message.ts";
import type { Option, Options } from "./option.ts";
import { splitText } from "./split-text.ts";

const words = wordsOf("en").forms;

/** Which form, and from which field on where the platform shows it in parts. */
export interface FormAddress {
  readonly id: string;
  readonly from?: string;
  /** The id of the part that holds these fields. */
  readonly partId: (fields: { from: string; to: string }) => string;
}

/**
 * A declared form, filled. On a platform with limits a text that is longer than a field becomes several fields, and a form
 * with more fields than fit becomes parts, of which one is drawn. UserError text-too-long where all the fields that fit
 * would not hold one text: what could not be seen would be lost when the form is sent.
 */
export function drawForm(
  declared: FormDeclaration,
  { id, from, partId }: FormAddress,
  { values, limits = NO_LIMITS }: { values: RawOptions; limits?: FormLimits | undefined },
): Form {
  const drawn = Object.entries(declared.fields).map(([name, option]) => ({
    name,
    fields: drawField(name, option, { value: valueOf(values, name), limits }),
  }));
  const parts = partition(drawn, limits.fields);
  const { title, submit } = declared;
  if (parts.length < 2) return { id, title, submit, fields: drawn.flatMap(({ fields }) => fields) };
  const found = parts.findIndex((part) => part.some(({ name }) => name === from));
  const index = Math.max(0, found);
  const part = parts[index] ?? [];
  const last = index + 1 === parts.length;
  return {
    id: partId({ from: part[0]?.name ?? "", to: part.at(-1)?.name ?? "" }),
    title: words.part(title, index + 1, parts.length),
    submit: last ? submit : words.next,
    fields: part.flatMap(({ fields }) => fields),
  };
}

/** The names of a form's fields from one to another, both included. */
export function namesBetween(fields: Options, { from, to }: { from: string; to: string }): string[] {
  const names = Object.keys(fields);
  return names.slice(Math.max(0, names.indexOf(from)), names.indexOf(to) + 1);
}

/** What was sent, the pieces of a long text as one again. */
export function joinPieces(values: RawOptions): RawOptions {
  const joined: Record<string, RawValue> = {};
  // No platform promises an order.
  const inOrder = Object.entries(values).toSorted(([one], [other]) => pieceOf(one) - pieceOf(other));
  for (const [id, value] of inOrder) {
    const [name = id] = id.split(PIECE, 1);
    const before = joined[name];
    const both = typeof before === "string" && typeof value === "string" && name !== id;
    joined[name] = both ? joinTexts(before, value) : value;
  }
  return joined;
}

function pieceOf(id: string): number {
  return Number(id.split(PIECE)[1] ?? 0) || 0;
}

/** By a line break; paragraphs, which stand apart by an empty line, by one as well. */
function joinTexts(before: string, after: string): string {
  if (before.trim() === "" || after.trim() === "") return before.trim() === "" ? after : before;
  const inLines = /[^\n]\n[^\n]/;
  const inParagraphs = before.trim().includes("\n\n") && !inLines.test(before) && !inLines.test(after);
  return inParagraphs ? `${before.trimEnd()}\n\n${after.trimStart()}` : `${before}\n${after}`;
}

/** What was typed over what stood in the form when it was opened; a blank is the same as nothing. */
export function typedOver(filled: RawOptions, sent: RawOptions): RawOptions {
  const entries = Object.entries(sent).filter(([name, value]) => {
    const given = typeof value === "string" ? value.replaceAll("\r\n", "\n").trim() : valueOf(sent, name);
    return given !== (valueOf(filled, name) ?? "").trim();
  });
  return Object.fromEntries(entries);
}

/** What a form calls an option that has no label of its own. */
export function nameToLabel(name: string): string {
  const said = name.replaceAll("-", " ");
  return said.charAt(0).toUpperCase() + said.slice(1);
}

const NO_LIMITS: FormLimits = { fields: Number.POSITIVE_INFINITY, characters: Number.POSITIVE_INFINITY };

/** Between a field's name and the number of its piece; no option has it in its name. */
const PIECE = "~";

interface Drawn {
  readonly name: string;
  readonly fields: readonly Field[];
}

/** As even as they come: three and three rather than five and one. The pieces of one text stay together. */
function partition(drawn: readonly Drawn[], most: number): Drawn[][] {
  const total = drawn.reduce((sum, { fields }) => sum + fields.length, 0);
  const even = Math.ceil(total / Math.ceil(total / most));
  const parts: Drawn[][] = [];
  let filled = 0;
  for (const one of drawn) {
    if (parts.length === 0 || (filled > 0 && filled + one.fields.length > even)) {
      parts.push([]);
      filled = 0;
    }
    parts.at(-1)?.push(one);
    filled += one.fields.length;
  }
  return parts;
}

function drawField(
  name: string,
  option: Option,
  { value, limits }: { value: string | undefined; limits: FormLimits },
): Field[] {
  const label = option.label ?? nameToLabel(name);
  const common = { id: name, label, hint: option.description, required: option.required };
  const input = inputOf(option);
  if (option.kind !== "text" || input.kind !== "text" || option.maxLength <= limits.characters) {
    return [{ ...common, input, ...(value !== undefined && { value }) }];
  }
  const pieces = splitText(value ?? "", limits.characters);
  if (pieces.length > limits.fields) {
    const facts = { option: label, length: value?.length ?? 0, max: limits.fields * limits.characters };
    throw new UserError("text-too-long", { ...facts, instead: option.tooLong ?? words.tooLongHere });
  }
  const count = Math.max(pieces.length, Math.ceil(Math.min(option.room, option.maxLength) / limits.characters));
  return Array.from({ length: count }, (_empty, index) => {
    const piece = pieces[index];
    const filled = piece ? { value: piece } : {};
    const minLength = index === 0 ? input.minLength : 0;
    const field = { ...common, input: { ...input, minLength, maxLength: limits.characters }, ...filled };
    if (index === 0) return field;
    const { hint: _hint, ...rest } = field;
    return { ...rest, id: `${name}${PIECE}${index}`, label: words.continued(label), required: false };
  });
}

/** A file cannot be put back into a form; a channel or a role is put there by its id. */
function valueOf(values: RawOptions, name: string): string | undefined {
  const value = Object.hasOwn(values, name) ? values[name] : undefined;
  if (typeof value === "object") return "id" in value ? value.id : undefined;
  return value === undefined ? undefined : String(value);
}

function inputOf(option: Option): Field["input"] {
  switch (option.kind) {
    case "text": {
      const { multiline, minLength, maxLength } = option;
      return { kind: "text", multiline, minLength, maxLength };
    }
    case "whole-number":
      return { kind: "whole-number", min: option.min, max: option.max };
    case "choice":
      return { kind: "choice", choices: option.choices };
    case "yes-no":
      return {
        kind: "choice",
        choices: [
          { value: "yes", label: words.yes },
          { value: "no", label: words.no },
        ],
      };
    case "attachment":
      return { kind: "attachment", maxMegabytes: option.maxMegabytes };
    case "channel":
      return { kind: "channel" };
    case "role":
      return { kind: "role" };
  }
}
