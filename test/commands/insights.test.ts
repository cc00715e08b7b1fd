import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { COMPARE, SHOW } from "#commands/insights/actions.ts";
import { createGeminiModel } from "#src/ai/gemini.ts";
import { type Block, type Message, plain, type Ranges, tableOf } from "#src/chat/message.ts";
import { INDUSTRIES } from "#src/coach/profile/industries.ts";
import { goodAnswer } from "../coach/insights/estimates.ts";
import { type Heard, type House, openHouse, type TestPerson } from "../house/house.ts";
import { type GeminiServer, gemini, startGeminiServer } from "../servers/gemini.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(async () => {
  expect(house.broken).toEqual([]);
  await house.stop();
});

interface Occupation {
  readonly role: string;
  readonly p10: number;
  readonly median: number;
  readonly p90: number;
  readonly growth: number;
}

/** The data file as it is, read without the code that shows it. */
const data = JSON.parse(readFileSync(new URL("../../src/coach/insights/official.json", import.meta.url), "utf8")) as {
  industries: Record<string, { occupations: Occupation[]; ratedSkills: string[]; technologySkills: string[] }>;
};

const see = (person: TestPerson, industry?: string): Promise<Heard> =>
  person.does({
    kind: "command",
    command: "insights",
    subcommand: "show",
    options: industry === undefined ? {} : { industry },
  });

const beside = (person: TestPerson, industry: string, other: string): Promise<Heard> =>
  person.does({ kind: "command", command: "insights", subcommand: "compare", options: { industry, other } });

function rangesIn({ blocks }: Message): Ranges[] {
  return blocks.filter((block) => block.kind === "ranges");
}

function fieldsIn({ blocks }: Message): Record<string, string> {
  const fields = blocks.flatMap((block) => (block.kind === "fields" ? block.fields : []));
  return Object.fromEntries(fields.map(({ label, value }) => [label, value]));
}

/** The lines of a list by how its caption begins. */
function listIn({ blocks }: Message, caption: string): string[] {
  const block = blocks.find((one) => one.kind === "text" && plain(one.text).startsWith(caption));
  return block?.kind === "text" ? plain(block.text).split("\n").slice(1) : [];
}

async function idOf(name: string): Promise<string> {
  const { userId } = await house.db.chatAccount.findFirstOrThrow({ where: { platformUserId: name.toLowerCase() } });
  return userId;
}

describe("/insights show", () => {
  it.each(INDUSTRIES.map(({ id, name }) => [id, name] as const))(
    "shows of %s nothing but what the data file says",
    async (id, name) => {
      const { message } = await see(house.person("Reader"), id);
      const { occupations, ratedSkills, technologySkills } = data.industries[id] ?? expect.fail();
      const [pay, ...more] = rangesIn(message);
      expect(more).toEqual([]);
      expect(pay?.title).toBe(`Pay in ${name}`);
      expect(pay?.rows).toEqual(
        occupations.map(({ role, p10, median, p90 }) => ({ label: role, min: p10, median, max: p90 })),
      );
      const growths = occupations.map(({ growth }) => growth).sort((a, b) => a - b);
      const middle = ((growths[3] as number) + (growths[4] as number)) / 2;
      const said = Number(/^([+-]?[\d.]+) %/.exec(fieldsIn(message)["Growth"] ?? "")?.[1]);
      expect(Math.abs(said - middle)).toBeLessThanOrEqual(0.0501);
      const growing = growths.filter((growth) => growth > 0).length;
      const outlook = growing >= 6 ? "Positive" : growing >= 4 ? "Neutral" : "Negative";
      expect(fieldsIn(message)["Outlook"]).toContain(`${outlook}: ${growing} of 8 occupations grow`);
      expect(fieldsIn(message)["Demand"]).toMatch(said >= 5 ? /^High/ : said >= 1 ? /^Medium/ : /^Low/);
      expect(listIn(message, "Top skills")).toEqual(ratedSkills.map((skill, index) => `${index + 1}. ${skill}`));
      const [first, ...others] = listIn(message, "Worth learning").map((line) => line.replace(/^\d+\. /, ""));
      const worthLearning = /top skills above/.test(first ?? "") ? others : [first, ...others];
      expect(worthLearning.filter((skill) => !technologySkills.includes(skill ?? ""))).toEqual([]);
      expect(listIn(message, "Worth learning")).not.toEqual([]);
      const trends = listIn(message, "Trends");
      expect(trends).toHaveLength(5);
      for (const trend of trends) {
        const [, role, growth] = /^• (.+): employment ([+-]?[\d.]+) %/.exec(trend) ?? [];
        expect(occupations.find((occupation) => occupation.role === role)?.growth).toBe(Number(growth));
      }
    },
  );

  it("says source and period beside every figure", async () => {
    for (const { id } of INDUSTRIES) {
      const { message } = await see(house.person("Reader"), id);
      expect(figuresWithoutSource(message)).toEqual([]);
    }
  });

  it("says currency and period in the picture and in its alt text, which no platform has to shorten", async () => {
    for (const { id } of INDUSTRIES) {
      const { message } = await see(house.person("Reader"), id);
      const [pay] = rangesIn(message);
      for (const said of [pay?.unit, pay?.alt]) expect(said).toMatch(/USD a year before tax; BLS, May 2025/);
      expect(pay?.alt).toContain(pay?.rows.at(-1)?.label);
      expect(`${pay?.title}: ${pay?.alt}`.length).toBeLessThanOrEqual(1024);
    }
  });

  it("names percentiles as percentiles, the country, the choice of occupations and the attribution", async () => {
    const { message, text } = await see(house.person("Reader"), "tech");
    expect(rangesIn(message)[0]?.names).toMatchObject({ min: "10th percentile", max: "90th percentile" });
    expect(text).not.toMatch(/entry|senior/i);
    expect(text).toContain("national, across all industries");
    expect(text).toContain("which occupations stand for an industry is our choice");
    expect(text).toContain("Includes information from the O*NET 29.3 Database");
    expect(text).toContain("USDOL/ETA has not approved, endorsed or tested these modifications");
    expect(text).toContain("A newer projection (2025-35)");
    const links = message.blocks.flatMap((block) => (block.kind === "buttons" ? block.buttons : []));
    expect(links.filter(({ to }) => to.startsWith("https://")).map(({ label }) => label)).toEqual([
      "Wages, May 2025",
      "Growth, 2024-34",
      "Skills, May 2025",
    ]);
  });

  it("says of agriculture, and of it alone, that the statistics are thin", async () => {
    for (const { id } of INDUSTRIES) {
      const { text } = await see(house.person("Reader"), id);
      expect(/thin in the wage statistics/.test(text)).toBe(id === "agriculture");
    }
  });

  it("recommends to hands-on industries what is rated important, and to nobody the programs of every office", async () => {
    const construction = listIn((await see(house.person("Reader"), "construction")).message, "Worth learning");
    expect(construction.slice(0, 2)).toEqual([
      "First the top skills above that are not yours yet, then:",
      "1. Autodesk AutoCAD",
    ]);
    const hospitality = listIn((await see(house.person("Reader"), "hospitality")).message, "Worth learning");
    expect(hospitality).toEqual(["The top skills above that are not yours yet."]);
    const technology = listIn((await see(house.person("Reader"), "tech")).message, "Worth learning");
    expect(technology[0]).toBe("1. Microsoft Azure software");
    expect([...construction, ...technology].join()).not.toMatch(/Excel|Outlook|Microsoft Office/);
  });

  it("shows a specialisation with the figures of its industry and says so", async () => {
    const { message, text } = await see(house.person("Reader"), "tech-cybersecurity");
    const [industry] = rangesIn((await see(house.person("Reader"), "tech")).message);
    expect(rangesIn(message)[0]).toEqual(industry);
    expect(text).toContain("not kept for Cybersecurity alone: these are the figures of Technology as a whole");
  });

  it("asks for the profile where neither an option nor an industry is there, and goes on with it", async () => {
    const person = house.person("Newcomer");
    const heard = await see(person);
    expect(heard.form.title).toBe("Your profile");
    const question = await person.submits(heard, { industry: "finance" });
    const shown = await person.chooses(question, "Wealth Management");
    expect(shown.text).toContain("Pay in Financial Services");
    expect((await see(person)).message.summary).toContain("Wealth Management");
  });

  it("marks what the profile or the resume names, by whatever name", async () => {
    const person = house.person("Skilled");
    await person.says("career");
    const id = await idOf("Skilled");
    await house.coach.profiles.save(id, { skills: "AWS, python, writing" });
    await house.coach.resumes.replace(
      id,
      "edit",
      "# Ada\n\n## Experience\n\n### Acme\n\n#### Analyst | 2020 – Present\n\n- Wrote SQL reports, monitoring them daily\n- Known for critical thinking\n",
    );
    const { message, text } = await see(person, "tech");
    const yours = (caption: string) =>
      listIn(message, caption)
        .filter((line) => line.endsWith("✓ yours"))
        .map((line) => line.replace(/^\d+\. (.+) ✓ yours$/, "$1"));
    expect(yours("Worth learning")).toEqual([
      "Amazon Web Services AWS software",
      "Python",
      "Structured query language SQL",
    ]);
    // "Monitoring" in a sentence may mean anything.
    expect(yours("Top skills")).toEqual(["Critical Thinking", "Writing"]);
    expect(text).toContain("Your profile or resume names 2 of these 10.");
  });

  it.each([
    ["Marekting", "There is no industry"],
    ["technology software", "There is no industry"],
    ["@everyone <!channel>", '"@everyone <!channel>"'],
    ["'; DROP TABLE", "The nearest are"],
  ])("answers %s plainly, with the nearest names", async (typed, said) => {
    const heard = await see(house.person("Reader"), typed);
    expect(heard.message.tone).toBe("bad");
    expect(heard.text).toContain(said);
    expect(heard.text).toContain("The nearest are:");
  });

  it.each([
    ["technology", "Technology"],
    ["  cybersecurity ", "Cybersecurity (Technology)"],
    ["Non-Profit and Social Services", "Non-Profit & Social Services"],
    ["software", "Software Development (Technology)"],
  ])("understands %s", async (typed, name) => {
    expect((await see(house.person("Reader"), typed)).message.summary).toContain(name);
  });

  it("suggests industries first, then whatever holds all words that were typed", async () => {
    const suggest = async (typed: string) => {
      const asked = { kind: "suggest", command: "insights", subcommand: "show", option: "industry", typed } as const;
      const { reply } = await house.person("Reader").does(asked);
      return reply.kind === "suggestions" ? reply.suggestions : expect.fail();
    };
    expect((await suggest("")).slice(0, 15).map(({ value }) => value)).toEqual(INDUSTRIES.map(({ id }) => id));
    expect(await suggest("")).toHaveLength(25);
    expect((await suggest("tech soft"))[0]).toEqual({
      value: "tech-software-development",
      label: "Software Development (Technology)",
    });
    expect(await suggest("zzzz")).toEqual([]);
  });

  it("says that there is nothing to compare with before a week has passed", async () => {
    expect((await see(house.person("Reader"), "tech")).text).toContain("figures from two different weeks");
  });

  it("shows what changed between the newest two weeks, in pay, growth, demand and skills", async () => {
    await house.coach.insights.refresh("media");
    const newest = await house.db.insightSnapshot.findFirstOrThrow({ where: { industry: "media" } });
    const now = newest.figures as { salaryRanges: { role: string; median: number }[]; topSkills: string[] };
    const [editor, ...rest] = now.salaryRanges;
    const before = {
      ...now,
      salaryRanges: [{ ...editor, median: 60_000, min: 36_240 }, ...rest],
      growthRate: -1.2,
      demandLevel: "Low",
      topSkills: ["Typing", ...now.topSkills.slice(1)],
    };
    const daysAgo = (days: number) => new Date(newest.takenAt.getTime() - days * 86_400_000);
    const older = { industry: "media", source: "official" };
    await house.db.insightSnapshot.createMany({
      data: [
        { ...older, takenAt: daysAgo(2), figures: { ...now, growthRate: 55 } },
        { ...older, takenAt: daysAgo(7), figures: before },
        { ...older, takenAt: daysAgo(14), figures: { ...now, growthRate: 66 } },
        { ...older, source: "another-model", takenAt: daysAgo(6.5), figures: { ...now, growthRate: 77 } },
      ] as never,
    });
    const { text } = await see(house.person("Reader"), "media");
    expect(text).toContain("What changed from");
    expect(text).toContain(`Median pay of ${editor?.role}: from 60,000 to 62,200 USD a year (+3.7 %)`);
    expect(text).toContain("Growth: from -1.2 % to +");
    expect(text).toContain("Demand: from low to");
    expect(text).toContain("New among the top skills: Active Listening");
    expect(text).toContain("No longer among the top skills: Typing");
    expect(text).toContain("Both from official statistics; pay May 2025, growth 2024-34.");
    expect(text).not.toMatch(/55 %|66 %|77 %/);
  });

  it("answers a press with somebody's invention plainly", async () => {
    const forged = await house.person("Reader").pressesId(SHOW.to({ industry: "../../etc" }));
    expect(forged.text).toContain("There is no industry");
    const other = await house
      .person("Reader")
      .does({ kind: "action", id: COMPARE.to({ industry: "tech" }), chosen: "nope" }, { onMessage: true });
    expect(other.text).toContain("There is no industry");
  });
});

describe("/insights compare", () => {
  it("puts two industries side by side, recomputed from the data file", async () => {
    const { message } = await beside(house.person("Reader"), "tech", "Healthcare & Life Sciences");
    const [medians] = rangesIn(message);
    const expected = ["tech", "healthcare"].map((id) => {
      const sorted = (data.industries[id]?.occupations ?? []).map(({ median }) => median).sort((a, b) => a - b);
      return { min: sorted[0], median: ((sorted[3] ?? 0) + (sorted[4] ?? 0)) / 2, max: sorted[7] };
    });
    expect(medians?.rows.map(({ min, median, max }) => ({ min, median, max }))).toEqual(expected);
    const table = message.blocks.find((block) => block.kind === "table");
    expect(table?.columns.map(({ label }) => label)).toEqual(["What", "Technology", "Healthcare & Life Sciences"]);
    const cell = (start: string) => table?.rows.find(([label]) => label?.startsWith(start))?.slice(1);
    expect(cell("Middle of the medians, USD")).toEqual(["113,040", "100,155"]);
    expect(cell("Best paid")).toEqual(["Computer and Information Systems Managers: 175,140", "Pharmacists: 140,910"]);
    expect(cell("Grows fastest")).toEqual(["Data Scientists: +33.5 %", "Nurse Practitioners: +40.1 %"]);
    expect(cell("Demand")).toEqual(["High", "High"]);
    expect(figuresWithoutSource(message)).toEqual([]);
  });

  it("says that two parts of one industry have the same official figures", async () => {
    const { text } = await beside(house.person("Reader"), "tech-cybersecurity", "tech-software-development");
    expect(text).toContain("Both belong to Technology");
  });

  it("refuses to compare an industry with itself", async () => {
    const { text } = await beside(house.person("Reader"), "tech", "technology");
    expect(text).toContain("Both are Technology.");
  });

  it("opens from the card, and leads back to both", async () => {
    const person = house.person("Reader");
    const compared = await person.chooses(await see(person, "retail"), "Technology");
    expect(compared.buttons.slice(0, 2)).toEqual(["Show Retail & E-commerce", "Show Technology"]);
    expect((await person.presses(compared, "Show Technology")).message.summary).toContain("Technology");
  });
});

describe("/insights with a model", () => {
  const MODEL = "gemini-3.8-flash";
  const DAY = 86_400_000;
  let server: GeminiServer;
  let modern: House;
  beforeAll(async () => {
    server = await startGeminiServer();
    const times = { call: 5_000, task: 10_000, backOff: 5, open: 1 };
    const model = createGeminiModel({
      apiKey: server.apiKey,
      model: MODEL,
      apiUrl: server.url,
      observe: { called() {} },
      times,
    });
    modern = await openHouse({ model });
    server.answers(goodAnswer);
    for (const industry of ["tech", "tech-cybersecurity"]) await modern.coach.insights.refresh(industry);
  });
  afterAll(async () => {
    expect(modern.broken).toEqual([]);
    expect(server.violations).toEqual([]);
    await modern.stop();
    await server.stop();
  });

  /** As if the last refresh had been so many days ago, and the next one were due. */
  async function age(industry: string, days: number): Promise<void> {
    const ago = new Date(Date.now() - days * DAY);
    await modern.db.insightSnapshot.updateMany({ where: { industry }, data: { takenAt: ago } });
    await modern.db.industryInsight.update({
      where: { industry },
      data: { lastUpdated: ago, nextUpdate: new Date(0) },
    });
  }

  it("shows the estimate with model and date, after the official figures and beside them", async () => {
    const { message, text } = await see(modern.person("Reader"), "tech-cybersecurity");
    const [official, estimate] = rangesIn(message);
    expect(official?.rows[0]).toEqual({ label: "Software Developers", min: 82_460, median: 135_980, max: 214_670 });
    expect(estimate?.title).toBe("Pay in Cybersecurity (Technology): AI estimate");
    expect(estimate?.unit).toMatch(new RegExp(`^USD a year before tax; AI estimate, ${MODEL}, \\d+ \\w+ \\d{4}`));
    expect(estimate?.names).toMatchObject({ min: "Low", max: "High" });
    expect(text).toMatch(new RegExp(`Estimated by ${MODEL} on .*, today`));
    expect(text).toMatch(/\+14\.3 % employment in ten years \(AI estimate/);
    expect(text).toMatch(/Trends \(AI estimate, .*\)\n• More teams are asked to run what they build\./);
    expect(figuresWithoutSource(message, /AI estimate, gemini-3\.8-flash, \d+ \w+ \d{4}|Estimated by/)).toEqual([]);
  });

  it("compares estimates with estimates, where both are there", async () => {
    const both = await beside(modern.person("Reader"), "tech", "tech-cybersecurity");
    expect(both.text).toContain("Side by side, AI estimate");
    expect(both.text).toContain("Middle of the medians, USD a year | 136,500 | 136,500");
    const one = await beside(modern.person("Reader"), "tech", "retail");
    expect(one.text).toContain("An AI estimate is there only for Technology");
    expect(one.text).not.toContain("Side by side, AI estimate");
  });

  it("says what changed since the estimate of the week before, and how old it is when the next one fails", async () => {
    await age("tech", 7);
    server.answers(() => {
      const answer = goodAnswer();
      const [first, ...others] = answer.roles;
      const roles = [{ ...first, median: 138_600 }, ...others.slice(0, -1), { ...others[0], role: "Data Engineer" }];
      return { ...answer, roles, demand: "Medium", topSkills: ["Go", ...answer.topSkills.slice(1)] };
    });
    expect(await modern.coach.insights.refresh("tech")).toMatchObject({ kind: "refreshed" });
    const changed = await see(modern.person("Reader"), "tech");
    expect(changed.text).toContain("Median pay of Backend Developer: from 132,000 to 138,600 USD a year (+5 %)");
    expect(changed.text).toContain("Demand: from high to medium");
    expect(changed.text).toContain("New among the top skills: Go");
    expect(changed.text).toContain("No longer among the top skills: TypeScript");
    expect(changed.text).toContain("New among the roles: Data Engineer");
    expect(changed.text).toContain("No longer among the roles: Engineering Manager");
    expect(changed.text).toMatch(new RegExp(`Both from AI estimate, ${MODEL}`));

    await age("tech", 9);
    server.answers(() => gemini.quota(3600));
    expect(await modern.coach.insights.refresh("tech")).toMatchObject({ kind: "kept", problem: "model-quota" });
    const kept = await see(modern.person("Reader"), "tech");
    expect(kept.message.tone).toBe("warning");
    expect(kept.text).toMatch(/There was no new AI estimate on \d+ \w+ \d{4}: the AI model has reached its limit/);
    expect(kept.text).toMatch(/still the one of \d+ \w+ \d{4}, 9 days ago/);
    expect(rangesIn(kept.message)[1]?.rows[0]).toMatchObject({ label: "Backend Developer", median: 138_600 });
  });

  it("shows official figures alone where no estimate was ever good, and says why", async () => {
    server.answers(() => ({ ...goodAnswer(), growthPercent: 300 }));
    await modern.coach.insights.refresh("retail");
    const { message, text } = await see(modern.person("Reader"), "retail");
    expect(text).toContain("the answer was too far from official statistics. What is shown are official statistics.");
    expect(rangesIn(message)).toHaveLength(1);
  });

  it("names what is at the edge of plausible", async () => {
    server.answers(() => ({ ...goodAnswer(), growthPercent: 40 }));
    await modern.coach.insights.refresh("tech-it-services");
    const { text } = await see(modern.person("Reader"), "tech-it-services");
    expect(text).toContain("At the edge of what official statistics make plausible, so take it with care: the growth.");
  });
});

/** Blocks that show a number without saying whose it is and of when; small print and captions say theirs in words. */
function figuresWithoutSource({ blocks }: Message, other = /^$/): string[] {
  const official = /BLS, (?:May 2025|2024-34)|O\*NET 29\.3 Database, May 2025/;
  return blocks.flatMap(textsOf).filter((text) => /\d/.test(text) && !official.test(text) && !other.test(text));
}

function textsOf(block: Block): string[] {
  switch (block.kind) {
    case "ranges":
      return [block.unit, block.alt, tableOf(block).caption];
    case "fields":
      return block.fields.map(({ value }) => value);
    case "table":
      return block.rows.map((row) => row.join(" | "));
    case "text":
      return [plain(block.text)];
    default:
      return [];
  }
}
