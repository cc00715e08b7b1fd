import type { Database } from "#src/db/client.ts";
import { modelFor } from "../../consent.ts";
import type { Model, Usage } from "../../model.ts";
import type { Resumes, SavedResume } from "../resumes.ts";
import type { Notice, StartedImprovement } from "./improvement.ts";
import { adviseLine, type ImprovableSection, linesOf, othersThan, type ResumeLine, sectionsOf } from "./lines.ts";
import type { Judged } from "./rewrite.ts";
import { type Rewritten, rewriteLines } from "./rewriting.ts";

export interface BeginSettings {
  readonly db: Database;
  readonly resumes: Resumes;
  /** May be missing: then the rules are alone. */
  readonly model: Model | undefined;
  readonly spent: (userId: string, model: string, usage: Usage) => Promise<void>;
  /** Ends what a model is still writing, because the process stops. */
  readonly stopping: AbortSignal;
}

export interface Beginning extends BeginSettings {
  readonly userId: string;
  readonly section: ImprovableSection | undefined;
  readonly progress: (progress: { readonly ready: number; readonly total: number }) => void;
}

type Begun = { readonly kind: "begun"; readonly id: string; readonly notice: Notice };

/** More decisions than these nobody takes in one sitting. */
const MAX_LINES = 20;

/** A model may take this long in all; then the rules are alone with what is left. */
const WRITING_MS = 60_000;

/**
 * Finds the lines that can be better and keeps them as rows, each with what there is to say about it. UserError:
 * resume-none.
 */
export async function beginImprovement(
  beginning: Beginning,
): Promise<Begun | Exclude<StartedImprovement, { kind: "started" }>> {
  const { db, resumes, userId, section } = beginning;
  const saved = await resumes.get(userId);
  const model = await modelFor(db, beginning.model)(userId);
  const lines = linesOf(saved.document, sectionsOf(section));
  const others = othersThan(section, saved.document);
  if (lines.length === 0) return { kind: "no-lines", section, others };
  // A model may find more than rules do; without one there is nothing to say about the others.
  const candidates = model ? lines : weakOf(lines);
  const chosen = await choose(db, userId, candidates);
  const { lines: judged, problem } = model ? await rewrite(chosen, { beginning, saved, model }) : NOBODY_ASKED;
  const rows = chosen.map((line, at) => ({ line, judged: judged[at] }));
  const worth = new Set(rows.filter(isWorthShowing).map(({ line }) => keyOf(line)));
  const shown = rows.filter(({ line }) => worth.has(keyOf(line)));
  if (shown.length === 0) return { kind: "all-fine", lines: lines.length, score: saved.score, others, problem };
  const left = candidates.length - chosen.length;
  const { id } = await db.improvement.create({
    data: {
      userId,
      section: section ?? null,
      writer: model && judged.some((answer) => answer) ? model.name : "rules",
      lines: {
        createMany: {
          data: shown.map(({ line: { context, text }, judged: answer }, position) => ({
            position,
            context,
            before: text,
            after: answer?.after ?? null,
            question: answer?.question ?? null,
            refused: [...(answer?.refused ?? [])],
          })),
        },
      },
    },
    select: { id: true },
  });
  return { kind: "begun", id, notice: { fine: lines.length - left - shown.length, left, problem } };
}

const NOBODY_ASKED: Rewritten = { lines: [], problem: undefined };

interface Asking {
  readonly beginning: Beginning;
  readonly saved: SavedResume;
  readonly model: Model;
}

/** Lines with the same words under the same job are asked for once and get the same answer. */
async function rewrite(chosen: readonly ResumeLine[], { beginning, saved, model }: Asking): Promise<Rewritten> {
  const { db, userId, spent, stopping, progress } = beginning;
  const { targetRole } = await db.user.findUniqueOrThrow({ where: { id: userId }, select: { targetRole: true } });
  const keys = [...new Set(chosen.map(keyOf))];
  const distinct = keys.flatMap((key) => chosen.find((line) => keyOf(line) === key) ?? []);
  const { lines, problem } = await rewriteLines(distinct, {
    model,
    document: saved.document,
    targetRole,
    signal: AbortSignal.any([AbortSignal.timeout(WRITING_MS), stopping]),
    progress: (ready) => progress({ ready, total: distinct.length }),
    // Counting must not hold up the lines; a lost count is a lost count.
    spent: (usage) => void spent(userId, model.name, usage).catch(() => {}),
  });
  return { lines: chosen.map((line) => lines[keys.indexOf(keyOf(line))]), problem };
}

function isWorthShowing({ line, judged }: { line: ResumeLine; judged: Judged | undefined }): boolean {
  return isWeak(line) || (judged !== undefined && (judged.after !== null || judged.question !== null));
}

/** The rules say something that can be acted on. */
function isWeak(line: ResumeLine): boolean {
  return adviseLine(line).some(({ code }) => code !== "language");
}

/** All of those with the same words, so that a row tells by the rows above it which of them it is. */
function weakOf(lines: readonly ResumeLine[]): readonly ResumeLine[] {
  const weak = new Set(lines.filter(isWeak).map(keyOf));
  return lines.filter((line) => weak.has(keyOf(line)));
}

/**
 * As many as fit, in reading order: people put first what is newest. Where there are more, weak lines go before others and
 * those that the person has kept before come last, so that going through a long resume again goes on.
 */
async function choose(db: Database, userId: string, lines: readonly ResumeLine[]): Promise<readonly ResumeLine[]> {
  if (lines.length <= MAX_LINES) return lines;
  const rows = await db.improvementLine.findMany({
    where: { improvement: { userId }, state: "kept" },
    select: { context: true, before: true },
  });
  const kept = new Set(rows.map(({ context, before }) => keyOf({ context, text: before })));
  const weak = new Set(weakOf(lines));
  const isKept = (line: ResumeLine) => kept.has(keyOf(line));
  const rank = (line: ResumeLine) => (isKept(line) ? 2 : weak.has(line) ? 0 : 1);
  const first = new Set(lines.toSorted((a, b) => rank(a) - rank(b)).slice(0, MAX_LINES));
  // Lines with the same words stay in the order of the resume, for they are kept together.
  return lines.filter((line) => first.has(line)).toSorted((a, b) => Number(isKept(a)) - Number(isKept(b)));
}

function keyOf({ context, text }: Pick<ResumeLine, "context" | "text">): string {
  return JSON.stringify([context, text]);
}
