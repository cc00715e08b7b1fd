import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { meMessage } from "#commands/insights/me-messages.ts";
import { noticeMessage, postMessages } from "#commands/insights/post-messages.ts";
import { type Block, type Message, plain, tableOf } from "#src/chat/message.ts";
import { occupationNamed } from "#src/coach/insights/beside.ts";
import { officialOccupations } from "#src/coach/insights/official.ts";
import type { Subscription } from "#src/coach/posting/subscription.ts";
import type { Trouble } from "#src/coach/posting/tell.ts";
import { INDUSTRIES } from "#src/coach/profile/industries.ts";
import { wordsOf } from "#src/words/index.ts";
import { type House, openHouse } from "../house/house.ts";

const words = wordsOf("en");

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.stop());

/** The data file as it is, read without the code that shows it. */
const data = JSON.parse(readFileSync(new URL("../../src/coach/insights/official.json", import.meta.url), "utf8")) as {
  industries: Record<
    string,
    { occupations: { role: string; p10: number; median: number; p90: number; growth: number }[]; ratedSkills: string[] }
  >;
};

const posted = async (industry: string, edition = "2026-W48") => {
  const { main, details } = postMessages(await house.coach.insights.look(industry), edition, words);
  if (!details) throw new Error("no details");
  return { main, details: details.message, title: details.title };
};

const fieldsOf = ({ blocks }: Message) =>
  Object.fromEntries(
    blocks.flatMap((block) => (block.kind === "fields" ? block.fields : [])).map(({ label, value }) => [label, value]),
  );

describe("a post of an industry", () => {
  it.each(INDUSTRIES.map(({ id, name }) => [id, name] as const))(
    "shows of %s nothing but what the data file says",
    async (id, name) => {
      const { main, details } = await posted(id);
      const { occupations, ratedSkills } = data.industries[id] ?? expect.fail();
      const [pay, ...more] = main.blocks.filter((block) => block.kind === "ranges");
      expect(more).toEqual([]);
      expect(pay?.rows).toEqual(
        occupations.map(({ role, p10, median, p90 }) => ({ label: role, min: p10, median, max: p90 })),
      );
      const growths = occupations.map(({ growth }) => growth).sort((a, b) => a - b);
      const said = Number(/^([+-]?[\d.]+) %/.exec(fieldsOf(main)["Growth"] ?? "")?.[1]);
      expect(Math.abs(said - ((growths[3] ?? 0) + (growths[4] ?? 0)) / 2)).toBeLessThanOrEqual(0.0501);
      expect(fieldsOf(main)["Outlook"]).toContain(`${growths.filter((growth) => growth > 0).length} of 8 occupations`);
      const skills = details.blocks.find(
        (block) => block.kind === "text" && plain(block.text).startsWith("Top skills"),
      );
      expect(skills?.kind === "text" && plain(skills.text).split("\n").slice(1)).toEqual(
        ratedSkills.map((skill, index) => `${index + 1}. ${skill}`),
      );
      expect(main.blocks[0]).toEqual({ kind: "heading", text: `${name}, week 48 of 2026` });
    },
  );

  it("says source and period beside every figure, and what must be said of them, in both messages", async () => {
    for (const { id, specialisations } of INDUSTRIES)
      for (const key of [id, specialisations[0]?.key ?? id]) {
        const { main, details } = await posted(key);
        expect([main, details].flatMap(figuresWithoutSource)).toEqual([]);
        for (const text of [textOf(main), textOf(details)]) {
          expect(text).toContain("which occupations stand for an industry is our choice");
          expect(text).toContain("A newer projection (2025-35)");
        }
        expect(textOf(main)).toContain("Occupational Employment and Wage Statistics, May 2025");
        expect(textOf(details)).toContain("Includes information from the O*NET 29.3 Database");
        expect(textOf(main)).not.toMatch(/entry|senior/i);
        // A channel is nobody in particular.
        expect(textOf(main) + textOf(details)).not.toMatch(/\byours?\b/i);
      }
  });

  it("begins with another occupation in each of eight weeks, in its words for screen readers too", async () => {
    const { occupations } = data.industries["healthcare"] ?? expect.fail();
    const said = [];
    for (let week = 41; week <= 48; week += 1) {
      const { main } = await posted("healthcare", `2026-W${week}`);
      const [, text] = main.blocks;
      const [, role = ""] =
        /^This week's occupation: (.+?)\. In the/.exec(text?.kind === "text" ? plain(text.text) : "") ?? [];
      const { median, p90, growth } = occupations.find((one) => one.role === role) ?? expect.fail();
      const amount = (value: number) => value.toLocaleString("en");
      expect(textOf(main)).toContain(
        `half earn more than ${amount(median)} USD a year before tax, and a tenth more than ${amount(p90)}`,
      );
      expect(textOf(main)).toContain(`Employment: ${growth > 0 ? "+" : ""}${growth} % (BLS, 2024-34)`);
      expect(main.summary).toBe(
        `Healthcare & Life Sciences, week ${week} of 2026. ${role}: half earn more than ${amount(median)} USD a year before tax (BLS, May 2025).`,
      );
      said.push(role);
    }
    expect(new Set(said)).toEqual(new Set(occupations.map(({ role }) => role)));
  });

  it("says in one line that nothing has changed, and nothing of changes before there are two weeks", async () => {
    const view = await house.coach.insights.look("tech");
    const text = async (changes: typeof view.changes) =>
      textOf(postMessages({ ...view, changes }, "2026-W48", words).main);
    expect(await text(undefined)).not.toMatch(/changed/);
    const [from, to] = [new Date("2026-11-20T08:00Z"), new Date("2026-11-27T08:00Z")];
    const nothing = { medians: [], rolesIn: [], rolesOut: [], skillsIn: [], skillsOut: [], currency: "USD" };
    const same = { growth: undefined, demand: undefined, outlook: undefined, wagePeriod: undefined };
    expect(await text({ from, to, ...nothing, ...same })).toContain(
      "\nNothing has changed since 20 Nov 2026 (official statistics; pay May 2025, growth 2024-34).\n",
    );
    const growth = { before: 12, now: 12.6 };
    expect(await text({ from, to, ...nothing, ...same, growth })).toContain("• Growth: from +12 % to +12.6 %");
  });

  it("says of a specialisation that its figures are those of the whole industry", async () => {
    const { main } = await posted("tech-cybersecurity");
    expect(textOf(main)).toContain("not kept for Cybersecurity alone: these are the figures of Technology as a whole");
  });

  it("has a title that every platform takes for a thread", async () => {
    for (const { id, specialisations } of INDUSTRIES)
      for (const key of [id, ...specialisations.map((one) => one.key)])
        expect((await posted(key)).title.length).toBeLessThanOrEqual(100);
  });
});

describe("what about me", () => {
  it("says source and period beside every figure, also of the role one wants and of one's own industry", async () => {
    const reader = house.person("Reader");
    await reader.says("career");
    const { userId } = await house.db.chatAccount.findFirstOrThrow({ where: { platformUserId: "reader" } });
    await house.coach.profiles.specialise(userId, "finance-wealth-management");
    for (const { id } of INDUSTRIES) {
      const [first] = data.industries[id]?.occupations ?? [];
      await house.coach.profiles.save(userId, { targetRole: first?.role ?? "" });
      const beside = await house.coach.insights.beside(userId, id);
      expect(beside.occupation?.role).toBe(first?.role);
      expect(figuresWithoutSource(meMessage(beside, words))).toEqual([]);
    }
  });

  it("knows every occupation by its own name", () => {
    for (const { id } of INDUSTRIES)
      for (const { role } of data.industries[id]?.occupations ?? [])
        expect(occupationNamed(role, officialOccupations(id))?.role).toBe(role);
  });

  it.each([
    ["Senior Data Scientist", "Data Scientists"],
    ["software developer", "Software Developers"],
    ["Head of Cheese", undefined],
    ["Manager", undefined],
    ["", undefined],
  ])("takes %s for %s", (role, occupation) => {
    expect(occupationNamed(role, officialOccupations("tech"))?.role).toBe(occupation);
  });
});

describe("a notice to an organiser", () => {
  const subscription: Subscription = {
    id: "1",
    platform: "slack",
    workspaceId: "W1",
    channelId: "C1",
    channelName: "#jobs",
    kind: "insights",
    industry: "tech",
    weekday: 1,
    hour: 9,
    minute: 0,
    zone: "UTC",
    mention: null,
    mentionName: null,
    state: "active",
    reason: null,
    lastEdition: "2026-W47",
    lastAt: new Date(0),
    organiserId: "1",
  };
  const problems: readonly Trouble["problem"][] = [
    "channel-gone",
    "channel-hidden",
    "no-permission",
    "not-member",
    "workspace-gone",
    "failing",
    "too-late",
    "given-up",
    "unclear",
  ];

  it.each(problems)("says for %s what happened, what to do, and whether it is paused", (problem) => {
    for (const paused of [true, false]) {
      const message = noticeMessage(subscription, { problem, edition: "2026-W48", paused }, words);
      expect(message.summary).toContain("Technology, week 48 of 2026");
      expect(message.summary).toContain("#jobs");
      expect(textOf(message)).toMatch(/command insights (resume|subscriptions)/);
      if (paused && problem !== "unclear") expect(textOf(message)).toContain("I have paused this subscription");
      // No check can bring a channel back.
      if (problem === "channel-gone") expect(textOf(message)).not.toContain("insights resume");
    }
  });

  it("links to the channel, unless it is gone", () => {
    const linked = problems.filter((problem) => {
      const { blocks } = noticeMessage(subscription, { problem, edition: "2026-W48", paused: true }, words);
      return JSON.stringify(blocks).includes(JSON.stringify({ channel: subscription.channelId, text: "#jobs" }));
    });
    expect(problems.filter((problem) => !linked.includes(problem))).toEqual(["channel-gone", "workspace-gone"]);
  });

  it("repeats the platform's own words for what to do", () => {
    const refusal = { problem: "not-member", fix: "/invite @Greenroom" } as const;
    const trouble = { problem: "not-member", edition: "2026-W48", paused: true, refusal } as const;
    expect(textOf(noticeMessage(subscription, trouble, words))).toContain("/invite @Greenroom");
  });
});

/** Texts with a digit in which no source and period stands. */
function figuresWithoutSource({ blocks }: Message): string[] {
  const official = /BLS, (?:May 2025|2024-34)|O\*NET 29\.3 Database, May 2025/;
  const sources = /^U\.S\. Bureau of Labor Statistics, .*\d/;
  return blocks.flatMap(textsOf).filter((text) => /\d/.test(text) && !official.test(text) && !sources.test(text));
}

function textsOf(block: Block): string[] {
  switch (block.kind) {
    case "ranges":
      return [block.unit, block.alt, tableOf(block).caption];
    case "fields":
      return block.fields.map(({ value }) => value);
    case "text":
      return [plain(block.text)];
    default:
      return [];
  }
}

function textOf({ blocks }: Message): string {
  return blocks.map((block) => ("text" in block ? plain(block.text) : textsOf(block).join("\n"))).join("\n");
}
