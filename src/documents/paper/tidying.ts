/** Stands for what cannot be drawn; the Latin fonts have it. */
export const REPLACEMENT = "\ufffd";

/** What `clean` made of a text, once it is known what was replaced. */
export function asDrawn(text: string, replaced: ReadonlySet<string>): string {
  const line = tidy(text);
  if (replaced.size === 0) return line.replace(SELECTORS, "");
  let drawn = "";
  for (const { segment } of graphemes.segment(line)) {
    if (replaced.has(segment)) drawn += REPLACEMENT;
    else for (const character of segment) drawn += replaced.has(character) ? REPLACEMENT : character;
  }
  return drawn.replace(SELECTORS, "");
}

/** One line, composed, without what is not seen. */
export function tidy(text: string): string {
  if (/^[\x21-\x7e]*(?: [\x21-\x7e]+)*$/.test(text)) return text;
  // Letters of old files that are already joined or pointed; the font joins and points them itself.
  const letters = text.toWellFormed().replace(/[\ufb1d-\ufdfb\ufe70-\ufefc]/gu, (form) => form.normalize("NFKC"));
  return letters.normalize("NFC").replace(/\s+/gu, " ").replace(UNSEEN, "").trim();
}

export const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Ask for a form of the character before them, which is drawn in the one form there is. */
export const SELECTORS = /[\ufe00-\ufe0f]/gu;

/**
 * Control characters and invisible ones, but for the joiners that Arabic and Indic letters need.
 * The order of writing directions is ours to decide, so the marks that override it go too.
 */
const UNSEEN =
  /\p{Cc}|\u00ad|\u034f|\u061c|\u115f|\u1160|\u17b4|\u17b5|[\u180b-\u180f]|\u200b|\u200e|\u200f|[\u202a-\u202e]|[\u2060-\u206f]|\u3164|\ufe0e|\ufeff|\uffa0|[\ufff0-\ufffb]|[\u{1d173}-\u{1d17a}]|[\u{e0000}-\u{e0fff}]/gu;
