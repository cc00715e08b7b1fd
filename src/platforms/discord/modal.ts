import type {
  APIComponentInLabel,
  APILabelComponent,
  APIModalInteractionResponseCallbackData,
  APITextInputComponent,
} from "discord.js";
import { ChannelType, ComponentType, SelectMenuDefaultValueType, TextInputStyle } from "discord.js";
import { type Field, type Form, shorten } from "#src/chat/message.ts";
import { limits } from "./limits.ts";
import { isSnowflake } from "./snowflake.ts";

/** A form as a modal. That its fields fit is checked at start, from the declarations (check.ts). */
export function drawModal({ id, title, fields }: Form): APIModalInteractionResponseCallbackData {
  return {
    custom_id: id,
    title: shorten(title.trim() || "…", limits.modalTitle),
    components: fields.slice(0, limits.modalFields).map(drawField),
  };
}

/** The same form with no channel and no role chosen in it; nothing where none was. */
export function withoutChosen(form: Form): Form[] {
  const names = (field: Field) => field.value !== undefined && NAMING.has(field.input.kind);
  if (!form.fields.some(names)) return [];
  return [{ ...form, fields: form.fields.map((field) => (names(field) ? without(field) : field)) }];
}

const NAMING: ReadonlySet<Field["input"]["kind"]> = new Set(["channel", "role"]);

function without({ value: _, ...field }: Field): Field {
  return field;
}

function drawField(field: Field): APILabelComponent {
  const hint = field.hint?.trim();
  return {
    type: ComponentType.Label,
    label: shorten(field.label.trim() || field.id, limits.fieldLabel),
    ...(hint && { description: shorten(hint, limits.fieldHint) }),
    component: drawInput(field),
  };
}

function drawInput({ id, required, value, input }: Field): APIComponentInLabel {
  const pick = { custom_id: id, required, ...(!required && { min_values: 0 }) };
  switch (input.kind) {
    case "text":
      return drawText({ id, required, value, input });
    case "whole-number": {
      const { min, max } = input;
      const placeholder = shorten(`${min} – ${max}`, limits.fieldPlaceholder);
      const text = {
        type: ComponentType.TextInput as const,
        custom_id: id,
        style: TextInputStyle.Short,
        required,
        placeholder,
      };
      return { ...text, max_length: 20, ...(value && { value: value.slice(0, 20) }) };
    }
    case "choice":
      return {
        type: ComponentType.StringSelect,
        ...pick,
        options: input.choices.slice(0, limits.selectOptions).map((choice) => ({
          value: choice.value,
          label: shorten(choice.label, limits.optionText),
          ...(choice.description?.trim() && { description: shorten(choice.description, limits.optionText) }),
          ...(choice.value === value && { default: true }),
        })),
      };
    case "channel":
      return {
        type: ComponentType.ChannelSelect,
        ...pick,
        channel_types: [ChannelType.GuildText, ChannelType.GuildAnnouncement],
        ...(isSnowflake(value) && { default_values: [{ id: value, type: SelectMenuDefaultValueType.Channel }] }),
      };
    case "role":
      return {
        type: ComponentType.RoleSelect,
        ...pick,
        ...(isSnowflake(value) && { default_values: [{ id: value, type: SelectMenuDefaultValueType.Role }] }),
      };
    case "attachment":
      return { type: ComponentType.FileUpload, ...pick };
  }
}

type TextField = Omit<Field, "input" | "value"> & {
  input: Field["input"] & { kind: "text" };
  value: string | undefined;
};

function drawText({ id, required, value = "", input }: Omit<TextField, "label">): APITextInputComponent {
  // What was typed before must come back even when it breaks a rule; the rule is told after the form is sent.
  const most = Math.min(limits.fieldText, Math.max(1, input.maxLength, value.length));
  const least = value !== "" && value.length < input.minLength ? 0 : input.minLength;
  return {
    type: ComponentType.TextInput,
    custom_id: id,
    style: input.multiline ? TextInputStyle.Paragraph : TextInputStyle.Short,
    required,
    max_length: most,
    ...(least > 0 && { min_length: Math.min(least, most) }),
    ...(value !== "" && { value: shorten(value, most) }),
  };
}
