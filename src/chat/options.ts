import { UserError } from "#src/words/errors.ts";
import type { RawOptions, RawValue } from "./interaction.ts";
import type { Option, Options, TextOption, Values } from "./option.ts";

/**
 * Raw values to typed ones. UserError naming the first option that is wrong; `problems` hears all of them instead when
 * it is given (a form shows each at its field).
 */
export function parseOptions<O extends Options>(declared: O, raw: RawOptions, problems?: Problems): Values<O> {
  const values: Record<string, unknown> = {};
  const collect = (name: string, read: () => void) => {
    try {
      read();
    } catch (error) {
      if (!problems || !(error instanceof UserError)) throw error;
      problems.set(name, error);
    }
  };
  for (const name of Object.keys(raw)) {
    collect(name, () => {
      if (!Object.hasOwn(declared, name)) {
        throw new UserError("option-unknown", { option: name, known: Object.keys(declared) });
      }
    });
  }
  for (const [name, option] of Object.entries(declared)) {
    collect(name, () => {
      const given = Object.hasOwn(raw, name) ? raw[name] : undefined;
      const value = typeof given === "string" ? given.replaceAll("\r\n", "\n").trim() : given;
      if (value === undefined || value === "") {
        if (option.required) throw new UserError("option-missing", { option: name });
        return;
      }
      values[name] = parseOption(name, option, value);
    });
  }
  return values as Values<O>;
}

export type Problems = Map<string, UserError>;

function parseOption(name: string, option: Option, value: RawValue): unknown {
  switch (option.kind) {
    case "text":
      return parseText(name, option, String(value));
    case "whole-number":
      return parseWholeNumber(name, option, value);
    case "choice":
      return parseChoice(name, option.choices, String(value));
    case "yes-no":
      return parseYesNo(name, value);
    case "attachment": {
      if (typeof value !== "object" || !("url" in value)) throw new UserError("attachment-missing", { option: name });
      const megabytes = value.size / 1_000_000;
      if (megabytes > option.maxMegabytes) {
        throw new UserError("attachment-too-large", { option: name, megabytes, max: option.maxMegabytes });
      }
      return value;
    }
    case "channel":
      if (typeof value === "object" && "id" in value) return value;
      throw new UserError("channel-malformed", { option: name, typed: String(value) });
    case "role":
      return typeof value === "object" && "id" in value ? value : { id: String(value), name: null };
  }
}

function parseText(name: string, option: TextOption, text: string): string {
  // In code points: what lies outside the first plane, most emoji among it, does not count double.
  const length = [...text].length;
  if (length > option.maxLength) {
    const instead = option.tooLong === undefined ? {} : { instead: option.tooLong };
    throw new UserError("text-too-long", { option: name, length, max: option.maxLength, ...instead });
  }
  if (length < option.minLength) throw new UserError("text-too-short", { option: name, min: option.minLength });
  return text;
}

function parseWholeNumber(name: string, { min, max }: { min: number; max: number }, value: RawValue): number {
  const typed = String(value).trim();
  if (!/^[+-]?\d{1,15}$/.test(typed)) throw new UserError("number-malformed", { option: name, typed, min, max });
  const number = Number(typed);
  if (number < min || number > max)
    throw new UserError("number-out-of-range", { option: name, typed: number, min, max });
  return number;
}

function parseChoice(name: string, choices: readonly { value: string; label: string }[], typed: string): string {
  const wanted = typed.trim().toLowerCase();
  const found = choices.find(({ value, label }) => value.toLowerCase() === wanted || label.toLowerCase() === wanted);
  if (found) return found.value;
  throw new UserError("choice-unknown", { option: name, typed, known: choices.map(({ value }) => value) });
}

function parseYesNo(name: string, value: RawValue): boolean {
  if (typeof value === "boolean") return value;
  const typed = String(value).trim().toLowerCase();
  if (["yes", "y", "true", "on", "1"].includes(typed)) return true;
  if (["no", "n", "false", "off", "0"].includes(typed)) return false;
  throw new UserError("yes-no-malformed", { option: name, typed });
}
