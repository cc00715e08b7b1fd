import type { Block, Button, Message } from "#src/chat/message.ts";
import { isSame } from "#src/coach/resume/diff/difference.ts";
import type { Proposal, SavedImport } from "#src/coach/resume/import/imports.ts";
import type { ResumeDocument } from "#src/documents/resume-document.ts";
import type { Words } from "#src/words/index.ts";
import { EDIT, IMPORT, PDF, SCORE, VIEW } from "./actions.ts";
import { GO_ON } from "./edit-actions.ts";
import { DROP, SAVE } from "./import-actions.ts";
import { EARLIER, RESTORE } from "./view-actions.ts";
import { resumeBlocks } from "./view-blocks.ts";
import { differenceBlocks, differenceCounts } from "./view-difference.ts";

export function readingMessage({ resumeImport: { reading } }: Words): Message {
  return { summary: reading, blocks: [{ kind: "text", text: reading }] };
}

/** What was read: all of it the first time, later on how it differs from what is here. */
export function proposalMessage(proposal: Proposal, request: string | undefined, words: Words): Message {
  const text = words.resumeImport;
  const { source, difference, changed, warnings, document } = proposal;
  const title = text.found(text.sources[source]);
  const same = difference !== undefined && isSame(difference);
  const said = saidOf(proposal, words);
  const first = changed ? text.changed : text.notSaved;
  return {
    summary: `${title}: ${said}`,
    ...((changed || warnings.length > 0) && { tone: "warning" as const }),
    blocks: [
      { kind: "heading", text: title },
      { kind: "text", text: same ? [{ bold: text.same }] : [{ bold: first }, ` ${said}`] },
      ...warnings.map((warning): Block => ({ kind: "text", text: `⚠ ${text.warnings[warning]}` })),
      ...(difference ? differenceBlocks(difference, words) : resumeBlocks(document, words)),
      ...leftOutBlocks(proposal.leftOut, text.leftOutNote, words),
      { kind: "buttons", buttons: same ? sameButtons(request, words) : decisionButtons(proposal, request, words) },
    ],
  };
}

export function savedMessage(saved: SavedImport, request: string | undefined, words: Words): Message {
  const text = words.resumeImport;
  const score = saved.resume ? ` ${text.savedScore(saved.resume.score)}` : "";
  const kept = saved.previous === undefined ? "" : ` ${text.savedPrevious}`;
  const primary = { style: "primary" as const };
  return {
    summary: `${text.saved}${score}`,
    tone: "good",
    blocks: [
      { kind: "text", text: [{ bold: text.saved }, `${score}${kept}`] },
      ...leftOutBlocks(saved.leftOut, text.leftOutSaved, words),
      {
        kind: "buttons",
        buttons: [
          ...goOnButtons(request, words),
          { label: words.resumeView.check, ...(request === undefined && primary), to: SCORE.to({}) },
          { label: words.resumeView.pdf, to: PDF.to({}) },
          { label: words.resumeView.title, to: VIEW.to({}) },
          { label: words.resumeView.edit, to: EDIT.to({}) },
          saved.previous === undefined
            ? { label: words.resumeView.versions, to: EARLIER.to({}) }
            : { label: text.bringBack, to: RESTORE.to({ version: saved.previous }) },
        ],
      },
    ],
  };
}

/** `none` says how to make a first resume, to whom has none. */
export function droppedMessage(none: Message | undefined, words: Words): Message {
  const { dropped } = words.resumeImport;
  const next: Button[] = [
    { label: words.resumeView.title, style: "primary", to: VIEW.to({}) },
    { label: words.resumeView.importAgain, to: IMPORT.to({}) },
  ];
  return {
    summary: dropped,
    blocks: [
      { kind: "text", text: [{ bold: dropped }] },
      ...(none ? none.blocks : [{ kind: "buttons" as const, buttons: next }]),
    ],
  };
}

function goOnButtons(request: string | undefined, words: Words): Button[] {
  if (request === undefined) return [];
  return [{ label: words.resumeImport.goOn, style: "primary", to: GO_ON.to({ request }) }];
}

function decisionButtons({ id: proposal, over }: Proposal, request: string | undefined, words: Words): Button[] {
  const waits = request === undefined ? {} : { request };
  return [
    { label: words.resumeImport.save, style: "primary", to: SAVE.to({ proposal, ...(over && { over }), ...waits }) },
    { label: words.resumeImport.drop, to: DROP.to({ proposal, ...waits }) },
  ];
}

function sameButtons(request: string | undefined, words: Words): Button[] {
  const primary = { style: "primary" as const };
  return [
    ...goOnButtons(request, words),
    { label: words.resumeView.title, ...(request === undefined && primary), to: VIEW.to({}) },
    { label: words.resumeView.check, to: SCORE.to({}) },
    { label: words.resumeView.importAgain, to: IMPORT.to({}) },
  ];
}

function saidOf({ document, difference }: Proposal, words: Words): string {
  if (difference) return words.resumeImport.compared(differenceCounts(difference, words));
  return words.resumeImport.foundCounts(countsOf(document, words));
}

/** "Ana Souza, 3 jobs, 1 school, 12 skills". */
function countsOf({ contact, experience, skills, ...document }: ResumeDocument, words: Words): string[] {
  const counted = {
    experience: experience.reduce((sum, { roles }) => sum + Math.max(1, roles.length), 0),
    education: document.education.length,
    skills: skills.reduce((sum, group) => sum + group.skills.length, 0),
    projects: document.projects.length,
    certifications: document.certifications.length,
    other: document.other?.length ?? 0,
  };
  const kinds = (Object.keys(counted) as (keyof typeof counted)[]).filter((kind) => counted[kind] > 0);
  const said = kinds.map((kind) => words.resumeEdit.counts[kind](counted[kind]));
  return [contact.name ?? contact.email ?? contact.phone ?? [], ...said].flat();
}

/** As one text, so that it can be copied at once. */
function leftOutBlocks(leftOut: readonly string[], note: string, words: Words): Block[] {
  if (leftOut.length === 0) return [];
  return [
    { kind: "heading", text: words.resumeImport.leftOutTitle },
    { kind: "text", text: note },
    { kind: "quote", text: leftOut.join("\n") },
  ];
}
