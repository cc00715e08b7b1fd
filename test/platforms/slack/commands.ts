import { setTimeout as sleep } from "node:timers/promises";
import { defineCommand, onForm, onPress, openForm, subcommand } from "#src/chat/command.ts";
import { link } from "#src/chat/custom-id.ts";
import type { Message } from "#src/chat/message.ts";
import { attachment, channel, choice, text, wholeNumber, yesNo } from "#src/chat/option.ts";
import { UserError } from "#src/words/errors.ts";

const COUNT = link("demo/count", { count: "number" });
const SLOW = link("demo/slow", {});
const PRIVATE = link("demo/private", {});
const WRONG = link("demo/wrong", {});
const SHARE = link("demo/share", {});
const PICK = link("demo/pick", {});
const EDIT = link("demo/edit", { slow: "number?" });
const NAME = link("demo/name", {});
const HOME = link("career/refresh", {});
const NEWS = link("career/news", {});

/** How often something had an effect. */
export const effects = { count: 0 };
/** How long the slow ones take, unless a test decides when they are over. */
const SLOW_MS = 700;
/** While it is closed, the slow ones wait before it. */
export const gate = createGate();

function createGate() {
  let closed: PromiseWithResolvers<void> | undefined;
  return {
    close() {
      closed = Promise.withResolvers<void>();
    },
    open() {
      closed?.resolve();
      closed = undefined;
    },
    pass: (): Promise<void> => closed?.promise ?? sleep(SLOW_MS),
  };
}

const says = (words: string): Message => ({ summary: words, blocks: [{ kind: "text", text: words }] });

export function counter(count: number): Message {
  return {
    summary: `Counted ${count}`,
    blocks: [
      { kind: "text", text: `Counted ${count}` },
      {
        kind: "buttons",
        buttons: [
          { label: "Count", style: "primary", to: COUNT.to({ count: count + 1 }) },
          { label: "Slow", to: SLOW.to({}) },
          { label: "Private", to: PRIVATE.to({}) },
          { label: "Wrong", to: WRONG.to({}) },
          { label: "Share", to: SHARE.to({}) },
          { label: "Edit", to: EDIT.to({}) },
          { label: "Edit late", to: EDIT.to({ slow: 1 }) },
        ],
      },
      {
        kind: "select",
        label: "Pick one",
        to: PICK.to({}),
        options: [
          { value: "a", label: "Apple" },
          { value: "b", label: "Beer" },
        ],
      },
    ],
  };
}

/** One subcommand or button for everything that a platform must be able to carry. */
export const demo = defineCommand({
  name: "demo",
  description: "Everything a platform must carry",
  subcommands: {
    say: subcommand({
      description: "Says it back",
      options: {
        text: text({ description: "What to say", required: true, maxLength: 5000, multiline: true }),
        times: wholeNumber({ description: "How often", min: 1, max: 3 }),
        tone: choice({
          description: "How",
          choices: [
            { value: "good", label: "Good" },
            { value: "bad", label: "Bad" },
          ],
        }),
        loud: yesNo({ description: "In capitals" }),
        file: attachment({ description: "A file" }),
        where: channel({ description: "Where" }),
      },
      run: async ({ options }) => ({
        summary: options.text.slice(0, 100),
        blocks: [
          { kind: "text", text: options.text },
          { kind: "note", text: JSON.stringify({ ...options, text: undefined }) },
        ],
      }),
    }),
    count: subcommand({ description: "Counts", run: async () => counter(0) }),
    public: subcommand({ description: "For all", visibility: "public", run: async () => counter(0) }),
    slow: subcommand({
      description: "Takes its time",
      run: async ({ progress }) => {
        progress(says("Working: 1 of 2"));
        await gate.pass();
        progress(says("Working: 2 of 2"));
        return says("Slowly done");
      },
    }),
    silent: subcommand({
      description: "Takes its time without a word",
      run: async () => {
        await gate.pass();
        effects.count++;
        return says("Silently done");
      },
    }),
    form: subcommand({
      description: "Opens a form late",
      opensForm: true,
      run: async () => {
        await gate.pass();
        return openForm(NAME.to({}));
      },
    }),
    maybe: subcommand({
      description: "Might open a form",
      opensForm: true,
      run: async () => {
        await gate.pass();
        return says("No form was needed");
      },
    }),
    admin: subcommand({ description: "For organisers", organisers: true, run: async () => says("You run this place") }),
    chart: subcommand({
      description: "A chart",
      run: async () => ({
        summary: "Your scores",
        blocks: [
          {
            kind: "chart",
            title: "Scores",
            unit: "%",
            max: 100,
            points: [
              { label: "May", value: 50 },
              { label: "June", value: 80 },
            ],
            alt: "From 50 in May to 80 in June",
          },
        ],
      }),
    }),
    file: subcommand({
      description: "A file",
      run: async () => ({
        summary: "Your resume",
        blocks: [
          { kind: "text", text: "Here it is." },
          {
            kind: "file",
            file: { name: "resume.pdf", mediaType: "application/pdf", bytes: new TextEncoder().encode("%PDF-1.7") },
            description: "Your resume, one page",
          },
        ],
      }),
    }),
    long: subcommand({
      description: "A lot",
      run: async () => ({
        summary: "A lot",
        blocks: Array.from({ length: 120 }, (_, index) => ({
          kind: "text" as const,
          text: `Line ${index} ${"x".repeat(150)}`,
        })),
      }),
    }),
  },
  actions: [
    onPress(COUNT, { answers: "in-place", run: async ({ params }) => counter(params.count) }),
    onPress(SLOW, {
      answers: "in-place",
      run: async ({ progress }) => {
        for (let step = 1; step < 10; step++) {
          progress(says(`Step ${step} of 9`));
          await sleep(60);
        }
        return counter(100);
      },
    }),
    onPress(PRIVATE, { answers: "private", run: async () => says("Only for you") }),
    onPress(WRONG, {
      answers: "in-place",
      run: async ({ progress }) => {
        progress(says("Looking"));
        await gate.pass();
        throw new UserError("not-yours", {});
      },
    }),
    onPress(SHARE, { answers: "public", run: async () => says("For everybody") }),
    onPress(PICK, { answers: "in-place", run: async ({ chosen }) => says(`You picked ${chosen}`) }),
    onPress(EDIT, {
      answers: "in-place",
      opensForm: true,
      run: async ({ params }) => {
        if (params.slow) await gate.pass();
        return openForm(NAME.to({}));
      },
    }),
  ],
  forms: [
    onForm(NAME, {
      title: "Your name",
      submit: "Save",
      fields: {
        name: text({ description: "As on your passport", label: "Name", required: true, maxLength: 20 }),
        age: wholeNumber({ description: "In years", label: "Age", min: 0, max: 130 }),
      },
      fill: async () => ({ name: "Ada" }),
      run: async ({ options }) => {
        effects.count++;
        if (options.name.startsWith("slow")) await gate.pass();
        if (options.name.endsWith("nobody")) throw new UserError("storage-away", {});
        if (options.name.includes("!!")) throw new Error("bug");
        return says(`Hello ${options.name}`);
      },
    }),
  ],
});

export const career = defineCommand({
  name: "career",
  description: "Your home card",
  subcommands: {
    "": subcommand({ description: "Your home card", run: async () => homeCard(0) }),
  },
  actions: [
    onPress(HOME, { answers: "in-place", run: async () => homeCard(1) }),
    onPress(NEWS, { answers: "private", run: async () => says("News for you") }),
  ],
});

function homeCard(visits: number): Message {
  effects.count++;
  return {
    summary: "Your home card",
    blocks: [
      { kind: "heading", text: "Your career" },
      { kind: "text", text: `Refreshed ${visits} times` },
      { kind: "table", caption: "Next", columns: [{ label: "What" }], rows: [["Profile"]] },
      {
        kind: "buttons",
        buttons: [
          { label: "Refresh", to: HOME.to({}) },
          { label: "News", to: NEWS.to({}) },
          { label: "Name", to: EDIT.to({}) },
          { label: "Docs", to: "https://example.com/docs" },
        ],
      },
    ],
  };
}
