import { type GenerateContentRequest, GoogleGenerativeAI } from "@google/generative-ai";
import type { Model, Tasks, Usage } from "#src/coach/model.ts";
import { UserError } from "#src/words/errors.ts";
import { answerOf, type Response, usageOf } from "./gemini-answer.ts";
import { createCalls, type Errand, type Times } from "./gemini-calls.ts";
import { GeminiFailure, type Outcome, userErrorOf } from "./gemini-failure.ts";
import { prompts } from "./prompts/index.ts";
import type { Prompt } from "./prompts/prompt.ts";

export interface GeminiSettings {
  readonly apiKey: string;
  readonly model: string;
  /** Instead of Google's address. */
  readonly apiUrl?: string;
  readonly observe: {
    /** Hears of every call over the network, but nothing of what was said in it. */
    called(call: { task: string; outcome: Outcome; milliseconds: number; usage: Usage }): void;
  };
  readonly times?: Partial<Times>;
  readonly random?: () => number;
}

const TIMES: Times = { call: 20_000, task: 45_000, wait: 30_000, backOff: 500, open: 30_000 };
/** Thinking counts against maxOutputTokens; at level LOW it rarely takes half of this. */
const THINKING_ROOM = 4096;
const NOTHING: Usage = { input: 0, output: 0, thoughts: 0 };

/** The model port over Gemini. Also a caller's timeout is told as UserError model-unavailable; an abort as what it is. */
export function createGeminiModel({
  apiKey,
  model,
  apiUrl,
  observe,
  random = Math.random,
  ...settings
}: GeminiSettings): Model {
  const times = { ...TIMES, ...settings.times };
  const client = new GoogleGenerativeAI(apiKey).getGenerativeModel(
    { model },
    apiUrl === undefined ? {} : { baseUrl: apiUrl },
  );
  const calls = createCalls<GenerateContentRequest>({
    async generate(request, signal) {
      const { response } = await client.generateContent(request, { signal });
      return response as unknown as Response;
    },
    times,
    random,
    failed: ({ task }, outcome, milliseconds) => observe.called({ task, outcome, milliseconds, usage: NOTHING }),
  });

  async function answer<Task extends keyof Tasks>(input: Tasks[Task]["input"], errand: Errand<Task>) {
    const prompt: Prompt<Task> = prompts[errand.task];
    let usage = NOTHING;
    let room = prompt.room(input) + THINKING_ROOM;
    let problem: string | undefined;
    let widened = false;
    for (;;) {
      const { response, milliseconds } = await calls.ask(requestOf(prompt, { input, room, problem }), errand);
      const used = usageOf(response);
      usage = sum(usage, used);
      const judged = judge(prompt, response, input);
      observe.called({ task: errand.task, outcome: judged.outcome, milliseconds, usage: used });
      switch (judged.outcome) {
        case "answered":
          return { output: judged.output, usage };
        case "blocked":
          throw new GeminiFailure("Gemini refused the request", judged);
        case "truncated":
          if (widened) throw new GeminiFailure("The answer was cut off twice", judged);
          widened = true;
          room *= 2;
          break;
        case "unusable":
          if (problem !== undefined) throw new GeminiFailure("Two answers could not be used", judged);
          problem = judged.problem;
      }
    }
  }

  return {
    name: model,
    hosted: true,
    async run(task, input, { signal: caller }) {
      if (caller.aborted) throw stopped(caller);
      const signal = AbortSignal.any([caller, AbortSignal.timeout(times.task)]);
      try {
        return await answer(input, { task, caller, signal, until: performance.now() + times.task });
      } catch (error) {
        if (caller.aborted) throw stopped(caller);
        if (error instanceof GeminiFailure) throw userErrorOf(error);
        if (signal.aborted) throw new UserError("model-unavailable", {});
        throw error;
      }
    },
  };
}

type Judged<Output> =
  | { readonly outcome: "answered"; readonly output: Output }
  | { readonly outcome: "unusable"; readonly problem: string }
  | { readonly outcome: "blocked" }
  | { readonly outcome: "truncated" };

function judge<Task extends keyof Tasks>(
  prompt: Prompt<Task>,
  response: Response,
  input: Tasks[Task]["input"],
): Judged<Tasks[Task]["output"]> {
  const given = answerOf(response);
  if (given.kind === "unreadable") return { outcome: "unusable", problem: given.problem };
  if (given.kind !== "json") return { outcome: given.kind };
  const read = prompt.read(given.value, input);
  return "output" in read
    ? { outcome: "answered", output: read.output }
    : { outcome: "unusable", problem: read.problem };
}

function requestOf<Task extends keyof Tasks>(
  prompt: Prompt<Task>,
  { input, room, problem }: { input: Tasks[Task]["input"]; room: number; problem: string | undefined },
): GenerateContentRequest {
  const again =
    problem === undefined
      ? ""
      : `\n\nYour last answer could not be used. ${problem}\nAnswer again, as JSON of the given schema.`;
  const generationConfig = {
    maxOutputTokens: room,
    responseMimeType: "application/json",
    // These two are newer than the library's types; it passes them on as they are.
    responseJsonSchema: prompt.schema,
    thinkingConfig: { thinkingLevel: "LOW" },
  };
  return {
    systemInstruction: prompt.system,
    contents: [{ role: "user", parts: [{ text: prompt.user(input) + again }] }],
    generationConfig,
  };
}

function stopped(caller: AbortSignal): unknown {
  const timedOut = caller.reason instanceof DOMException && caller.reason.name === "TimeoutError";
  return timedOut ? new UserError("model-unavailable", {}, { cause: caller.reason }) : caller.reason;
}

function sum(a: Usage, b: Usage): Usage {
  return { input: a.input + b.input, output: a.output + b.output, thoughts: a.thoughts + b.thoughts };
}
