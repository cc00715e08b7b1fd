import type { Invention } from "./guard.ts";
import { isFree, isPersonServed } from "./lexicon.ts";
import { TIME_UNITS } from "./lists/time.ts";
import { means, type Reading, type Source, saidAt } from "./source.ts";
import { isDeed } from "./verbs.ts";

/** What the source says with a reserve ("helped plan", "not", "almost", "tried to") and the text without it. */
export function droppedReserves(text: Reading, source: Source): Invention[] {
  const found: Invention[] = [];
  for (const fact of source.facts) {
    for (const reserve of reservesIn(fact)) {
      const near = reserve.scope.filter(
        (at) => isSpecific(fact, at) && text.said.some((said) => means(said, saidAt(fact, at))),
      );
      const scope = near.filter((at) => !saidElsewhere(fact, at, { reserve, source }));
      if (scope.length === 0) continue;
      const quote = boldly(text, { fact, scope, reserve, source });
      if (quote) found.push({ kind: "claim", quote });
    }
  }
  return [...found, ...addedDenials(text, source)];
}

/** A "never" or "without" of something that the source does not deny. */
function addedDenials(text: Reading, source: Source): Invention[] {
  return text.words.flatMap((word, at) => {
    if (!RESERVES.not.test(word.key) || kindAt(text, at) !== "not" || text.masked?.has(at)) return [];
    const denied = scopeOf(text.words, at, "not").filter((index) => isSpecific(text, index));
    const first = denied[0];
    if (first === undefined) return [];
    const said = source.facts.some((fact) =>
      fact.words.some(
        (_, index) =>
          (kindAt(fact, index) === "not" || phraseKeeps(fact, index, "not")) &&
          [index, ...scopeOf(fact.words, index, "not")].some((other) =>
            means(saidAt(text, first), saidAt(fact, other)),
          ),
      ),
    );
    return said ? [] : [{ kind: "claim" as const, quote: word.text }];
  });
}

type Kind = keyof typeof RESERVES;

interface Reserve {
  readonly kind: Kind;
  readonly at: number;
  readonly scope: readonly number[];
}

/** Words of reserve by what they hold back. A text keeps the reserve with any word of the same line. */
const RESERVES = {
  part: /^(?:help(?:ed|ing|s)?|assist(?:ed|ing|s|ance)?|support(?:ed|ing|s)?|aid(?:ed|ing)|contribut(?:e|ed|ing|ion|ions)|participat(?:e|ed|ing|ion)|involved|involvement|shadow(?:ed|ing)|observ(?:ed|ing)|part|belong(?:ed|s)?|member|collaborat(?:e|ed|ing|ion)|supervised|supervision|jointly|co|took part|lent)$/,
  not: /^(?:not|never|no|without|neither|nor|hardly|barely|cannot|nobody|none|unable|failed|(?:did|do|does|was|were|have|has|had|could|would|can)nt|zero|non)$/,
  almost: /^(?:almost|nearly)$/,
  attempt:
    /^(?:tr(?:y|ied|ying)|attempt(?:ed|ing)?|plann?ed to|hop(?:e|ed|ing)|want(?:ed|ing)?|intend(?:ed|ing)?|aim(?:ed|ing)?|propos(?:e|ed|ing|al)|suggest(?:ed|ing|ion|ions)?|recommend(?:ed|ing|ation|ations)?|pitch(?:ed|ing)?|aspir(?:e|ed|ing)|wish(?:ed)?|would|could|offered|nominated|applied|nomination|declined|refused)$/,
  learning:
    /^(?:learn(?:ed|ing|t)?|studying|studied|pursuing|toward|towards|enrol(?:l)?ed|unfinished|incomplete|ongoing|expected|beginner|basic|basics|introductory|exposure|familiar|familiarity|candidate|coursework|shadowed|elementary|conversational|intermediate|progress|started|began|begun|apprenticeship|trained)$/,
  sometimes: /^(?:sometimes|occasional|occasionally|rarely|seldom|once)$/,
  partly: /^(?:partly|partially|mostly|mainly|some|most|half)$/,
} as const;

function reservesIn(fact: Reading): readonly Reserve[] {
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

function kindAt({ words }: Reading, at: number): Kind | undefined {
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
  if (word.key === "not" && next === "only") return undefined;
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
  if (word.key === "going" && next === "to") return "attempt";
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
function scopeOf(words: Reading["words"], at: number, kind: Kind): number[] {
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

function isSpecific(fact: Reading, at: number): boolean {
  const key = fact.words[at]?.key ?? "";
  return key.length > 2 && !TIME_UNITS.has(key) && !isFree(key, "bullet");
}

function saidElsewhere(fact: Reading, at: number, { reserve, source }: { reserve: Reserve; source: Source }): boolean {
  const word = fact.words[at];
  if (!word) return true;
  return source.facts.some((other) =>
    other.words.some((said, index) => {
      if (other === fact && (index === reserve.at || reserve.scope.includes(index))) return false;
      return said.bases.some((base) => word.bases.includes(base));
    }),
  );
}

/** What of the scope the text says outside every reserve of the kind. */
function boldly(text: Reading, { fact, scope, reserve, source }: Bold): string | undefined {
  const { kind } = reserve;
  const held = new Set<number>();
  text.words.forEach((word, at) => {
    if (!RESERVES[kind].test(word.key) && !phraseKeeps(text, at, kind)) return;
    const supervised = /^supervis/.test(word.key);
    for (let next = 0; next < text.words.length; next += 1) {
      const other = text.words[next];
      if (supervised && other?.sentence === word.sentence) held.add(next);
      if (other && (other.clause === word.clause || scopeOf(text.words, at, kind).includes(next))) held.add(next);
    }
  });
  for (let at = 0; at < text.words.length; at += 1) {
    if (held.has(at) || !isSpecific(text, at)) continue;
    if (
      scope.some((said) => means(saidAt(text, at), saidAt(fact, said))) &&
      !outside(text, at, { fact, scope, reserve, source })
    )
      return text.words[at]?.text;
  }
  return undefined;
}

interface Bold {
  readonly fact: Reading;
  readonly scope: readonly number[];
  readonly reserve: Reserve;
  readonly source: Source;
}

/** Whether the source says the word without the reserve as well. */
function outside(text: Reading, at: number, { fact, reserve, source }: Bold): boolean {
  return source.facts.some((other) =>
    other.words.some(
      (_, index) =>
        !(other === fact && (index === reserve.at || reserve.scope.includes(index))) &&
        isSpecific(other, index) &&
        means(saidAt(text, at), saidAt(other, index)),
    ),
  );
}

function phraseKeeps(text: Reading, at: number, kind: Kind): boolean {
  const bases = text.phraseAt.get(at)?.bases ?? [];
  if (kind === "part") return bases.includes("participate") || bases.includes("member");
  if (kind === "not")
    return /^(?:free|avoid\w*|prevent\w*|missing|lack\w*|absent|un[a-z]{4,}|in(?:complete|correct))$/.test(
      text.words[at]?.key ?? "",
    );
  if (kind === "sometimes") return /^(?:needed|necessary|required|times)$/.test(text.words[at]?.key ?? "");
  if (kind === "attempt")
    return (
      /^(?:plan|plans|idea|ideas|draft|drafted|to)$/.test(text.words[at]?.key ?? "") && text.words[at]?.key !== "to"
    );
  return false;
}
