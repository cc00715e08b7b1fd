import { plainText } from "./resume-markdown-text.ts";
import { tidyUrl } from "./resume-tidy.ts";

export interface TakenLink {
  readonly label: string;
  /** The label with its markup. */
  readonly written: string;
  readonly url: string;
  readonly rest: string;
}

/** A link at the start of a text, with what comes after it; undefined where the address is none to link to. */
export function takeLink(markdown: string): TakenLink | undefined {
  const found =
    /^\[((?:\\.|[^\]\\])*)\]\((?:<([^>]*)>|((?:[^\s()]|\([^\s()]*\))*))(?:\s+"[^"]*")?\)/s.exec(markdown) ??
    /^(?:())<((?:https?:\/\/|mailto:)[^>\s]*)>/i.exec(markdown);
  if (!found) return undefined;
  const [whole, label = "", bracketed, bare] = found;
  const url = tidyUrl(bracketed ?? bare ?? "");
  return url ? { label: plainText(label), written: label, url, rest: markdown.slice(whole.length).trim() } : undefined;
}
