import { isPersonServed } from "./lexicon.ts";
import type { Reading } from "./source.ts";
import { isDeed } from "./verbs.ts";

export type Kind = keyof typeof RESERVES;

export interface Reserve {
  readonly kind: Kind;
  readonly at: number;
  readonly scope: readonly number[];
}

/** Words of reserve by what they hold back. A text keeps the reserve with any word of the same line. */
export const RESERVES = {
  part: /^(?:help(?:ed|ing|s)?|assist(?:ed|ing|s|ance)?|support(?:ed|ing|s)?|aid(?:ed|ing)|contribut(?:e|ed|ing|ion|ions)|participat(?:e|ed|ing|ion)|involved|involvement|shadow(?:ed|ing)|observ(?:ed|ing)|part|belong(?:ed|s)?|member|collaborat(?:e|ed|ing|ion)|supervised|supervision|jointly|co|took part|lent)$/,
  not: /^(?:not|never|no|without|neither|nor|hardly|barely|cannot|nobody|none|unable|failed|(?:did|do|does|was|were|have|has|had|could|would|can)nt|zero|non)$/,
  almost: /^(?:almost|nearly)$/,
  attempt:
    /^(?:tr(?:y|ied|ying)|attempt(?:ed|ing)?|plann?ed to|hop(?:e|ed|ing)|want(?:ed|ing)?|intend(?:ed|ing)?|aim(?:ed|ing)?|propos(?:e|ed|ing|al)|suggest(?:ed|ing|ion|ions)?|recommend(?:ed|ing|ation|ations)?|pitch(?:ed|ing)?|aspir(?:e|ed|ing)|wish(?:ed)?|would|could|offered|nominated|applied|nomination|declined|refused|prospective|potential)$/,
  learning:
    /^(?:learn(?:ed|ing|t)?|studying|studied|pursuing|toward|towards|enrol(?:l)?ed|unfinished|incomplete|ongoing|expected|beginner|basic|basics|introductory|exposure|familiar|familiarity|candidate|coursework|shadowed|elementary|conversational|intermediate|progress|started|began|begun|apprenticeship|trained)$/,
  sometimes: /^(?:sometimes|occasional|occasionally|rarely|seldom|once)$/,
  partly: /^(?:partly|partially|mostly|mainly|primarily|chiefly|largely|predominantly|some|most|half)$/,
} as const;

export function reservesIn(fact: Reading): readonly Reserve[] {
  const known = memory.get(fact);
  if (known) return known;
  const { words } = fact;
  const found = words.flatMap((_, at) => {
    const kind = kindAt(fact, at);
    if (!kind) return [];
    if (kind === "part" && servesPeople(fact, at)) return [];
    return [{ kind, at, scope: scopeOf(words, at, kind) }];
  });
  memory.set(fact, found);
  return found;
}

const STUDY = /degree|certif|diploma|bachelor|master|licen|course|studies|apprenticeship|doctorate|phd|training/;

const memory = new WeakMap<Reading, readonly Reserve[]>();

export function kindAt({ words }: Reading, at: number): Kind | undefined {
  const word = words[at];
  if (!word) return undefined;
  const [before, next] = [words[at - 1]?.key ?? "", words[at + 1]?.key ?? ""];
  if (word.key === "part" && next !== "of" && next !== "in") return undefined;
  if (word.key === "member" && next !== "of") return undefined;
  if (word.key === "support" && !/^(?:to|i|and|we)$/.test(before) && at > 0) return undefined;
  if (/^(?:some|most|half)$/.test(word.key) && !/^(?:of|experience|knowledge)$/.test(next)) return undefined;
  if (/^(?:supervised|supervision)$/.test(word.key) && !(next === "by" || before === "under" || next === "of"))
    return undefined;
  if (word.key === "supervision" && before !== "under" && words[at - 2]?.key !== "under") return undefined;
  if (/^(?:trained|apprenticeship|learned|studied|coursework)$/.test(word.key)) return undefined;
  if (/^(?:would|could)$/.test(word.key) && next !== "have") return undefined;
  if (/^(?:offered|applied)$/.test(word.key) && !(before === "was" || next === "for")) return undefined;
  if (
    /^(?:started|began|begun)$/.test(word.key) &&
    !STUDY.test(
      words
        .slice(at, at + 5)
        .map(({ key }) => key)
        .join(" "),
    )
  )
    return undefined;
  if (word.key === "once" && /^(?:an?|per|every|each)$/.test(next)) return undefined;
  if (word.key === "no" && /^(?:longer|more|fewer|less)$/.test(next)) return undefined;
  if (word.key === "not" && (next === "only" || /^\d/.test(next))) return undefined;
  if (/^(?:almost|nearly)$/.test(word.key) && /^\d/.test(words[at + 1]?.text ?? "")) return undefined;
  if (word.key === "observed" && !/^(?:the|a|an|how|senior|experienced|other|staff|classes|lessons)$/.test(next))
    return undefined;
  if (
    /^(?:toward|towards)$/.test(word.key) &&
    !/degree|certif|diploma|bachelor|master|licen/.test(
      words
        .slice(at, at + 5)
        .map(({ key }) => key)
        .join(" "),
    )
  )
    return undefined;
  if (/^(?:basic|elementary)$/.test(word.key) && /^(?:life|school|training|education|course)$/.test(next))
    return undefined;
  for (const kind of Object.keys(RESERVES) as Kind[]) if (RESERVES[kind].test(word.key)) return kind;
  if (word.key === "planned" && next === "to") return "attempt";
  if (word.key === "going" && next === "to" && !/^(?:the|an?|my|our|their|his|her)$/.test(words[at + 2]?.key ?? ""))
    return "attempt";
  return undefined;
}

/** "Helped customers find shoes" is the work itself; "helped the chef", "helped with the harvest" is a part in it. */
function servesPeople({ words }: Reading, at: number): boolean {
  if (!/^(?:help|assist|support|aid)/.test(words[at]?.key ?? "")) return false;
  for (let next = at + 1; next <= at + 4; next += 1) {
    const word = words[next];
    if (!word || /^(?:with|in|to|at|on)$/.test(word.key)) return false;
    if (isPersonServed(word.bases)) return true;
  }
  return false;
}

/** To the end of the sentence, or to the next deed that stands beside the reserved one. */
export function scopeOf(words: Reading["words"], at: number, kind: Kind): number[] {
  const scope: number[] = [];
  const gerunds = words.slice(at + 1, at + 5).some(({ key }) => /ing$/.test(key) && isDeed(key));
  for (let next = at + 1; next < words.length && words[next]?.sentence === words[at]?.sentence; next += 1) {
    const word = words[next];
    if (!word || /[;()–—]/.test(word.gap) || (/^(?:but|although)$/.test(word.key) && kind !== "part")) break;
    const before = words[next - 1]?.key ?? "";
    const beside = /^(?:and|or|but|then|also|plus)$/.test(before) || /,/.test(word.gap);
    if (beside && isDeed(word.key) && !(gerunds && /ing$/.test(word.key))) break;
    if (kind === "not" && next > at + 6) break;
    scope.push(next);
  }
  // "Used SQL sometimes", "was asked to join but declined".
  if ((kind === "sometimes" && scope.length === 0) || /^(?:declined|refused)$/.test(words[at]?.key ?? "")) {
    return words
      .map((_, index) => index)
      .filter((index) => index < at && words[index]?.sentence === words[at]?.sentence);
  }
  // "Wired sockets under the supervision of a master electrician": here the reserve follows.
  if (/^(?:supervised|supervision)$/.test(words[at]?.key ?? "")) {
    return words.map((_, index) => index).filter((index) => index < at && words[index]?.clause === words[at]?.clause);
  }
  return scope;
}

export function phraseKeeps(text: Reading, at: number, kind: Kind): boolean {
  const bases = text.phraseAt.get(at)?.bases ?? [];
  if (kind === "part") return bases.includes("participate") || bases.includes("member");
  if (kind === "not")
    return (
      bases.includes("walkin") ||
      /^(?:free|avoid\w*|prevent\w*|missing|lack\w*|absent|un[a-z]{4,}|in(?:complete|correct))$/.test(
        text.words[at]?.key ?? "",
      )
    );
  if (kind === "sometimes") return /^(?:needed|necessary|required|times)$/.test(text.words[at]?.key ?? "");
  if (kind === "attempt")
    return (
      /^(?:plan|plans|idea|ideas|draft|drafted|to)$/.test(text.words[at]?.key ?? "") && text.words[at]?.key !== "to"
    );
  return false;
}
