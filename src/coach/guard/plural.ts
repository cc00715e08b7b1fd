import type { Invention } from "./guard.ts";
import { TIME_UNITS } from "./lists/time.ts";
import type { Reading, Source } from "./source.ts";

/** "Planned summer fairs" where the source tells of one. What happens daily or weekly is many in any number. */
export function multiplied(text: Reading, source: Source): Invention[] {
  return text.words.flatMap((word, at) => {
    if (!/[a-z]{3}s$/.test(word.text) || /(?:ss|us|is|ics)$/.test(word.text) || text.masked?.has(at)) return [];
    if (TIME_UNITS.has(word.key)) return [];
    if (/^(?:a|an|one|each|every|1)$/.test(text.words[at - 1]?.key ?? "")) return [];
    const singles = word.bases.filter((base) => base.length < word.key.length);
    if (!singles.some((base) => source.bases.has(base))) return [];
    const places = source.facts.flatMap(({ words }) =>
      words.flatMap((said, index) => (said.bases.some((base) => singles.includes(base)) ? [{ words, index }] : [])),
    );
    const single = places.length > 0 && places.every(({ words, index }) => isSingle(words, index));
    return single ? [{ kind: "claim" as const, quote: word.text }] : [];
  });
}

function isSingle(words: Reading["words"], at: number): boolean {
  const said = words[at];
  if (!said || /s$/.test(said.key)) return false;
  if (words.some(({ key, sentence }) => sentence === said.sentence && REPEATED.test(key))) return false;
  for (let before = at - 1; before >= at - 3 && before >= 0; before -= 1) {
    const key = words[before]?.key ?? "";
    if (/^(?:an?|one|single)$/.test(key)) {
      // The article must be of this noun, the last of its group.
      const next = words[at + 1];
      return (
        next === undefined ||
        !/^[ -]$/.test(next.gap) ||
        /^(?:for|with|in|at|on|to|of|and|that|which|who|from|by|where|when|as|into|during|after|before|so|while|because)$/.test(
          next.key,
        )
      );
    }
    if (/^(?:the|my|our|their|for|with|in|at|on|to|of|and|from|by)$/.test(key)) return false;
  }
  return false;
}

const REPEATED =
  /^(?:daily|weekly|monthly|yearly|annual|annually|nightly|hourly|quarterly|every|each|per|regular|regularly|often|always|day|days|shift|shifts|week|weeks|month|months|year|years|mondays|tuesdays|wednesdays|thursdays|fridays|saturdays|sundays)$/;
