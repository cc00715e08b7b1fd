import type { Block, Message } from "#src/chat/message.ts";
import type { Decided, Notice, Standing, StartedImprovement } from "#src/coach/resume/improve/improvement.ts";
import type { Words } from "#src/words/index.ts";
import { lineMessage } from "./improve-line-message.ts";
import { allFineMessage, noLinesMessage, problemBlocks, summaryMessage } from "./improve-over-messages.ts";

export function startedMessage(started: StartedImprovement, words: Words): Message {
  switch (started.kind) {
    case "started":
      return lineMessage(started.view, words, noticeBlocks(started.notice, words));
    case "all-fine":
      return allFineMessage(started, words);
    case "no-lines":
      return noLinesMessage(started, words);
  }
}

export function lookingMessage(ready: number, total: number, words: Words): Message {
  const text = words.resumeImprove.looking(ready, total);
  return { summary: text, blocks: [{ kind: "text", text }] };
}

/** The line that waits, or the summary of all. */
export function standingMessage(standing: Standing, words: Words, first: readonly Block[] = []): Message {
  return standing.state === "open" ? lineMessage(standing, words, first) : summaryMessage(standing, words, first);
}

/** What comes after a press; `done` is said first where it did what was asked. */
export function decidedMessage({ outcome, standing }: Decided, words: Words, done?: string): Message {
  const text = words.resumeImprove;
  if (outcome.kind === "done") {
    return standingMessage(standing, words, done ? [{ kind: "text", text: done }] : []);
  }
  const unused = outcome.unused;
  return {
    ...standingMessage(standing, words, [
      { kind: "text", text: [{ bold: outcome.kind === "gone" ? text.gone : text.decidedBefore }] },
      ...(unused === undefined
        ? []
        : ([
            { kind: "text", text: text.unused },
            { kind: "quote", text: unused },
          ] as const)),
      { kind: "divider" },
    ]),
    ...(outcome.kind === "gone" && { tone: "warning" }),
  };
}

function noticeBlocks({ fine, left, problem }: Notice, words: Words): Block[] {
  const text = words.resumeImprove;
  const counts = [text.fine(fine), left > 0 ? text.left(left) : ""].filter(Boolean).join(" ");
  return [...problemBlocks(problem, words), ...(counts ? [{ kind: "note", text: counts } as const] : [])];
}
