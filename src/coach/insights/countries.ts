import currencies from "./currencies.json" with { type: "json" };
import { lettersOf, likeness } from "./likeness.ts";

/** A country, or a territory with a labour market of its own. */
export interface Country {
  /** ISO 3166-1 alpha-2. */
  readonly code: string;
  /** As Unicode has it in English. */
  readonly name: string;
  /** The one that ISO 4217 gives it. */
  readonly currency: string;
}

const names = new Intl.DisplayNames("en", { type: "region" });

/** Those of ISO 3166-1 in which people live and work, by name. */
export const COUNTRIES: readonly Country[] = Object.entries(currencies)
  .flatMap(([currency, codes]) => codes.split(" ").map((code) => ({ code, name: names.of(code) ?? code, currency })))
  .sort((a, b) => a.name.localeCompare(b.name, "en"));

/** What official figures are about. */
export const HOME: Country = { code: "US", name: "United States", currency: "USD" };

/** Offered where nothing is typed: large labour markets from which people ask in English. */
export const USUAL: readonly Country[] = "GB CA IN DE AU FR NL IE ES IT PL PT SE CH SG JP BR MX ZA NG KE PK PH AE NZ"
  .split(" ")
  .flatMap((code) => countryOf(code) ?? []);

export function countryOf(code: string): Country | undefined {
  return COUNTRIES.find((country) => country.code === code);
}

/** By code or name, in English or its own language, whole or so much of its beginning that only one has it. */
export function findCountry(typed: string): Country | undefined {
  const wanted = lettersOf(typed);
  if (wanted === "") return undefined;
  const named = COUNTRIES.filter((country) => termsOf(country).includes(wanted));
  if (named.length > 0) return named.length === 1 ? named[0] : undefined;
  const alike = wanted.length < 3 ? [] : COUNTRIES.filter((country) => begins(country, wanted));
  return alike.length === 1 ? alike[0] : undefined;
}

/** Those that somebody may have meant, best first. */
export function nearestCountries(typed: string, max: number): readonly Country[] {
  const alike = (country: Country) => Math.max(...termsOf(country).map((term) => likeness(typed, term)));
  return COUNTRIES.map((country) => ({ country, alike: alike(country) }))
    .sort((a, b) => b.alike - a.alike)
    .slice(0, max)
    .map(({ country }) => country);
}

/** For somebody who is typing: those of which some word begins so, in the order of their names. */
export function suggestCountries(typed: string, max: number): readonly Country[] {
  const wanted = lettersOf(typed);
  if (wanted === "") return USUAL.slice(0, max);
  const rank = (country: Country) => {
    if (termsOf(country).includes(wanted)) return 0;
    if (begins(country, wanted)) return 1;
    return termsOf(country).some((term) => ` ${term}`.includes(` ${wanted}`)) ? 2 : 3;
  };
  return COUNTRIES.filter(({ code }) => code !== HOME.code)
    .map((country) => ({ country, rank: rank(country) }))
    .filter((one) => one.rank < 3)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, max)
    .map(({ country }) => country);
}

/** What people say, where that is neither Unicode's name in English nor the country's own. */
const SPOKEN: Readonly<Record<string, readonly string[]>> = {
  AE: ["UAE", "Emirates"],
  CD: ["DR Congo", "DRC", "Democratic Republic of the Congo"],
  CG: ["Republic of the Congo"],
  CI: ["Ivory Coast"],
  CN: ["PRC", "Mainland China"],
  CZ: ["Czech Republic"],
  GB: ["Great Britain", "Britain", "England", "Scotland", "Wales", "Northern Ireland"],
  KR: ["Korea", "Republic of Korea"],
  MK: ["Macedonia"],
  MM: ["Burma"],
  NL: ["Holland"],
  RU: ["Russian Federation"],
  SZ: ["Swaziland"],
  TL: ["East Timor"],
  TR: ["Turkey"],
  US: ["USA", "United States of America", "America"],
  VA: ["Vatican", "Holy See"],
};

let known: ReadonlyMap<string, readonly string[]> | undefined;

function termsOf({ code }: Country): readonly string[] {
  known ??= new Map(COUNTRIES.map((country) => [country.code, allTermsOf(country)]));
  return known.get(code) ?? [];
}

function allTermsOf({ code, name }: Country): readonly string[] {
  const short = new Intl.DisplayNames("en", { type: "region", style: "short" }).of(code) ?? name;
  const { language } = new Intl.Locale(`und-${code}`).maximize();
  const own = new Intl.DisplayNames(language, { type: "region" }).of(code) ?? name;
  return [...new Set([code, name, short, own, ...(SPOKEN[code] ?? [])].map(lettersOf))];
}

function begins(country: Country, wanted: string): boolean {
  return termsOf(country).some((term) => term.startsWith(wanted));
}
