import { columnsOf, standSideBySide } from "./columns.ts";
import { DATE_IN_TEXT } from "./dates.ts";
import { type Line, type Lines, tidy, withoutBullet } from "./line.ts";

export interface PdfText {
  readonly text: string;
  readonly x: number;
  /** Of the line on which it stands, from the page's top. */
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly upright: boolean;
  readonly rightToLeft: boolean;
}

export interface PdfPage {
  readonly width: number;
  readonly height: number;
  readonly texts: readonly PdfText[];
}

/** Letters on one base line without a wide space between them. */
export interface Segment {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
}

/** Lines in reading order: page by page, column by column, without running headers, footers and page numbers. */
export function pdfLines(pages: readonly PdfPage[]): Omit<Lines, "links"> {
  const rightToLeft = writtenRightToLeft(pages);
  const seen = pages.map((page) => ({ ...page, texts: page.texts.filter((text) => visible(text, page)) }));
  const hiddenText = pages.some((page, index) => letters(page.texts) > letters(seen[index]?.texts ?? []) + 20);
  const pieces = withoutRunning(
    seen.map((page) => segments(page, rightToLeft)),
    seen,
  );
  const columns = columnsOf(pieces);
  return { lines: columns.flatMap(linesOf), hiddenText, inColumns: standSideBySide(columns) };
}

function visible({ text, x, y, size, upright }: PdfText, { width, height }: PdfPage): boolean {
  return upright && text.trim() !== "" && size >= 2 && x > -20 && x < width + 20 && y > -20 && y < height + 20;
}

const letters = (texts: readonly PdfText[]): number => texts.reduce((sum, { text }) => sum + text.trim().length, 0);

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/g;

function writtenRightToLeft(pages: readonly PdfPage[]): boolean {
  const text = pages.flatMap(({ texts }) => texts.map((item) => item.text)).join("");
  return (text.match(RIGHT_TO_LEFT)?.length ?? 0) > (text.match(/\p{L}/gu)?.length ?? 0) / 5;
}

/** Right-to-left pages are mirrored, so that everything after this reads from the left. */
function segments(page: PdfPage, rightToLeft: boolean): Segment[] {
  const texts = page.texts.map((item) => ({ ...item, left: rightToLeft ? page.width - item.x - item.width : item.x }));
  const rows: (typeof texts)[] = [];
  for (const item of texts.sort((a, b) => a.y - b.y)) {
    const row = rows.findLast(
      (other) => Math.abs((other[0]?.y ?? 0) - item.y) < 0.35 * Math.min(item.size, other[0]?.size ?? 0),
    );
    if (row) row.push(item);
    else rows.push([item]);
  }
  return rows.flatMap((row) => {
    const ordered = row.sort((a, b) => a.left - b.left);
    return joined(rightToLeft ? turned(ordered) : ordered);
  });
}

/** Letters and figures, and the marks inside addresses, which a font of another script may have drawn. */
const PLAIN = /[\p{L}\p{N}]|^[.@_+:/-]+$/u;

/** In a mirrored line, neighbours that run from left to right stand in the wrong order among themselves. */
function turned<Item extends { text: string; left: number; width: number; size: number }>(
  row: readonly Item[],
): Item[] {
  const out: Item[] = [];
  for (const item of row) {
    const before = out.at(-1);
    const near = before && item.left - before.left - before.width < item.size * 0.6;
    const plain = !item.text.match(RIGHT_TO_LEFT) && PLAIN.test(item.text);
    const plainBefore = before && !before.text.match(RIGHT_TO_LEFT) && PLAIN.test(before.text);
    if (near && plain && plainBefore) {
      out[out.length - 1] = {
        ...item,
        text: `${item.text}${item.left - before.left - before.width > item.size * 0.1 ? " " : ""}${before.text}`,
        left: before.left,
        width: item.left + item.width - before.left,
      };
    } else out.push(item);
  }
  return out;
}

function joined(row: readonly { text: string; left: number; width: number; y: number; size: number }[]): Segment[] {
  const out: Segment[] = [];
  for (const { text, left, width, y, size } of row) {
    const before = out.at(-1);
    const space = before ? left - before.right : 0;
    if (before && space < Math.max(size, before.size) * 1.1) {
      // The same letters a hair to the side are a poor man's bold type.
      if (before.text.endsWith(text) && left < before.right - width * 0.8) continue;
      const gap = space > Math.max(size, before.size) * 0.12 ? " " : "";
      out[out.length - 1] = {
        ...before,
        text: before.text + gap + text,
        right: Math.max(before.right, left + width),
        size: Math.max(before.size, size),
      };
    } else out.push({ text, left, right: left + width, y, size });
  }
  return out.map((segment) => ({ ...segment, text: tidy(segment.text) })).filter(({ text }) => text !== "");
}

const PAGE_NUMBER =
  /^(?:(?:page|seite|página|pagina|strona|стр\.?|страница|σελίδα|sayfa|trang|पृष्ठ|صفحة|עמוד|第)\s*)?[-–(]?\s*\d{1,2}\s*[-–)]?(?:\s*(?:\/|of|von|sur|de|di|z|из|από|מתוך|من|页|頁|ページ|共)\s*\d{0,2}\s*(?:页|頁|ページ)?)?$/iu;

/** What stands at the top or the foot of several pages is kept once, where it first stands; page numbers never. */
function withoutRunning(pages: readonly Segment[][], sizes: readonly PdfPage[]): Segment[][] {
  const edge = ({ y }: Segment, page: number): boolean => {
    const height = sizes[page]?.height ?? 0;
    return y < height * 0.1 || y > height * 0.9;
  };
  const key = ({ text }: Segment): string => text.replace(/\d+/g, "#").toLowerCase();
  const counts = new Map<string, number>();
  pages.forEach((page, index) => {
    for (const name of new Set(page.filter((piece) => edge(piece, index)).map(key)))
      counts.set(name, (counts.get(name) ?? 0) + 1);
  });
  const kept = new Set<string>();
  return pages.map((page, index) =>
    page.filter((piece) => {
      if (!edge(piece, index)) return true;
      if (PAGE_NUMBER.test(piece.text)) return false;
      const name = key(piece);
      if ((counts.get(name) ?? 0) < 2) return true;
      if (kept.has(name)) return false;
      kept.add(name);
      return true;
    }),
  );
}

/** A column's pieces, in reading order, as lines; wrapped lines are joined again. */
function linesOf(column: readonly Segment[]): Line[] {
  const rows = rowsOf(column);
  const left = Math.min(...rows.map((row) => row.left));
  const right = Math.max(...rows.map((row) => row.right));
  const out: (Line & { end: number; y: number; last: number; textLeft: number })[] = [];
  for (const [index, row] of rows.entries()) {
    const first = withoutBullet(row.cells[0] ?? "");
    const lone = row.cells.length > 1 && isBulletAlone(row.cells[0] ?? "");
    const cells = lone ? row.cells.slice(1) : [first.text, ...row.cells.slice(1)];
    const bullet = lone || first.bullet;
    const textLeft =
      bullet && row.lefts[1] !== undefined && lone ? row.lefts[1] : row.left + (bullet ? row.size * 0.6 : 0);
    const before = out.at(-1);
    const step = before ? row.y - before.last : Number.POSITIVE_INFINITY;
    if (before && !bullet && isWrappedTitle(before, row, rows[index + 1]) && step < row.size * 1.75) {
      const [title = "", ...aside] = before.cells;
      const cells = [`${title} ${row.cells[0] ?? ""}`, ...aside];
      out[out.length - 1] = { ...before, text: cells.join("\t"), cells, last: row.y };
      continue;
    }
    if (before && !bullet && continues(before, { ...row, step, edge: right })) {
      const glue =
        /\p{L}-$/u.test(before.text) && /^\p{Ll}/u.test(row.cells[0] ?? "") ? "" : CJK_END.test(before.text) ? "" : " ";
      const text = before.text + glue + row.cells.join(" ");
      out[out.length - 1] = { ...before, text, cells: [text], end: row.right, last: row.y };
      continue;
    }
    out.push({
      text: cells.join("\t"),
      cells,
      bullet,
      size: row.size,
      indent: row.left - left,
      heading: false,
      apart: step > row.size * 1.75,
      end: row.right,
      y: row.y,
      last: row.y,
      textLeft,
    });
  }
  return out.map(({ text, cells, bullet, size, indent, heading, apart }) => ({
    text,
    cells,
    bullet,
    size,
    indent,
    heading,
    apart,
  }));
}

const CJK_END = /[\u3000-\u9fff\uff00-\uffef]$/;
const isBulletAlone = (text: string): boolean =>
  text.length <= 2 && /^[•●○◦▪▫■□◆◇♦❖➢➤►▶‣⁃∙·✓✔★✦–—*»›o\uf000-\uf0ff-]$/u.test(text);

interface Row {
  readonly cells: string[];
  readonly lefts: number[];
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
}

function rowsOf(column: readonly Segment[]): Row[] {
  const rows: Row[] = [];
  for (const piece of column) {
    const row = rows.at(-1);
    if (row && Math.abs(row.y - piece.y) < 0.35 * Math.min(piece.size, row.size) && piece.left >= row.right - 1) {
      row.cells.push(piece.text);
      row.lefts.push(piece.left);
      rows[rows.length - 1] = { ...row, right: piece.right, size: Math.max(row.size, piece.size) };
    } else {
      rows.push({
        cells: [piece.text],
        lefts: [piece.left],
        left: piece.left,
        right: piece.right,
        y: piece.y,
        size: piece.size,
      });
    }
  }
  return rows;
}

/** A title that is too long for its place beside the dates goes on below, in the letters that it began in. */
function isWrappedTitle(before: Line, row: Row, next: Row | undefined): boolean {
  if (before.cells.length !== 2 || before.bullet || row.cells.length !== 1 || !DATE_IN_TEXT.test(before.cells[1] ?? ""))
    return false;
  const alike = Math.abs(before.size - row.size) < 0.2;
  return (
    alike &&
    next !== undefined &&
    next.cells.length === 1 &&
    Math.abs(next.size - row.size) > 0.3 &&
    next.size < row.size
  );
}

/** Under a bullet, its text goes on where it began. Elsewhere a line goes on if the next word would not have fitted. */
function continues(
  before: Line & { end: number; textLeft: number },
  next: Row & { step: number; edge: number },
): boolean {
  if (next.cells.length > 1 || before.cells.length > 1) return false;
  if (next.step <= 0 || next.step > next.size * 1.75 || Math.abs(before.size - next.size) > 0.6) return false;
  if (Math.abs(next.left - before.textLeft) > (before.bullet ? next.size * 0.9 : 2)) return false;
  const text = next.cells[0] ?? "";
  if (!before.bullet && before.indent > 0 && /[.!?]$/.test(before.text) && /^\p{Lu}/u.test(text)) return false;
  const perLetter = (next.right - next.left) / Math.max(1, text.length);
  const word = CJK_END.test(before.text) ? 1.5 : (text.split(" ")[0] ?? "").length + 1;
  const full = before.end + word * perLetter > next.edge - 4;
  return full && (before.bullet || before.text.length > 40 || CJK_END.test(before.text));
}
