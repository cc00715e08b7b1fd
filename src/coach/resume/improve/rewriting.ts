import type { ResumeDocument } from "#src/documents/resume-document.ts";
import { UserError } from "#src/words/errors.ts";
import type { Model, RewritesWanted, Usage } from "../../model.ts";
import { type Blanks, createBlanking } from "./blanking.ts";
import { adviseLine, type ResumeLine } from "./lines.ts";
import { type Judged, judgeRewrite } from "./rewrite.ts";

export interface Rewriting {
  readonly model: Model;
  readonly document: ResumeDocument;
  readonly targetRole: string | null;
  /** Ends the model's writing. */
  readonly signal: AbortSignal;
  /** Hears how many lines have been looked at. */
  readonly progress: (ready: number) => void;
  readonly spent: (usage: Usage) => void;
}

export interface Rewritten {
  /** For each line in turn what the model made of it; undefined where it was not asked or did not answer. */
  readonly lines: readonly (Judged | undefined)[];
  /** Why the model did not answer for all of them. */
  readonly problem: UserError | undefined;
}

const BATCH = 10;

/** A data block cuts longer values, and whoever sees half a line rewrites half a line. */
const MAX_SENT = 480;

/**
 * Asks the model for all lines, ten at a time. A rewrite that says what the line does not goes back once, with what was
 * wrong; what is still wrong then is never shown. A model that fails costs only the lines that it was asked for.
 */
export async function rewriteLines(lines: readonly ResumeLine[], rewriting: Rewriting): Promise<Rewritten> {
  const blanks = createBlanking(rewriting.document);
  const sent = lines.flatMap((line, index) => {
    const draft = draftOf(line, index, blanks());
    return draft ? [draft] : [];
  });
  const results = new Map<number, Judged>();
  let problem: UserError | undefined;
  rewriting.progress(0);
  await Promise.all(
    batchesOf(sent).map(async (batch) => {
      try {
        await rewriteBatch(batch, rewriting, results);
      } catch (error) {
        if (error instanceof UserError) problem = error;
        else if (rewriting.signal.aborted) problem = new UserError("model-unavailable", {}, { cause: error });
        else throw error;
      }
      rewriting.progress(results.size);
    }),
  );
  return { lines: lines.map((_, index) => results.get(index)), problem };
}

interface Draft {
  readonly index: number;
  readonly line: ResumeLine;
  readonly blanks: Blanks;
  readonly asked: RewritesWanted["lines"][number];
}

function draftOf(line: ResumeLine, index: number, blanks: Blanks): Draft | undefined {
  const text = blanks.hide(line.text);
  if (text === undefined || text.length > MAX_SENT) return undefined;
  const weak = adviseLine(line).filter(({ code }) => code !== "language");
  const advice = weak.flatMap(({ rule, advice: said }) => blanks.hide(`${rule}: ${said}`) ?? []);
  const title = blanks.hide(line.title) ?? "";
  return { index, line, blanks, asked: { text, title, current: line.current, advice, refused: [] } };
}

async function rewriteBatch(
  batch: readonly Draft[],
  rewriting: Rewriting,
  results: Map<number, Judged>,
): Promise<void> {
  const first = await ask(batch, rewriting);
  for (const [at, draft] of batch.entries()) results.set(draft.index, first[at] ?? NOTHING);
  const wrong = batch.filter(({ index }) => (results.get(index)?.refused.length ?? 0) > 0);
  if (wrong.length === 0) return;
  const again = wrong.map((draft): Draft => {
    const refused = (results.get(draft.index)?.refused ?? []).flatMap((said) => draft.blanks.hide(said) ?? []);
    return { ...draft, asked: { ...draft.asked, refused } };
  });
  const second = await ask(again, rewriting);
  for (const [at, { index }] of again.entries()) {
    const [before, now] = [results.get(index) ?? NOTHING, second[at] ?? NOTHING];
    const refused = now.after === null ? [...new Set([...now.refused, ...before.refused])] : [];
    results.set(index, { after: now.after, question: now.question ?? before.question, refused });
  }
}

const NOTHING: Judged = { after: null, question: null, refused: [] };

async function ask(drafts: readonly Draft[], { model, targetRole, signal, spent }: Rewriting): Promise<Judged[]> {
  const wanted = { lines: drafts.map(({ asked }) => asked), targetRole };
  const { output, usage } = await model.run("line-rewrites", wanted, { signal });
  spent(usage);
  return drafts.map(({ line, blanks }, at) => {
    const { after = null, question = null } = output[at] ?? {};
    const restore = (text: string | null) => (text === null ? null : (blanks.restore(text) ?? null));
    return judgeRewrite({ after: restore(after), question: restore(question) }, line);
  });
}

function batchesOf(drafts: readonly Draft[]): (readonly Draft[])[] {
  return Array.from({ length: Math.ceil(drafts.length / BATCH) }, (_, at) =>
    drafts.slice(at * BATCH, (at + 1) * BATCH),
  );
}
