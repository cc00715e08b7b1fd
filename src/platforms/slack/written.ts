import { type Block, type Message, plain, tableOf } from "#src/chat/message.ts";

/** A whole message as a text file, for when even several messages do not hold it. */
export function written({ blocks }: Message): string {
  return `${blocks.map(lines).filter(Boolean).join("\n\n")}\n`;
}

function lines(block: Block): string {
  switch (block.kind) {
    case "heading":
    case "text":
    case "note":
      return plain(block.text);
    case "quote":
      return plain(block.text).replace(/^/gm, "> ");
    case "fields":
      return block.fields.map(({ label, value }) => `${label}: ${value}`).join("\n");
    case "table":
      return [
        block.caption,
        block.columns.map(({ label }) => label).join("\t"),
        ...block.rows.map((row) => row.join("\t")),
      ].join("\n");
    case "bars":
      return [block.caption, ...block.bars.map(({ label, text }) => `${label}: ${text}`)].join("\n");
    case "chart":
      return `${block.title}\n${block.alt}`;
    case "ranges":
      return lines(tableOf(block));
    case "image":
      return `${block.file.name}: ${block.alt}`;
    case "file":
      return `${block.file.name}: ${block.description}`;
    case "buttons":
    case "select":
    case "divider":
      return "";
  }
}
