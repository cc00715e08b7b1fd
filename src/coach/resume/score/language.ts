/**
 * Whether rules that know English words can be applied to these lines. Counts small words and letters; a line without any,
 * such as a list of names, goes with the rest of its document.
 */
export function isEnglish(lines: readonly string[]): boolean {
  const { english, other } = tally(lines.join("\n"));
  return english >= other;
}

/** Whether a line in an English document is clearly in another language. */
export function isForeign(line: string): boolean {
  const { english, other } = tally(line);
  return other > english + 1;
}

/** Words as people count them; scripts that are written without spaces count two letters as one word. */
export function countWords(text: string): number {
  const dense = text.match(DENSE)?.length ?? 0;
  const spaced = text.replace(DENSE, " ").match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.,&/+#%€$£-]*/gu)?.length ?? 0;
  return spaced + Math.ceil(dense / 2);
}

// Han, Hiragana, Katakana, Thai, Lao, Khmer, Burmese.
const DENSE = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]/gu;

function tally(text: string): { english: number; other: number } {
  const words = text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  let english = 0;
  let other = 0;
  for (const word of words) {
    if (ENGLISH.has(word)) english += 1;
    else if (OTHER.has(word) || !/^[a-zà-öø-ÿ]+$/.test(word)) other += 1;
  }
  return { english, other };
}

const ENGLISH = new Set(
  "the of and to for with in by from on at as that this which who into their our my were was is are an it i".split(" "),
);

/** Small words of other languages that are written in Latin letters, without those that English has too. */
const OTHER = new Set(
  (
    "und der die das den dem des mit für von zu im ein eine einer bei aus auf als sowie nach über zur zum " +
    "de la le les des du et en un une pour avec dans sur aux par au d l " +
    "el los las y con para por del una al se como " +
    "il di della dei delle e nel nella con gli sono da che " +
    "o os da do das dos em com uma no na nos nas ao " +
    "het een van met voor bij naar op te uit " +
    "och av för på till som med ett inom og til på i med som " +
    "ja sekä on oli kanssa " +
    "w z na do oraz dla przez od nad po ze i " +
    "a v ve ile için bir bu olarak " +
    "și în cu pentru la pe din va az és egy"
  )
    .split(" ")
    .filter((word) => !ENGLISH.has(word) && !["a", "do", "no", "as"].includes(word)),
);
