/**
 * Which characters each glyph stands for, so that they read back in the order of the text. Shaping moves vowel signs,
 * joins letters and takes them apart; where it did, the characters are dealt out anew from both ends inwards.
 */
export function textsOf(
  glyphs: readonly Shaped[],
  characters: readonly string[],
  rightToLeft: boolean,
): readonly string[] {
  const parts = rightToLeft ? glyphs.toReversed() : glyphs;
  const texts = new Array<string>(parts.length).fill("");
  let first = 0;
  let from = 0;
  while (first < parts.length && matches(parts[first]?.given, characters, from)) {
    texts[first] = parts[first]?.given ?? "";
    from += [...(texts[first] ?? "")].length;
    first += 1;
  }
  let last = parts.length;
  let to = characters.length;
  while (last > first) {
    const given = parts[last - 1]?.given ?? "";
    const { length } = [...given];
    if (to - length < from || !matches(given, characters, to - length)) break;
    to -= length;
    last -= 1;
    texts[last] = given;
  }
  const places = parts.flatMap(({ wide }, index) => (index >= first && index < last ? [{ wide, index }] : []));
  for (const [index, dealt] of deal(characters.slice(from, to), places)) texts[index] = dealt;
  if (from < to && places.length === 0) {
    const index = Math.max(0, first - 1);
    texts[index] = `${texts[index] ?? ""}${characters.slice(from, to).join("")}`;
  }
  return rightToLeft ? texts.reverse() : texts;
}

interface Shaped {
  /** The characters it stands for by itself. */
  readonly given: string;
  /** Takes room on the line. */
  readonly wide: boolean;
}

/**
 * Every glyph that takes room gets a letter with its marks if there are enough of them, for room without a letter reads as
 * a blank; else the characters go round one by one. The last gets the rest.
 */
function deal(characters: readonly string[], places: readonly { readonly wide: boolean; readonly index: number }[]) {
  const letters: string[] = [];
  for (const character of characters) {
    if (isMark(character) && letters.length > 0) letters.push(`${letters.pop()}${character}`);
    else letters.push(character);
  }
  const wide = places.filter((place) => place.wide);
  const enough = wide.length > 0 && letters.length >= wide.length;
  const [portions, takers] = enough ? [letters, wide] : [characters, places];
  return takers.map(({ index }, nth): readonly [number, string] => {
    const end = nth === takers.length - 1 ? portions.length : nth + 1;
    return [index, portions.slice(nth, end).join("")];
  });
}

function matches(given: string | undefined, characters: readonly string[], at: number): boolean {
  if (!given) return false;
  return [...given].every((character, index) => characters[at + index] === character);
}

/** A sign that stands on, under or in the letter before it. */
export function isMark(character: string): boolean {
  return /\p{Mn}/u.test(character);
}
