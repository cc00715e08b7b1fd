import { IRREGULAR_FORMS } from "./lists/irregular.ts";

/**
 * A word in lower case with what it may be a form of, at most a few: "deliveries", "delivery", "deliver". Doers are not led
 * back to deeds: who worked with a designer has not designed, and a trainee has trained nobody.
 */
export function basesOf(word: string): readonly string[] {
  const known = memory.get(word);
  if (known) return known;
  const found = collect(word);
  if (memory.size > 20_000) memory.clear();
  memory.set(word, found);
  return found;
}

const memory = new Map<string, readonly string[]>();

function collect(word: string): string[] {
  const bases = new Set([word]);
  if (!/^[a-z]{3,}$/.test(word)) return [...bases];
  const american = americanOf(word);
  bases.add(american);
  for (const round of [INFLECTIONS, DERIVATIONS, INFLECTIONS]) {
    for (const base of [...bases]) {
      const irregular = IRREGULAR.get(base);
      if (irregular) for (const form of irregular) bases.add(form);
      for (const [ending, heads] of round) {
        if (!ending.test(base)) continue;
        for (const head of heads) {
          const made = base.replace(ending, head);
          for (const form of head === "" && /([b-df-hj-np-tv-z])\1$/.test(made) ? [made, made.slice(0, -1)] : [made]) {
            if (form.length >= 3 && /[aeiouy]/.test(form)) bases.add(americanOf(form));
          }
        }
        break;
      }
    }
  }
  return [...bases];
}

function americanOf(word: string): string {
  if (word.length < 5) return word;
  return word
    .replace(/is(ation|ations|e|ed|es|ing|er|ers)$/, (whole, end: string) => (KEEPS_S.test(word) ? whole : `iz${end}`))
    .replace(/ys(e|ed|es|ing)$/, "yz$1")
    .replace(/([bdlnv])our(?=$|s$|ed$|ing$|ful$|able$|ite)/, (whole, letter: string) =>
      /^(?:hour|four|tour|pour)/.test(word) ? whole : `${letter}or`,
    )
    .replace(/(cent|theat|met|lit|fib)re(s?)$/, "$1er$2")
    .replace(/(vel|cel|bel|nsel|nnel|del)l(ed|ing)$/, "$1$2")
    .replace(/ogue(s?)$/, "og$1")
    .replace(/programme(s?)$/, "program$1")
    .replace(/^licence/, "license")
    .replace(/^cheque/, "check")
    .replace(/^enrol(s?)$/, "enroll$1")
    .replace(/^fulfil(s?|ment)$/, "fulfill$1");
}

const KEEPS_S =
  /^(?:adv|rev|superv|dev|telev|improv|exerc|prom|prem|surpr|merchand|comprom|franch|enterpr|r|ra|no|pra|rai|noi|prai|expert|disgu|desp|prec|concis|wise|otherw|likew|clockw|prom)is|wis|rais|prais|cours|purch|hous|nois|expertise/;

type Rule = readonly [ending: RegExp, heads: readonly string[]];

const INFLECTIONS: readonly Rule[] = [
  [/ies$/, ["y", "ie"]],
  [/(?<=(?:ss|x|ch|sh|z|o))es$/, ["", "e"]],
  [/(?<=[a-z]{2}[^su])s$/, [""]],
  [/ied$/, ["y"]],
  [/(?<=[a-z]{2})ed$/, ["", "e"]],
  [/(?<=[a-z]{2})ing$/, ["", "e"]],
];

const DERIVATIONS: readonly Rule[] = [
  [/ization$/, ["ize"]],
  [/ification$/, ["ify"]],
  [/(?<=[a-z]{3})ment$/, [""]],
  [/(?<=[a-z]{2})ation$/, ["ate", "e", ""]],
  [/(?<=[a-z]{2})tion$/, ["t", "te"]],
  [/(?<=[a-z]{3})(?:ance|ence)$/, ["", "e"]],
  [/(?<=[a-z]{2})ily$/, ["y"]],
  [/(?<=[a-z]{3})ly$/, ["", "le"]],
  [/(?<=[a-z]{3})ness$/, [""]],
  [/(?<=[a-z]{5})ity$/, ["", "e"]],
  [/(?<=[a-z]{3})ful$/, [""]],
  [/(?<=liv|cov|scov|chin)ery$/, ["er"]],
  [/(?<=arriv|remov|approv|surviv|propos|dispos|renew|referr|betray|withdraw)al$/, ["", "e"]],
  [/(?<=stor|pack|us|post)age$/, ["e", ""]],
];

const IRREGULAR: ReadonlyMap<string, readonly string[]> = (() => {
  const forms = new Map<string, string[]>();
  for (const pair of IRREGULAR_FORMS.trim().split(/\s+/)) {
    const [form = "", bases = ""] = pair.split(":");
    forms.set(form, [...(forms.get(form) ?? []), ...bases.split(",")]);
  }
  return forms;
})();
