/** The first number in a line that counts something: not a year, a standard's number or a part of a name. */
export function metricIn(line: string): string | undefined {
  const figures = line.matchAll(FIGURE);
  for (const figure of figures) {
    const before = line.slice(0, figure.index).trimEnd();
    if (/^(?:19|20)\p{Nd}\p{Nd}$/u.test(figure[0].trim()) || NAME_BEFORE.test(before)) continue;
    return figure[0].trim();
  }
  return NUMBER_WORD.exec(line)?.[0];
}

/** English words that fill a line and say nothing, as they stand in it. */
export function fillersIn(line: string): string[] {
  return [...line.matchAll(FILLER)].map(([found]) => found);
}

/** "I", "my" and the like in an English line. */
export function firstPersonIn(line: string): string | undefined {
  return /(?<![\p{L}\p{N}.]|\b(?:phase|type|level|class|part|grade|stage|tier) )(?:I(?:['’](?:m|ve|d|ll))?(?![\p{L}\p{N}./&-])|[Mm]y(?!\p{L})|[Mm]yself(?!\p{L})|me(?!\p{L}))/u.exec(
    line,
  )?.[0];
}

// With its unit, as in "$1.2M" or "40kg"; "5G", "3D" and "2nd" are names, and letters of scripts without spaces may stand close.
const FIGURE =
  /(?<![\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}/._-])[\p{Sc}#~+-]?\p{Nd}(?:[\p{Nd}.,'’ \u00a0]*\p{Nd})?(?:\s?(?:%|\p{Sc}|[kKmM]\b|bn\b))?(?!\p{Nd}|\p{Lu}|(?:st|nd|rd|th)\b)/gu;

const NAME_BEFORE =
  /(?:\b(?:ISO(?:\s\w+)?|EN|DIN|IEC|IEEE|OSHA|ANSI|ASTM|level|year|grade|class|phase|stage|form|no|version|windows|office|angular|python|java|php|part|section|chapter|tier|type|schedule|nokia|article|room|step)\.?|\b(?:stage|key stage))$/i;

// English first, then the other languages in which resumes often reach us. "One" is left out: it is an article in most.
const NUMBER_WORD =
  /(?<!\p{L})(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?|dozens?|half|halved|halving|doubled|doubling|tripled|quadrupled|twice|a third|a quarter|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|zwanzig|hundert|tausend|halbiert|verdoppelt|deux|trois|quatre|cinq|sept|huit|neuf|dix|douze|vingt|cent|mille|doublé|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|doce|veinte|cien|mil|due|tre|quattro|cinque|sei|sette|otto|nove|dieci|dodici|venti|cento|mila|dois|duas|três|quatro|oito|dez|doze|vinte|cem|twee|drie|vijf|zes|zeven|acht|negen|tien|twaalf|twintig|honderd|duizend)(?!\p{L})/iu;

const FILLER =
  /\b(?:responsible for|duties included?|responsibilities included?|in charge of|tasked with|various|a (?:variety|number|(?:wide|broad) (?:range|variety)) of(?: different)?|many different|successfully|effectively|efficiently|on a daily basis|in order to|and so on|etc|everything that needed|team[- ]player|hard[- ]?working|passionate|results[- ]driven|results[- ]oriented|self[- ]starter|go[- ]getter|detail[- ]oriented|dynamic|synerg(?:y|ies)|leverag(?:e|ed|ing)|best[- ]in[- ]class|world[- ]class|thought leader(?:ship)?|outside the box|extra mile|proven track record|cutting[- ]edge|state[- ]of[- ]the[- ]art|value[- ]add(?:ed)?|game[- ]chang(?:er|ing)|utili[sz](?:e|ed|ing)|transformational|strategic outcomes|innovative solutions|helped (?:with|out)|worked on|involved in|many years of experience)\b/gi;
