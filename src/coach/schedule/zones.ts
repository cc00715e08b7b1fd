import { Temporal } from "temporal-polyfill";
import names from "./zone-names.json" with { type: "json" };

/** A zone to choose: its name, and a label with its offset from UTC at that moment: "Europe/Berlin (UTC+01:00)". */
export interface ZoneChoice {
  readonly zone: string;
  readonly label: string;
}

/** As many as Discord shows below an option. */
export const MOST_ZONES = 25;

/** Whether a name means one zone: an IANA name of a place, or UTC. What it is stored as, canonicalZone says. */
export function isZone(name: string): boolean {
  return canonicalZone(name) !== undefined;
}

/**
 * The one name by which a zone is kept, today's: "asia/calcutta" is Asia/Kolkata and "US/Eastern" is America/New_York.
 * Undefined for what names no place: abbreviations are used by several zones (IST by three) and mean only half a year of
 * others (Intl takes EST for Panama), and fixed offsets such as "+01:00" or "Etc/GMT-1" know no daylight saving.
 */
export function canonicalZone(name: string): string | undefined {
  if (!name.includes("/") && name.toUpperCase() !== "UTC") return undefined;
  try {
    const zone = modernName(new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone);
    return ZONES.has(zone) ? zone : undefined;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/**
 * The zones that somebody may mean, best first, at most 25. They may type a zone, a city, a country, an abbreviation (all
 * zones that use it), or an offset such as "+5:30" (all that have it at that moment). Nothing typed: one for most of the
 * world's hours.
 */
export function suggestZones(typed: string, now: Date): ZoneChoice[] {
  const offset = offsetIn(typed);
  const zones = offset ? zonesAt(offset, now) : zonesNamed(typed);
  return zones.slice(0, MOST_ZONES).map((zone) => ({ zone, label: labelOf(zone, now) }));
}

const RENAMED: Readonly<Record<string, string>> = names.renamed;
const SPOKEN: Readonly<Record<string, readonly string[]>> = names.spoken;
const USUAL: readonly string[] = names.usual;

const ZONES: ReadonlySet<string> = new Set(["UTC", ...Intl.supportedValuesOf("timeZone").map(modernName)]);

/** Usual ones first, from west to east, then those that people have other words for, then the rest by name. */
const IN_ORDER: readonly string[] = [...new Set([...USUAL, ...Object.keys(SPOKEN), ...[...ZONES].sort()])];

/** Unicode keeps the first name that a zone ever had; people look for the one of today, as IANA has it in zone.tab. */
function modernName(zone: string): string {
  return RENAMED[zone] ?? zone;
}

function zonesNamed(typed: string): string[] {
  const wanted = fold(typed.replace(/\(.*$/, ""));
  if (!wanted) return IN_ORDER.slice(0, MOST_ZONES);
  const exact = canonicalZone(typed.trim());
  const ranked = IN_ORDER.map((zone) => ({ zone, rank: zone === exact ? 0 : rankOf(wanted, termsOf(zone)) }));
  const found = ranked.filter(({ rank }) => rank < NO_MATCH);
  return found.sort((a, b) => a.rank - b.rank).map(({ zone }) => zone);
}

const NO_MATCH = 4;

/** 1: is one of its names. 2: begins one of them. 3: each word begins some word of its names, as in "berlin germany". */
function rankOf(wanted: string, terms: readonly string[]): number {
  if (terms.includes(wanted)) return 1;
  if (terms.some((term) => term.startsWith(wanted))) return 2;
  const words = terms.flatMap((term) => term.split(" "));
  return wanted.split(" ").every((part) => words.some((word) => word.startsWith(part))) ? 3 : NO_MATCH;
}

let known: ReadonlyMap<string, readonly string[]> | undefined;

function termsOf(zone: string): readonly string[] {
  known ??= allTerms();
  return known.get(zone) ?? [];
}

function allTerms(): Map<string, string[]> {
  const terms = new Map([...ZONES].map((zone) => [zone, [...namesOf(zone), ...(SPOKEN[zone] ?? [])]]));
  for (const [old, zone] of Object.entries(RENAMED)) terms.get(zone)?.push(...namesOf(old));
  for (const [country, zone] of countries()) terms.get(zone)?.push(country);
  return new Map([...terms].map(([zone, spoken]) => [zone, [...new Set(spoken.map(fold))]]));
}

/** "America/Argentina/Buenos_Aires", "Argentina/Buenos_Aires", "Buenos_Aires". */
function namesOf(zone: string): string[] {
  const parts = zone.split("/");
  return parts.map((_, i) => parts.slice(i).join("/"));
}

function* countries(): Generator<[country: string, zone: string]> {
  const displayNames = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  for (const code of letters.flatMap((first) => letters.map((second) => first + second))) {
    const country = displayNames.of(code);
    if (!country) continue;
    // TypeScript does not know it yet.
    const region: Intl.Locale & { getTimeZones?(): string[] } = new Intl.Locale(`und-${code}`);
    for (const zone of region.getTimeZones?.() ?? []) yield [country, modernName(zone)];
  }
}

function zonesAt(offset: string, now: Date): string[] {
  return IN_ORDER.filter((zone) => offsetOf(zone, now) === offset);
}

/** "+01:00" for "+1", "UTC+1", "gmt +01:00"; undefined for what is no offset. */
function offsetIn(typed: string): string | undefined {
  const [, sign, hours, minutes = "00"] =
    /^\s*(?:utc|gmt)?\s*([+\-−])\s*(\d{1,2})(?::?([0-5]\d))?\s*$/i.exec(typed) ?? [];
  if (!sign || !hours) return undefined;
  const ahead = sign === "+" || Number(hours) + Number(minutes) === 0;
  return `${ahead ? "+" : "-"}${hours.padStart(2, "0")}:${minutes}`;
}

function labelOf(zone: string, now: Date): string {
  return zone === "UTC" ? zone : `${zone} (UTC${offsetOf(zone, now)})`;
}

function offsetOf(zone: string, now: Date): string {
  return Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone).offset;
}

function fold(text: string): string {
  const plain = text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}
