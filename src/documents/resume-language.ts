import type { ResumeDocument } from "./resume-document.ts";

/**
 * The language of a resume by its small words, of those in which papers have headings and which are written in Latin
 * letters, English left out. Undefined for English, for other scripts, and where it is not clear: a wrong guess would put
 * foreign headings over somebody's own words.
 */
export function languageOf(document: ResumeDocument): string | undefined {
  const { summary, experience, education, projects } = document;
  const entries = [...experience.flatMap(({ roles }) => roles), ...education, ...projects];
  const lines = [...summary, ...entries.flatMap(({ bullets }) => bullets)];
  const words =
    lines
      .join("\n")
      .toLowerCase()
      .match(/[\p{L}\p{M}]+/gu) ?? [];
  const counts = Object.entries(SMALL_WORDS)
    .map(([language, small]) => ({ language, count: words.filter((word) => small.has(word)).length }))
    .sort((a, b) => b.count - a.count);
  const [first, second] = counts;
  if (!first || !second || first.language === "en") return undefined;
  return first.count >= MIN_WORDS && first.count >= second.count * CLEAR ? first.language : undefined;
}

const MIN_WORDS = 3;
const CLEAR = 1.2;

const SMALL_WORDS: Readonly<Record<string, ReadonlySet<string>>> = Object.fromEntries(
  Object.entries({
    en: "the of and to for with in by from on at as that this which who into their our is was were an it per all new",
    de: "und der die das den dem des mit für von zu im in ein eine einer einen bei aus auf als sowie nach über zur zum pro je durch an neue ist am vom",
    fr: "de la le les des du et en un une pour avec dans sur aux par au sans sous plus est à chez ans d l",
    es: "de la el los las y con en para por del una un al se como desde sin más entre hasta cada su sus que",
    pt: "de o os a as e da do das dos em com para por uma um no na nos nas ao aos à sem mais entre até cada que seu sua",
    it: "di il lo la i gli le e della dei delle del degli nella nel con per da al alla alle un una su ogni che dal dalla anni più in",
    nl: "de het een en van met voor in bij naar op te uit aan door per over tot om die ook als ik zonder",
    pl: "i w z na do oraz dla przez od nad po ze za o przy bez się jest lat ponad które",
    cs: "a v ve na pro s se z ze do od po za o při bez k ke jsem let více jako které",
    sv: "och av för på till som med i en ett om från vid utan är samt den det per över under hos",
    tr: "ve ile için bir bu olarak de da en her yıl yıllık üzerinde kadar daha çok olan göre gün sonra",
    vi: "và của cho các trong với từ một được về tại đến để người năm là ở theo khi những",
  }).map(([language, words]) => [language, new Set(words.split(" "))]),
);
