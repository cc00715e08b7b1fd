import { levelsOf, meetsOther, withMarks } from "./directions.ts";
import { type Cut, type Face, type Family, facesFor } from "./fonts.ts";
import { breaksIn, lineEnds } from "./line-ends.ts";
import { type Shape, shape } from "./shaping.ts";

/** A piece of text in one look. */
export interface Span {
  readonly text: string;
  readonly cut?: Cut;
  readonly colour?: string;
  /** Checked already: https, mailto or tel. */
  readonly link?: string;
  /** Stays on one line if a line is long enough for it. */
  readonly whole?: boolean;
  /** Stands between two others on one line, never at the end of a line. */
  readonly between?: boolean;
  /** A telephone number or an address, whose parts do not change places among words from right to left. */
  readonly leftToRight?: boolean;
}

export interface Setting {
  readonly family: Family;
  readonly size: number;
  readonly language: string;
  readonly rightToLeft: boolean;
  /** Of the document, which a line of other letters does not always follow. */
  readonly pageRightToLeft: boolean;
}

/** What is drawn in one go: of one face, look and direction, `width` in points. */
export interface Atom {
  readonly face: Face;
  readonly shape: Shape;
  readonly width: number;
  readonly level: number;
  readonly span: Span;
  readonly blank: boolean;
}

export interface Line {
  /** In reading order. */
  readonly atoms: readonly Atom[];
  readonly width: number;
}

/** Breaks a paragraph into lines no wider than `width`; a word that is wider than a line is broken between letters. */
export function breakLines(spans: readonly Span[], setting: Setting, width: number): readonly Line[] {
  const text = spans.map((span) => span.text).join("");
  if (text.trim() === "") return [];
  const found = breaksIn(text);
  const atoms = atomsOf(text, spans, { ...setting, ends: found });
  const ends = lineEnds(text, spans, { found, ems: width / setting.size });
  const lines: Line[] = [];
  let line: Placed[] = [];
  let used = 0;
  let word: Placed[] = [];
  const close = () => {
    lines.push(asLine(line, setting));
    line = [];
    used = 0;
  };
  const put = () => {
    const inked = widthOf(trimmedEnd(word));
    if (line.length > 0 && used + inked > width + SLACK) close();
    if (inked <= width + SLACK) {
      if (line.length > 0 || word.some(({ blank }) => !blank)) line.push(...word);
      used = widthOf(line);
    } else {
      for (const letter of word.flatMap((atom) => lettersOf(atom, setting))) {
        if (line.length > 0 && !letter.blank && used + letter.width > width + SLACK) close();
        line.push(letter);
        used += letter.width;
      }
    }
    word = [];
  };
  for (const atom of atoms) {
    word.push(atom);
    if (ends.has(atom.end)) put();
  }
  put();
  if (line.length > 0) close();
  return lines;
}

// Sums of rounded widths differ in the last digits.
const SLACK = 0.01;

type Placed = Atom & { readonly text: string; readonly end: number };

function asLine(placed: readonly Placed[], setting: Setting): Line {
  const atoms = trimmedEnd(placed).map(({ face, shape, width, level, span, blank }) => ({
    face,
    shape,
    width,
    level,
    span,
    blank,
  }));
  const directions = { base: setting.rightToLeft ? 1 : 0, page: setting.pageRightToLeft ? 1 : 0 } as const;
  return { atoms: meetsOther(atoms, directions.page) ? withMarks(atoms, directions) : atoms, width: widthOf(atoms) };
}

function trimmedEnd<T extends Atom>(atoms: readonly T[]): readonly T[] {
  return atoms.slice(0, atoms.findLastIndex(({ blank, span }) => !blank && !span.between) + 1);
}

function widthOf(atoms: readonly Atom[]): number {
  return atoms.reduce((sum, { width }) => sum + width, 0);
}

/** Cut where the face, the direction or the span changes, at every blank, and where a line may end. */
function atomsOf(
  text: string,
  spans: readonly Span[],
  { ends, ...setting }: Setting & { readonly ends: ReadonlySet<number> },
): Placed[] {
  const levels = levelsOf(spans, setting.rightToLeft);
  const atoms: Placed[] = [];
  let at = 0;
  let face: Face | undefined;
  for (const span of spans) {
    const faces = facesFor(setting.family, span.cut ?? "regular", setting.language);
    const until = at + span.text.length;
    let start = at;
    if (face && !faces.includes(face)) face = undefined;
    const cut = (end: number) => {
      if (end > start && face) atoms.push(placed(text, { start, end, face, span, setting, level: levels[start] ?? 0 }));
      start = end;
    };
    while (at < until) {
      const cluster = clusterAt(text, at, until);
      const blank = cluster === " ";
      const next = blank && face ? face : faceFor(cluster, faces, face);
      if (at > start) {
        const edge = blank || text[at - 1] === " " || next !== face || levels[at] !== levels[start] || ends.has(at);
        if (edge) cut(at);
      }
      face = next;
      at += cluster.length;
    }
    cut(at);
  }
  return atoms;
}

function placed(
  text: string,
  {
    start,
    end,
    face,
    span,
    setting,
    level,
  }: { start: number; end: number; face: Face; span: Span; setting: Setting; level: number },
): Placed {
  const own = text.slice(start, end);
  const shaped = shape(face, own, level % 2 === 1);
  const width = (shaped.width * setting.size) / 1000;
  return { face, shape: shaped, width, level, span, blank: own === " ", text: own, end };
}

function lettersOf(atom: Placed, setting: Setting): Placed[] {
  const letters: Placed[] = [];
  let start = 0;
  while (start < atom.text.length) {
    const end = start + clusterAt(atom.text, start, atom.text.length).length;
    letters.push({ ...placed(atom.text, { ...atom, start, end, setting }), end: atom.end });
    start = end;
  }
  return letters;
}

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

function clusterAt(text: string, at: number, until: number): string {
  // Plain letters need no segmenter, which is slow.
  if (text.charCodeAt(at) < 0x300 && (at + 1 >= until || text.charCodeAt(at + 1) < 0x300)) return text[at] ?? "";
  const window = text.slice(at, Math.min(until, at + 64));
  return graphemes.segment(window).containing(0)?.segment ?? window;
}

/** The face of the letters before goes on where it can, so that a word is not patched together. */
function faceFor(cluster: string, faces: readonly Face[], before: Face | undefined): Face | undefined {
  const whole = (face: Face) =>
    [...cluster].every((one) => /[\u200c\u200d]/u.test(one) || face.has(one.codePointAt(0) ?? 0));
  if (before && /\p{Script=Common}|\p{Script=Inherited}/u.test(cluster) && !/\d/.test(cluster) && whole(before))
    return before;
  return faces.find(whole) ?? faces.find((face) => face.has(cluster.codePointAt(0) ?? 0)) ?? faces[0];
}
