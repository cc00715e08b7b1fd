import type { Contact, WebLink } from "./resume-document.ts";
import { withoutEmphasis } from "./resume-markdown-entries.ts";
import { looksLikePlace } from "./resume-markdown-guess.ts";
import { joinBullets, type Line, textLine } from "./resume-markdown-lines.ts";
import { type TakenLink, takeLink } from "./resume-markdown-link.ts";
import { isDocumentTitle, isOtherSection } from "./resume-markdown-sections.ts";
import { plainText, splitOutsideParentheses, splitSegments } from "./resume-markdown-text.ts";
import { tidyUrl } from "./resume-tidy.ts";

export interface ContactReading {
  readonly contact: Contact;
  /** Text above the first section that is no contact. */
  readonly prose: readonly Line[];
  readonly unread: readonly Line[];
}

/** The name and what stands under it: labelled list items, or by hand "Porto | ana@example.org | github.com/ana". */
export function readContact(heading: Line | undefined, lines: readonly Line[]): ContactReading {
  const found: Found = { links: [] };
  const prose: Line[] = [];
  const unread: Line[] = [];
  if (heading) readName(heading.raw, found);
  for (const line of joinBullets(lines)) {
    if (line.kind === "unreadable") continue;
    const left = parts(line).filter((part) => part && !readPart(part, found));
    if (left.length === 0) continue;
    const whole = { ...line, raw: left.join(" | ") };
    if (line.kind === "bullet") unread.push(whole);
    else if (!readText(whole, found)) prose.push(whole);
  }
  const { links, ...texts } = found;
  return { contact: { ...texts, links }, prose, unread };
}

/** "Ana Souza - Resume" is read without its second half. */
export function isTitledName(markdown: string): boolean {
  return TITLED_NAME.test(markdown);
}

/** Whether a headline under the name is read as one; any other is printed with its label. */
export function isPlainHeadline(markdown: string): boolean {
  const line: Line = { number: 1, kind: "text", raw: markdown, level: 0, indent: 0 };
  const found: Found = { name: "Somebody", links: [] };
  if (textLine(markdown) !== markdown || isOtherSection(markdown) || withoutEmphasis(markdown) !== markdown)
    return false;
  return !parts(line).some((part) => readPart(part, found)) && readText(line, found) && found.headline !== undefined;
}

interface Found {
  name?: string;
  headline?: string;
  email?: string;
  phone?: string;
  location?: string;
  links: WebLink[];
}

const EMAIL = /^[^\s@<>()[\],;:]+@[^\s@<>()[\],;:]+\.[^\s@<>()[\],;:]+$/;
const PHONE = /^\+?[\d(][\d\s()./-]{5,24}\d(?:\s?(?:x|ext\.?)\s?\d{1,6})?$/;
const TITLED_NAME = /\s+[–—-]\s+(?:resume|résumé|cv|curriculum vitae)$/i;
const ICON = /^(?:(?:\p{Extended_Pictographic}|\uFE0F|\u200D)+\s*)+/u;
const LONGEST_HEADLINE = 160;
const LONGEST_NAME = 60;

const LABELS: Record<string, "name" | "headline" | "email" | "phone" | "location" | "link"> = {
  name: "name",
  "full name": "name",
  headline: "headline",
  title: "headline",
  email: "email",
  "e-mail": "email",
  mail: "email",
  "email address": "email",
  phone: "phone",
  telephone: "phone",
  tel: "phone",
  "tel.": "phone",
  mobile: "phone",
  cell: "phone",
  "phone number": "phone",
  location: "location",
  address: "location",
  city: "location",
  based: "location",
  website: "link",
  web: "link",
  homepage: "link",
  portfolio: "link",
  linkedin: "link",
  github: "link",
  gitlab: "link",
  blog: "link",
  twitter: "link",
  x: "link",
  url: "link",
};

/** A line of text is cut at dots and wide blanks, too, but only where a part of it is an address or a number. */
function parts({ kind, raw }: Line): string[] {
  const segments = splitSegments(raw).flatMap((part) => part.split(/\t+|\s{3,}/));
  if (kind !== "text") return segments;
  const finer = segments.flatMap((part) =>
    splitOutsideParentheses(part, "·•∙●◦⋅").flatMap((piece) => piece.split(/\s+[–—-]\s+/)),
  );
  return finer.some(isContact) ? finer : segments;
}

function isContact(part: string): boolean {
  return readPart(part, { links: [] });
}

function readName(markdown: string, found: Found): void {
  const [first = "", ...others] = splitSegments(withoutEmphasis(markdown));
  const name = plainText(first.replace(TITLED_NAME, ""));
  if (name) found.name = name;
  for (const part of others) if (!readPart(part, found)) found.headline ??= plainText(part);
}

function readPart(markdown: string, found: Found): boolean {
  const [, label = "", value = ""] =
    /^(?:\*\*)?([\p{L}. -]{1,15}?)(?:\*\*)?\s*[:：](?:\*\*)?(?:\s+(.*))?$/u.exec(markdown) ?? [];
  const kind = LABELS[label.trim().toLowerCase()];
  if (kind) return readLabelled({ kind, label: label.trim(), value }, found);
  const linked = takeLink(markdown.replace(ICON, ""));
  if (linked) return readLink(linked, found);
  const text = plainText(withoutEmphasis(markdown).replace(/^[^\p{L}\p{N}+(<\\&]+/u, ""));
  const bare = /^<(.*)>$/.exec(markdown)?.[1] ?? text;
  if (EMAIL.test(bare)) return addEmail(bare, found);
  if (PHONE.test(text)) return addPhone(text, found);
  const url = /\s/.test(text) ? undefined : tidyUrl(text);
  if (url && !/[&\\]/.test(markdown.replace(/&[\w]+=/g, ""))) return found.links.push({ url }) > 0;
  return false;
}

function readLabelled(item: { kind: (typeof LABELS)[string]; label: string; value: string }, found: Found): boolean {
  const { kind, label, value } = item;
  const text = plainText(value);
  if (!text) return true;
  if (kind === "email") return addEmail(text, found);
  if (kind === "phone") return addPhone(text, found);
  if (kind === "link") {
    const linked = takeLink(value);
    const url = linked?.url ?? tidyUrl(text);
    if (url) found.links.push({ label, url });
    return url !== undefined;
  }
  if (kind && found[kind] !== undefined) return found[kind] === text;
  if (kind) found[kind] = text;
  return true;
}

function readLink({ label, written, url, rest }: TakenLink, found: Found): boolean {
  if (rest) return false;
  if (EMAIL.test(written)) return addEmail(label, found);
  return found.links.push(label ? { label, url } : { url }) > 0;
}

function addEmail(email: string, found: Found): boolean {
  if (found.email === undefined) found.email = email;
  else if (found.email !== email) found.links.push({ url: `mailto:${email}` });
  return true;
}

function addPhone(phone: string, found: Found): boolean {
  found.phone = found.phone === undefined || found.phone === phone ? phone : `${found.phone} / ${phone}`;
  return true;
}

/** Text without a mark: the name where there is none, then the headline, then a place. */
function readText(line: Line, found: Found): boolean {
  const text = plainText(withoutEmphasis(line.raw));
  if (isDocumentTitle(text)) return true;
  if (found.name === undefined && text.length <= LONGEST_NAME && !/[.!?]$/.test(text)) {
    found.name = text;
    return true;
  }
  if (found.location === undefined && looksLikePlace(text)) {
    found.location = text;
    return true;
  }
  if (found.headline !== undefined || text.length > LONGEST_HEADLINE) return false;
  found.headline = text;
  return true;
}
