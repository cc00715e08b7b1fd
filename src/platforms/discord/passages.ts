import { type Block, plain, type Text, tableOf } from "#src/chat/message.ts";
import { drawBars, drawTable, type Lines } from "./columns.ts";
import { cut, markdown, oneLine, part, visible } from "./markdown.ts";

/** A piece of text as Discord's Markdown, which can also say less. */
export interface Passage {
  readonly whole: string;
  /** At most `max` characters with a sign that there is more; "" when nothing sensible fits. */
  cut(max: number): string;
  /** In two, of which the first has at most `max` characters; undefined where there is no place to part it. */
  part(max: number): { head: Passage; tail: Passage } | undefined;
}

type TextBlock = Exclude<Block, { kind: "buttons" | "select" | "image" | "file" | "divider" }>;

/** undefined where there is nothing to read. */
export function passageOf(block: TextBlock): Passage | undefined {
  switch (block.kind) {
    case "heading":
      return ofText(block.text, (text) => `## ${oneLine(plain(text))}`);
    case "text":
      return ofText(block.text, markdown);
    case "quote":
      return ofText(block.text, (text) => markdown(text).replace(/^/gm, "> "));
    case "note":
      return ofText(block.text, (text) =>
        markdown(text)
          .replace(/\n\s*(?=\n)/g, "")
          .replace(/^(?=[^\n])/gm, "-# "),
      );
    case "fields": {
      const lines = block.fields.map(({ label, value }) => {
        const drawn = oneLine(label);
        const name = drawn === "" ? "" : `**${drawn}:** `;
        return `${name}${markdown(value).trim() || "–"}`;
      });
      return ofLines({ before: "", lines, after: "" });
    }
    case "table":
      return ofLines(drawTable(block));
    case "bars":
      return ofLines(drawBars(block));
    case "ranges":
      return ofLines(drawTable(tableOf(block)));
    case "chart":
      // Where the picture could not be drawn, its alt text says the same.
      return ofText([{ bold: block.title }, `\n${block.alt}`]);
  }
}

export function ofText(text: Text, draw: (text: Text) => string = markdown): Passage | undefined {
  if (visible(plain(text)).trim() === "") return undefined;
  return {
    whole: draw(text),
    cut: (max) => cut(text, max, draw),
    part(max) {
      const parted = part(text, max, draw);
      const [head, tail] = parted ? parted.map((one) => ofText(one, draw)) : [];
      return head && tail && { head, tail };
    },
  };
}

function ofLines({ before, lines, after }: Lines): Passage | undefined {
  const whole = `${before}${lines.join("\n")}${after}`;
  if (whole.trim() === "") return undefined;
  return {
    whole,
    cut(max) {
      let left = max - before.length - after.length - 2;
      const kept: string[] = [];
      for (const line of lines) {
        left -= line.length + 1;
        if (left < 0) break;
        kept.push(line);
      }
      return kept.length > 0 ? `${before}${[...kept, "…"].join("\n")}${after}` : "";
    },
    part(max) {
      let left = max - before.length - after.length;
      const count = lines.findIndex((line) => {
        left -= line.length + 1;
        return left < 0;
      });
      const head = ofLines({ before, lines: lines.slice(0, Math.max(0, count)), after });
      // What opens a block of code opens it again, with its labels; a caption is said once.
      const tail = ofLines({ before: /```\n.*$/s.exec(before)?.[0] ?? "", lines: lines.slice(count), after });
      return count > 0 && head && tail ? { head, tail } : undefined;
    },
  };
}
