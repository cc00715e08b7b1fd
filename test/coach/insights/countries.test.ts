import { describe, expect, it } from "vitest";
import {
  COUNTRIES,
  findCountry,
  HOME,
  nearestCountries,
  suggestCountries,
  USUAL,
} from "#src/coach/insights/countries.ts";

const named = (typed: string) => findCountry(typed)?.name;

describe("the countries", () => {
  it("have a code, a name and a currency that Unicode knows, each once", () => {
    expect(COUNTRIES).toHaveLength(242);
    const currencies = new Set(Intl.supportedValuesOf("currency"));
    for (const { code, name, currency } of COUNTRIES) {
      expect(code).toMatch(/^[A-Z]{2}$/);
      expect(name).not.toBe(code);
      // Zimbabwe's of 2024 is not in Node's edition yet.
      expect(currencies.has(currency) || currency === "ZWG").toBe(true);
    }
    for (const of of ["code", "name"] as const) expect(new Set(COUNTRIES.map((one) => one[of])).size).toBe(242);
    expect(COUNTRIES.find(({ code }) => code === "US")).toEqual(HOME);
    expect(USUAL).toHaveLength(25);
  });

  it("are found by code and by every name of their own", () => {
    for (const country of COUNTRIES) {
      expect(findCountry(country.code.toLowerCase())).toEqual(country);
      expect(findCountry(`  ${country.name.toUpperCase()} `)).toEqual(country);
      if (country.code !== HOME.code) expect(suggestCountries(country.name, 25)).toContainEqual(country);
    }
  });

  it.each([
    ["Deutschland", "Germany"],
    ["Espana", "Spain"],
    ["日本", "Japan"],
    ["turkey", "Türkiye"],
    ["Turkiye", "Türkiye"],
    ["UK", "United Kingdom"],
    ["u.s.a.", undefined],
    ["USA", "United States"],
    ["Cote d'Ivoire", "Côte d’Ivoire"],
    ["ivory coast", "Côte d’Ivoire"],
    ["portu", "Portugal"],
    ["Niger", "Niger"],
    ["Guinea", "Guinea"],
    ["united", undefined],
    ["congo", undefined],
    ["", undefined],
    ["Germny", undefined],
    ["<!channel>", undefined],
  ])("understand %s as %s", (typed, name) => {
    expect(named(typed)).toBe(name);
  });

  it("are offered by what was mistyped", () => {
    expect(nearestCountries("Germny", 3).map(({ name }) => name)).toContain("Germany");
    expect(nearestCountries("Pourtugal", 1).map(({ name }) => name)).toEqual(["Portugal"]);
    expect(nearestCountries("congo", 3).map(({ code }) => code)).toEqual(expect.arrayContaining(["CD", "CG"]));
  });

  it("are suggested while somebody types, without the one that stands on the other side", () => {
    expect(suggestCountries("", 25)).toEqual(USUAL);
    expect(suggestCountries("united", 25).map(({ code }) => code)).toEqual(["AE", "GB"]);
    expect(suggestCountries("korea", 25).map(({ code }) => code)).toEqual(["KR", "KP"]);
    expect(suggestCountries("zzz", 25)).toEqual([]);
  });
});
