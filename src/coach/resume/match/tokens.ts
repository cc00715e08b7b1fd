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
  return [...text.matchAll(WORD)].map((match) => {
    const singular = singularOf(match[0]);
    return { text: match[0], start: match.index, end: match.index + match[0].length, singular, stem: stemOf(singular) };
  });
}

/** What ads and resumes may carry unseen: markup, comments, zero-width and direction characters, odd forms of letters. */
export function visibleText(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/\r\n?/g, "\n")
    .replace(/<!--[\s\S]*?(?:-->|$)/g, " ")
    .replace(/<\/?(?:br|p|li|ul|ol|div|h[1-6]|tr)\b[^<>]{0,300}>/gi, "\n")
    .replace(/<[a-z/][^<>]{0,300}>/gi, " ")
    .replace(/&(amp|nbsp);/g, (_, name) => (name === "amp" ? "&" : " "))
    .replace(/[\p{Cf}\p{Co}]|(?![\n\t])\p{Cc}/gu, "")
    .replace(/[^\S\n]+/g, " ");
}

const WORD =
  /\.NET\b|[\p{Script=Latin}\p{N}](?:[\p{Script=Latin}\p{M}\p{N}]|['’](?=\p{Script=Latin})|[.&](?=[\p{Script=Latin}\p{N}]))*(?:\+{1,2}|#)?(?![\p{Script=Latin}\p{N}])|[\p{L}\p{M}](?:(?!\p{Script=Latin})[\p{L}\p{M}])*/gu;

function singularOf(word: string): string {
  if (/^[A-Z0-9]{2,}s$/.test(word)) return word.slice(0, -1).toLowerCase();
  const plain = word.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/['’]/g, "");
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
