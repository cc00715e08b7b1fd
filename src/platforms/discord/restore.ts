import type { APIMessage } from "discord.js";
import { MessageFlags } from "discord.js";

/** The body that puts a message back to how it was when its button was pressed. */
export function restore({ components = [], attachments, flags }: APIMessage): object {
  const names = new Map(attachments.map(({ id, filename }) => [id, filename]));
  return {
    flags: (flags ?? 0) & MessageFlags.IsComponentsV2,
    components: components.map((component) => unresolved(component, names)),
    attachments: attachments.map(({ id }) => ({ id })),
    allowed_mentions: { parse: [] },
  };
}

/** Discord sends pictures and files with the address that they have now; it takes them back by their names. */
function unresolved(value: unknown, names: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map((one) => unresolved(one, names));
  if (typeof value !== "object" || value === null) return value;
  const name = "attachment_id" in value ? names.get(String(value.attachment_id)) : undefined;
  if (name !== undefined) return { url: `attachment://${name}` };
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, unresolved(inner, names)]));
}
