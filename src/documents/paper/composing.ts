import type { Block } from "./blocks.ts";
import { breakLines, type Setting, type Span } from "./breaking.ts";
import { clean } from "./cleaning.ts";
import { isTurned } from "./directions.ts";
import { drawPages } from "./drawing.ts";
import { textIn } from "./facts.ts";
import { letterBlocks } from "./letter-blocks.ts";
import { paginate, type SetBlock } from "./paging.ts";
import type { LetterRequest, Paper, ResumeRequest } from "./request.ts";
import { resumeBlocks } from "./resume-blocks.ts";
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
  const rightToLeft = isRightToLeft(language);
  const setting = { family: style.family, language, rightToLeft, pageRightToLeft: rightToLeft };
  const [width, height] = PAGE_SIZES[plan.paper];
  const measure = width - 2 * style.margin.side;
  const cleaned = inLevels(
    blocks.map((block) => cleanBlock(block, language, replaced)).filter(({ spans }) => spans.length > 0),
  );
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

/** Headings begin with H1 and skip no level, also where a resume has no name or a section no title. */
function inLevels(blocks: readonly Block[]): readonly Block[] {
  const lift = blocks.some(({ role }) => role === "H1") ? 0 : 1;
  let last = 0;
  return blocks.map((block) => {
    if (!/^H\d$/.test(block.role)) return block;
    last = Math.min(Number(block.role[1]) - lift, last + 1);
    return { ...block, role: `H${last}` as Block["role"] };
  });
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
  const [only, ...others] = block.spans;
  const turned = only !== undefined && others.length === 0 && isTurned(only.text, setting.pageRightToLeft);
  const own = { ...setting, rightToLeft: setting.pageRightToLeft !== turned };
  const lines = breakLines(block.spans, own, measure - (block.indent ?? 0));
  return { block, lines, leading: block.size * (block.leading ?? style.leading), after: block.ruled ? 3 : 0 };
}
