import type { Database } from "#src/db/client.ts";
import { UserError } from "#src/words/errors.ts";
import { type Status, statusOf } from "./rows.ts";

export interface LetterList {
  /** Newest first; `page` from 0, twenty each. */
  list(userId: string, page?: number): Promise<LetterPage>;
  /**
   * Which letter is meant by an id or by a company, a title or both, as typed; by nothing, when there is only one, that one.
   * Several otherwise. UserErrors: letter-none, letter-unknown.
   */
  find(userId: string, typed: string | undefined): Promise<Found>;
  /** The newest letters that have the typed words in their names, at most 25. */
  suggest(userId: string, typed: string): Promise<readonly LetterName[]>;
}

export interface LetterName {
  readonly id: string;
  readonly company: string;
  readonly title: string;
  readonly status: Status;
  readonly createdAt: Date;
}

export interface LetterPage {
  readonly letters: readonly LetterName[];
  readonly page: number;
  readonly pages: number;
  readonly total: number;
}

export type Found =
  | { readonly kind: "one"; readonly id: string }
  | { readonly kind: "several"; readonly letters: readonly LetterName[] };

const PAGE = 20;
const MAX_SUGGESTED = 25;

export function createList(db: Database): LetterList {
  const select = { id: true, companyName: true, jobTitle: true, status: true, createdAt: true } as const;
  const orderBy = [{ createdAt: "desc" as const }, { id: "desc" as const }];

  async function matching(userId: string, typed: string): Promise<LetterName[]> {
    const rows = await db.coverLetter.findMany({ where: { userId }, select, orderBy, take: 500 });
    const words = wordsOf(typed);
    return rows.map(nameOf).filter(({ company, title }) => {
      const name = wordsOf(`${title} ${company}`).join(" ");
      return words.every((word) => name.includes(word));
    });
  }

  return {
    async list(userId, page = 0) {
      const total = await db.coverLetter.count({ where: { userId } });
      const pages = Math.max(1, Math.ceil(total / PAGE));
      const at = Math.min(page, pages - 1);
      const rows = await db.coverLetter.findMany({ where: { userId }, select, orderBy, skip: at * PAGE, take: PAGE });
      return { letters: rows.map(nameOf), page: at, pages, total };
    },

    async find(userId, typed) {
      const wanted = typed?.trim() ?? "";
      const all = await matching(userId, "");
      if (all.length === 0) throw new UserError("letter-none", {});
      const byId = all.find(({ id }) => id === wanted);
      if (byId) return { kind: "one", id: byId.id };
      const found = wanted === "" ? all : await matching(userId, wanted);
      const [first, ...others] = found;
      if (!first) throw new UserError("letter-unknown", { typed: wanted });
      return others.length === 0
        ? { kind: "one", id: first.id }
        : { kind: "several", letters: found.slice(0, MAX_SUGGESTED) };
    },

    suggest: async (userId, typed) => (await matching(userId, typed)).slice(0, MAX_SUGGESTED),
  };
}

function nameOf(row: {
  id: string;
  companyName: string;
  jobTitle: string;
  status: string;
  createdAt: Date;
}): LetterName {
  const { id, companyName: company, jobTitle: title, status, createdAt } = row;
  return { id, company, title, status: statusOf(status), createdAt };
}

function wordsOf(text: string): string[] {
  return (
    text
      .normalize("NFKC")
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  );
}
