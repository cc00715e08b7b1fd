import type { PlainTextElement, RichTextElement } from "@slack/types";
import { type Inline, inlineText, shorten, type Text, withText } from "#src/chat/message.ts";
import { cutAt } from "#src/chat/split-text.ts";
import { isChannelId } from "./channel-id.ts";

/** For `text` and every other place where Slack reads mrkdwn: nothing in it can mention or link (docs.slack.dev/messaging/formatting-message-text). */
export function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** What somebody typed after a slash command comes escaped. */
export function unescape(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}

/** Plain text that fits; never empty, because Slack refuses that. Emoji names stay letters. */
export function plainText(text: string, max: number): PlainTextElement {
  return { type: "plain_text", text: fitted(text, max), emoji: false };
}

/** Without control characters and torn surrogates, which Slack would refuse or the wire would blow up. */
export function clean<T>(value: T): T {
  if (typeof value === "string")
    return (PRINTABLE.test(value) ? value : value.toWellFormed().replace(CONTROL, "")) as T;
  if (Array.isArray(value)) return value.map((item) => clean(item)) as T;
  if (typeof value !== "object" || value === null || value instanceof Uint8Array) return value;
  const cleaned: Record<string, unknown> = {};
  for (const [name, item] of Object.entries(value)) cleaned[name] = clean(item);
  return cleaned as T;
}

// Most of what is said, and then there is nothing to take out.
const PRINTABLE = /^[\n\t -~]*$/;
const CONTROL = /[^\P{Cc}\n\t]/gu;

/** Runs of rich text. They are literal by nature: nothing to escape. */
export function runs(text: Text): RichTextElement[] {
  const parts: readonly Inline[] = typeof text === "string" ? [text] : text;
  return parts.flatMap((part): RichTextElement[] => {
    const [content, style] = styled(part);
    if (content === "") return [];
    if (typeof part === "object" && "time" in part)
      return [{ type: "date", timestamp: Math.round(part.time / 1_000), format: DATE, fallback: content }];
    if (typeof part === "object" && "channel" in part && isChannelId(part.channel))
      return [{ type: "channel", channel_id: part.channel }];
    return [{ type: "text", text: content, ...(style && { style }) }];
  });
}

/** Cuts a long text into pieces of at most `max`: at a line, else at a space, else between two graphemes. Nothing is lost. */
export function split(text: string, max: number): string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > max) {
    const at = cutAt(rest, max);
    pieces.push(rest.slice(0, at));
    rest = rest.slice(at);
  }
  if (rest !== "") pieces.push(rest);
  return pieces;
}

/** The same for a text with runs. */
export function splitText(text: Text, max: number): Text[] {
  if (typeof text === "string") return split(text, max);
  const pieces: Inline[][] = [[]];
  let length = 0;
  for (const part of text) {
    const [content] = styled(part);
    for (const piece of split(content, max)) {
      if (length > 0 && length + piece.length > max) {
        pieces.push([]);
        length = 0;
      }
      pieces.at(-1)?.push(withText(part, piece));
      length += piece.length + RUN_OVERHEAD;
    }
  }
  return pieces.filter((piece) => piece.length > 0);
}

/** What a run costs on the wire besides its letters. */
const RUN_OVERHEAD = 40;

function fitted(text: string, max: number): string {
  const clean = text.trim() === "" ? "–" : text;
  let kept = shorten(clean, max);
  while (literal(kept).length > max) kept = shorten(kept, kept.length - 5);
  return literal(kept);
}

// Plain text takes a bare "&" or "<" as it is, but turns "&lt;" into "<".
function literal(text: string): string {
  return text.replace(/&(?=(?:amp|lt|gt);)/g, "&amp;");
}

function styled(part: Inline): [string, { bold: true } | { italic: true } | { code: true } | undefined] {
  const text = inlineText(part);
  if (typeof part === "string") return [text, undefined];
  if ("bold" in part) return [text, { bold: true }];
  if ("italic" in part) return [text, { italic: true }];
  return [text, "code" in part ? { code: true } : undefined];
}

/** In the reader's own zone (docs.slack.dev/messaging/formatting-message-text#date-formatting). */
const DATE = "{date_long} {time}";
