import { describe, expect, it } from "vitest";
import { languageOf } from "#src/documents/resume-language.ts";
import { RANKED } from "../coach/resume/score/ranked.ts";
import { corpus } from "./corpus/index.ts";

const LATIN = ["de", "fr", "es", "pt", "it", "nl", "pl", "cs", "sv", "tr", "vi"];

describe("the language of a resume", () => {
  it("is never taken for another one, and known from three small words", () => {
    const wrong: string[] = [];
    let [known, all] = [0, 0];
    for (const { language, document } of corpus) {
      const found = languageOf(document);
      const right = LATIN.includes(language) ? language : undefined;
      if (right) all += 1;
      if (found === right) known += right ? 1 : 0;
      if (found !== undefined && found !== right) wrong.push(`${document.contact.name}: ${found} for ${language}`);
    }
    process.stdout.write(`the language of ${known} of ${all} resumes in Latin letters that are not English\n`);
    expect(wrong).toEqual([]);
    expect(known / all).toBeGreaterThan(0.6);
  });

  it("is nobody's guess for English ones", () => {
    const others = RANKED.filter(({ document }) => languageOf(document) !== undefined);
    expect(others.map(({ document }) => document.summary.join().split(" ")[0])).toEqual(["Berufsschullehrer"]);
  });
});
