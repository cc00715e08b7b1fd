import { decoded } from "./docx-blocks.ts";
import { headingOf } from "./headings.ts";
import { type Line, type Lines, tidy, withoutBullet } from "./line.ts";

/** mammoth's HTML as lines. Tables are read by what they are used for: rows of facts, or a page cut into columns. */
export function docxLines(html: string): Omit<Lines, "hiddenText"> {
  const links = [...html.matchAll(/<a href="([^"]+)"/g)].flatMap(([, url]) =>
    url && /^(?:https?|mailto):/i.test(url) ? [{ url: decoded(url) }] : [],
  );
  const root: Block = { kind: "cell", children: [] };
  const open: Block[] = [root];
  let text: { value: string; heading: boolean; bullet: boolean } | undefined;

  const parent = (): Block => open.at(-1) ?? root;
  const finish = (): void => {
    if (text) parent().children.push(...linesOf(text));
    text = undefined;
  };
  for (const [token, close, name] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)[^>]*>|[^<]+/g)) {
    if (!name) {
      text ??= { value: "", heading: false, bullet: false };
      text.value += decoded(token);
    } else if (/^(?:p|h[1-6]|li)$/.test(name)) {
      const bullet = text?.bullet === true && text.value === "" && name === "p";
      finish();
      if (!close) text = { value: "", heading: name.startsWith("h"), bullet: bullet || name === "li" };
    } else if (name === "br" && text) text.value += "\n";
    else if (/^(?:table|tr|td|th)$/.test(name)) {
      finish();
      if (!close) {
        const block: Block = { kind: name === "table" ? "table" : name === "tr" ? "row" : "cell", children: [] };
        parent().children.push(block);
        open.push(block);
      } else if (open.length > 1) open.pop();
    }
  }
  finish();
  return { lines: flattened(root), links, inColumns: hasColumns(root) };
}

interface Block {
  readonly kind: "table" | "row" | "cell";
  readonly children: (Block | Line)[];
}

function linesOf({ value, heading, bullet }: { value: string; heading: boolean; bullet: boolean }): Line[] {
  return value.split("\n").flatMap((raw) => {
    const cells = raw
      .split(/\t+| {4,}/)
      .map(tidy)
      .filter(Boolean);
    if (cells.length === 0) return [];
    const first = withoutBullet(cells[0] ?? "");
    const own = [first.text, ...cells.slice(1)];
    return [
      { text: own.join("\t"), cells: own, bullet: bullet || first.bullet, size: 0, indent: 0, heading, apart: false },
    ];
  });
}

function flattened(block: Block | Line): Line[] {
  if (!("kind" in block)) return [block];
  if (block.kind === "row") return rowLines(block.children.map(flattened).filter((cell) => cell.length > 0));
  if (block.kind === "table") return tableLines(block);
  return block.children.flatMap(flattened);
}

function hasColumns(block: Block | Line): boolean {
  if (!("kind" in block)) return false;
  return (block.kind === "table" && isPage(cellsOf(block))) || block.children.some(hasColumns);
}

function cellsOf(table: Block): Line[][][] {
  return rowsOf(table).map((row) => row.children.map(flattened));
}

function rowsOf(table: Block): Block[] {
  return table.children.filter((child): child is Block => "kind" in child);
}

/** One row with long cells, each with headings of its own, is a page in columns. */
function isPage(cells: readonly Line[][][]): boolean {
  const columns = Math.max(0, ...cells.map((row) => row.length));
  const headed = (column: number): boolean =>
    cells.some((row) =>
      (row[column] ?? []).some((line, index) => headingOf(line.text) && (row[column]?.length ?? 0) > index + 1),
    );
  return columns === 2 && headed(0) && headed(1);
}

function tableLines(table: Block): Line[] {
  const cells = cellsOf(table);
  if (isPage(cells)) {
    // The name stands above the first heading, whichever column that is in.
    const texts = [0, 1].map((column) => cells.flatMap((row) => row[column] ?? []));
    const heads = texts.map((lines) => lines.findIndex((line) => headingOf(line.text)));
    return [
      ...texts.flatMap((lines, index) => lines.slice(0, heads[index])),
      ...texts.flatMap((lines, index) => lines.slice(heads[index])),
    ];
  }
  return cells.flatMap((row) => rowLines(row.filter((cell) => cell.length > 0)));
}

function rowLines(cells: Line[][]): Line[] {
  const [first = [], ...others] = cells;
  if (others.length === 0) return first;
  if (cells.some((cell) => cell.length > 6 && cell.some(({ text }) => headingOf(text)))) return cells.flat();
  // "EXPERIENCE" in a cell of its own, all its entries in the next.
  if (first.length === 1 && first[0] && headingOf(first[0].text) && others.flat().length > 1)
    return [{ ...first[0], heading: true }, ...others.flat()];
  // Title and employer at the left, dates and town at the right: side by side as they are seen.
  const rest = others.flat();
  const depth = Math.max(...cells.map(({ length }) => length));
  const even =
    cells.length === 2 && first.length <= 3 && rest.length <= 3 && !cells.flat().some(({ bullet }) => bullet);
  if (even || depth === 1) {
    return Array.from({ length: depth }, (_, index) => beside(cells.flatMap((cell) => cell[index] ?? [])));
  }
  const [top, ...below] = rest;
  if (first.length <= 2 && top) return [beside([...first, top]), ...below];
  return cells.flat();
}

function beside(lines: readonly Line[]): Line {
  const cells = lines.flatMap((line) => line.cells);
  return {
    text: cells.join("\t"),
    cells,
    bullet: lines[0]?.bullet ?? false,
    size: 0,
    indent: 0,
    heading: lines[0]?.heading ?? false,
    apart: false,
  };
}
