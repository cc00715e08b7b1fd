import { writtenInside } from "../resume/match/vocabulary.ts";
import { openingOf } from "../resume/score/opening.ts";

/** "a" or "an", by how the word is said: "an MBA", "a European award", "an 18-month project". */
export function article(words: string): "a" | "an" {
  const [word = ""] = words.replace(/^["“'‘(]/, "").split(/[\s\-/,.]/);
  if (/^\d/.test(word)) return /^(?:8|11|18)(?!\d)|^8\d/.test(word) ? "an" : "a";
  if (/^\p{Lu}[\p{Lu}\p{N}&]*$/u.test(word) || /^\p{Lu}{2,}/u.test(word))
    return /^[AEFHILMNORSX]/.test(word) ? "an" : "a";
  if (/^(?:uni(?![nm])|use|usu|eu|one\b|once\b|ur[ai]|ubi|utili)/i.test(word)) return "a";
  if (/^(?:hour|honest|honou?r|heir)/i.test(word)) return "an";
  return /^[aeiou]/i.test(word) ? "an" : "a";
}

/** "a, b and c" */
export function listed(items: readonly string[]): string {
  if (items.length < 2) return items[0] ?? "";
  // An item with an "and" of its own is kept apart from the others.
  const last = items.slice(0, -1).some((item) => / and /.test(item)) ? ", and " : " and ";
  return items.slice(0, -1).join(", ") + last + items.at(-1);
}

export function sentence(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  const start = line.charAt(0).toUpperCase() + line.slice(1);
  return /[.!?]["”’)]?$/.test(start) ? start : `${start}.`;
}

/** An entry of a list of skills as it stands within a sentence: names keep their capitals, common words lose them. */
export function inside(skill: string): string {
  const text = skill
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[.;,:]+$/, "");
  const known = writtenInside(text);
  // The lists write the start of some common phrases with a capital; a resume that does not knows better.
  if (known !== undefined)
    return /^\p{Ll}/u.test(text) && !/^\p{Lu}+$/u.test(known) && text.includes(" ") ? text : known;
  const [first = "", ...rest] = text.split(" ");
  if (!/^\p{Lu}\p{Ll}+$/u.test(first) || NAMES.test(first)) return text;
  if (rest.some((word) => /^\p{Lu}/u.test(word))) return text;
  const common =
    rest.length > 0 || /(?:ing|ery|ment|tion|sion|ics|ance|ence|ship|ness|ity|logy|graphy|work|care)$/.test(first);
  return common ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

/** Whether a term of an ad can follow "you ask for": not "arrange services", which is a deed. */
export function isNoun(term: string): boolean {
  const words = term.trim().split(/\s+/);
  if (words.length > 4 || words[0] === "") return false;
  const opening = openingOf(`${words[0]} it`);
  return opening.kind === "none" || opening.kind === "gerund";
}

/** Languages and nations, which keep their capitals wherever they stand. */
const NAMES =
  /^(?:English|French|German|Spanish|Portuguese|Italian|Irish|Welsh|Scottish|British|American|Canadian|Australian|Dutch|Polish|Russian|Ukrainian|Arabic|Hebrew|Chinese|Japanese|Korean|Hindi|Turkish|Greek|Swedish|Norwegian|Danish|Finnish|Czech|Mandarin|Cantonese|Vietnamese|Swahili|European|Asian|African|Adobe|Microsoft|Google|Amazon|Apple|Oracle|Lean|Agile|Swiss|Latin|Creole|Haitian|Urdu|Bengali|Tagalog|Persian|Romanian|Hungarian)$/;
