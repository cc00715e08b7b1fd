import type { Block, Button, Message, Select } from "#src/chat/message.ts";
import { ENTRY_KINDS, type EntryKind, entriesOf, findEntry } from "#src/coach/resume/edit/entries.ts";
import { filledSections } from "#src/coach/resume/edit/sections.ts";
import { RESUME_SECTIONS, type ResumeDocument } from "#src/documents/resume-document.ts";
import type { Words } from "#src/words/index.ts";
import { PDF, SCORE, VIEW } from "./actions.ts";
import * as to from "./edit-actions.ts";
import { labelOf, linesOf } from "./edit-entry-text.ts";

/** What stays with a person while they edit. */
export interface Editing {
  readonly document: ResumeDocument;
  /** A command that waits for a resume. */
  readonly request?: string | undefined;
  /** Said first: what was just done. */
  readonly said?: string | undefined;
}

export function overviewMessage({ document, request, said }: Editing, words: Words): Message {
  const text = words.resumeEdit;
  const counts = countsOf(document, words);
  const filled = RESUME_SECTIONS.filter((section) => counts[section] !== undefined).length;
  const summary = text.summary(filled);
  const options = [...RESUME_SECTIONS, "other" as const].map((section) => ({
    value: section,
    label: text.sections[section],
    description: counts[section] ?? text.empty,
  }));
  return {
    summary: said ? `${said} ${summary}` : summary,
    blocks: [
      { kind: "heading", text: text.title },
      ...saidBlocks(said),
      { kind: "text", text: filled === 0 ? text.introEmpty : text.intro },
      {
        kind: "fields",
        fields: options.map(({ label, description }) => ({ label, value: description })),
      },
      { kind: "select", label: text.choose, to: to.CHOOSE_SECTION.to(waits(request)), options },
      ...(filled === 0 ? [] : [nextBlock(document, request, words)]),
    ],
  };
}

export function listMessage(kind: EntryKind, { document, request, said }: Editing, words: Words): Message {
  const text = words.resumeEdit;
  const entries = entriesOf(document, kind);
  const labels = entries.map(({ key, entry }) => ({ key, ...labelOf(kind, entry, words) }));
  const select: Select[] =
    entries.length === 0
      ? []
      : [
          {
            kind: "select",
            label: text.chooseEntry[kind],
            to: to.CHOOSE_ENTRY.to({ kind, ...waits(request) }),
            options: labels.map(({ key, label, detail }) => ({
              value: key,
              label,
              ...(detail && { description: detail }),
            })),
          },
        ];
  const add: Button = { label: text.add[kind], to: to.OPEN_ENTRY.to({ kind, ...waits(request) }) };
  const state = text.counts[kind](entries.length);
  const summary = `${text.sections[kind]}: ${entries.length === 0 ? text.empty : state}`;
  return {
    summary: said ? `${said} ${summary}` : summary,
    blocks: [
      { kind: "heading", text: text.sections[kind] },
      ...saidBlocks(said),
      ...labels.map(({ label, detail }, index): Block => {
        return { kind: "text", text: [{ bold: `${index + 1}. ${label}` }, ...(detail ? [` · ${detail}`] : [])] };
      }),
      ...(entries.length === 0 ? [{ kind: "text", text: text.noEntries } as const] : []),
      ...(kind === "other" ? [{ kind: "note", text: text.otherHint } as const] : []),
      ...select,
      {
        kind: "buttons",
        buttons: [
          entries.length === 0 ? { ...add, style: "primary" } : add,
          { label: text.overview, to: to.OVERVIEW.to(waits(request)) },
          ...goOnButtons(document, request, words),
        ],
      },
    ],
  };
}

/** UserError resume-changed. */
export function entryMessage(kind: EntryKind, key: string, editing: Editing & { words: Words }): Message {
  const { document, request, said, words } = editing;
  const text = words.resumeEdit;
  const entries = entriesOf(document, kind);
  const index = entries.findIndex((entry) => entry.key === key);
  const entry = findEntry(document, kind, key);
  const { label, detail } = labelOf(kind, entry, words);
  const move = (down: 0 | 1) => to.MOVE.to({ kind, key, down, ...waits(request) });
  return {
    summary: said ? `${said} ${label}` : label,
    blocks: [
      { kind: "heading", text: label },
      ...saidBlocks(said),
      ...(detail ? [{ kind: "note", text: detail } as const] : []),
      ...linesOf(kind, entry).map((line): Block => ({ kind: "text", text: line })),
      {
        kind: "buttons",
        buttons: [
          { label: text.change, style: "primary", to: to.OPEN_ENTRY.to({ kind, key, ...waits(request) }) },
          { label: text.up, to: move(0), disabled: index === 0 },
          { label: text.down, to: move(1), disabled: index === entries.length - 1 },
          { label: text.remove, style: "danger", to: to.REMOVE.to({ kind, key, ...waits(request) }) },
          { label: text.back, to: to.LIST.to({ kind, ...waits(request) }) },
        ],
      },
    ],
  };
}

/** The order of the sections; with one chosen, the buttons that move it. */
export function orderMessage({ document, request, said }: Editing, chosen: string | undefined, words: Words): Message {
  const text = words.resumeEdit;
  const sections = filledSections(document);
  const moved = sections.find((section) => section === chosen);
  const move = (section: string, down: 0 | 1) => to.MOVE_SECTION.to({ section, down, ...waits(request) });
  const at = moved ? sections.indexOf(moved) : -1;
  const buttons: Button[] = moved
    ? [
        { label: text.up, to: move(moved, 0), disabled: at === 0 },
        { label: text.down, to: move(moved, 1), disabled: at === sections.length - 1 },
      ]
    : [];
  return {
    summary: said ? `${said} ${text.order}` : text.order,
    blocks: [
      { kind: "heading", text: text.order },
      ...saidBlocks(said),
      ...sections.map((section, index): Block => {
        const line = `${index + 1}. ${text.sections[section]}`;
        return { kind: "text", text: section === moved ? [{ bold: line }] : line };
      }),
      { kind: "note", text: text.orderNote },
      ...(sections.length < 2
        ? []
        : [
            {
              kind: "select" as const,
              label: text.chooseMoved,
              to: to.CHOOSE_MOVED.to(waits(request)),
              options: sections.map((section) => ({ value: section, label: text.sections[section] })),
              ...(moved && { chosen: moved }),
            },
          ]),
      { kind: "buttons", buttons: [...buttons, { label: text.overview, to: to.OVERVIEW.to(waits(request)) }] },
    ],
  };
}

/** A forged one that is longer than any of ours would not fit into the next button. */
export function waits(request: string | undefined): { request?: string } {
  return request === undefined || request.length > 36 ? {} : { request };
}

export function isEntryKind(kind: string): kind is EntryKind {
  return ENTRY_KINDS.some((known) => known === kind);
}

/** In words, for each section that holds something. */
function countsOf(document: ResumeDocument, { resumeEdit: text }: Words): Record<string, string | undefined> {
  const { contact, summary, skills } = document;
  const said = [contact.name, contact.email, contact.phone, contact.location].filter(Boolean).join(", ");
  const known = said || (contact.headline ?? contact.links[0]?.url ?? "");
  const skillCount = skills.reduce((sum, group) => sum + group.skills.length, 0);
  const many = ENTRY_KINDS.map((kind) => {
    const count = entriesOf(document, kind).length;
    return [kind, count === 0 ? undefined : text.counts[kind](count)] as const;
  });
  return {
    contact: known || undefined,
    summary: summary.length === 0 ? undefined : text.counts.lines(summary.length),
    skills: skillCount === 0 ? undefined : text.counts.skills(skillCount),
    ...Object.fromEntries(many),
  };
}

function nextBlock(document: ResumeDocument, request: string | undefined, words: Words): Block {
  const text = words.resumeEdit;
  return {
    kind: "buttons",
    buttons: [
      ...goOnButtons(document, request, words),
      { label: text.view, to: VIEW.to({}) },
      { label: text.score, to: SCORE.to({}) },
      { label: text.pdf, to: PDF.to({}) },
      { label: text.order, to: to.ORDER.to(waits(request)) },
    ],
  };
}

function goOnButtons(document: ResumeDocument, request: string | undefined, words: Words): Button[] {
  if (request === undefined || Object.values(countsOf(document, words)).every((count) => count === undefined))
    return [];
  return [{ label: words.resumeEdit.goOn, style: "primary", to: to.GO_ON.to({ request }) }];
}

function saidBlocks(said: string | undefined): Block[] {
  return said === undefined ? [] : [{ kind: "text", text: [{ bold: said }] }];
}
