import type { Invention } from "./guard.ts";
import { POLITE } from "./lists/polite.ts";
import { type Reading, read, type Source } from "./source.ts";
import { isDeed } from "./verbs.ts";

/**
 * The ad's company and title among the words: they may be named where the letter applies, and nowhere in what the person
 * says to have been or done.
 */
export function withMasks(
  reading: Reading,
  names: readonly string[],
  { source, register }: { readonly source: Source; readonly register: "bullet" | "letter" },
): { reading: Reading; misused: Invention[] } {
  const masked = new Set<number>();
  for (const phrase of register === "letter" || names.length > 0 ? POLITE : []) {
    for (const from of placesOf(reading, phrase))
      for (let at = from; at < from + phrase.length; at += 1) masked.add(at);
  }
  const misused: Invention[] = [];
  for (const name of [...names].sort((a, b) => b.length - a.length)) {
    const parts = read(name).words;
    if (parts.length === 0) continue;
    for (const from of placesOf(reading, parts)) {
      const to = from + parts.length - 1;
      if (masked.has(from)) continue;
      const applying = isApplying(reading, from, to);
      // What the sources name too is held to them: "with the head chef" makes nobody one.
      if (!applying && isOwn(parts, source)) continue;
      if (!applying)
        misused.push({ kind: "claim", quote: reading.text.slice(reading.words[from]?.start, reading.words[to]?.end) });
      for (let at = from; at <= to; at += 1) masked.add(at);
    }
  }
  return { reading: { ...reading, masked }, misused };
}

function placesOf({ words }: Reading, parts: readonly { readonly key: string }[]): number[] {
  return words.map((_, at) => at).filter((at) => parts.every((part, offset) => words[at + offset]?.key === part.key));
}

function isOwn(parts: Reading["words"], source: Source): boolean {
  return source.facts.some((fact) => placesOf(fact, parts).length > 0);
}

/** The nearest verb before the name decides, and where there is none, those behind it. */
function isApplying({ words }: Reading, from: number, to: number): boolean {
  const sentence = words[from]?.sentence;
  // "Your firm, where I worked".
  if (
    /^(?:where|which|whose|that)$/.test(words[to + 1]?.key ?? "") &&
    words[to + 2]?.key === "i" &&
    !/^(?:would|could|can|might|will|hope|want|know|admire|like|find|see)$/.test(words[to + 3]?.key ?? "")
  )
    return false;
  if (/^(?:my|our|former|previous|current|ex)$/.test(words[from - 1]?.key ?? "")) return false;
  for (let at = from - 1; at >= 0 && words[at]?.sentence === sentence && at > from - 30; at -= 1) {
    const word = words[at];
    if (!word) break;
    if (APPLYING.test(word.key)) return true;
    if (
      PAST_NOUN.test(word.key) &&
      !/^(?:this|that|such|same|more)$/.test(words[at - 1]?.key ?? "") &&
      from - at <= 3 &&
      words[from - 1]?.key !== "to" &&
      words[at - 1]?.key !== "to"
    )
      return false;
    if (PAST.test(word.key) || (isDeed(word.key) && !/ing$/.test(word.key))) return false;
  }
  for (let at = to + 1; at < words.length && words[at]?.sentence === sentence && at < to + 12; at += 1) {
    const word = words[at];
    if (!word) break;
    if (APPLYING.test(word.key)) return true;
    if (PAST.test(word.key) || PAST_NOUN.test(word.key) || isDeed(word.key) || /^(?:i|my)$/.test(word.key))
      return /^(?:i)$/.test(word.key) && APPLYING.test(words[at + 1]?.key ?? "");
  }
  // An address, a subject line, a salutation.
  return (
    words.filter((word) => word.sentence === sentence).length <= 12 &&
    !words.some(({ key, sentence: own }) => own === sentence && /^(?:i|my|as)$/.test(key))
  );
}

const APPLYING =
  /^(?:would|could|can|will|id|like|apply|applying|application|applicant|position|role|post|opening|vacancy|opportunity|join|joining|ready|interest|interests|interested|your|you|look|looking|bring|contribute|welcome|keen|glad|pleased|happy|enjoy|love|hope|excited|delighted|dear|want|become|becoming|fits?|ad|advertisement|start|attracts?|attracted|draws?|appeals?|drawn|needs?|asks?|seeks?|wants?|next|wurde|mochte|gerne?|bewerbe|bewerbung|stelle|freue|konnte|serais|rejoindre|souhaite|souhaiterais|voudrais|aimerais|poste|candidature|postule|votre|gustaria|quisiera|puesto|solicito|incorporarme|vorrei|candidatura|posizione|gostaria|vaga|graag|zou|wil|solliciteer|functie)$/;

const PAST_NOUN = /^(?:time|years|months|experience|employment|tenure|career|job|work|role|shifts?|colleagues?)$/;

const PAST =
  /^(?:was|were|been|am|worked|served|spent|employed|held|promoted|while|during|since|had|travaille|travaillais|etais|gearbeitet|arbeitete|war|habe|trabaje|trabajaba|lavorato|lavoravo|trabalhei|werkte|gewerkt)$/;
