import type { Message } from "#src/chat/message.ts";
import type { Words } from "#src/words/index.ts";
import { EDIT, IMPORT } from "./actions.ts";

/** The ways to a first resume; `request` goes on once it is saved. */
export function noResume(request: string | undefined, words: Words): Message {
  const text = words.resumeCommand;
  const waits = request === undefined ? {} : { request };
  return {
    summary: text.none,
    blocks: [
      { kind: "text", text: [{ bold: text.none }, ` ${text.noneNext}`] },
      {
        kind: "buttons",
        buttons: [
          { label: text.importFile, style: "primary", to: IMPORT.to(waits) },
          { label: text.writeHere, to: EDIT.to(waits) },
        ],
      },
      { kind: "note", text: text.kinds },
    ],
  };
}
