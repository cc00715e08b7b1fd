import { Lexer, type Token, Tokenizer, type Tokens } from "marked";

/** What separates the parts of a heading or a list item. ASCII, so that a backslash can protect it in a text. */
export const SEPARATOR = " | ";

/** Inline Markdown as the text that a person reads. A link to elsewhere keeps its address: "thesis (https://…)". */
export function plainText(markdown: string): string {
  const text = MARKUP.test(markdown)
    ? Lexer.lexInline(markdown, { tokenizer: new LinkedByMarksAlone() }).map(textOf).join("")
    : markdown;
  return oneLine(text);
}

/** The text as Markdown that reads back as the same text, with no more backslashes than it takes. */
export function markdownText(text: string): string {
  const line = oneLine(text);
  for (const pattern of [
    /[\\|]|^[*_]|\*(?=\*)|(?<=\*)\*|<(?=\/?(?:div|center)\b)/gi,
    /[\\|*_`[\]<>~&]/g,
    /[!-/:-@[-`{-~]/g,
  ]) {
    const escaped = line.replace(pattern, "\\$&");
    if (plainText(escaped) === line) return escaped;
  }
  return Array.from(line, (letter) => (/[\p{L}\p{N}\s]/u.test(letter) ? letter : reference(letter))).join("");
}

/** The same text, with its first letter written so that no rule about the start of a line applies to it. */
export function protectStart(markdown: string): string {
  const [first = ""] = markdown;
  if (first === "\\") return protectEscaped(markdown);
  if (/^\d+[.)]/.test(markdown)) return markdown.replace(/[.)]/, "\\$&");
  if (/^&#\d+;/.test(markdown)) return markdown;
  const safe = ASCII_PUNCTUATION.test(first) ? `\\${first}` : reference(first);
  return sameText(markdown, safe + markdown.slice(first.length));
}

/** The same text, with its last letter written so that no rule about the end of a line applies to it. */
export function protectEnd(markdown: string): string {
  const last = [...markdown.matchAll(ESCAPED_OR_LETTER)].at(-1)?.[0] ?? "";
  if (last.startsWith("&#")) return markdown;
  const letter = last.length > 1 && last.startsWith("\\") ? last.slice(1) : last;
  return sameText(markdown, markdown.slice(0, markdown.length - last.length) + reference(letter));
}

/** The same text, with every one of these letters written so that it separates nothing. */
export function protectLetters(markdown: string, letters: RegExp): string {
  return markdown.replace(ESCAPED_OR_LETTER, (part) => {
    if (part.startsWith("\\") || part.startsWith("&#") || !letters.test(part)) return part;
    return ASCII_PUNCTUATION.test(part) ? `\\${part}` : reference(part);
  });
}

/** Cut at these letters where they stand unprotected and outside of parentheses that close again. */
export function splitOutsideParentheses(markdown: string, letters: string): string[] {
  const pieces = [...markdown.matchAll(ESCAPED_OR_LETTER)].map(([piece]) => piece);
  const paired = pairedParentheses(pieces);
  const parts = [""];
  let depth = 0;
  for (const [index, piece] of pieces.entries()) {
    if (paired.has(index)) depth += piece === "(" ? 1 : -1;
    if (depth === 0 && letters.includes(piece)) parts.push("");
    else parts[parts.length - 1] += piece;
  }
  return parts.map((part) => part.trim());
}

/** Whether every parenthesis has its other half. */
export function parenthesesPair(markdown: string): boolean {
  const pieces = [...markdown.matchAll(ESCAPED_OR_LETTER)].map(([piece]) => piece);
  return pairedParentheses(pieces).size === pieces.filter((piece) => piece === "(" || piece === ")").length;
}

/** Cut at " | ". */
export function splitSegments(markdown: string): string[] {
  const parts = [""];
  for (const [letter] of markdown.matchAll(ESCAPED_OR_LETTER)) {
    if (letter === "|") parts.push("");
    else parts[parts.length - 1] += letter;
  }
  return parts.map((part) => part.trim());
}

/** A text as ResumeDocument wants it: one line, no control characters, no blanks at its ends. */
export function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\t\n\v\f\r\u0085\u2028\u2029]/g, " ")
    .replace(/[\p{Cc}\uFEFF\uFFFE\uFFFF]/gu, "")
    .replace(/ {2,}/g, " ")
    .trim();
}

const MARKUP = /[\\*_`[\]<>~&]/;

/** A bare address is text here; else a backslash in it, which protects a comma, would be part of the address. */
class LinkedByMarksAlone extends Tokenizer {
  override url(): undefined {
    return undefined;
  }
}

const ESCAPED_OR_LETTER = /\\.|&#\d+;|./gsu;

const ASCII_PUNCTUATION = /^[!-/:-@[-`{-~]$/;

const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00A0" };

function textOf(token: Token): string {
  switch (token.type) {
    case "escape":
    case "codespan":
      return (token as Tokens.Escape | Tokens.Codespan).text;
    case "html":
      return htmlText(token.raw);
    case "br":
      return " ";
    case "link":
      return linkText(token as Tokens.Link);
    case "image":
      return (token as Tokens.Image).text;
  }
  if ("tokens" in token && token.tokens) return token.tokens.map(textOf).join("");
  return decodeReferences("text" in token ? token.text : token.raw);
}

/** A tag may be somebody's text ("List<String>"), so it stays; only what never shows goes. */
function htmlText(raw: string): string {
  if (/^<br\s*\/?>$/i.test(raw)) return " ";
  return raw.startsWith("<!--") ? "" : raw;
}

function linkText(link: Tokens.Link): string {
  const label = link.tokens.map(textOf).join("");
  if (link.raw.startsWith("<")) return link.raw.slice(1, -1);
  const address = link.href.replace(/^mailto:/, "");
  return label === address || !address || address.startsWith("#") ? label : `${label} (${address})`;
}

function decodeReferences(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w+));/gi, (whole, decimal, hexadecimal, name) => {
    if (name) return ENTITIES[name] ?? whole;
    const code = decimal ? Number(decimal) : Number.parseInt(hexadecimal, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

function reference(letter: string): string {
  return `&#${letter.codePointAt(0)};`;
}

/** A protected letter may have been half of a mark; then what is left of the mark is protected, too. */
function sameText(before: string, after: string): string {
  return plainText(before) === plainText(after) ? after : protectLetters(after, /[!-/:-@[-`{-~]/);
}

function protectEscaped(markdown: string): string {
  const [letter = ""] = markdown.slice(1);
  return reference(letter) + markdown.slice(1 + letter.length);
}

function pairedParentheses(pieces: readonly string[]): Set<number> {
  const paired = new Set<number>();
  const open: number[] = [];
  for (const [index, piece] of pieces.entries()) {
    if (piece === "(") open.push(index);
    if (piece !== ")") continue;
    const start = open.pop();
    if (start !== undefined) paired.add(start).add(index);
  }
  return paired;
}
