import type { Block, Button, Message } from "#src/chat/message.ts";
import { isSame, type ResumeDifference } from "#src/coach/resume/diff/difference.ts";
import type { ResumeVersion, SavedResume } from "#src/coach/resume/resumes.ts";
import type { Words } from "#src/words/index.ts";
import { EDIT, IMPORT, IMPROVE, PDF, SCORE } from "./actions.ts";
import { CHOOSE_VERSION, EARLIER, RESTORE, VIEW_HERE } from "./view-actions.ts";
import { resumeBlocks } from "./view-blocks.ts";
import { differenceBlocks, differenceCounts } from "./view-difference.ts";

export function viewMessage({ document, score, updatedAt }: SavedResume, words: Words): Message {
  const text = words.resumeView;
  return {
    summary: text.summary(document.contact.name, score),
    blocks: [
      { kind: "heading", text: text.title },
      {
        kind: "fields",
        fields: [
          { label: text.score, value: text.scoreOf(score) },
          { label: text.changed, value: text.moment(updatedAt) },
        ],
      },
      ...resumeBlocks(document, words),
      {
        kind: "buttons",
        buttons: [
          { label: text.edit, style: "primary", to: EDIT.to({}) },
          { label: text.improve, to: IMPROVE.to({}) },
          { label: text.check, to: SCORE.to({}) },
          { label: text.pdf, to: PDF.to({}) },
          { label: text.versions, to: EARLIER.to({}) },
          { label: text.importAgain, to: IMPORT.to({}) },
        ],
      },
    ],
  };
}

/** A version and what would change if it came back. */
export interface ComparedVersion {
  readonly version: ResumeVersion;
  readonly difference: ResumeDifference;
}

export function versionsMessage(versions: readonly ComparedVersion[], words: Words): Message {
  const text = words.resumeView;
  const back: Button = { label: text.back, to: VIEW_HERE.to({}) };
  if (versions.length === 0) {
    return {
      summary: text.noVersions,
      blocks: [
        { kind: "text", text: [{ bold: text.noVersions }, ` ${text.noVersionsNote}`] },
        { kind: "buttons", buttons: [back] },
      ],
    };
  }
  return {
    summary: text.versionSummary(versions.length),
    blocks: [
      { kind: "heading", text: text.versionsTitle },
      { kind: "text", text: text.versionsNote },
      {
        kind: "select",
        label: text.chooseVersion,
        to: CHOOSE_VERSION.to({}),
        options: versions.map(({ version: { id, createdAt, replacedBy }, difference }) => ({
          value: id,
          label: text.moment(createdAt),
          description: text.versionLine(text.replacedBy[replacedBy], differenceCounts(difference, words)),
        })),
      },
      { kind: "buttons", buttons: [back] },
    ],
  };
}

export function versionMessage({ version, difference }: ComparedVersion, words: Words): Message {
  const text = words.resumeView;
  const title = text.versionTitle(text.moment(version.createdAt));
  const same = isSame(difference);
  const restore: Button = { label: text.restore, style: "primary", to: RESTORE.to({ version: version.id }) };
  const said: Block = { kind: "text", text: same ? text.sameAsNow : text.ifRestored };
  return {
    summary: `${title}: ${differenceCounts(difference, words)}.`,
    blocks: [
      { kind: "heading", text: title },
      said,
      ...differenceBlocks(difference, words),
      { kind: "buttons", buttons: [...(same ? [] : [restore]), { label: text.allVersions, to: EARLIER.to({}) }] },
    ],
  };
}

/** `changed` is false where that version stood there already. */
export function restoredMessage(version: ResumeVersion, changed: boolean, words: Words): Message {
  const text = words.resumeView;
  const said = changed ? text.restored(text.moment(version.createdAt)) : text.restoredAlready;
  return {
    summary: said,
    ...(changed && { tone: "good" as const }),
    blocks: [
      { kind: "text", text: [{ bold: said }, ...(changed ? [` ${text.restoredNote}`] : [])] },
      {
        kind: "buttons",
        buttons: [
          { label: text.back, style: "primary", to: VIEW_HERE.to({}) },
          { label: text.check, to: SCORE.to({}) },
          { label: text.versions, to: EARLIER.to({}) },
        ],
      },
    ],
  };
}
