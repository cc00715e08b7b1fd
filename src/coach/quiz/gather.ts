import { UserError } from "#src/words/errors.ts";
import type { Model, QuestionDraft, QuestionsWanted, QuizTask, Usage } from "../model.ts";
import { draftProblem, questionHash, shuffled } from "./question.ts";

/** After the first round: as often may a model try again before the built-in bank fills up. */
const REPAIR_ROUNDS = 2;

export interface Gathered {
  readonly questions: readonly (QuestionDraft & { readonly source: string; readonly hash: string })[];
  /** Why the model did not write all of them, where it was asked. */
  readonly problem?: UserError;
}

export interface Sources {
  /** The hosted model, when there is one and the person agreed. */
  readonly hosted: Model | undefined;
  readonly builtIn: Model<QuizTask>;
  readonly random: () => number;
  /** Ends the hosted model's writing. */
  readonly signal: AbortSignal;
  /** Hears how many questions are ready. */
  readonly progress: (ready: number) => void;
  readonly spent: (usage: Usage) => void;
}

/**
 * As many checked questions as there are, up to `wanted.count`: written by the model and confirmed by a second pass that
 * does not see the key, the rest from the built-in bank. Options come shuffled.
 */
export async function gatherQuestions(wanted: QuestionsWanted, sources: Sources): Promise<Gathered> {
  const { hosted, builtIn, random, progress } = sources;
  const accepted = new Map<string, QuestionDraft & { source: string }>();
  let problem: UserError | undefined;
  if (hosted) {
    // A model takes its time: the person hears at once that it has begun.
    progress(0);
    try {
      await writeAndCheck(wanted, hosted, sources, accepted);
    } catch (error) {
      // Whatever is ready by then is used; a person came to practise, not to hear about a model.
      if (error instanceof UserError) problem = error;
      else if (sources.signal.aborted) problem = new UserError("model-unavailable", {}, { cause: error });
      else throw error;
    }
  }
  const missing = wanted.count - accepted.size;
  if (missing > 0) {
    const askedBefore = [...wanted.askedBefore, ...accepted.keys()];
    // Its own time: the one for writing may be used up, which is just when the bank must fill up.
    const signal = AbortSignal.timeout(5_000);
    const { output } = await builtIn.run("quiz-questions", { ...wanted, count: missing, askedBefore }, { signal });
    for (const draft of output) {
      const hash = questionHash(draft.question);
      if (!accepted.has(hash)) accepted.set(hash, { ...shuffled(draft, random), source: builtIn.name });
    }
  }
  const questions = [...accepted].map(([hash, draft]) => ({ ...draft, hash }));
  return problem ? { questions, problem } : { questions };
}

async function writeAndCheck(
  wanted: QuestionsWanted,
  model: Model<QuizTask>,
  { random, signal, progress, spent }: Sources,
  accepted: Map<string, QuestionDraft & { source: string }>,
): Promise<void> {
  const known = new Set(wanted.askedBefore);
  let problems: string[] = [];
  for (let round = 0; round <= REPAIR_ROUNDS && accepted.size < wanted.count; round += 1) {
    const count = wanted.count - accepted.size;
    const written = await model.run("quiz-questions", { ...wanted, count, problems }, { signal });
    spent(written.usage);
    problems = [];
    const drafts = new Map<string, QuestionDraft>();
    for (const draft of written.output) {
      const hash = questionHash(draft.question);
      const problem = draftProblem(draft);
      if (problem) problems.push(`"${draft.question.slice(0, 80)}": ${problem}`);
      else if (known.has(hash) || accepted.has(hash)) problems.push(`"${draft.question.slice(0, 80)}": asked before`);
      else drafts.set(hash, shuffled(draft, random));
    }
    if (drafts.size === 0) continue;
    const questions = [...drafts.values()].map(({ question, options }) => ({ question, options }));
    const blind = await model.run("quiz-answers", { questions }, { signal });
    spent(blind.usage);
    for (const [index, [hash, draft]] of [...drafts].entries()) {
      if (blind.output[index] === draft.answer) {
        // Shuffled again: a second reader who leans to one letter would otherwise make that letter right more often.
        if (accepted.size < wanted.count) accepted.set(hash, { ...shuffled(draft, random), source: model.name });
      } else {
        problems.push(`"${draft.question.slice(0, 80)}": a second reader did not find exactly that one answer right`);
      }
    }
    progress(accepted.size);
  }
}
