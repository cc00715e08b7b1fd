import { text } from "#src/chat/option.ts";
import { en } from "#src/words/en.ts";

const { fields } = en.resumeEdit;

export function described(name: keyof typeof fields) {
  const { label, hint } = fields[name];
  return { label, description: hint };
}

export function shortText(name: keyof typeof fields, given: { maxLength?: number } = {}) {
  return text({ maxLength: 200, ...described(name), ...given });
}

export function requiredText(name: keyof typeof fields) {
  return text({ maxLength: 200, ...described(name), required: true });
}

/** The texts that were given. */
export function given<Name extends string>(
  texts: Readonly<Record<Name, string | undefined>>,
): { [N in Name]?: string } {
  const entries = Object.entries<string | undefined>(texts).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [N in Name]?: string };
}

/** Undefined for what was sent as it had been filled in: then nothing is read anew, and nothing can be read amiss. */
export function ifChanged<Read>(
  sent: string | undefined,
  filled: string,
  read: (text: string | undefined) => Read,
): Read | undefined {
  const same = (sent ?? "").replaceAll("\r\n", "\n").trim() === filled.trim();
  return same ? undefined : read(sent);
}
