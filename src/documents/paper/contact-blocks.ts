import type { Contact, WebLink } from "../resume-document.ts";
import type { Block } from "./blocks.ts";
import type { Span } from "./breaking.ts";
import { mailLink, phoneLink, safeLink, shownAddress } from "./links.ts";
import type { Style } from "./templates.ts";

/** Name, headline and how to reach the person, at the top of a resume and of a letter. */
export function contactBlocks(contact: Contact, style: Style): Block[] {
  const { size, ink, centred } = style;
  const blocks: Block[] = [];
  if (contact.name) {
    const spans: Span[] = [{ text: contact.name, cut: "bold", colour: ink.accent }];
    blocks.push({ role: "H1", spans, size: style.name, colour: ink.text, before: 0, leading: 1.22, centred });
  }
  if (contact.headline) {
    const spans: Span[] = [{ text: contact.headline }];
    blocks.push({ role: "P", spans, size: size + 1.4, colour: ink.quiet, before: 1, centred });
  }
  const ways = waysToReach(contact);
  if (ways.length > 0) {
    blocks.push({ role: "P", spans: joined(ways, ink.quiet), size: size - 0.3, colour: ink.text, before: 3, centred });
  }
  return blocks;
}

/** Items with a dot between them, each on one line. */
export function joined(items: readonly Span[], colour: string): Span[] {
  return items.flatMap((item, index) => {
    const kept: Span = { ...item, whole: true };
    return index === 0 ? [kept] : [{ text: " · ", colour, between: true }, kept];
  });
}

/** "Portfolio: example.com", or the address alone where it says the same. */
export function linkSpans({ label, url }: WebLink): readonly Span[] {
  const shown = shownAddress(url);
  const link = safeLink(url);
  const address: Span = { text: shown, leftToRight: true, ...(link && { link }) };
  if (!label || shown.toLowerCase().includes(label.toLowerCase())) return [address];
  return [{ text: `${label}: ` }, address];
}

function waysToReach({ email, phone, location, links }: Contact): Span[] {
  const ways: Span[] = [];
  if (email) ways.push({ ...withLink(email, mailLink(email)), leftToRight: true });
  if (phone) ways.push({ ...withLink(phone, phoneLink(phone)), leftToRight: true });
  if (location) ways.push({ text: location });
  for (const link of links) {
    const spans = linkSpans(link);
    const text = spans.map((span) => span.text).join("");
    ways.push(withLink(text, spans.at(-1)?.link));
  }
  return ways;
}

function withLink(text: string, link: string | undefined): Span {
  return { text, ...(link && { link }) };
}
