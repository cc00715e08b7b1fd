/** A paragraph of mammoth's HTML. */
export interface Block {
  /** Of a heading, from 1; 0 for text. */
  readonly level: number;
  readonly bullet: boolean;
  /** In the style of that name. */
  readonly subtitle: boolean;
  /** Between tabs. */
  readonly parts: readonly Part[];
}

export interface Part {
  readonly text: string;
  /** Of the first link in it. */
  readonly url?: string;
}

/** The paragraphs with something in them, in their order. */
export function readBlocks(html: string): Block[] {
  const blocks = html.split(/<(?=(?:h[1-6]|p|li)[ >])/).slice(1);
  return blocks.map(blockOf).filter(({ parts }) => parts.some(({ text }) => text));
}

/** mammoth's own few entities. */
export function decoded(html: string): string {
  return html
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&nbsp;", " ")
    .replaceAll("&amp;", "&");
}

/** The tag without its opening bracket, and everything up to the next one. */
function blockOf(html: string): Block {
  const end = html.indexOf(">");
  const inner = html.slice(end + 1).replaceAll("<br />", " ");
  return {
    level: Number(/^h([1-6])/.exec(html)?.[1] ?? 0),
    bullet: html.startsWith("li"),
    subtitle: html.startsWith('p class="subtitle"'),
    parts: inner.split("\t").map(partOf),
  };
}

function partOf(html: string): Part {
  const url = /<a href="([^"]*)"/.exec(html)?.[1];
  const text = decoded(html.replace(/<[^>]*>/g, ""))
    .replace(/\s+/g, " ")
    .trim();
  return { text, ...(url ? { url: decoded(url) } : {}) };
}
