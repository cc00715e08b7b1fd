import { describe, expect, it } from "vitest";
import { adviseBullet } from "#src/coach/resume/score/advice.ts";
import { openingOf } from "#src/coach/resume/score/opening.ts";
import { fillersIn, firstPersonIn, metricIn } from "#src/coach/resume/score/wording.ts";

const codes = (bullet: string, current?: boolean) =>
  adviseBullet(bullet, current === undefined ? {} : { current }).map(({ code }) => code);

describe("advice on a bullet", () => {
  it("is none for a line that keeps all rules", () => {
    expect(codes("Reduced falls on the ward from 11 to 4 a year with hourly rounding")).toEqual([]);
  });

  it("names the rule, quotes the words and shows an example", () => {
    const [first] = adviseBullet("Responsible for various customers");
    expect(first).toMatchObject({ code: "opening-verb", rule: "Open with a verb", quote: "responsible" });
    expect(first?.advice).toContain("responsible");
    expect(first?.example).not.toBe("");
  });

  it.each([
    ["Responsible for the training of 12 new cashiers in three stores", ["opening-verb", "filler"]],
    ["Repaired and serviced the cars of private customers in the main workshop", ["metric"]],
    ["Sold 40 cars", ["too-short"]],
    ["Welding 200 frames a month from stainless steel for regional trains", ["opening-verb", "tense"]],
    ["I taught 30 pupils of my class to read in one single year", ["first-person"]],
    [`Managed 3 depots ${"and many more places ".repeat(9)}`, ["too-long"]],
    ["", ["opening-verb", "metric", "too-short"]],
    ["Leitung von drei Baustellen in der Stadt mit 40 Personen", ["language"]],
    ["带领由12名护士组成的重症监护团队", ["language"]],
  ])("of %j is %j", (bullet, expected) => expect(codes(bullet)).toEqual(expected));

  it("asks for the past where a job is over, and not where it goes on", () => {
    expect(codes("Manage 12 people in two shifts at the central warehouse", false)).toEqual(["tense"]);
    expect(codes("Manage 12 people in two shifts at the central warehouse", true)).toEqual([]);
    expect(codes("Led 12 people in two shifts at the central warehouse", true)).toEqual([]);
  });
});

describe("a line", () => {
  it.each([
    ["Grew sales by 12 %", "12 %"],
    ["Saved $1.2M a year", "$1.2M"],
    ["Trained twelve nurses", "twelve"],
    ["Doubled the number of members", "Doubled"],
    ["زيادة المبيعات بنسبة ٣٨", "٣٨"],
    ["Joined in 2019 after ISO 9001 and Windows 10", undefined],
    ["Moved the network to IPv6 and 5G", undefined],
    ["Taught Year 4 at key stage 2", undefined],
  ])("%j counts %j", (text, metric) => expect(metricIn(text)).toBe(metric));

  it("is in the first person only with I, my, me or myself", () => {
    expect(firstPersonIn("Ran my own shop")).toBe("my");
    expect(firstPersonIn("Supported phase I trials, I/O cards and AT&T I-beams in the US")).toBeUndefined();
  });

  it("keeps words that only look like filler", () => {
    expect(fillersIn("Painted a range of hills")).toEqual([]);
    expect(fillersIn("Successfully worked on various things")).toEqual(["Successfully", "worked on", "various"]);
  });

  it.each([
    ["Led", "verb"],
    ["Successfully launched", "verb"],
    ["Co-founded", "verb"],
    ["Re-wrote", "verb"],
    ["Nurses patients", "verb"],
    ["Helped customers", "weak"],
    ["Experienced welder", "weak"],
    ["Picking", "gerund"],
    ["Logos, flyers", "none"],
  ])("opening with %j opens with a %s", (text, kind) => expect(openingOf(text).kind).toBe(kind));
});
