import { type Block, type Message, plain, tableOf } from "#src/chat/message.ts";

/** A whole message as plain text: what is attached where it does not fit. */
export function plainText({ blocks }: Message): string {
  return `${blocks
    .map(blockText)
    .filter((text) => text.trim() !== "")
    .join("\n\n")}\n`;
}

function blockText(block: Block): string {
  switch (block.kind) {
    case "heading":
    case "text":
    case "note":
      return plain(block.text);
    case "quote":
      return plain(block.text).replace(/^/gm, "> ");
    case "fields":
      return block.fields.map(({ label, value }) => `${label}: ${value}`).join("\n");
    case "table": {
      const labels = block.columns.map(({ label }) => label);
      const rows = block.rows.map((row) => row.map((cell, index) => `${labels[index] ?? ""}: ${cell}`).join("; "));
      return [block.caption, ...rows].join("\n");
    }
    case "bars":
      return [block.caption, ...block.bars.map(({ label, text }) => `${label}: ${text}`)].join("\n");
    case "chart":
      return `${block.title}: ${block.alt}`;
    case "ranges":
      return blockText(tableOf(block));
    case "image":
      return block.alt;
    case "file":
      return `${block.file.name}: ${block.description}`;
    case "buttons":
      return block.buttons.map(({ label, to }) => (to.startsWith("http") ? `${label}: ${to}` : `[${label}]`)).join(" ");
    case "select":
      return [
        block.label,
        ...block.options.map(({ label, description }) => `- ${label}${description ? `: ${description}` : ""}`),
      ].join("\n");
    case "divider":
      return "";
  }
}
