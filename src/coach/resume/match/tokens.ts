/** A word of a text with what it is compared by. */
export interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Lower case, no accents, no plural. */
  readonly singular: string;
  /** The same without -ing, -ed and a last e: "read" for "reading". Phrases are compared by it. */
  readonly stem: string;
}

/**
 * Words of a text, where C++, C#, .NET, Node.js and R&D are one each, and tractor-trailer, CI/CD and HTML/CSS are two. Latin
 * words are cut from the letters of other scripts beside them.
 */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const singular = singularOf(word);
    tokens.push({ text: word, start: index, end: index + word.length, singular, stem: stemOf(singular) });
  }
  return tokens;
}

/** What ads and resumes may carry unseen: markup, scripts, comments, zero-width and direction characters, odd forms of letters. */
export function visibleText(text: string): string {
  if (ONLY_VISIBLE.test(text)) return text.replace(/ {2,}/g, " ");
  return text
    .normalize("NFKC")
    .replace(/\r\n?/g, "\n")
    .replace(/<!--[\s\S]*?(?:-->|$)/g, " ")
    .replace(/<(script|style)\b[^<>]{0,300}>[\s\S]*?(?:<\/\1>|$)/gi, " ")
    .replace(/<\/?(?:br|p|li|ul|ol|div|h[1-6]|tr)\b[^<>]{0,300}>/gi, "\n")
    .replace(/<[a-z/][^<>]{0,300}>/gi, " ")
    .replace(/&(amp|nbsp);/g, (_, name) => (name === "amp" ? "&" : " "))
    .replace(/[\p{Cf}\p{Co}]|(?![\n\t])\p{Cc}/gu, "")
    .replace(/[^\S\n]+/g, " ");
}

/** One line of ASCII without the letters that begin markup: most lines of most resumes. */
const ONLY_VISIBLE = /^[ -%'-;=-~]*$/;

const WORD =
  /\.NET\b|[\p{Script=Latin}\p{N}](?:[\p{Script=Latin}\p{M}\p{N}]|['’](?=\p{Script=Latin})|[.&](?=[\p{Script=Latin}\p{N}]))*(?:\+{1,2}|#)?(?![\p{Script=Latin}\p{N}])|[\p{L}\p{M}](?:(?!\p{Script=Latin})[\p{L}\p{M}])*/gu;

/** Most words: nothing to take off. */
const PLAIN = /^[A-Za-z0-9]+$/;

function singularOf(word: string): string {
  if (/^[A-Z0-9]{2,}s$/.test(word)) return word.slice(0, -1).toLowerCase();
  const plain = PLAIN.test(word)
    ? word.toLowerCase()
    : word.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/['’]/g, "");
  // "B.Sc" and "e.g": letters with dots between them.
  const key = /^[a-z]{1,2}(?:\.[a-z]{1,2})+$/.test(plain) ? plain.replaceAll(".", "") : plain;
  if (key.length < 4 || !/^[a-z]+s$/.test(key) || /(?:ss|us|is|ics)$/.test(key)) return key;
  if (/[^aeiou]ies$/.test(key) && key.length > 4) return `${key.slice(0, -3)}y`;
  return key.slice(0, /(?:ss|x|ch|sh)es$/.test(key) ? -2 : -1);
}

function stemOf(word: string): string {
  if (!/^[a-z]{5,}$/.test(word)) return word.length > 4 ? word.replace(/e$/, "") : word;
  const cut = word.replace(/(?:ing|ed)$/, "");
  const stem = cut.length >= 3 && /[aeiouy]/.test(cut) ? cut.replace(/([bdfgmnprt])\1$/, "$1") : word;
  return stem.length > 3 ? stem.replace(/e$/, "") : stem;
}
