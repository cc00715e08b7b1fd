import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { LOCATION } from "#commands/insights/compare-actions.ts";
import { locationMessage } from "#commands/insights/compare-location-messages.ts";
import { createGeminiModel } from "#src/ai/gemini.ts";
import { type Block, type Message, plain, type Ranges } from "#src/chat/message.ts";
import { findCountry } from "#src/coach/insights/countries.ts";
import { en } from "#src/words/en.ts";
import { dataOf } from "../ai/well-behaved.ts";
import { goodAnswer, inEuros } from "../coach/insights/estimates.ts";
import { type Heard, type House, openHouse, type TestPerson } from "../house/house.ts";
import { type GeminiServer, gemini, startGeminiServer } from "../servers/gemini.ts";

const MODEL = "gemini-3.8-flash";
const BY = /AI estimate, gemini-3\.8-flash, \d+ \w+ \d{4}/;
const OFFICIAL = /BLS, (?:May 2025|2024-34)|O\*NET 29\.3 Database, May 2025/;

let server: GeminiServer;
let house: House;
let offline: House;
beforeAll(async () => {
  server = await startGeminiServer();
  const model = createGeminiModel({
    apiKey: server.apiKey,
    model: MODEL,
    apiUrl: server.url,
    observe: { called() {} },
    times: { call: 5_000, task: 10_000, backOff: 5, open: 1 },
  });
  [house, offline] = await Promise.all([openHouse({ model }), openHouse()]);
});
afterAll(async () => {
  expect([...house.broken, ...offline.broken]).toEqual([]);
  expect(server.violations).toEqual([]);
  await Promise.all([house.stop(), offline.stop()]);
  await server.stop();
});
beforeEach(async () => {
  server.answers(answerFor);
  for (const { db } of [house, offline]) {
    await db.insightSnapshot.deleteMany();
    await db.locationInsight.deleteMany();
    await db.estimateRequest.deleteMany();
    await db.industryInsight.deleteMany();
  }
});

/** As a model that does what it was asked. */
function answerFor(request: Parameters<Parameters<GeminiServer["answers"]>[0]>[0]): unknown {
  const { currency } = dataOf(request) as { currency: string };
  const { roles, ...answer } = currency === "USD" ? goodAnswer() : inEuros();
  return { ...answer, roles: roles.map((role) => ({ ...role, currency })) };
}

const compare = (person: TestPerson, options: Record<string, string>): Promise<Heard> =>
  person.does({ kind: "command", command: "insights", subcommand: "compare", options });

const rangesIn = ({ blocks }: Message): Ranges[] => blocks.filter((block) => block.kind === "ranges");

function tableIn({ blocks }: Message) {
  return blocks.find((block) => block.kind === "table");
}

/** A day passes for what was asked and made. */
async function age(days: number): Promise<void> {
  const ago = new Date(Date.now() - days * 86_400_000);
  await house.db.insightSnapshot.updateMany({ data: { takenAt: ago } });
  await house.db.locationInsight.updateMany({ data: { nextUpdate: new Date(0) } });
}

describe("/insights compare with a country", () => {
  it("puts the official United States beside an AI estimate, each under its own name", async () => {
    const person = house.person("Reader");
    const { message, text } = await compare(person, { industry: "tech", location: "Germany" });
    expect(message.summary).toBe("Technology in the United States and in Germany.");
    expect(message.tone).toBeUndefined();
    const [official, estimate, ...more] = rangesIn(message);
    expect(more).toEqual([]);
    expect(official?.unit).toContain("USD a year before tax; BLS, May 2025; United States");
    expect(official?.names.min).toBe("10th percentile");
    expect(official?.rows[0]).toEqual({ label: "Software Developers", min: 82_460, median: 135_980, max: 214_670 });
    expect(estimate?.title).toBe("Pay in Technology, Germany: AI estimate");
    expect(estimate?.unit).toMatch(new RegExp(`^EUR a year before tax; ${BY.source}; Germany$`));
    expect(estimate?.names.min).toBe("Low");
    expect(estimate?.rows[0]).toMatchObject({ label: "Backend Developer", median: 78_000 });
    expect(text).toContain("Official statistics here are about the United States only.");
    expect(text).toContain("Figures for Germany are an AI estimate, and no official figure here checks them.");
    expect(text).toContain("Pay in Germany is in EUR, and in the United States in USD. Nothing is converted");
    expect(text).toMatch(new RegExp(`Estimated by ${MODEL} on .*, today, for Germany`));
    // No estimate of the United States is there: nothing stands in one row with official figures.
    expect(tableIn(message)).toBeUndefined();
    expect(text).toContain("There is no AI estimate for the United States");
    expect(figuresWithoutSource(message)).toEqual([]);
  });

  it("shows that it takes a while, and what is left of the day's new estimates", async () => {
    const person = house.person("Patient");
    const { text, message } = await compare(person, { industry: "tech", location: "DE" });
    expect(person.progress.map(({ summary }) => summary)).toEqual([
      "An AI model is estimating Technology in Germany. That takes up to a minute.",
    ]);
    expect(text).toMatch(
      /everybody can look at it for a week\. You can ask for 4 more new ones today, and this community for 29\. The count begins again at \d+ \w+ \d{4}, 00:00 UTC\./,
    );
    const midnight = message.blocks.flatMap((block) =>
      block.kind === "note" && Array.isArray(block.text)
        ? block.text.filter((run) => typeof run === "object" && "time" in run)
        : [],
    );
    expect(midnight).toHaveLength(1);
    const other = house.person("Other");
    expect((await compare(other, { industry: "tech", location: "germany" })).text).not.toContain("more new ones");
    expect(other.progress).toEqual([]);
  });

  it("stands beside the estimate of the United States where there is one, pay in a row for each currency", async () => {
    await house.coach.insights.refresh("tech");
    const { message } = await compare(house.person("Reader"), { industry: "tech", location: "France" });
    const table = tableIn(message);
    expect(table?.columns.map(({ label }) => label)).toEqual(["What", "United States", "France"]);
    expect(table?.caption).toMatch(BY);
    expect(table?.rows).toEqual([
      ["Middle of the medians, USD a year", "136,500", "–"],
      ["Middle of the medians, EUR a year", "–", "80,659"],
      ["Growth in ten years", "+14.3 %", "+14.3 %"],
      ["Demand", "High", "High"],
      ["Outlook", "Positive", "Positive"],
      ["Top skills", ...Array(2).fill("TypeScript, Python, Kubernetes, SQL, Code review")],
    ]);
  });

  it("puts pay of one currency into one row, and says that prices differ", async () => {
    await house.coach.insights.refresh("tech");
    const { message, text } = await compare(house.person("Reader"), { industry: "tech", location: "Ecuador" });
    expect(tableIn(message)?.rows[0]).toEqual(["Middle of the medians, USD a year", "136,500", "136,500"]);
    expect(text).toContain("Pay is in USD in both. Prices and taxes differ all the same.");
  });

  it("names what is at the edge of plausible, without claiming official statistics", async () => {
    server.answers((request) => ({ ...(answerFor(request) as object), growthPercent: 40 }));
    const { text } = await compare(house.person("Reader"), { industry: "tech", location: "Spain" });
    expect(text).toContain("At the edge of what is plausible, so take it with care: the growth.");
    expect(text).not.toContain("official statistics make plausible");
  });

  it("is offered on the card of an industry that a model knows, and on no other", async () => {
    await house.coach.insights.refresh("tech");
    const person = house.person("Reader");
    const card = await person.says("insights show industry:tech");
    const compared = await person.chooses(card, "Netherlands");
    expect(compared.message.summary).toBe("Technology in the United States and in the Netherlands.");
    expect((await person.presses(compared, "Show Technology")).message.summary).toContain("Technology");
    expect((await person.chooses(compared, "Canada")).text).toContain("Pay in Canada is in CAD");
    expect((await person.chooses(compared, "Financial Services")).text).toContain(
      "Technology beside Financial Services",
    );
    expect((await person.says("insights show industry:retail")).text).not.toContain("another country");
  });
});

describe("/insights compare without a figure for the country", () => {
  it("says so without a model, shows what is official, and leads on", async () => {
    const person = offline.person("Reader");
    const heard = await compare(person, { industry: "tech", location: "Germany" });
    expect(heard.message.tone).toBe("warning");
    expect(heard.text).toContain("There are no figures for Germany here");
    expect(heard.text).toContain("No AI model is connected here");
    expect(heard.text).toContain("two industries of the United States, by official statistics");
    expect(rangesIn(heard.message)).toHaveLength(1);
    expect(figuresWithoutSource(heard.message)).toEqual([]);
    expect(person.progress).toEqual([]);
    const other = await person.chooses(heard, "Financial Services");
    expect(other.text).toContain("Technology beside Financial Services");
    // Each other country would lead back to where one is.
    expect(() => heard.choice("Canada")).toThrow("No choice");
  });

  it("says why the model gave none and from when on it may, and does not ask again before", async () => {
    server.answers(() => gemini.quota(3600));
    const person = house.person("Reader");
    const heard = await compare(person, { industry: "tech", location: "Germany" });
    expect(heard.text).toMatch(
      /gave no estimate for Germany on \d+ \w+ \d{4}: it has reached its limit\. It can be asked/,
    );
    expect(heard.text).toContain("There are no figures for Germany here");
    const before = server.journal.length;
    await compare(person, { industry: "tech", location: "Germany" });
    expect(server.journal.length).toBe(before);
    server.answers((request) => ({ ...(answerFor(request) as object), growthPercent: 300 }));
    const wild = await compare(person, { industry: "tech", location: "France" });
    expect(wild.text).toContain("what it answered was not plausible");
  });

  it("shows the last good one and how old it is when the next one fails, or nobody can make it", async () => {
    const person = house.person("Reader");
    await compare(person, { industry: "tech", location: "Germany" });
    await age(9);
    server.answers(() => gemini.overloaded());
    const kept = await compare(person, { industry: "tech", location: "Germany" });
    expect(kept.message.tone).toBe("warning");
    expect(kept.text).toContain("it could not be reached");
    expect(kept.text).toMatch(/What you see is the estimate of \d+ \w+ \d{4}, 9 days ago\./);
    expect(rangesIn(kept.message)[1]?.rows[0]).toMatchObject({ label: "Backend Developer", median: 78_000 });
    expect(figuresWithoutSource(kept.message)).toEqual([]);
  });

  it("says how many new ones there are in a day, when there will be more, and which are there already", async () => {
    const person = house.person("Eager");
    for (const location of ["DE", "FR", "ES", "IT", "NL"]) await compare(person, { industry: "tech", location });
    const before = server.journal.length;
    person.progress.length = 0;
    const heard = await compare(person, { industry: "tech", location: "Poland" });
    expect(server.journal.length).toBe(before);
    expect(person.progress).toEqual([]);
    expect(heard.text).toContain("You have asked for 5 new AI estimates today.");
    expect(heard.text).toMatch(/New ones can be asked for from \d+ \w+ \d{4}, 00:00 UTC\./);
    expect(heard.text).toContain("These countries were estimated this week");
    expect((await person.presses(heard, "Netherlands")).text).toContain("Estimated by");
    expect(figuresWithoutSource(heard.message, /You have asked for 5|UTC/)).toEqual([]);
  });

  it("waits for what somebody else has asked for, and asks itself when that one has died", async () => {
    const soon = new Date(Date.now() + 1_500);
    const key = { industry: "tech", location: "DE" };
    await house.db.locationInsight.create({ data: { ...key, nextUpdate: new Date(0), claimedUntil: soon } });
    const person = house.person("Reader");
    expect((await compare(person, key)).text).toContain("Estimated by");
    expect(person.progress).toHaveLength(1);
  });

  it("says after half a minute that it is still being made, with a button that looks again", async () => {
    const person = house.person("Waiting");
    await compare(person, { industry: "tech", location: "Germany" });
    const asker = { userId: "nobody", platform: "slack", workspaceId: "" };
    const country = findCountry("Germany") ?? expect.fail();
    const made = await house.coach.insights.compareWith(asker, { industry: "tech", country }, () => {});
    const { blocks } = locationMessage({ ...made, estimate: undefined, state: { kind: "being-made" } }, en);
    expect(blocks.flatMap(textsOf).join("\n")).toContain("the AI model is still at it. Look again in half a minute.");
    const [again] = blocks.flatMap((block) => (block.kind === "buttons" ? block.buttons : []));
    expect(again?.label).toBe("Look again");
    expect((await person.pressesId(again?.to ?? "")).text).toContain("Estimated by");
  });
});

describe("/insights compare with what cannot be compared", () => {
  it("offers the nearest names for an unknown country, and goes on with the one that is pressed", async () => {
    const person = house.person("Reader");
    const heard = await compare(person, { industry: "tech", location: "Germny" });
    expect(heard.message.tone).toBe("bad");
    expect(heard.text).toContain('There is no country "Germny" in my list.');
    expect((await person.presses(heard, "Germany")).text).toContain("Germany: AI estimate");
    const forged = await person.pressesId(LOCATION.to({ industry: "tech", country: "<!channel>" }));
    expect(forged.text).toContain('There is no country "<!channel>" in my list.');
    expect((await person.pressesId(LOCATION.to({ industry: "../etc", country: "DE" }))).text).toContain(
      "There is no industry",
    );
  });

  it.each(["United States", "US", "usa"])("answers %s plainly: that side is there already", async (location) => {
    const heard = await compare(house.person("Reader"), { industry: "tech", location });
    expect(heard.text).toContain("they are one side already");
    expect(heard.buttons).toEqual(["Show Technology"]);
    expect(heard.choice("Germany").value).toBe("DE");
  });

  it("asks with what when nothing is named, and which when both are", async () => {
    const person = house.person("Reader");
    const none = await compare(person, { industry: "tech" });
    expect(none.text).toContain("What is Technology to be compared with");
    expect((await person.chooses(none, "Germany")).text).toContain("Germany: AI estimate");
    const both = await compare(person, { industry: "tech", other: "finance", location: "France" });
    expect(both.buttons).toEqual(["With Financial Services", "France"]);
    expect((await person.presses(both, "With Financial Services")).text).toContain("Technology beside Financial");
    expect((await person.presses(both, "France")).text).toContain("France: AI estimate");
  });

  it("suggests countries while somebody types, their own first", async () => {
    const person = house.person("Local");
    const suggest = async (typed: string) => {
      const asked = { kind: "suggest", command: "insights", subcommand: "compare", option: "location", typed } as const;
      const { reply } = await person.does(asked);
      return reply.kind === "suggestions" ? reply.suggestions.map(({ label }) => label) : expect.fail();
    };
    await person.says("career");
    const { userId } = await house.db.chatAccount.findFirstOrThrow({ where: { platformUserId: "local" } });
    await house.coach.profiles.save(userId, { country: "Lima, Peru" });
    expect((await suggest("")).slice(0, 2)).toEqual(["Peru", "United Kingdom"]);
    expect(await suggest("")).toHaveLength(25);
    expect(await suggest("aus")).toEqual(["Australia", "Austria"]);
    expect(await suggest("united states")).toEqual([]);
  });
});

/** Blocks that show a number without saying whose it is and of when; small print and captions say theirs in words. */
function figuresWithoutSource({ blocks }: Message, other = /UTC|today, for|days ago|gave no estimate/): string[] {
  return blocks
    .flatMap(textsOf)
    .filter((text) => /\d/.test(text) && ![OFFICIAL, BY, other].some((known) => known.test(text)));
}

function textsOf(block: Block): string[] {
  switch (block.kind) {
    case "fields":
      return block.fields.map(({ value }) => value);
    case "text":
      return [plain(block.text)];
    case "ranges":
      return [block.unit, block.alt];
    case "table":
      return block.rows.map((row) => [block.caption, ...row].join(" "));
    default:
      return [];
  }
}
