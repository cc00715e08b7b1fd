import type { Block } from "./blocks.ts";
import { breakLines, type Line, type Setting, type Span } from "./breaking.ts";
import { clean } from "./cleaning.ts";
import { textIn } from "./facts.ts";
import { letterBlocks } from "./letter-blocks.ts";
import { type Part, paginate, type SetBlock } from "./paging.ts";
import type { LetterRequest, Paper, ResumeRequest } from "./request.ts";
import { resumeBlocks } from "./resume-blocks.ts";
import { placeRuns, type Run } from "./runs.ts";
import { guessLanguage, isRightToLeft } from "./script.ts";
import { Sheet } from "./sheet.ts";
import { PAGE_SIZES, STYLES, type Style } from "./templates.ts";

/** Draws a resume. Must run where a few hundred milliseconds hurt nobody: in the worker. */
export function composeResume(request: ResumeRequest): Promise<Paper> {
  const { contact } = request.document;
  const language = request.language ?? guessLanguage(textIn(request.document));
  const style = STYLES[request.template];
  return compose(resumeBlocks(request.document, style, language), {
    ...request,
    language,
    style,
    name: contact.name,
    headline: contact.headline,
  });
}

export function composeLetter(request: LetterRequest): Promise<Paper> {
  const { letter } = request;
  const language = request.language ?? guessLanguage(letter.paragraphs.join(" "));
  const style = STYLES[request.template];
  return compose(letterBlocks(letter, style, language), {
    ...request,
    language,
    style,
    name: letter.sender.name,
    headline: letter.recipient.company,
  });
}

interface Plan {
  readonly style: Style;
  readonly paper: ResumeRequest["paper"];
  readonly language: string;
  readonly createdAt: Date;
  readonly name: string | undefined;
  readonly headline: string | undefined;
}

async function compose(blocks: readonly Block[], plan: Plan): Promise<Paper> {
  const { style, language } = plan;
  const replaced = new Set<string>();
  const setting = { family: style.family, language, rightToLeft: isRightToLeft(language) };
  const [width, height] = PAGE_SIZES[plan.paper];
  const measure = width - 2 * style.margin.side;
  const cleaned = blocks.map((block) => cleanBlock(block, language, replaced)).filter(({ spans }) => spans.length > 0);
  const sets = cleaned.map((block) => setBlock(block, { ...setting, size: block.size }, { measure, style }));
  const pages = paginate(sets, height - style.margin.top - style.margin.bottom);
  const title = [plan.name, plan.headline].filter((text) => text).map((text) => clean(text ?? "", language, replaced));
  const sheet = new Sheet({
    size: [width, height],
    title: title.join(" – ") || "Greenroom",
    author: title[0] ?? "",
    language,
    createdAt: plan.createdAt,
  });
  drawPages(sheet, pages, { style, setting, width, height, measure });
  return { pdf: await sheet.end(), pages: Math.max(1, pages.length), replaced: [...replaced] };
}

function cleanBlock(block: Block, language: string, replaced: Set<string>): Block {
  const cleanSpans = (spans: readonly Span[]) => {
    const drawn = spans.map((span) => {
      const text = clean(span.text, language, replaced);
      // What joins spans is a blank at an end, which cleaning takes away.
      const before = /^\s/.test(span.text) ? " " : "";
      const after = text && /\s$/.test(span.text) ? " " : "";
      return { ...span, text: `${before}${text}${after}` };
    });
    return drawn.every(({ text }) => text.trim() === "") ? [] : drawn.filter(({ text }) => text !== "");
  };
  return { ...block, spans: cleanSpans(block.spans) };
}

function setBlock(block: Block, setting: Setting, { measure, style }: { measure: number; style: Style }): SetBlock {
  const lines = breakLines(block.spans, setting, measure - (block.indent ?? 0));
  return { block, lines, leading: block.size * (block.leading ?? style.leading), after: block.ruled ? 3 : 0 };
}

interface Frame {
  readonly style: Style;
  readonly setting: Omit<Setting, "size">;
  readonly width: number;
  readonly height: number;
  readonly measure: number;
}

function drawPages(sheet: Sheet, pages: readonly (readonly Part[])[], frame: Frame): void {
  const elements = new Map<SetBlock, ReturnType<Sheet["element"]>>();
  for (const [index, parts] of (pages.length > 0 ? pages : [[]]).entries()) {
    sheet.addPage();
    for (const part of parts) {
      const element = elements.get(part.set) ?? sheet.element(part.set.block.role);
      elements.set(part.set, element);
      drawPart(sheet, part, { ...frame, element });
    }
    if (pages.length > 1) drawNumber(sheet, `${index + 1} / ${pages.length}`, frame);
  }
}

function drawPart(
  sheet: Sheet,
  { set, from, to, top }: Part,
  frame: Frame & { element: ReturnType<Sheet["element"]> },
): void {
  const { style, measure, setting, element } = frame;
  const { block, leading } = set;
  const { rightToLeft } = setting;
  const left = style.margin.side;
  const look = { size: block.size, colour: block.colour };
  const baseline = (line: number) => style.margin.top + top + (line - from) * leading + leading / 2 + block.size * 0.36;
  let body = element;
  if (block.role === "LI") {
    if (from === 0) {
      const x = rightToLeft ? left + measure - 3.4 : left + 3.4;
      sheet.artifact(() => sheet.dot(x, baseline(0) - block.size * 0.34, block.size * 0.15, style.ink.text));
    }
    body = sheet.child(element, "LBody");
  }
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
      element: body,
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
  const [line] = breakLines([{ text }], { ...setting, rightToLeft: false, size }, width);
  if (!line) return;
  const runs = placeRuns(line, (width - line.width) / 2);
  sheet.artifact(
    () => sheet.glyphs(runs, height - style.margin.bottom / 2, { size, colour: style.ink.quiet }),
    "Pagination",
  );
}
