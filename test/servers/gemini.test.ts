import { type GenerationConfig, GoogleGenerativeAI } from "@google/generative-ai";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type GeminiServer, gemini, startGeminiServer } from "./gemini.ts";

let server: GeminiServer;
beforeEach(async () => {
  server = await startGeminiServer();
});
afterEach(() => server.stop());

const schema = { type: "object", properties: { question: { type: "string" } }, required: ["question"] };
const config = (more: object = {}) =>
  ({
    responseMimeType: "application/json",
    responseJsonSchema: schema,
    thinkingConfig: { thinkingLevel: "LOW" },
    ...more,
  }) as GenerationConfig;

function ask({
  key = server.apiKey,
  model = "gemini-3.8-flash",
  generationConfig = config(),
  prompt = "Ask me something",
  timeout,
}: {
  key?: string;
  model?: string;
  generationConfig?: GenerationConfig;
  prompt?: string;
  timeout?: number;
} = {}) {
  const client = new GoogleGenerativeAI(key).getGenerativeModel(
    { model, generationConfig, systemInstruction: "You are a coach" },
    { baseUrl: server.url, ...(timeout === undefined ? {} : { timeout }) },
  );
  return client.generateContent(prompt);
}

test("the handler's value comes back as JSON text, and the journal has prompt and schema", async () => {
  server.answers((request) => ({ question: `About ${request.prompt}` }));
  const { response } = await ask();
  expect(JSON.parse(response.text())).toEqual({ question: "About Ask me something" });
  expect(response.usageMetadata).toMatchObject({ thoughtsTokenCount: 200 });
  expect(server.journal[0]).toMatchObject({
    model: "gemini-3.8-flash",
    prompt: "Ask me something",
    system: "You are a coach",
    schema,
    status: 200,
  });
  expect(JSON.stringify(server.journal)).not.toContain(server.apiKey);
});

test.each([
  ["a wrong key", { key: "AQ.other" }, 400, "API_KEY_INVALID"],
  ["an unknown model", { model: "gemini-2.0-flash" }, 404, "is not found for API version v1beta"],
  ["an empty prompt", { prompt: "" }, 400, "oneof field 'data'"],
  [
    "a thinking level the model has not",
    { generationConfig: config({ thinkingConfig: { thinkingLevel: "minimal" } }) },
    400,
    "MINIMAL is not supported",
  ],
  ["two schemas", { generationConfig: config({ responseSchema: schema }) }, 400, "Only one of"],
  [
    "an unsupported keyword",
    {
      generationConfig: config({
        responseJsonSchema: { ...schema, properties: { question: { type: "string", maxLength: 5 } } },
      }),
    },
    400,
    'keyword "maxLength" is not supported',
  ],
  [
    "a JSON Schema keyword in responseSchema",
    {
      generationConfig: config({
        responseJsonSchema: undefined,
        responseSchema: { ...schema, additionalProperties: false },
      }),
    },
    400,
    'Unknown name "additionalProperties" at',
  ],
  ["an unknown setting", { generationConfig: config({ speed: 1 }) }, 400, 'Unknown name "speed"'],
] as const)("refuses %s", async (_, request, status, words) => {
  await expect(ask(request)).rejects.toMatchObject({ status, message: expect.stringContaining(words) });
});

test("a missing key is 403 and a model can be looked up", async () => {
  const path = `${server.url}/v1beta/models/gemini-3.8-flash`;
  expect((await fetch(path)).status).toBe(403);
  expect(await (await fetch(path, { headers: { "x-goog-api-key": server.apiKey } })).json()).toMatchObject({
    name: "models/gemini-3.8-flash",
    outputTokenLimit: 65_536,
  });
});

test("thinking eats maxOutputTokens and cuts the answer", async () => {
  server.answers(() => ({ question: "x".repeat(500) }));
  const { response } = await ask({ generationConfig: config({ maxOutputTokens: 250 }) });
  expect(response.candidates?.[0]?.finishReason).toBe("MAX_TOKENS");
  expect(response.text()).toHaveLength(200);
});

test("every kind of bad answer reaches the client as the real one would", async () => {
  // Five megabytes take their time on a busy machine; what never comes is given up soon.
  const heard = async (value: unknown, timeout = 20_000): Promise<string> => {
    server.answers(() => value);
    return ask({ timeout })
      .then(({ response }) => response.text())
      .catch((error: Error) => error.message);
  };
  const value = { question: "Why?" };
  expect(await heard(gemini.thinking(value))).toBe(`Let me think about the best question.${JSON.stringify(value)}`);
  expect(await heard(gemini.finished("MAX_TOKENS"))).toBe('{"questions":[{"prom');
  expect(await heard(gemini.finished("SAFETY"))).toContain("Candidate was blocked due to SAFETY");
  expect(await heard(gemini.finished("RECITATION"))).toContain("RECITATION");
  expect(await heard(gemini.blocked())).toContain("blocked due to PROHIBITED_CONTENT");
  expect(await heard(gemini.noCandidates())).toBe("");
  expect(await heard(gemini.emptyText())).toBe("");
  expect(await heard(gemini.text("sorry!"))).toBe("sorry!");
  expect(await heard(gemini.fenced(value))).toBe('```json\n{"question":"Why?"}\n```');
  expect((await heard(gemini.huge())).length).toBeGreaterThan(5_000_000);
  expect(await heard(gemini.quota(12))).toContain('"retryDelay":"12s"');
  expect(await heard(gemini.internal())).toContain("[500");
  expect(await heard(gemini.overloaded())).toContain("[503");
  expect(await heard(gemini.hang(), 300)).toContain("aborted");
  expect(await heard(gemini.stall(value), 300)).toContain("abort");
  expect(await heard(gemini.drop())).toContain("fetch failed");
});

test("transport faults happen as often as scripted", async () => {
  server.fault({ match: () => true, kind: "drop-after" });
  server.fault({ match: () => true, kind: "status", status: 502, times: 1 });
  await expect(ask()).rejects.toThrow("fetch failed");
  await expect(ask()).rejects.toMatchObject({ status: 502 });
  expect((await ask()).response.text()).toBe("{}");
});
