import type { ResumeDocument } from "#src/documents/resume-document.ts";
import { type ImprovableSection, linesOf, passageOf, type ResumeLine, sectionsOf } from "./lines.ts";

/** A line as its row tells of it. */
export interface LineRow {
  readonly position: number;
  readonly context: string;
  readonly before: string;
  readonly state: string;
  readonly final: string | null;
}

export interface Going {
  readonly section: ImprovableSection | undefined;
  /** In the order of their positions, which for lines with the same words is the order of the resume. */
  readonly lines: readonly LineRow[];
}

/**
 * Where this text of a line stands in the resume as it is now, undefined when it does not. Of several lines with the same
 * words under the same job it is the one with as many of them above it as this going-through knows of.
 */
export function placeOf(
  document: ResumeDocument,
  { section, lines }: Going,
  row: LineRow,
  text: string,
): ResumeLine | undefined {
  const twins = linesOf(document, sectionsOf(section)).filter(
    (line) => line.context === row.context && line.text === text,
  );
  const above = lines.filter(
    (other) => other.position < row.position && other.context === row.context && standingText(other) === text,
  );
  return twins[above.length] ?? (section === "summary" && twins.length === 0 ? passageOf(document, text) : undefined);
}

/** The resume without what was changed in this going-through. */
export function undone(document: ResumeDocument, going: Going): ResumeDocument {
  let before = document;
  // From the last to the first: the rows above one tell which of several same lines it is.
  for (const row of going.lines.toReversed()) {
    const final = changedText(row);
    if (final !== undefined) before = placeOf(before, going, row, final)?.replaced(row.before) ?? before;
  }
  return before;
}

/** What a decision put into the place of the line. */
export function changedText({ state, final }: LineRow): string | undefined {
  return state === "accepted" || state === "edited" ? (final ?? undefined) : undefined;
}

function standingText(row: LineRow): string | undefined {
  return row.state === "gone" ? undefined : (changedText(row) ?? row.before);
}
