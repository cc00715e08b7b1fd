import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayIn, parseLetter, printLetter } from "#src/coach/letter/letter.ts";
import { sentencesOf } from "#src/coach/letter/sentences.ts";

const LETTER = `22 November 2026

Dear Acme team,

I am applying for the Welder position at Acme.

I weld C_1 and C_2 joints, 5 * 3 mm, at St. Mary's yard.

Kind regards,

Ada Lovelace`;

describe("a letter", () => {
  it("is read as its parts and printed back", () => {
    const letter = parseLetter(LETTER);
    expect(letter).toEqual({
      head: ["22 November 2026"],
      salutation: "Dear Acme team,",
      paragraphs: [
        "I am applying for the Welder position at Acme.",
        "I weld C_1 and C_2 joints, 5 * 3 mm, at St. Mary's yard.",
      ],
      closing: "Kind regards,",
      signature: "Ada Lovelace",
    });
    expect(printLetter(letter)).toBe(LETTER);
  });

  it.each<[string, string, Partial<ReturnType<typeof parseLetter>>]>([
    ["nothing", "", { head: [], salutation: "", paragraphs: [], closing: "", signature: "" }],
    ["one line", "Hire me.", { paragraphs: ["Hire me."], salutation: "", closing: "" }],
    [
      "a greeting without an empty line, and a signature right below the closing",
      "Dear Sir or Madam,\nI weld.\n\nYours faithfully,\nAda Lovelace\n+44 20 7946 0958",
      {
        salutation: "Dear Sir or Madam,",
        paragraphs: ["I weld."],
        closing: "Yours faithfully,",
        signature: "Ada Lovelace\n+44 20 7946 0958",
      },
    ],
    [
      "an address over the date, in bold, as other programs write it",
      "**Acme Ltd**\n1 High Street\n\nNovember 22, 2026\n\n**Dear Hiring Manager:**\n\n- I weld\n- I cut\n\n*Sincerely,*\n\nAda",
      {
        head: ["Acme Ltd\n1 High Street", "November 22, 2026"],
        salutation: "Dear Hiring Manager:",
        paragraphs: ["- I weld\n- I cut"],
        closing: "Sincerely,",
        signature: "Ada",
      },
    ],
    [
      "a sentence that begins like a closing",
      "I weld.\n\nThank you for your time, and I look forward to your answer.",
      { paragraphs: ["I weld.", "Thank you for your time, and I look forward to your answer."], closing: "" },
    ],
  ])("may be %s", (_, content, parts) => {
    expect(parseLetter(content)).toMatchObject(parts);
  });

  it("loses no letter, whatever it is", () => {
    const piece = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.constantFrom(
        "Dear X,",
        "\n",
        "\n\n",
        "22 November 2026",
        "Kind regards,",
        "Ada",
        "- item",
        "1. one",
        "**bold**",
        "# head",
        "a & b *c*",
      ),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const content = pieces.join("\n");
        const printed = printLetter(parseLetter(content));
        const lettersOf = (text: string) => text.match(/[\p{L}\p{N}]/gu)?.join("");
        expect(lettersOf(printLetter(parseLetter(printed)))).toBe(lettersOf(printed));
        const { head, salutation, paragraphs, closing, signature } = parseLetter(content);
        const shown = [...head, salutation, ...paragraphs, closing, signature].join("\n");
        // Markdown takes the number signs and marks of emphasis; HTML and references are read, so only texts without are compared.
        if (!/[<&[\\]/.test(content)) expect(lettersOf(shown)).toBe(lettersOf(content));
      }),
      { numRuns: 1000 },
    );
  });

  it("is dated in the ways in which days are written", () => {
    const day = new Date("2026-11-22T00:00:00Z");
    for (const line of ["22 November 2026", "22nd Nov 2026", "November 22, 2026", "Nov. 22 2026", "2026-11-22"]) {
      expect(dayIn(line)).toEqual(day);
    }
    for (const line of ["31 February 2026", "22 Novembre", "2026", "Room 22, Novak 2026 hall"])
      expect(dayIn(line)).toBeUndefined();
  });

  it("is cut into sentences, but not at abbreviations and figures", () => {
    expect(
      sentencesOf("At St. Mary's I cut errors by 2.1 %. I use Node.js. Dr. Poe led us at Acme Inc. in May."),
    ).toEqual(["At St. Mary's I cut errors by 2.1 %.", "I use Node.js.", "Dr. Poe led us at Acme Inc. in May."]);
  });
});
