import { describe, expect, it } from "vitest";
import { canonicalZone, isZone, MOST_ZONES, suggestZones } from "#src/coach/schedule/zones.ts";

const WINTER = new Date("2026-01-15T12:00:00Z");
const SUMMER = new Date("2026-07-15T12:00:00Z");
const SUPPORTED = Intl.supportedValuesOf("timeZone");

describe("a zone", () => {
  it.each(["Europe/Berlin", "europe/berlin", "UTC", "Etc/UTC", "US/Eastern", "Asia/Calcutta", "Asia/Kolkata"])(
    "is %s",
    (name) => expect(isZone(name)).toBe(true),
  );

  it.each(["EST", "CET", "IST", "GMT", "+01:00", "Etc/GMT-1", "Europe/Atlantis", "Berlin", "Factory", "/", " ", ""])(
    "is not “%s”",
    (name) => expect(isZone(name)).toBe(false),
  );

  it("is kept by one name, today's", () => {
    const kept = (...zones: string[]) => [...new Set(zones.map(canonicalZone))];
    expect(kept("Asia/Calcutta", "Asia/Kolkata", "ASIA/CALCUTTA")).toEqual(["Asia/Kolkata"]);
    expect(kept("Europe/Kiev", "Europe/Kyiv")).toEqual(["Europe/Kyiv"]);
    expect(kept("Asia/Katmandu", "Asia/Kathmandu")).toEqual(["Asia/Kathmandu"]);
    expect(kept("America/Buenos_Aires")).toEqual(["America/Argentina/Buenos_Aires"]);
    expect(kept("US/Eastern", "America/New_York")).toEqual(["America/New_York"]);
    expect(kept("Etc/UTC", "utc", "Etc/Zulu")).toEqual(["UTC"]);
  });

  it("that Intl knows has a name of its own, which is its own canonical name", () => {
    const zones = SUPPORTED.map(canonicalZone);
    expect(new Set(zones).size).toBe(SUPPORTED.length);
    expect(zones.filter((zone) => !zone || canonicalZone(zone) !== zone)).toEqual([]);
  });
});

describe("suggestions", () => {
  const zonesFor = (typed: string, now = WINTER) => suggestZones(typed, now).map(({ zone }) => zone);

  it("are labelled with the offset of the moment", () => {
    expect(suggestZones("berlin", WINTER)).toEqual([{ zone: "Europe/Berlin", label: "Europe/Berlin (UTC+01:00)" }]);
    expect(suggestZones("berlin", SUMMER)).toEqual([{ zone: "Europe/Berlin", label: "Europe/Berlin (UTC+02:00)" }]);
    expect(suggestZones("kathmandu", SUMMER).at(0)?.label).toBe("Asia/Kathmandu (UTC+05:45)");
    expect(suggestZones("utc", SUMMER).at(0)?.label).toBe("UTC");
  });

  it.each([WINTER, SUMMER])("show for each zone the offset that Intl shows, on %s", (now) => {
    const wrong = SUPPORTED.map((name) => canonicalZone(name) ?? name).filter((zone) => {
      const format = new Intl.DateTimeFormat("en", { timeZone: zone, timeZoneName: "longOffset" });
      const shown = format.formatToParts(now).find(({ type }) => type === "timeZoneName")?.value;
      const offset = shown === "GMT" ? "+00:00" : shown?.replace("GMT", "");
      return suggestZones(zone, now).at(0)?.label !== `${zone} (UTC${offset})`;
    });
    expect(wrong).toEqual([]);
  });

  it.each([
    ["New York", "America/New_York"],
    ["new yo", "America/New_York"],
    ["york", "America/New_York"],
    ["  BERLIN ", "Europe/Berlin"],
    ["berlin germany", "Europe/Berlin"],
    ["Europe/Berlin (UTC+01:00)", "Europe/Berlin"],
    ["São Paulo", "America/Sao_Paulo"],
    ["sao_paulo", "America/Sao_Paulo"],
    ["Buenos Aires", "America/Argentina/Buenos_Aires"],
    ["calcutta", "Asia/Kolkata"],
    ["Mumbai", "Asia/Kolkata"],
    ["India", "Asia/Kolkata"],
    ["Portugal", "Europe/Lisbon"],
    ["Japan", "Asia/Tokyo"],
    ["UK", "Europe/London"],
    ["San Francisco", "America/Los_Angeles"],
    ["US/Pacific", "America/Los_Angeles"],
    ["GMT", "UTC"],
    ["Côte d'Ivoire", "Africa/Abidjan"],
  ])("for “%s” begin with %s", (typed, zone) => {
    expect(zonesFor(typed).at(0)).toBe(zone);
  });

  it("for an abbreviation are the zones that use it, never the abbreviation itself", () => {
    expect(zonesFor("IST").slice(0, 3).sort()).toEqual(["Asia/Jerusalem", "Asia/Kolkata", "Europe/Dublin"]);
    expect(zonesFor("EST").slice(0, 2)).toEqual(["America/New_York", "America/Toronto"]);
    expect(zonesFor("cst")).toEqual(expect.arrayContaining(["America/Chicago", "Asia/Shanghai", "America/Havana"]));
  });

  it("for an offset are the zones that have it at that moment", () => {
    expect(zonesFor("+5:45")).toEqual(["Asia/Kathmandu"]);
    expect(zonesFor("UTC+1", WINTER)).toContain("Europe/Berlin");
    expect(zonesFor("GMT+01:00", SUMMER)).not.toContain("Europe/Berlin");
    expect(zonesFor("gmt+1", SUMMER)).toContain("Europe/London");
    expect(zonesFor("−03:30", WINTER)).toEqual(["America/St_Johns"]);
    expect(zonesFor("+0").at(0)).toBe("UTC");
    expect(zonesFor("+23")).toEqual([]);
  });

  it("for a country are all its zones", () => {
    expect(zonesFor("new zealand")).toEqual(["Pacific/Auckland", "Pacific/Chatham"]);
    expect(zonesFor("united states")).toHaveLength(MOST_ZONES);
    expect(zonesFor("united states").slice(0, 2)).toEqual(["America/Los_Angeles", "America/Denver"]);
  });

  it("for nothing typed are 25 all over the world", () => {
    const offsets = suggestZones("", WINTER).map(({ label }) => label.slice(-7, -1));
    expect(offsets).toHaveLength(MOST_ZONES);
    expect(new Set(offsets).size).toBeGreaterThan(15);
  });

  it("for what means nothing are none", () => {
    expect(zonesFor("nowhere at all")).toEqual([]);
    expect(zonesFor("東京")).toEqual([]);
  });

  it("are at most 25, each a zone under its canonical name, none twice", () => {
    for (const typed of [
      "a",
      "e",
      "s",
      "america",
      "europe",
      "asia",
      "p",
      "i",
      "st",
      "c",
      "+1",
      "+3",
      "-5",
      "utc",
      "m",
    ]) {
      const zones = zonesFor(typed);
      expect(zones.length).toBeGreaterThan(0);
      expect(zones.length).toBeLessThanOrEqual(MOST_ZONES);
      expect(zones.map(canonicalZone)).toEqual(zones);
      expect(new Set(zones).size).toBe(zones.length);
    }
  });
});
