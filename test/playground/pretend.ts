import { crc32, deflateSync } from "node:zlib";
import { type Command, defineCommand, onForm, onPress, openForm, subcommand } from "#src/chat/command.ts";
import { link } from "#src/chat/custom-id.ts";
import type { Block, Choice, File, Message } from "#src/chat/message.ts";
import { attachment, channel, choice, role, type SuggestRequest, text, wholeNumber, yesNo } from "#src/chat/option.ts";
import type { Accounts } from "#src/coach/accounts.ts";
import type { Drafts } from "#src/coach/drafts.ts";
import type { Coach } from "#src/coach/index.ts";

/** How often each handler ran, so that a test sees what had no second effect. */
export const ran: Record<string, number> = {};
/** What the handlers were given. */
export const heard: Record<string, unknown> = {};

let held: Promise<void> | undefined;

/** Slow work does not go on until the function is called that this returns. */
export function holdUp(): () => void {
  const { promise, resolve } = Promise.withResolvers<void>();
  held = promise;
  return resolve;
}

const answerLink = link("quiz/answer", { letter: "text", question: "number" });
const nextLink = link("quiz/next", { question: "number" });
const pickLink = link("show/pick", {});
const pressLink = link("show/press", { name: "text" });
const slowLink = link("show/slow", {});
const privateLink = link("show/private", {});
const openLink = link("show/form", {});
const formLink = link("profile/form", { from: "text" });

/** Every block kind, every tone, every way to answer. */
export const pretendCommands: readonly Command[] = [
  defineCommand({
    name: "quiz",
    description: "Practise with questions",
    subcommands: {
      start: subcommand({
        description: "Start a quiz, one question at a time",
        options: {
          category: choice({
            description: "What kind of questions.",
            choices: [
              { value: "technical", label: "Technical", description: "How things work" },
              { value: "behavioral", label: "Behavioral", description: "How you work with people" },
            ],
          }),
          topic: text({
            description: "What it should be about.",
            suggest: suggestTopics,
          }),
          questions: wholeNumber({ description: "How many.", min: 1, max: 50 }),
          timed: yesNo({ description: "With a clock." }),
          job: text({ description: "Paste a job ad.", multiline: true, maxLength: 4000 }),
        },
        run: async (turn) => {
          note("quiz start", turn.options);
          return question(1);
        },
      }),
      history: subcommand({
        description: "Your results so far",
        run: async () => ({
          summary: "Two results",
          blocks: [
            {
              kind: "table",
              caption: "Your quizzes",
              columns: [{ label: "Quiz" }, { label: "Score", align: "right" }],
              rows: [
                ["Behavioral", "80 %"],
                ["Technical", "60 %"],
              ],
            },
          ],
        }),
      }),
    },
    actions: [
      onPress(answerLink, {
        answers: "in-place",
        run: async ({ params }) => {
          note("quiz answer", params);
          return answered(params.question, params.letter);
        },
      }),
      onPress(nextLink, { answers: "in-place", run: async ({ params }) => question(params.question) }),
    ],
  }),
  defineCommand({
    name: "show",
    description: "Shows what a message may hold",
    subcommands: {
      everything: subcommand({ description: "One of each block", visibility: "public", run: async () => everything() }),
      private: subcommand({ description: "Something for you alone", run: async () => simple("A secret of your own.") }),
      slow: subcommand({
        description: "Takes a while and says how far it is",
        run: async (turn) => {
          note("show slow", turn.options);
          turn.progress(simple("Reading 1 of 3"));
          await wait(1_200);
          await held;
          turn.progress(simple("Reading 2 of 3"));
          await wait(1_200);
          return { ...simple("Read everything."), tone: "good" };
        },
      }),
      upload: subcommand({
        description: "Takes a file",
        options: {
          file: attachment({ description: "A PDF or a text.", required: true }),
          channel: channel({ description: "Where to tell about it." }),
        },
        run: async (turn) => {
          note("show upload", turn.options);
          return simple(`Got ${turn.options.file.name}, ${turn.options.file.size} bytes.`);
        },
      }),
      news: subcommand({
        description: "Tells news",
        options: {
          channel: channel({ description: "Where to tell them.", required: true }),
          role: role({ description: "Whom to notify." }),
          topic: text({ description: "What they are about.", suggest: suggestTopics }),
        },
        run: async (turn) => {
          note("show news", turn.options);
          return simple(`Told ${turn.options.channel.name}.`);
        },
      }),
      organisers: subcommand({
        description: "Only for organisers",
        organisers: true,
        run: async () => simple("Welcome, organiser."),
      }),
      broken: subcommand({
        description: "Breaks",
        run: async () => {
          throw new Error("on purpose");
        },
      }),
    },
    actions: [
      onPress(pickLink, { answers: "in-place", run: async ({ chosen }) => everything(chosen) }),
      onPress(pressLink, { answers: "private", run: async ({ params }) => simple(`You pressed ${params.name}.`) }),
      onPress(privateLink, { answers: "public", run: async ({ person }) => simple(`${person.name} shared this.`) }),
      onPress(slowLink, {
        answers: "in-place",
        run: async () => {
          note("slow press", {});
          await wait(1_500);
          await held;
          return simple("The slow answer.");
        },
      }),
      onPress(openLink, {
        answers: "private",
        opensForm: true,
        run: async () => openForm(formLink.to({ from: "button" })),
      }),
    ],
  }),
  defineCommand({
    name: "profile",
    description: "Who you are",
    subcommands: {
      edit: subcommand({
        description: "Change your profile",
        opensForm: true,
        run: async () => openForm(formLink.to({ from: "command" })),
      }),
    },
    forms: [
      onForm(formLink, {
        title: "Your profile",
        submit: "Save",
        fields: {
          name: text({ label: "Name", description: "As it should stand on a letter.", required: true, maxLength: 40 }),
          bio: text({ label: "About you", description: "A few sentences.", multiline: true, maxLength: 60 }),
          years: wholeNumber({
            label: "Years of experience",
            description: "Full years.",
            required: true,
            min: 0,
            max: 50,
          }),
          level: choice({
            label: "Level",
            description: "Where you see yourself.",
            choices: [
              { value: "junior", label: "Junior" },
              { value: "senior", label: "Senior" },
            ],
          }),
          news: yesNo({ label: "News", description: "Weekly news in a channel." }),
          where: channel({ label: "Channel", description: "Where the news should go." }),
          whom: role({ label: "Role", description: "Whom the news should notify." }),
          resume: attachment({ label: "Resume", description: "PDF or text." }),
        },
        fill: async () => ({ level: "junior" }),
        run: async (turn) => {
          note("profile form", turn.options);
          const { name, years, where, whom, resume } = turn.options;
          return {
            summary: `Saved the profile of ${name}`,
            tone: "good",
            blocks: [
              { kind: "text", text: [{ bold: "Saved. " }, `${name}, ${years} years.`] },
              {
                kind: "note",
                text: `Channel: ${where?.name ?? "none"}; resume: ${resume?.name ?? "none"}; role: ${whom?.name ?? "none"}`,
              },
            ],
          };
        },
      }),
    ],
  }),
];

/** Accounts, drafts and requests in memory: as much of a coach as dispatch needs. */
export function pretendCoach(): Coach {
  const seen = new Set<string>();
  const kept = new Map<string, Record<string, string>>();
  const accounts: Pick<Accounts, "arrive" | "find" | "done" | "release"> = {
    async arrive(key, account) {
      const duplicate = seen.has(key);
      seen.add(key);
      return { person: personOf(account), duplicate };
    },
    find: async (account) => personOf(account),
    async done() {},
    async release(key) {
      seen.delete(key);
    },
  };
  const drafts: Drafts = {
    find: async (userId, form) => kept.get(`${userId} ${form}`) ?? {},
    async save(userId, form, values) {
      const typed = Object.entries(values).filter(([, value]) => typeof value !== "object");
      kept.set(`${userId} ${form}`, Object.fromEntries(typed.map(([name, value]) => [name, String(value)])));
    },
    async drop(userId, form) {
      kept.delete(`${userId} ${form}`);
    },
  };
  const requests = { keep: async () => "none", find: async () => undefined };
  return { accounts, drafts, requests } as unknown as Coach;
}

export function everything(chosen?: string): Message {
  return {
    summary: "One of each block",
    blocks: [
      { kind: "heading", text: "What a message may hold" },
      {
        kind: "text",
        text: [
          "Plain, ",
          { bold: "bold" },
          ", ",
          { italic: "italic" },
          " and ",
          { code: "npm start" },
          ".\nA second line.",
        ],
      },
      { kind: "quote", text: "I led a team of four & cut <b>waiting times</b> by a third. @everyone" },
      { kind: "note", text: "Source: what the members wrote." },
      {
        kind: "fields",
        fields: [
          { label: "Industry", value: "Hospitality" },
          { label: "Experience", value: "4 years" },
          { label: "Due today", value: "3 questions" },
        ],
      },
      { kind: "divider" },
      {
        kind: "table",
        caption: "Salaries in Hospitality",
        columns: [{ label: "Role" }, { label: "Median", align: "right" }, { label: "Place" }],
        rows: [
          ["Hotel manager", "€ 52,000", "Hamburg"],
          ["Chef de partie", "€ 36,500", "Vienna"],
        ],
      },
      {
        kind: "bars",
        caption: "Your topics",
        bars: [
          { label: "Food safety", share: 0.9, text: "9 of 10" },
          { label: "Guest service", share: 0.4, text: "4 of 10" },
        ],
      },
      {
        kind: "chart",
        title: "Scores over time",
        unit: "%",
        max: 100,
        points: [
          { label: "Mon", value: 40 },
          { label: "Tue", value: 70 },
          { label: "Wed", value: 85 },
        ],
        alt: "Scores rise from 40 to 85 per cent.",
      },
      {
        kind: "ranges",
        title: "Pay in Hospitality",
        unit: "USD a year, May 2025",
        names: { row: "Role", min: "10th percentile", median: "Median", max: "90th percentile" },
        rows: [{ label: "Chefs and Head Cooks", min: 37_900, median: 62_470, max: 97_410 }],
        alt: "Pay of chefs, in USD a year, May 2025.",
      },
      { kind: "image", file: picture("page one.png"), alt: "Page one of the resume" },
      { kind: "file", file: paper(), description: "Your resume, one page" },
      { kind: "file", file: textFile(), description: "The same as Markdown" },
      {
        kind: "select",
        label: "Industry",
        to: pickLink.to({}),
        options: [
          { value: "hospitality", label: "Hospitality", description: "Hotels and kitchens" },
          { value: "retail", label: "Retail" },
        ],
        ...(chosen !== undefined && { chosen }),
      },
      {
        kind: "buttons",
        buttons: [
          { label: "Fill in the form", style: "primary", to: openLink.to({}) },
          { label: "Save it", style: "success", to: pressLink.to({ name: "save" }) },
          { label: "Delete", style: "danger", to: pressLink.to({ name: "delete" }) },
          { label: "Take your time", to: slowLink.to({}) },
          { label: "Share", to: privateLink.to({}) },
          { label: "Not now", to: pressLink.to({ name: "never" }), disabled: true },
          { label: "Read more", to: "https://example.org/" },
        ],
      },
    ],
  };
}

/** A palette PNG of one colour, standing in for a drawn chart. */
export async function pretendChart(): Promise<Uint8Array> {
  return png(480, 160);
}

async function suggestTopics({ typed }: SuggestRequest): Promise<readonly Choice[]> {
  return ["food safety", "site safety", "teamwork", "databases"]
    .filter((topic) => topic.includes(typed.toLowerCase()))
    .map((topic) => ({ value: topic, label: topic, description: `Questions on ${topic}` }));
}

const LETTERS = ["A", "B", "C", "D"];

function question(number: number): Message {
  return {
    summary: `Question ${number} of 5`,
    blocks: [
      { kind: "note", text: `Question ${number} of 5 · score 0` },
      { kind: "heading", text: "A guest complains about noise at night. What comes first?" },
      {
        kind: "buttons",
        buttons: options(number).map((option) => ({
          ...option,
          to: answerLink.to({ letter: option.label[0] ?? "", question: number }),
        })),
      },
    ],
  };
}

function answered(number: number, letter: string): Message {
  const right = letter === "B";
  return {
    summary: right ? "Right: B" : "Not quite: B was right",
    tone: right ? "good" : "bad",
    blocks: [
      { kind: "note", text: `Question ${number} of 5 · score ${right ? 1 : 0}` },
      { kind: "heading", text: "A guest complains about noise at night. What comes first?" },
      {
        kind: "buttons",
        buttons: options(number).map((option) => ({
          ...option,
          disabled: true,
          to: answerLink.to({ letter: option.label[0] ?? "", question: number }),
          ...(option.label.startsWith("B") && { style: "success" as const }),
        })),
      },
      {
        kind: "text",
        text: [
          { bold: right ? "Right. " : "B was right. " },
          "Listening first shows respect and tells you what to do.",
        ],
      },
      {
        kind: "buttons",
        buttons: [{ label: "Next question", style: "primary", to: nextLink.to({ question: number + 1 }) }],
      },
    ],
  };
}

function options(_number: number) {
  const texts = ["Offer a refund", "Listen and thank them", "Call security", "Explain the house rules"];
  return texts.map((option, index) => ({ label: `${LETTERS[index]} · ${option}` }));
}

export function simple(said: string): Message {
  return { summary: said, blocks: [{ kind: "text", text: said } satisfies Block] };
}

function note(name: string, options: object): void {
  ran[name] = (ran[name] ?? 0) + 1;
  heard[name] = options;
}

function personOf({ userId, name }: { userId: string; name: string }) {
  return { id: userId, name, industry: null, aiConsent: null };
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function picture(name: string): File {
  return { name, mediaType: "image/png", bytes: png(320, 200) };
}

function textFile(): File {
  return {
    name: "resume.md",
    mediaType: "text/markdown",
    bytes: new TextEncoder().encode("# Alice\n\n<b>Chef</b> de partie"),
  };
}

/** The smallest PDF with a line of text. */
function paper(): File {
  const stream = "BT /F1 24 Tf 72 700 Td (Alice, chef de partie) Tj ET";
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
  ];
  let body = "%PDF-1.4\n";
  const offsets = objects.map((object, index) => {
    const offset = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const end = `xref\n0 6\n0000000000 65535 f \n${table}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
  return { name: "resume.pdf", mediaType: "application/pdf", bytes: new TextEncoder().encode(body + end) };
}

function png(width: number, height: number): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const rows = Buffer.alloc((width + 1) * height);
  const palette = Buffer.from([0xd8, 0xec, 0xe2]);
  const parts = [
    chunk("IHDR", header),
    chunk("PLTE", palette),
    chunk("IDAT", deflateSync(rows)),
    chunk("IEND", Buffer.alloc(0)),
  ];
  return new Uint8Array(Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), ...parts]));
}

function chunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, "latin1"), content]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
