import { describe, expect, it } from "vitest";
import { inventionsIn } from "#src/coach/guard/guard.ts";
import honest from "./honest.json" with { type: "json" };
import invented from "./invented.json" with { type: "json" };
import { LETTERS } from "./letters.ts";

const bullet = (source: string | undefined, text: string | undefined) =>
  inventionsIn(text ?? "", { facts: [source ?? ""] }, "bullet");

describe("the guard over bullets", () => {
  it.each(honest)("lets %j become %j", (source, text) => {
    expect(bullet(source, text)).toEqual([]);
  });

  it.each(invented)("refuses to make %j into %j", (source, text) => {
    expect(bullet(source, text)).not.toEqual([]);
  });

  it("lets every line become itself", () => {
    const changed = [...honest, ...invented].flatMap(([source]) => (bullet(source, source).length > 0 ? [source] : []));
    expect(changed).toEqual([]);
  });

  // Every seventh of the others, another seventh for each line: all pairs take half a minute.
  it("lets no line become another person's", () => {
    const passing = honest.flatMap(([source = ""], at) => {
      const facts = { facts: [source] };
      const others = honest.filter(
        ([, text = ""], other) =>
          other !== at && (other + at) % 7 === 0 && inventionsIn(text, facts, "bullet").length === 0,
      );
      return others.map(([, text]) => [source, text]);
    });
    expect(passing).toEqual([]);
  });

  it("names the kind and quotes what was invented", () => {
    expect(bullet("Sold phones at the shop", "Sold phones at Vodafone")).toEqual([{ kind: "name", quote: "Vodafone" }]);
    expect(bullet("Made reports", "Made reports in Excel")).toEqual([{ kind: "skill", quote: "Excel" }]);
    expect(bullet("Sold shoes", "Sold 40 shoes")).toEqual([{ kind: "number", quote: "40" }]);
    expect(bullet("Played the organ", "Played the organ until 2020")).toEqual([{ kind: "date", quote: "2020" }]);
    expect(bullet("Drove trucks", "Drove trucks, licensed")).toEqual([{ kind: "credential", quote: "licensed" }]);
    expect(bullet("Drove trucks", "Drove trucks as a senior")).toContainEqual({ kind: "title", quote: "senior" });
  });

  it("says nothing about an empty text", () => {
    expect(bullet("Sold shoes", "")).toEqual([]);
  });

  it("refuses everything when nothing is known of the person", () => {
    expect(inventionsIn("Sold 12 shoes in Rome", { facts: [] }, "bullet")).not.toEqual([]);
  });
});

describe.each(LETTERS)("the guard over a letter to $names", ({ facts, names, honest: may, invented: mayNot }) => {
  it.each(may)("passes %j", (text) => {
    expect(inventionsIn(text, { facts, names }, "letter")).toEqual([]);
  });

  it.each(mayNot)("refuses %j", (text) => {
    expect(inventionsIn(text, { facts, names }, "letter")).not.toEqual([]);
  });
});

describe("the guard over other languages", () => {
  const facts = ["Verantwortlich für die Pflege von zwölf Bewohnern im Spätdienst", "Pflegehelfer, Haus Abendstern"];

  it("passes what keeps to the words of the source", () => {
    expect(inventionsIn("Pflegte 12 Bewohner im Spätdienst", { facts }, "bullet")).toEqual([]);
  });

  it.each([
    "Pflegte 20 Bewohner im Spätdienst",
    "Leitete die Pflege von zwölf Bewohnern",
    "Pflege von zwölf Bewohnern mit SAP",
    "Pflege von Hunderten Bewohnern im Spätdienst",
    "Managed care for twelve residents",
  ])("refuses %j", (text) => {
    expect(inventionsIn(text, { facts }, "bullet")).not.toEqual([]);
  });

  it("wants a reserve kept", () => {
    const source = { facts: ["Half bei der Planung der Feste"] };
    expect(inventionsIn("Planung der Feste", source, "bullet")).not.toEqual([]);
    expect(inventionsIn("Mithilfe bei der Planung der Feste", source, "bullet")).toEqual([]);
  });

  it("refuses a line of another script than its source", () => {
    expect(inventionsIn("東京で40人を管理", { facts: ["東京で働きました"] }, "bullet")).not.toEqual([]);
  });
});
