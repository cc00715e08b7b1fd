import type { Usage } from "#src/coach/model.ts";

/** What Gemini answered, before anybody looks at what it means. */
export type Answer =
  | { readonly kind: "json"; readonly value: unknown }
  /** The problem is told to the model, which may try again. */
  | { readonly kind: "unreadable"; readonly problem: string }
  | { readonly kind: "blocked" }
  | { readonly kind: "truncated" };

/** The fields of a response that are read here; the library's types lack the newer ones. */
export interface Response {
  readonly promptFeedback?: { readonly blockReason?: string };
  readonly candidates?: readonly {
    readonly finishReason?: string;
    readonly content?: { readonly parts?: readonly { readonly text?: string; readonly thought?: boolean }[] };
  }[];
  readonly usageMetadata?: {
    readonly promptTokenCount?: number;
    readonly candidatesTokenCount?: number;
    readonly thoughtsTokenCount?: number;
  };
}

/** No answer that we ask for is a tenth as long. */
const MAX_CHARACTERS = 256 * 1024;

// https://ai.google.dev/api/generate-content#FinishReason
const BLOCKED = new Set(["SAFETY", "RECITATION", "LANGUAGE", "BLOCKLIST", "PROHIBITED_CONTENT", "SPII"]);

export function answerOf({ promptFeedback, candidates }: Response): Answer {
  const candidate = candidates?.[0];
  if (promptFeedback?.blockReason || BLOCKED.has(candidate?.finishReason ?? "")) return { kind: "blocked" };
  if (candidate?.finishReason === "MAX_TOKENS") return { kind: "truncated" };
  // The library's text() joins the model's thoughts with its answer.
  const parts = candidate?.content?.parts?.filter(({ thought }) => !thought) ?? [];
  return readJson(parts.map(({ text }) => text ?? "").join(""));
}

export function usageOf({ usageMetadata }: Response): Usage {
  const { promptTokenCount = 0, candidatesTokenCount = 0, thoughtsTokenCount = 0 } = usageMetadata ?? {};
  return { input: promptTokenCount, output: candidatesTokenCount, thoughts: thoughtsTokenCount };
}

function readJson(text: string): Answer {
  if (text.trim() === "") return { kind: "unreadable", problem: "It was empty." };
  if (text.length > MAX_CHARACTERS) return { kind: "unreadable", problem: "It was far too long." };
  const [, fenced] = /^\s*```(?:json)?\s*\n(.*)\n\s*```\s*$/is.exec(text) ?? [];
  try {
    return { kind: "json", value: JSON.parse(fenced ?? text) };
  } catch {
    return { kind: "unreadable", problem: "It was not valid JSON." };
  }
}
