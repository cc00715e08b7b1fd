import { expect, it } from "vitest";
import type { Block } from "#src/documents/paper/blocks.ts";
import { type Part, paginate, type SetBlock } from "#src/documents/paper/paging.ts";

const HEIGHT = 400;

it("ends no page with a heading, and starts none with a torn bullet that fits a page", () => {
  for (let filler = 0; filler <= 40; filler += 1) {
    const pages = paginate(
      [
        ...many(filler, () => set("LI", 1)),
        set("H2", 1, true),
        set("H3", 1, true),
        set("LI", 5),
        ...many(30, () => set("LI", 3)),
      ],
      HEIGHT,
    );
    expect(heights(pages).every((height) => height <= HEIGHT)).toBe(true);
    for (const page of pages) {
      expect(page.at(-1)?.set.block.holdsNext).not.toBe(true);
      expect(page.every(({ set, from, to }) => from === 0 && to === set.lines.length)).toBe(true);
    }
  }
});

it("tears a paragraph only so that two lines at least stand on each side", () => {
  for (let filler = 0; filler <= 45; filler += 1) {
    const pages = paginate([...many(filler, () => set("LI", 1)), set("P", 9)], HEIGHT);
    const parts = pages.flat().filter(({ set }) => set.block.role === "P");
    expect(parts.reduce((sum, { from, to }) => sum + to - from, 0)).toBe(9);
    expect(parts.every(({ from, to }) => to - from >= 2)).toBe(true);
  }
});

it("tears a bullet that is higher than a page, and loses no line", () => {
  const pages = paginate([set("H2", 1, true), set("LI", 200), set("LI", 1)], HEIGHT);
  expect(pages.flat().reduce((sum, { from, to }) => sum + to - from, 0)).toBe(202);
  expect(pages[0]?.length).toBe(2);
  expect(heights(pages).every((height) => height <= HEIGHT)).toBe(true);
});

it("ends even if headings that hold on to each other fill more than a page", () => {
  const pages = paginate(
    many(100, () => set("H3", 1, true)),
    HEIGHT,
  );
  expect(pages.flat()).toHaveLength(100);
});

function set(role: Block["role"], lines: number, holdsNext = false): SetBlock {
  const block: Block = { role, spans: [], size: 8, colour: "#000000", before: 3, holdsNext };
  return { block, lines: many(lines, () => ({ atoms: [], width: 0 })), leading: 10, after: 0 };
}

function many<T>(count: number, make: () => T): T[] {
  return Array.from({ length: count }, make);
}

function heights(pages: readonly (readonly Part[])[]): number[] {
  return pages.map((page) => Math.max(...page.map(({ set, from, to, top }) => top + (to - from) * set.leading)));
}
