import { type Face, facesFor } from "./fonts.ts";
import { graphemes, REPLACEMENT, SELECTORS, tidy } from "./tidying.ts";

/** A line as it is drawn: composed, without control characters, and with a replacement for what no font has. */
export function clean(text: string, language: string, replaced: Set<string>): string {
  const line = tidy(text);
  if (/^[\x20-\x7e]*$/.test(line)) return line;
  const faces = facesFor("sans", "regular", language);
  let drawn = "";
  for (const { segment } of graphemes.segment(line)) drawn += drawable(segment, faces, replaced);
  return drawn.replace(SELECTORS, "");
}

function drawable(cluster: string, faces: readonly Face[], replaced: Set<string>): string {
  const covered = (character: string) =>
    JOINERS.test(character) || faces.some((face) => face.has(character.codePointAt(0) ?? 0));
  const characters = [...cluster];
  if (characters.every(covered) && !isEmoji(cluster)) return cluster;
  if (isEmoji(cluster)) {
    replaced.add(cluster);
    return REPLACEMENT;
  }
  return characters
    .map((character) => {
      if (covered(character)) return character;
      replaced.add(character);
      return REPLACEMENT;
    })
    .join("");
}

const JOINERS = /^(?:\u200c|\u200d|[\ufe00-\ufe0f])$/u;

function isEmoji(cluster: string): boolean {
  return /\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f|\u20e3|\p{Regional_Indicator}/u.test(cluster);
}
