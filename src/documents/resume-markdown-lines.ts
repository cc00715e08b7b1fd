import { sectionNamed } from "./resume-markdown-sections.ts";
import { protectStart } from "./resume-markdown-text.ts";

/** One line of hand-written or printed Markdown; `raw` is what stands behind the mark, still with its inline markup. */
export interface Line {
  /** From 1. */
  readonly number: number;
  readonly kind: "heading" | "bullet" | "text" | "blank" | "unreadable";
  readonly raw: string;
  /** Of a heading; a line in bold that opens an entry has BOLD_LEVEL. */
  readonly level: number;
  readonly indent: number;
}

/** Deeper than any heading with number signs. */
export const BOLD_LEVEL = 7;

/** Line by line, because a person is told the number of a line that fits nowhere. */
export function readLines(markdown: string): Line[] {
  const lines: Line[] = [];
  let fenced = false;
  for (const [index, source] of markdown
    .replace(/^\uFEFF/, "")
    .split(/\r\n|\r|\n/)
    .entries()) {
    const fence = FENCE.test(source);
    const line = fenced || fence ? unreadable(source) : classify(source.replace(CENTERING, ""));
    if (fence) fenced = !fenced;
    const above = lines.at(-1);
    const underline = above?.kind === "text" && above.raw ? /^ {0,3}(?:(=+)|-{3,})\s*$/.exec(source) : null;
    if (above && underline) lines[lines.length - 1] = { ...above, kind: "heading", level: underline[1] ? 1 : 2 };
    lines.push({ ...(underline ? BLANK : line), number: index + 1 });
  }
  return lines;
}

/** A text as a line of its own that is read as text, not as a heading, a bullet, a rule or a table. */
export function textLine(markdown: string): string {
  const { kind, raw } = classify(markdown);
  const safe = kind === "text" && raw === markdown && !FENCE.test(markdown) && !sectionNamed(markdown);
  return safe ? markdown : protectStart(markdown);
}

/** A text as a list item. */
export function bulletLine(markdown: string): string {
  const { kind, raw } = classify(`- ${markdown}`);
  return `- ${(kind === "bullet" && raw === markdown) || !markdown ? markdown : protectStart(markdown)}`.trimEnd();
}

/** A run of lines that is one heading, bullet or paragraph; wrapped lines are put together again. */
export function joinWrapped(lines: readonly Line[], beginsAnew: (line: Line) => boolean = () => false): Line[] {
  const blocks: Line[] = [];
  let blank = true;
  for (const line of lines) {
    const above = blocks.at(-1);
    const continues = above && line.kind === "text" && (!blank || (above.kind === "bullet" && line.indent > 1));
    if (continues && !beginsAnew(line) && (above.kind === "text" || above.kind === "bullet")) {
      blocks[blocks.length - 1] = { ...above, raw: joinRaw(above.raw, line.raw) };
    } else if (line.kind !== "blank") blocks.push(line);
    blank = line.kind === "blank";
  }
  return blocks;
}

/** Like joinWrapped(), but lines of text stay apart, as in the head of an entry; only bullets go on. */
export function joinBullets(lines: readonly Line[]): Line[] {
  const blocks: Line[] = [];
  let blank = true;
  for (const line of lines) {
    const above = blocks.at(-1);
    const continues = above?.kind === "bullet" && line.kind === "text" && (!blank || line.indent > 1);
    if (continues && (line.indent > 0 || !/^(?:\*\*|__)/.test(line.raw))) {
      blocks[blocks.length - 1] = { ...above, raw: joinRaw(above.raw, line.raw) };
    } else if (line.kind !== "blank") blocks.push(line);
    blank = line.kind === "blank";
  }
  return blocks;
}

type Classified = Omit<Line, "number">;

const BLANK: Classified = { kind: "blank", raw: "", level: 0, indent: 0 };

const FENCE = /^ {0,3}(?:```|~~~)/;

/** What the web app puts around a name and its contact data; printed, a text never has it unescaped. */
const CENTERING = /(?<!\\)<\/?(?:div|center)\b[^<>]*>/gi;

const BULLET = /^(?:(?:[-*+–—·]|\d{1,3}[.)])(?:\s+|$)|[•‣▪●○◦⁃∙■□➢➤✓✔]\s*)(?:\[[ xX]\]\s+)?(.*)$/u;

function classify(source: string): Classified {
  const indent = source.length - source.trimStart().length;
  const text = source.trim();
  if (!text || isRule(text) || /^<!--.*-->$/.test(text) || /^\|?[\s:|-]*-[\s:|-]*\|[\s:|-]*$/.test(text)) return BLANK;
  const [, marks, title = ""] = /^(#{1,6})(?:\s+(.*))?$/.exec(text) ?? [];
  if (marks) return { kind: "heading", raw: withoutClosing(title, marks), level: marks.length, indent };
  const [, hash, tag = ""] = /^(#{1,6})(\p{L}.*)$/u.exec(text) ?? [];
  if (hash && sectionNamed(tag)) return { kind: "heading", raw: tag, level: hash.length, indent };
  const bullet = BULLET.exec(text);
  if (bullet) return bullet[1] ? { kind: "bullet", raw: bullet[1], level: 0, indent } : BLANK;
  if (/^>\s?/.test(text)) return classify(text.replace(/^>\s?/, ""));
  const row = /^\|(.*)\|$/.exec(text);
  if (row) return { kind: "bullet", raw: (row[1] ?? "").trim(), level: 0, indent };
  return { kind: "text", raw: text, level: 0, indent };
}

function isRule(text: string): boolean {
  return /^(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,}|={3,})$/.test(text);
}

function unreadable(source: string): Classified {
  return source.trim() ? { kind: "unreadable", raw: source.trim(), level: 0, indent: 0 } : BLANK;
}

/** "## Skills ##" is "Skills", while "### C #" keeps its sign. */
function withoutClosing(title: string, marks: string): string {
  return title.endsWith(` ${marks}`) ? title.slice(0, -marks.length).trim() : title.trim();
}

const IDEOGRAPH = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFFEF]/u;

function joinRaw(above: string, below: string): string {
  const first = above.replace(/(?<!\\)((?:\\\\)*)\\$/, "$1").trimEnd();
  const tight = IDEOGRAPH.test(Array.from(first).at(-1) ?? "") && IDEOGRAPH.test(Array.from(below)[0] ?? "");
  return tight ? first + below : `${first} ${below}`;
}
