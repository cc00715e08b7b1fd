import { setTimeout as sleep } from "node:timers/promises";
import { defineCommand, onForm, onPress, openForm, subcommand } from "#src/chat/command.ts";
import { link } from "#src/chat/custom-id.ts";
import type { Message } from "#src/chat/message.ts";
import { attachment, channel, choice, role, type Suggest, text, wholeNumber, yesNo } from "#src/chat/option.ts";
import { UserError } from "#src/words/errors.ts";

const COUNT = link("demo/count", { count: "number" });
const WRONG = link("demo/wrong", { slow: "number?" });
const EDIT = link("demo/edit", { late: "number?" });
const PICK = link("demo/pick", {});
const NAME = link("demo/name", {});
const PLACE = link("demo/place", {});

const pause = { slowMs: 150 };

/** What a command waits for after it has shown how far it is. */
let held = Promise.resolve();

/** Holds such commands until what it gives is called: until then, what they have shown stands. */
export function hold(): () => void {
  const { promise, resolve } = Promise.withResolvers<void>();
  held = promise;
  return resolve;
}

/** The role with which the form of a place is filled. */
export const knownRole = { id: "" };

export function counter(count: number): Message {
  return {
    summary: `Counted ${count}`,
    blocks: [
      { kind: "text", text: `Counted ${count}` },
      {
        kind: "buttons",
        buttons: [
          { label: "Count", style: "primary", to: COUNT.to({ count: count + 1 }) },
          { label: "Wrong", to: WRONG.to({}) },
          { label: "Slowly wrong", to: WRONG.to({ slow: 1 }) },
          { label: "Edit", to: EDIT.to({}) },
          { label: "Edit late", to: EDIT.to({ late: 1 }) },
        ],
      },
      { kind: "buttons", buttons: [{ label: "Place", to: link("demo/open-place", {}).to({}) }] },
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

const forty: Suggest = async ({ typed }) =>
  Array.from({ length: 40 }, (_, index) => ({ value: `${typed}${index}`, label: `${typed} ${index}` }));

/** Made for tests: one subcommand for everything that a platform must be able to carry. */
export const demo = defineCommand({
  name: "demo",
  description: "Everything a platform must carry",
  subcommands: {
    say: subcommand({
      description: "Says it back",
      options: {
        text: text({ description: "What to say", required: true, maxLength: 6000 }),
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
        whom: role({ description: "Whom" }),
      },
      run: async ({ options }) => ({
        summary: "Said",
        blocks: [
          { kind: "text", text: options.text },
          { kind: "note", text: JSON.stringify({ ...options, text: undefined }) },
        ],
      }),
    }),
    count: subcommand({ description: "A message with buttons", run: async () => counter(0) }),
    "count-publicly": subcommand({
      description: "The same for all",
      visibility: "public",
      run: async () => counter(0),
    }),
    slow: subcommand({
      description: "Takes its time",
      options: { public: yesNo({ description: "x" }), wrong: yesNo({ description: "Ends badly" }) },
      async run({ options }) {
        await sleep(pause.slowMs);
        if (options.wrong) throw new UserError("not-yours", {});
        return { summary: "Done", blocks: [{ kind: "text", text: "Done slowly" }] };
      },
    }),
    "slow-publicly": subcommand({
      description: "Takes its time and ends badly",
      visibility: "public",
      async run() {
        await sleep(pause.slowMs);
        throw new UserError("not-yours", {});
      },
    }),
    steps: subcommand({
      description: "Shows how far it is",
      async run({ progress }) {
        for (const step of [1, 2, 3]) {
          progress({ summary: `Step ${step}`, blocks: [{ kind: "text", text: `Step ${step}` }] });
          // The others follow each other too fast to be shown before the answer.
          if (step === 1) await held;
        }
        return { summary: "Done", blocks: [{ kind: "text", text: "All steps done" }] };
      },
    }),
    topic: subcommand({
      description: "Offers while one types",
      options: {
        topic: text({
          description: "A topic",
          suggest: forty,
        }),
      },
      run: async ({ options }) => ({ summary: "x", blocks: [{ kind: "text", text: options.topic ?? "none" }] }),
    }),
    chart: subcommand({
      description: "Draws a chart",
      run: async () => ({
        summary: "Scores",
        blocks: [
          {
            kind: "chart",
            title: "Scores",
            unit: "%",
            max: 100,
            points: [{ label: "Mon", value: 50 }],
            alt: "50 % on Monday",
          },
          {
            kind: "file",
            file: { name: "my résumé.pdf", mediaType: "application/pdf", bytes: new Uint8Array(10) },
            description: "Your resume",
          },
        ],
      }),
    }),
    form: subcommand({ description: "Opens a form", opensForm: true, run: async () => openForm(NAME.to({})) }),
  },
  actions: [
    onPress(COUNT, { answers: "in-place", run: async ({ params }) => counter(params.count) }),
    onPress(WRONG, {
      answers: "in-place",
      async run({ params, progress }) {
        if (params.slow) {
          progress({ summary: "Wait", blocks: [{ kind: "text", text: "Wait" }] });
          await held;
        }
        throw new UserError("not-yours", {});
      },
    }),
    onPress(EDIT, {
      answers: "in-place",
      opensForm: true,
      async run({ params }) {
        if (params.late) await sleep(pause.slowMs);
        return openForm(NAME.to({}));
      },
    }),
    onPress(link("demo/open-place", {}), {
      answers: "private",
      opensForm: true,
      run: async () => openForm(PLACE.to({})),
    }),
    onPress(PICK, {
      answers: "in-place",
      run: async ({ chosen }) => ({ summary: "Picked", blocks: [{ kind: "text", text: `Picked ${chosen}` }] }),
    }),
  ],
  forms: [
    onForm(NAME, {
      title: "About you",
      submit: "Save",
      fields: {
        name: text({ description: "As on your passport", label: "Name", required: true, minLength: 2 }),
        age: wholeNumber({ description: "In years", label: "Age", min: 14, max: 99 }),
        size: choice({
          description: "Of shirts",
          choices: [
            { value: "s", label: "Small" },
            { value: "l", label: "Large" },
          ],
        }),
      },
      fill: async ({ person }) => ({ name: person.name ?? "", size: "l" }),
      run: async ({ options }) => ({
        summary: "Saved",
        blocks: [{ kind: "text", text: `Saved ${JSON.stringify(options)}` }],
      }),
    }),
    onForm(PLACE, {
      title: "A place",
      submit: "Save",
      fields: {
        channel: channel({ description: "Where", required: true }),
        whom: role({ description: "Whom" }),
        file: attachment({ description: "What" }),
      },
      fill: async ({ interaction: { place } }) => ({
        channel: { id: place.channelId, name: null },
        whom: knownRole.id,
      }),
      run: async ({ options }) => ({
        summary: "Saved",
        blocks: [
          {
            kind: "text",
            text: `${options.channel.name} ${options.whom?.name ?? "nobody"} ${options.file?.name ?? "nothing"}`,
          },
        ],
      }),
    }),
  ],
});

/** Only organisers see it. */
export const setup = defineCommand({
  name: "setup",
  description: "For organisers",
  subcommands: { "": subcommand({ description: "x", organisers: true, run: async () => counter(1) }) },
});
