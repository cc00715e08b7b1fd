import { wordsOf } from "#src/words/index.ts";
import type { FormDeclaration } from "./command.ts";
import type { RawOptions } from "./interaction.ts";
import type { Field, Form } from "./message.ts";
import type { Option, Options } from "./option.ts";

const words = wordsOf("en").forms;

/** A declared form, filled. */
export function drawForm(declared: FormDeclaration, id: string, values: RawOptions): Form {
  return { id, title: declared.title, submit: declared.submit, fields: drawFields(declared.fields, values) };
}

function drawFields(options: Options, values: RawOptions): Field[] {
  return Object.entries(options).map(([id, option]) => {
    const value = Object.hasOwn(values, id) ? values[id] : undefined;
    return {
      id,
      label: option.label ?? nameToLabel(id),
      hint: option.description,
      required: option.required,
      input: inputOf(option),
      // A file or a channel cannot be put back into a form.
      ...(value !== undefined && typeof value !== "object" && { value: String(value) }),
    };
  });
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
  }
}

/** What a form calls an option that has no label of its own. */
export function nameToLabel(name: string): string {
  const words = name.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
