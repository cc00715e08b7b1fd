import { oneLine } from "#src/documents/resume-markdown-text.ts";
import { UserError } from "#src/words/errors.ts";
import { type BeginSettings, beginImprovement } from "./begin.ts";
import { exchange, type LineState, move } from "./exchange.ts";
import type {
  Decided,
  Decision,
  ImprovementSummary,
  LineKey,
  LineView,
  Standing,
  StartedImprovement,
} from "./improvement.ts";
import { IMPROVABLE_SECTIONS, type ImprovableSection } from "./lines.ts";
import { changedText } from "./place.ts";
import { type Found, summaryOf, viewOf } from "./standing.ts";

/** Going through the lines of a resume one by one: what is weak, what would be better, what the person decides. */
export interface Improvements {
  /**
   * Begins a going-through of a section, by default of experience and projects. `progress` hears of how many lines a model
   * has looked at. UserError: resume-none.
   */
  start(userId: string, section: ImprovableSection | undefined, options?: StartOptions): Promise<StartedImprovement>;
  /** The next line that waits, or the summary. UserErrors: improvement-gone, not-yours, resume-none. */
  standing(userId: string, improvement: string): Promise<Standing>;
  /** UserErrors: those of `standing`. */
  summary(userId: string, improvement: string): Promise<ImprovementSummary>;
  /** One line, to edit it: undefined once it is decided. UserErrors: those of `standing`, button-outdated. */
  line(userId: string, key: LineKey): Promise<LineView | undefined>;
  /** UserErrors: those of `line`, resume-too-long. */
  decide(userId: string, key: LineKey, decision: Decision): Promise<Decided>;
  /** Puts the line as it was back into its place, where it waits again. UserErrors: those of `line`. */
  undo(userId: string, key: LineKey): Promise<Decided>;
}

export interface StartOptions {
  readonly progress?: (progress: { readonly ready: number; readonly total: number }) => void;
}

export function createImprovements(settings: BeginSettings): Improvements {
  const { db, resumes } = settings;

  async function find(userId: string, id: string): Promise<Found> {
    const row = await db.improvement.findUnique({
      where: { id },
      include: { lines: { orderBy: { position: "asc" } } },
    });
    if (!row) throw new UserError("improvement-gone", {});
    if (row.userId !== userId) throw new UserError("not-yours", {});
    const section = IMPROVABLE_SECTIONS.find((name) => name === row.section);
    const { createdAt, lines } = row;
    return { id, userId, createdAt, section, writer: row.writer === "rules" ? undefined : row.writer, lines };
  }

  async function findLine(userId: string, { improvement, position }: LineKey) {
    const found = await find(userId, improvement);
    const row = found.lines.find((line) => line.position === position);
    if (!row) throw new UserError("button-outdated", {});
    return { found, row };
  }

  async function standing(userId: string, id: string): Promise<Standing> {
    const [found, saved] = await Promise.all([find(userId, id), resumes.get(userId)]);
    const next = found.lines.find(({ state }) => state === "open");
    return next ? viewOf(found, next, saved.document) : summaryOf(found, saved);
  }

  async function after(userId: string, id: string, outcome: Decided["outcome"]): Promise<Decided> {
    return { outcome, standing: await standing(userId, id) };
  }

  return {
    async start(userId, section, { progress = () => {} } = {}) {
      const begun = await beginImprovement({ ...settings, userId, section, progress });
      if (begun.kind !== "begun") return begun;
      const view = await standing(userId, begun.id);
      // Nobody knows the new row yet who could have decided on its lines.
      if (view.state === "over") throw new Error("A going-through began without a line");
      return { kind: "started", view, notice: begun.notice };
    },
    standing,

    async summary(userId, id) {
      const [found, saved] = await Promise.all([find(userId, id), resumes.get(userId)]);
      return summaryOf(found, saved);
    },

    async line(userId, key) {
      const { found, row } = await findLine(userId, key);
      return row.state === "open" ? viewOf(found, row, (await resumes.get(userId)).document) : undefined;
    },

    async decide(userId, key, decision) {
      const { found, row } = await findLine(userId, key);
      const to = decidedState(row, decision);
      const unused = decision.kind === "edit" && to.final !== row.final ? { unused: decision.text } : {};
      const outcome =
        to.final === null
          ? await move(db, key, { from: OPEN, to })
          : await exchange(db, {
              found,
              row,
              states: { from: OPEN, to, missing: { state: "gone", final: null } },
              words: { from: row.before, to: to.final },
            });
      return after(userId, key.improvement, outcome === "done" ? { kind: outcome } : { kind: outcome, ...unused });
    },

    async undo(userId, key) {
      const { found, row } = await findLine(userId, key);
      const final = changedText(row);
      if (final === undefined) return after(userId, key.improvement, { kind: "decided-before" });
      const from = { state: row.state, final };
      const words = { from: final, to: row.before };
      const outcome = await exchange(db, { found, row, states: { from, to: OPEN, missing: from }, words });
      return after(userId, key.improvement, { kind: outcome });
    },
  };
}

const OPEN: LineState = { state: "open", final: null };

function decidedState(row: Found["lines"][number], decision: Decision): LineState {
  switch (decision.kind) {
    case "keep":
      return { state: "kept", final: null };
    case "use":
      // No such button was shown.
      if (row.after === null) throw new UserError("button-outdated", {});
      return { state: "accepted", final: row.after };
    case "edit": {
      const text = oneLine(decision.text);
      if (text === row.before || text === "") return { state: "kept", final: null };
      return { state: text === row.after ? "accepted" : "edited", final: text };
    }
  }
}
