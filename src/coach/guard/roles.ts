import type { Invention } from "./guard.ts";
import { isPersonAtWork } from "./lexicon.ts";
import { LESSER, RANKS } from "./lists/titles.ts";
import type { Reading, Source } from "./source.ts";
import { isDeed } from "./verbs.ts";

/** Titles that the text gives to the person and the source does not: somebody else's, a higher one, one without its "assistant". */
export function unsaidRoles(text: Reading, source: Source): Invention[] {
  return rolesIn(text)
    .filter((role) => !isMasked(text, role) && !isHeld(text, role, source))
    .map(({ from, to }) => ({ kind: "title", quote: text.text.slice(text.words[from]?.start, text.words[to]?.end) }));
}

interface Role {
  readonly from: number;
  readonly to: number;
}

/** "Project manager for ...", "As a project manager, ...", "worked as project manager", "I am a project manager". */
function rolesIn(text: Reading): Role[] {
  const { words } = text;
  return words.flatMap((word, at) => {
    const before = words[at - 1];
    const lead = before?.key ?? "";
    const afterAs = lead === "as" || (/^(?:an?|the)$/.test(lead) && words[at - 2]?.key === "as");
    const afterBe =
      /^(?:an?|the)$/.test(lead) && /^(?:am|was|im|been|be|became|become|being)$/.test(words[at - 2]?.key ?? "");
    const isBare = /^(?:am|was|im|been|become|being)$/.test(lead);
    const promoted = lead === "to" && /^(?:promoted|advanced|rose)$/.test(words[at - 2]?.key ?? "");
    if (!word.opensSentence && !afterAs && !afterBe && !isBare && !promoted && !/^(?:became|titled)$/.test(lead))
      return [];
    const role = roleFrom(text, at) ?? (word.opensSentence ? undefined : rankedFrom(text, at));
    if (!role) return [];
    const next = words[role.to + 1];
    if (word.opensSentence && next && !isRoleEnd(next)) return [];
    return [role];
  });
}

function isRoleEnd(next: Reading["words"][number]): boolean {
  return (
    /[,;:(.–—]/.test(next.gap) ||
    /^(?:for|of|at|with|in|on|who|and|to|responsible|during|from|since)$/.test(next.key) ||
    (isDeed(next.key) && /ing$/.test(next.key))
  );
}

/** Up to five words that end in what somebody is. */
function roleFrom({ words }: Reading, from: number): Role | undefined {
  let last: number | undefined;
  for (let at = from; at < from + 6; at += 1) {
    const word = words[at];
    if (!word || (at > from && /[,;:()–—]|[.!?]\s/.test(word.gap))) break;
    if (
      /^(?:as|of|for|at|with|in|on|to|by|from|the|a|an|i|who|and|my|part|member|well)$/.test(word.key) ||
      (isDeed(word.key) && !isPersonAtWork(word.bases))
    )
      break;
    if ((isPersonAtWork(word.bases) && !/s$/.test(word.key)) || DOER.test(word.key)) last = at;
  }
  return last === undefined ? undefined : { from, to: last };
}

/** "A senior whatever": a rank makes a title of any word that follows it. */
function rankedFrom({ words }: Reading, at: number): Role | undefined {
  const next = words[at + 1];
  if (!next || !HIGHER.test(words[at]?.key ?? "") || !/^[ -]$/.test(next.gap)) return undefined;
  return { from: at, to: at + 1 };
}

const HIGHER = /^(?:senior|head|lead|chief|principal|executive|master|vice|deputy|general)$/;

const DOER =
  /(?:[a-z]{3}tor|[a-z]{3}visor|[a-z]{4}eer|[a-z]{3}keeper|[a-z]{3}maker|[a-z]{3}master|manager|director|president|officer|lead|leader|head|chief|engineer|[a-z]{3}ist|[a-z]{3}ician|analyst|boss|owner|founder|partner|chef|supervisor|coordinator|executive|specialist|expert|professor|principal|captain|chair|chairman|chairwoman|chairperson|attorney|nurse|ceo|cto|cfo|vp)$/;

function isMasked({ masked }: Reading, { from, to }: Role): boolean {
  return masked !== undefined && (masked.has(from) || masked.has(to));
}

function isHeld(text: Reading, { from, to }: Role, source: Source): boolean {
  const role = text.words.slice(from, to + 1);
  const core = PLAIN.test(role.at(-2)?.key ?? "") ? role.slice(-1) : role.slice(-2);
  const ranks = role.filter(({ key }) => RANKS.has(key));
  return source.facts.some(({ words }) =>
    words.some((_, end) => {
      const start = end - core.length + 1;
      if (start < 0 || !core.every((word, at) => same(word, words[start + at]))) return false;
      const next = words[end + 1];
      if (next && /^[ -]$/.test(next.gap) && /\p{L}/u.test(next.text) && isPartOfTitle(next.key)) return false;
      const first = firstOfTitle(words, start);
      const title = words.slice(first, end + 1);
      const before = words[first - 1];
      const own =
        before === undefined ||
        words[first]?.opensSentence ||
        /:/.test(words[first]?.gap ?? "") ||
        /^(?:as|to|became|am|was)$/.test(before.key) ||
        (/^(?:an?|the)$/.test(before.key) && /^(?:as|was|am|became)$/.test(words[first - 2]?.key ?? ""));
      const lesser = title.filter(({ key }) => LESSER.has(key));
      return (
        own &&
        ranks.every((rank) => title.some((word) => same(rank, word))) &&
        lesser.every((less) => role.some((word) => same(less, word))) &&
        role.slice(0, -2).every((word) => words.some((said) => same(word, said)))
      );
    }),
  );
}

const PLAIN = /^(?:sole|only|new|freelance|parttime|time|night|weekend|seasonal|summer|former|student)$/;

function isPartOfTitle(key: string): boolean {
  return isPersonAtWork([key]) || DOER.test(key) || LESSER.has(key);
}

function firstOfTitle(words: Reading["words"], start: number): number {
  let first = start;
  while (
    first > 0 &&
    /^[ -]$/.test(words[first]?.gap ?? "") &&
    !/^(?:as|an?|the|to|of|for|with|by|was|am|became|my|under|and|at|in)$/.test(words[first - 1]?.key ?? "") &&
    !isDeed(words[first - 1]?.key ?? "")
  )
    first -= 1;
  return first;
}

function same(one: { bases: readonly string[] } | undefined, other: { bases: readonly string[] } | undefined): boolean {
  return one !== undefined && other !== undefined && one.bases.some((base) => other.bases.includes(base));
}
