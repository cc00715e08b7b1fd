import type { Database } from "#src/db/client.ts";
import { printResume } from "#src/documents/resume-markdown.ts";
import { readResume } from "../reading.ts";
import { writeResume } from "../resumes.ts";
import type { LineKey } from "./improvement.ts";
import { type LineRow, placeOf } from "./place.ts";
import type { Found } from "./standing.ts";

export interface LineState {
  readonly state: string;
  readonly final: string | null;
}

export interface Exchange {
  readonly found: Found;
  readonly row: LineRow;
  /** `missing`: what the row says when the words are not in their place any more. */
  readonly states: { readonly from: LineState; readonly to: LineState; readonly missing: LineState };
  readonly words: { readonly from: string; readonly to: string };
}

/** Moves a line on if nobody else has. */
export async function move(
  db: Pick<Database, "improvementLine">,
  { improvement, position }: LineKey,
  { from, to }: { readonly from: LineState; readonly to: LineState },
): Promise<"done" | "decided-before"> {
  const where = { improvementId: improvement, position, ...from };
  const { count } = await db.improvementLine.updateMany({ where, data: to });
  return count === 1 ? "done" : "decided-before";
}

/**
 * Moves a line on and exchanges its words in the resume: both or neither, and of two presses at once one alone. Where the
 * words are not in their place any more nothing is overwritten. UserError: resume-too-long.
 */
export async function exchange(
  db: Database,
  { found, row, states, words }: Exchange,
): Promise<"done" | "decided-before" | "gone"> {
  const key = { improvement: found.id, position: row.position };
  try {
    return await db.$transaction(async (tx) => {
      const moved = await move(tx, key, states);
      if (moved !== "done") return moved;
      // Before a going-through is worth keeping; every line of it would push out all that was before.
      const change = { userId: found.userId, cause: "improve", since: found.createdAt } as const;
      await writeResume(tx, change, (content = "") => {
        const place = placeOf(readResume(content), found, row, words.from);
        if (!place) throw new NotThere();
        return printResume(place.replaced(words.to));
      });
      return moved;
    });
  } catch (error) {
    if (!(error instanceof NotThere)) throw error;
    const moved = await move(db, key, { from: states.from, to: states.missing });
    return moved === "done" ? "gone" : moved;
  }
}

class NotThere extends Error {}
