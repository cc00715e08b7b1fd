import { breakLines, type Line, type Setting } from "./breaking.ts";
import { facesFor } from "./fonts.ts";
import { swayingRun } from "./page-direction.ts";
import type { Part, SetBlock } from "./paging.ts";
import { placeRuns, type Run } from "./runs.ts";
import type { Sheet } from "./sheet.ts";
import type { Style } from "./templates.ts";

/** A page, and how everything on it is set. */
interface Frame {
  readonly style: Style;
  readonly setting: Omit<Setting, "size">;
  readonly width: number;
  readonly height: number;
  readonly measure: number;
}

/** Draws what stands on each page, and at least one page. */
export function drawPages(sheet: Sheet, pages: readonly (readonly Part[])[], frame: Frame): void {
  const elements = new Map<SetBlock, Element>();
  for (const [index, parts] of (pages.length > 0 ? pages : [[]]).entries()) {
    sheet.addPage();
    for (const part of parts) {
      const element = elements.get(part.set) ?? newElement(sheet, part, frame);
      elements.set(part.set, element);
      drawPart(sheet, part, { ...frame, element });
    }
    if (pages.length > 1) drawNumber(sheet, `${index + 1} / ${pages.length}`, frame);
    drawSway(sheet, parts, frame);
  }
}

type Element = ReturnType<Sheet["element"]>;

/** What the lines of a block go into: of a list item, which begins with its bullet, the body. */
function newElement(sheet: Sheet, { set: { block, leading }, top }: Part, { style, measure, setting }: Frame): Element {
  const element = sheet.element(block.role);
  if (block.role !== "LI") return element;
  const x = style.margin.side + (setting.rightToLeft ? measure - 3.4 : 3.4);
  const y = style.margin.top + top + leading / 2 + block.size * 0.02;
  const draw = () => sheet.dot(x, y, block.size * 0.15, style.ink.text);
  sheet.mark(sheet.child(element, "Lbl", "•"), "Lbl", draw);
  return sheet.child(element, "LBody");
}

function drawPart(sheet: Sheet, { set, from, to, top }: Part, frame: Frame & { element: Element }): void {
  const { style, measure, setting, element } = frame;
  const { block, leading } = set;
  const { rightToLeft } = setting;
  const left = style.margin.side;
  const look = { size: block.size, colour: block.colour };
  const baseline = (line: number) => style.margin.top + top + (line - from) * leading + leading / 2 + block.size * 0.36;
  for (let index = from; index < to; index += 1) {
    const line = set.lines[index];
    if (!line) continue;
    const indent = block.indent ?? 0;
    const start = rightToLeft ? left + measure - indent - line.width : left + indent;
    const x = block.centred ? left + (measure - line.width) / 2 : start;
    drawLine(sheet, {
      line,
      x,
      y: baseline(index),
      look,
      element,
      role: block.role === "LI" ? "LBody" : block.role,
    });
  }
  if (block.ruled && to === set.lines.length) {
    const y = style.margin.top + top + (to - from) * leading + 1.5;
    sheet.artifact(() => sheet.rule(left, y, measure, style.ink.rule));
  }
}

/** In reading order, those of a link as a link of its own. */
function drawLine(
  sheet: Sheet,
  {
    line,
    x,
    y,
    look,
    element,
    role,
  }: {
    line: Line;
    x: number;
    y: number;
    look: { size: number; colour: string };
    element: ReturnType<Sheet["element"]>;
    role: string;
  },
): void {
  for (const { link, runs } of linkGroups(placeRuns(line, x))) {
    if (!link) {
      sheet.mark(element, role, () => sheet.glyphs(runs, y, look));
      continue;
    }
    const from = Math.min(...runs.map((run) => run.x));
    const to = Math.max(...runs.map((run) => run.x + run.atom.width));
    const own = sheet.child(element, "Link");
    sheet.mark(own, "Link", () => sheet.glyphs(runs, y, look));
    sheet.link({ x: from, y: y - look.size, width: to - from, height: look.size * 1.3 }, link, own);
    own.end();
  }
}

function linkGroups(runs: readonly Run[]) {
  const groups: { readonly link: string | undefined; readonly runs: Run[] }[] = [];
  for (const run of runs) {
    const { link } = run.atom.span;
    const last = groups.at(-1);
    if (last && last.link === link) last.runs.push(run);
    else groups.push({ link, runs: [run] });
  }
  return groups;
}

function drawNumber(sheet: Sheet, text: string, { style, setting, width, height }: Frame): void {
  const size = style.size - 1.4;
  const [line] = breakLines([{ text }], { ...setting, rightToLeft: false, pageRightToLeft: false, size }, width);
  if (!line) return;
  const runs = placeRuns(line, (width - line.width) / 2);
  sheet.artifact(
    () => sheet.glyphs(runs, height - style.margin.bottom / 2, { size, colour: style.ink.quiet }),
    "Pagination",
  );
}

/** Unseen, under the text. */
function drawSway(sheet: Sheet, parts: readonly Part[], { style, setting, height }: Frame): void {
  const lines = parts.flatMap(({ set, from, to }) => set.lines.slice(from, to));
  const [face] = facesFor(setting.family, "regular", setting.language);
  const run = face && swayingRun(lines, { face, rightToLeft: setting.rightToLeft, x: style.margin.side });
  if (run)
    sheet.artifact(() => sheet.glyphs([run], height - style.margin.bottom / 2, { size: 1, colour: style.ink.text }));
}
