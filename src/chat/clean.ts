import type { Asked, RawOptions } from "./interaction.ts";

/**
 * The same without what no database column takes: NUL and halves of surrogate pairs. Done once, at the entrance, because
 * anybody can forge an id or a value.
 */
export function cleanAsked(asked: Asked): Asked {
  switch (asked.kind) {
    case "command":
      return { ...asked, options: cleanValues(asked.options) };
    case "line":
      return { ...asked, line: cleanText(asked.line) };
    case "action":
      return {
        ...asked,
        id: cleanText(asked.id),
        ...(asked.chosen !== undefined && { chosen: cleanText(asked.chosen) }),
      };
    case "form":
    case "form-closed":
      return { ...asked, id: cleanText(asked.id), values: cleanValues(asked.values) };
    case "suggest":
      return { ...asked, typed: cleanText(asked.typed) };
  }
}

function cleanValues(values: RawOptions): RawOptions {
  const cleaned = Object.entries(values).map(([name, value]) => [
    cleanText(name),
    typeof value === "string" ? cleanText(value) : value,
  ]);
  return Object.fromEntries(cleaned);
}

function cleanText(text: string): string {
  return text.toWellFormed().replaceAll("\0", "");
}
