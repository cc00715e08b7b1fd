import type { Block, Button, Message } from "#src/chat/message.ts";
import type { ImprovementSummary, Notice, StartedImprovement } from "#src/coach/resume/improve/improvement.ts";
import type { ImprovableSection } from "#src/coach/resume/improve/lines.ts";
import type { Words } from "#src/words/index.ts";
import { CARRY_ON, EDIT, IMPORT, IMPROVE_SECTION, PDF, SCORE, UNDO } from "./improve-actions.ts";

/** What was changed, or was so far; `first` is said above it. */
export function summaryMessage(summary: ImprovementSummary, words: Words, first: readonly Block[]): Message {
  const text = words.resumeImprove;
  const { improvement, changed, kept, gone, open, score, undo, others } = summary;
  const title = open > 0 ? text.stoppedTitle(changed.length, open) : text.overTitle(changed.length);
  const buttons: Button[] = [
    ...(open > 0 ? [{ label: text.carryOn, to: CARRY_ON.to({ improvement }) }] : []),
    { label: text.score, to: SCORE.to({}) },
    { label: text.pdf, to: PDF.to({}) },
    ...(undo === undefined ? [] : [{ label: text.undo, to: UNDO.to({ improvement, position: undo }) }]),
  ];
  return {
    summary: `${title}. ${text.scored(Math.round(score.now))}`,
    ...(changed.length > 0 && { tone: "good" }),
    blocks: [
      ...first,
      { kind: "heading", text: title },
      {
        kind: "fields",
        fields: [
          ...(changed.length > 0 ? [{ label: text.scoreBefore, value: String(Math.round(score.before)) }] : []),
          { label: text.scoreNow, value: String(Math.round(score.now)) },
          ...(kept > 0 ? [{ label: text.keptLabel, value: String(kept) }] : []),
          ...(gone > 0 ? [{ label: text.goneLabel, value: String(gone) }] : []),
        ],
      },
      ...changed.flatMap(({ before, final }): Block[] => [
        { kind: "quote", text: final },
        { kind: "note", text: text.was(before) },
      ]),
      {
        kind: "buttons",
        buttons: buttons.map((button, index) => (index === 0 ? { ...button, style: "primary" } : button)),
      },
      ...otherSections(others, words),
    ],
  };
}

export function allFineMessage(
  { lines, score, others, problem }: StartedImprovement & { kind: "all-fine" },
  words: Words,
): Message {
  const text = words.resumeImprove;
  return {
    summary: text.allFine(lines),
    tone: "good",
    blocks: [
      ...problemBlocks(problem, words),
      { kind: "heading", text: text.allFineTitle },
      { kind: "text", text: `${text.allFine(lines)} ${text.scored(Math.round(score))}` },
      {
        kind: "buttons",
        buttons: [
          { label: text.score, style: "primary", to: SCORE.to({}) },
          { label: text.pdf, to: PDF.to({}) },
        ],
      },
      ...otherSections(others, words),
      { kind: "note", text: text.allFineNote },
    ],
  };
}

export function noLinesMessage({ section, others }: StartedImprovement & { kind: "no-lines" }, words: Words): Message {
  const text = words.resumeImprove;
  return {
    summary: text.noLinesTitle,
    blocks: [
      { kind: "heading", text: text.noLinesTitle },
      { kind: "text", text: text.noLines[section ?? "usual"] },
      {
        kind: "buttons",
        buttons: [
          { label: text.edit, style: "primary", to: EDIT.to({}) },
          { label: text.importFile, to: IMPORT.to({}) },
        ],
      },
      ...otherSections(others, words),
    ],
  };
}

function otherSections(others: readonly ImprovableSection[], { resumeImprove: text }: Words): Block[] {
  const buttons = others.map((section) => ({
    label: text.improveSection[section],
    to: IMPROVE_SECTION.to({ section }),
  }));
  return buttons.length > 0 ? [{ kind: "buttons", buttons }] : [];
}

/** Why the model did not do its part. */
export function problemBlocks(problem: Notice["problem"], words: Words): Block[] {
  return problem ? [{ kind: "note", text: words.resumeImprove.modelProblem(words.errors(problem).problem) }] : [];
}
