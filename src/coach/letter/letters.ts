import type { Database } from "#src/db/client.ts";
import type { PaperDrawer } from "#src/documents/paper/index.ts";
import { EMPTY_RESUME, type ResumeDocument } from "#src/documents/resume-document.ts";
import { UserError } from "#src/words/errors.ts";
import { modelFor } from "../consent.ts";
import type { Model, Usage } from "../model.ts";
import { type PaperChoice, usualChoice } from "../papers.ts";
import type { Resumes } from "../resume/resumes.ts";
import type { Letters } from "./asked.ts";
import { changeByRules, changedTone, readAsk } from "./change-rules.ts";
import { composeLetter } from "./compose.ts";
import { deleteLetter, restoreLetter } from "./deleted.ts";
import type { AboutPerson } from "./facts.ts";
import { isEnglishResume } from "./language.ts";
import { dated, type Letter, paragraphsIn, parseLetter, printLetter } from "./letter.ts";
import { createList } from "./list.ts";
import { type LetterPaper, letterFileName, requestOf } from "./paper.ts";
import { add, type LetterRow, ownRow, put, stampOf, takeBack } from "./rows.ts";
import { type LetterView, viewOf } from "./view.ts";
import { rewriteParagraphs, type Writing, writeParagraphs } from "./write.ts";

export interface LettersSettings {
  readonly db: Database;
  readonly resumes: Resumes;
  readonly model: Model | undefined;
  readonly paperDrawer: PaperDrawer;
  readonly clock: () => Date;
  readonly spent: (userId: string, model: string, usage: Usage) => Promise<void>;
  /** Ends what a model is still writing, because the process stops. */
  readonly stopping: AbortSignal;
}

/** Two answers of a model may take this long in all; then the built-in coach writes. */
const WRITING_MS = 60_000;

/** Before a request began, another for the same letter may have come from a second press. */
const PRESSED_TWICE_MS = 10_000;

export function createLetters({ db, resumes, model, paperDrawer, clock, spent, stopping }: LettersSettings): Letters {
  const hostedFor = modelFor(db, model);

  async function documentOf(userId: string): Promise<ResumeDocument> {
    return (await resumes.find(userId))?.document ?? EMPTY_RESUME;
  }

  async function aboutOf(userId: string): Promise<AboutPerson & { name: string }> {
    const select = { name: true, experience: true, skills: true, bio: true } as const;
    const { name, ...about } = await db.user.findUniqueOrThrow({ where: { id: userId }, select });
    return { ...about, name: name ?? "" };
  }

  async function choiceOf(userId: string): Promise<PaperChoice> {
    const select = { paperTemplate: true, paperSize: true, country: true } as const;
    return usualChoice(await db.user.findUniqueOrThrow({ where: { id: userId }, select }));
  }

  async function show(userId: string, row: LetterRow): Promise<LetterView> {
    const [document, versions] = await Promise.all([
      documentOf(userId),
      db.letterVersion.count({ where: { letterId: row.id } }),
    ]);
    return viewOf(row, { document, canUndo: versions > 0 });
  }

  /** What a model gives, or why it gave nothing; neither where there is no model for this person. */
  async function tryModel(
    userId: string,
    write: (writing: Writing) => Promise<readonly string[]>,
    progress: () => void,
  ): Promise<{ paragraphs?: readonly string[]; problem?: UserError }> {
    const hosted = await hostedFor(userId);
    if (!hosted) return {};
    progress();
    const signal = AbortSignal.any([AbortSignal.timeout(WRITING_MS), stopping]);
    // Counting must not hold up the letter; a lost count is a lost count.
    const count = (usage: Usage) => void spent(userId, hosted.name, usage).catch(() => {});
    try {
      return { paragraphs: await write({ model: hosted, signal, spent: count }) };
    } catch (error) {
      if (error instanceof UserError) return { problem: error };
      if (signal.aborted) return { problem: new UserError("model-unavailable", {}, { cause: error }) };
      throw error;
    }
  }

  async function draw(userId: string, row: LetterRow, content: string): Promise<LetterPaper> {
    const [document, choice] = await Promise.all([documentOf(userId), choiceOf(userId)]);
    const { companyName: company, jobTitle: title, updatedAt: changedAt } = row;
    const posted = { letter: parseLetter(content), sender: document.contact, company, title, changedAt };
    const { pdf, pages, replaced } = await paperDrawer.renderLetter(requestOf({ ...posted, ...choice }));
    const bytes = await paperDrawer.firstPagePicture(pdf);
    const name = letterFileName(company, title);
    return {
      pdf: { name: `${name}.pdf`, mediaType: "application/pdf", bytes: pdf },
      picture: { name: `${name}-page-1.png`, mediaType: "image/png", bytes },
      pages,
      replaced,
    };
  }

  return {
    ...createList(db),

    async create(userId, { company, title, job }, progress = () => {}) {
      const { document } = await resumes.get(userId);
      const { name, ...about } = await aboutOf(userId);
      const today = clock();
      const dayStyle = (await choiceOf(userId)).paper === "Letter" ? "en-US" : "en-GB";
      const own = await composeLetter(document, about, { company, title, ad: job, today, dayStyle, name });
      const grounds = { document, about, company, title, ad: job };
      const { paragraphs, problem } = await tryModel(userId, (writing) => writeParagraphs(grounds, writing), progress);
      const content = printLetter(paragraphs ? { ...own, paragraphs } : own);
      const data = { userId, content, jobDescription: job, companyName: company, jobTitle: title, status: "draft" };
      const row = await add(db, data, new Date(today.getTime() - PRESSED_TWICE_MS));
      const view = viewOf(row, { document, canUndo: false });
      return { view, problem, foreign: !isEnglishResume(document) };
    },

    view: async (userId, id) => show(userId, await ownRow(db, userId, id)),

    async edit(userId, id, { salutation, text, closing, signature }) {
      const row = await put(db, { userId, id }, (content) =>
        printLetter({
          head: parseLetter(content).head,
          salutation,
          paragraphs: paragraphsIn(text),
          closing,
          signature,
        }),
      );
      return show(userId, row);
    },

    async ask(userId, { letter: id, ask, stamp }, progress = () => {}) {
      const before = await ownRow(db, userId, id);
      if (stamp !== undefined && stamp !== stampOf(before.content))
        return { view: await show(userId, before), problem: undefined };
      const [document, { name: _, ...about }] = await Promise.all([documentOf(userId), aboutOf(userId)]);
      const { companyName: company, jobTitle: title, jobDescription } = before;
      const grounds = { document, about, company, title, ad: jobDescription ?? "" };
      const present = parseLetter(before.content);
      const { paragraphs, problem } = await tryModel(
        userId,
        (writing) => rewriteParagraphs({ ...grounds, letter: present, ask }, writing),
        progress,
      );
      const change = (letter: Letter): Letter => {
        // Warmer and more formal are also a matter of salutation and closing, which no model is shown.
        const known = readAsk(ask);
        const tone = known?.kind === "warmer" || known?.kind === "more-formal" ? known : undefined;
        if (paragraphs) return { ...(tone ? changedTone(letter, tone, grounds) : letter), paragraphs };
        if (known) return changeByRules(letter, known, grounds);
        throw problem ?? new UserError("letter-ask-unclear", { ask });
      };
      const row = await put(db, { userId, id }, (content) => {
        if (content === before.content) {
          const changed = printLetter(change(present));
          if (changed === content) throw new UserError("letter-unchanged", {});
          return changed;
        }
        // Pressed twice at once: the other press has done it.
        if (stamp !== undefined) return undefined;
        throw new UserError("letter-changed", {});
      });
      return { view: await show(userId, row), problem };
    },

    undo: async (userId, id, stamp) => show(userId, await takeBack(db, { userId, id, stamp })),

    async finish(userId, id) {
      const row = await ownRow(db, userId, id);
      if (row.status === "completed")
        return { view: await show(userId, row), paper: await draw(userId, row, row.content) };
      const content = dated(row.content, clock());
      // Drawn first: a letter that cannot be drawn stays a draft.
      const paper = await draw(userId, row, content);
      const { count } = await db.coverLetter.updateMany({
        where: { id, content: row.content, status: row.status },
        data: { content, status: "completed" },
      });
      const now = await ownRow(db, userId, id);
      // Finished twice at once is finished; changed at the same moment is not what was drawn.
      if (count === 0 && now.content !== content) throw new UserError("letter-changed", {});
      return { view: await show(userId, now), paper };
    },

    async pdf(userId, id) {
      const row = await ownRow(db, userId, id);
      return { view: await show(userId, row), paper: await draw(userId, row, row.content) };
    },

    delete: (userId, id) => deleteLetter(db, userId, { id, now: clock() }),

    async restore(userId, id) {
      await restoreLetter(db, userId, { id, now: clock() });
      return show(userId, await ownRow(db, userId, id));
    },
  };
}
