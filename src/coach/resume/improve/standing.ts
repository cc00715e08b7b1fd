import type { ResumeDocument } from "#src/documents/resume-document.ts";
import { printResume } from "#src/documents/resume-markdown.ts";
import { type SavedResume, scoreContent } from "../resumes.ts";
import type { ImprovementSummary, LineView } from "./improvement.ts";
import { adviseLine, othersThan } from "./lines.ts";
import { changedText, type Going, type LineRow, placeOf, undone } from "./place.ts";

/** A going-through as its rows tell of it. */
export interface Found extends Going {
  readonly id: string;
  readonly userId: string;
  readonly createdAt: Date;
  /** The model's name; undefined where the rules were alone. */
  readonly writer: string | undefined;
  readonly lines: readonly (LineRow & {
    readonly after: string | null;
    readonly question: string | null;
    readonly refused: readonly string[];
  })[];
}

/** A line with what the rules say about it today. */
export function viewOf(found: Found, row: Found["lines"][number], document: ResumeDocument): LineView {
  const { before, after, context, position, question, refused } = row;
  const place = placeOf(document, found, row, before);
  // Without its place nothing is known of its dates; whoever decides on it hears that it has gone.
  const about = { section: place?.section ?? found.section ?? "experience", current: place?.current };
  const advice = adviseLine({ ...about, text: before });
  const left = new Set(after === null ? [] : adviseLine({ ...about, text: after }).map(({ code }) => code));
  return {
    state: "open",
    improvement: found.id,
    position,
    total: found.lines.length,
    section: about.section,
    context,
    before,
    after,
    question,
    refused,
    advice,
    mended: after === null ? [] : advice.filter(({ code }) => code !== "language" && !left.has(code)),
    writer: found.writer,
  };
}

export function summaryOf(
  found: Found,
  { document, score: now }: Pick<SavedResume, "document" | "score">,
): ImprovementSummary {
  const changes = found.lines.flatMap((row) => {
    const final = changedText(row);
    return final === undefined ? [] : [{ position: row.position, before: row.before, final }];
  });
  const count = (wanted: string) => found.lines.filter(({ state }) => state === wanted).length;
  return {
    state: "over",
    improvement: found.id,
    changed: changes.map(({ before, final }) => ({ before, final })),
    kept: count("kept"),
    gone: count("gone"),
    open: count("open"),
    score: { before: changes.length > 0 ? scoreContent(printResume(undone(document, found))).score : now, now },
    undo: changes.at(-1)?.position,
    others: othersThan(found.section, document),
  };
}
