import type { DateRange, PartialDate } from "../resume-document.ts";

export interface FoundDates {
  readonly dates: DateRange;
  /** The text before and after, without the brackets and separators that were around the dates. */
  readonly rest: string;
}

/** The first date or range of dates in a line, in the notations and languages of MONTHS and PRESENT. */
export function findDates(text: string): FoundDates | undefined {
  const digits = westernDigits(text);
  const tokens = [...fold(digits).matchAll(TOKEN)].flatMap((match) => {
    const date = dateOf(match);
    if (!date) return [];
    return [{ date, from: match.index, to: match.index + match[0].length }];
  });
  const [first, second] = tokens;
  if (!first) return undefined;
  const since = SINCE.exec(digits.slice(0, first.from));
  const from = since ? since.index : first.from;
  if (second && SEPARATOR.test(digits.slice(first.to, second.from))) {
    return { dates: { start: first.date, end: second.date }, rest: without(text, from, endOf(digits, second.to)) };
  }
  const shortEnd = SHORT_END.exec(digits.slice(first.to));
  if (shortEnd && first.date.month === undefined) {
    const year = Math.floor(first.date.year / 100) * 100 + Number(shortEnd[1]);
    if (year >= first.date.year) {
      return { dates: { start: first.date, end: { year } }, rest: without(text, from, first.to + shortEnd[0].length) };
    }
  }
  const until = PRESENT_AFTER.exec(fold(digits.slice(first.to)));
  if (until)
    return {
      dates: { start: first.date, end: "present" },
      rest: without(text, from, endOf(digits, first.to + until[0].length)),
    };
  const open = /^\s*[-–—‒~〜～]\s*(?=$|[)\]|,])/u.exec(digits.slice(first.to));
  if (since || open)
    return {
      dates: { start: first.date, end: "present" },
      rest: without(text, from, first.to + (open?.[0].length ?? 0)),
    };
  return { dates: { end: first.date }, rest: without(text, from, endOf(digits, first.to)) };
}

/** Quick sign of a date; findDates says for sure. */
export const DATE_IN_TEXT = /(?<!\d)(?:19|20)\d{2}(?!\d)|[٠-٩۰-۹०-९]{4}/u;

/** Stems, each long enough to be no other word before a year; without accents, in lower case. */
const MONTHS: readonly (readonly string[])[] = [
  [
    "jan",
    "ene",
    "gen",
    "stycz",
    "янв",
    "ιαν",
    "ocak",
    "oca",
    "ינואר",
    "يناير",
    "كانون الثاني",
    "जनवरी",
    "led",
    "sijec",
    "thang 1 ",
  ],
  ["feb", "fev", "fevr", "lut", "фев", "φεβ", "subat", "sub", "פברואר", "فبراير", "شباط", "फरवरी", "फ़रवरी", "unor"],
  ["mar", "mrz", "maer", "mars", "marz", "мар", "μαρ", "מרץ", "מרס", "مارس", "اذار", "मार्च", "brez", "mrt", "maa"],
  ["apr", "abr", "avr", "kwie", "апр", "απρ", "nis", "אפריל", "ابريل", "نيسان", "अप्रैल", "dub"],
  ["may", "mai", "mag", "maj", "мая", "май", "μαι", "μαϊ", "מאי", "مايو", "ايار", "मई", "kvet", "mei"],
  ["jun", "juin", "giu", "czerw", "июн", "ιουν", "haz", "יוני", "يونيو", "حزيران", "जून", "cerven"],
  ["jul", "juil", "lug", "lip", "июл", "ιουλ", "tem", "יולי", "يوليو", "تموز", "जुलाई"],
  ["aug", "ago", "aou", "sierp", "авг", "αυγ", "agu", "אוגוסט", "اغسطس", "اب", "अगस्त", "srp"],
  ["sep", "set", "wrz", "сен", "σεπ", "eyl", "ספטמבר", "سبتمبر", "ايلول", "सितंबर", "सितम्बर", "zari"],
  ["oct", "okt", "out", "ott", "paz", "окт", "οκτ", "eki", "אוקטובר", "اكتوبر", "تشرين الاول", "अक्टूबर", "अक्तूबर"],
  ["nov", "listop", "ноя", "νοε", "kas", "נובמבר", "نوفمبر", "تشرين الثاني", "नवंबर", "नवम्बर"],
  ["dec", "dez", "dic", "grud", "дек", "δεκ", "ara", "דצמבר", "ديسمبر", "دیسمبر", "दिसंबर", "दिसम्बर", "pros"],
];

const PRESENT =
  "present|current(?:ly)?|now|today|to date|ongoing|date|heute|aktuell|jetzt|laufend|gegenwart|aujourd['’ ]?hui|actuel(?:lement)?|ce jour|en cours|present[e]?|actualidad|actual(?:mente)?|la fecha|hoy|atual(?:mente)?|o momento|hoje|oggi|attuale|in corso|heden|nu|idag|obecnie|teraz|nadal|сегодня|наст\\.?(?: время|оящее время)?|сеичас|σημερα|παρον|halen|gunumuz|bugun|devam ediyor|היום|כיום|הווה|الان|حتى الان|الحاضر|حاليا|اليوم|वर्तमान|अब तक|अभी तक|अभी|至今|现在|目前|今|現在|현재|재직 ?중|hien tai|hien nay|nay";
const JOIN =
  "(?:[-–—‒−‐‑~〜～至→/]|to|until|till|through|bis(?: zum)?|a|à|au|al|ate|hasta(?: la)?|fino a|tot|do|до|по|εως|עד|الى|حتى|से|until|から|부터|den)";
const PRESENT_AFTER = new RegExp(
  `^\\s*(?:${JOIN}\\s*)?(?:${JOIN}\\s*)?(?:l['’])?(?:${PRESENT})(?![\\p{L}])(?:\\s*(?:तक|まで|까지))?`,
  "iu",
);
const SEPARATOR = new RegExp(`^\\s*[).]?\\s*${JOIN}(?:\\s*${JOIN})?\\s*$`, "iu");
const SHORT_END = /^\s*[-–—‒/]\s*(\d{2})(?![\d./-])/u;
const SINCE = /(?:since|seit|depuis|desde|dal|sinds|od|с|от|από|from|משנת|מאז|منذ|von|(?<=^|\s)ab)\s*$/iu;

const STEMS = MONTHS.flat()
  .map((stem) => fold(stem))
  .join("|");

const YEAR = "(?:19[5-9]\\d|20[0-4]\\d)";
const TOKEN = new RegExp(
  [
    `(?<![\\d/.])(?<cjkYear>${YEAR})\\s?[年년]\\s?(?:(?<cjkMonth>\\d{1,2})\\s?[月월])?`,
    `(?<![\\d/.-])(?:\\d{1,2}[./-])?(?<firstMonth>0?[1-9]|1[0-2])\\s?[./-]\\s?(?<firstYear>${YEAR})(?!\\d)`,
    `(?<![\\d/.-])(?<isoYear>${YEAR})[./-]\\s?(?<isoMonth>0[1-9]|1[0-2]|[1-9](?!\\d))(?:[./-]\\d{1,2})?(?!\\d)`,
    `(?<![\\p{L}\\p{M}])(?!market|marit|marin|magist|master|junior|decor|novel|genera|settl|outdoor|sub[sj]|paznok)(?<month>(?:${STEMS})[\\p{L}\\p{M}]{0,9})[.,]?[^\\S\\t]+(?:\\d{1,2},?\\s+)?(?:de\\s+|del\\s+|of\\s+)?(?:(?<year>${YEAR})(?!\\d)|['’](?<shortYear>\\d{2})(?!\\d))`,
    `thang (?<vnMonth>\\d{1,2})(?:/|,? nam |\\s)(?<vnYear>${YEAR})`,
    `(?<![\\d:.,$€£#+%])(?<!\\biso )(?<bare>${YEAR})(?![\\d%]|[.,]\\d)`,
  ].join("|"),
  "gu",
);

function dateOf({
  groups = {},
}: RegExpMatchArray | { groups?: Record<string, string | undefined> }): PartialDate | undefined {
  if (groups["cjkYear"]) return partial(groups["cjkYear"], groups["cjkMonth"]);
  if (groups["firstYear"]) return partial(groups["firstYear"], groups["firstMonth"]);
  if (groups["isoYear"]) return partial(groups["isoYear"], groups["isoMonth"]);
  if (groups["vnYear"]) return partial(groups["vnYear"], groups["vnMonth"]);
  if (groups["bare"]) return partial(groups["bare"]);
  const month = monthOf(groups["month"] ?? "");
  const year =
    groups["year"] ??
    (groups["shortYear"] &&
      (Number(groups["shortYear"]) > 50 ? `19${groups["shortYear"]}` : `20${groups["shortYear"]}`));
  if (!year || (!month && !groups["year"])) return undefined;
  return partial(year, month);
}

function partial(year: string, month?: string | number): PartialDate {
  const number = Number(month);
  return number >= 1 && number <= 12 ? { year: Number(year), month: number } : { year: Number(year) };
}

function monthOf(word: string): number | undefined {
  const folded = fold(word);
  const index = MONTHS.findIndex((stems) => stems.some((stem) => folded.startsWith(fold(stem))));
  return index < 0 ? undefined : index + 1;
}

/** Without accents, in lower case, as long as before (no letter becomes two), so that places stay places. */
export function fold(text: string): string {
  return [...text]
    .map((letter) => {
      const bare = letter
        .normalize("NFD")
        .replace(/[\u0300-\u036f\u0653-\u0655]/g, "")
        .toLowerCase();
      return bare.length === letter.length
        ? bare
        : letter.toLowerCase().length === letter.length
          ? letter.toLowerCase()
          : letter;
    })
    .join("")
    .replace(/ı/g, "i")
    .replace(/ł/g, "l")
    .replace(/đ/g, "d");
}

function westernDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹०-९０-９]/g, (digit) => {
    const code = digit.charCodeAt(0);
    const zero = [0x660, 0x6f0, 0x966, 0xff10].findLast((start) => code >= start) ?? 0x660;
    return String(code - zero);
  });
}

/** Postpositions and closings that belong to the date before them. */
function endOf(text: string, at: number): number {
  const after = /^\s*(?:तक|まで|까지|г\.?(?:\s?г\.?)?(?!\p{L})|р\.|yılı|י?ג?״?)?/u.exec(text.slice(at));
  return at + (after?.[0].trim() ? after[0].length : 0);
}

function without(text: string, from: number, to: number): string {
  const before = text.slice(0, from).replace(/[\s([|·•,;:–—\-/（【]+$/u, "");
  const after = text.slice(to).replace(/^[\s)\]|·•,;:–—\-/）】.]+/u, "");
  return before && after ? `${before}\t${after}` : before || after;
}
