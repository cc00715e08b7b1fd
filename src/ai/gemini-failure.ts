import { type ErrorCode, UserError } from "#src/words/errors.ts";

export type Outcome =
  | "answered"
  | "unusable"
  | "blocked"
  | "truncated"
  | "quota"
  | "key-refused"
  | "unavailable"
  | "timed-out"
  | "cancelled";

/** One call that failed. Its message names the status and nothing that was asked, answered or secret. */
export class GeminiFailure extends Error {
  override name = "GeminiFailure";
  readonly outcome: Outcome;
  /** It may go well another time: counts for the circuit breaker. */
  readonly passing: boolean;
  /** After how many seconds Gemini wants to be asked again. */
  readonly seconds: number | null;

  constructor(message: string, about: { outcome: Outcome; passing?: boolean; seconds?: number | null }) {
    super(message);
    this.outcome = about.outcome;
    this.passing = about.passing ?? false;
    this.seconds = about.seconds ?? null;
  }
}

/** Why a call threw. Google's own sentences are left out: some of them repeat the key or the request. */
export function failureOf(error: unknown): GeminiFailure {
  const { status, details } = refusalOf(error);
  if (status === undefined) {
    // A body that is no JSON comes from something between us and Gemini.
    const outcome = { outcome: "unavailable", passing: true } as const;
    return new GeminiFailure(error instanceof SyntaxError ? "The answer is no JSON" : "The connection failed", outcome);
  }
  const reasons = details.flatMap(({ reason }) => (typeof reason === "string" ? [reason] : []));
  const message = `Gemini answered ${[status, ...reasons].join(" ")}`;
  if (status === 429)
    return new GeminiFailure(message, { outcome: "quota", passing: true, seconds: secondsOf(details) });
  if (status === 401 || status === 403 || reasons.includes("API_KEY_INVALID"))
    return new GeminiFailure(message, { outcome: "key-refused" });
  return new GeminiFailure(message, { outcome: "unavailable", passing: status >= 500 });
}

/** What a person is told. */
export function userErrorOf(failure: GeminiFailure): UserError {
  const options = { cause: failure };
  if (failure.outcome === "quota") return new UserError("model-quota", { seconds: failure.seconds }, options);
  return new UserError(CODES[failure.outcome] ?? "model-unavailable", {}, options);
}

const CODES: { readonly [outcome in Outcome]?: Exclude<ErrorCode, "model-quota"> & `model-${string}` } = {
  blocked: "model-blocked",
  truncated: "model-truncated",
  "key-refused": "model-key-refused",
};

interface Detail {
  readonly reason?: unknown;
  readonly retryDelay?: unknown;
}

function refusalOf(error: unknown): { status: number | undefined; details: readonly Detail[] } {
  const { status, errorDetails } = error as { status?: unknown; errorDetails?: unknown };
  const details = Array.isArray(errorDetails)
    ? errorDetails.filter((detail): detail is Detail => typeof detail === "object" && detail !== null)
    : [];
  return { status: typeof status === "number" ? status : undefined, details };
}

/** RetryInfo's "37s" or "0.5s", rounded up. https://protobuf.dev/reference/protobuf/google.protobuf/#duration */
function secondsOf(details: readonly Detail[]): number | null {
  for (const { retryDelay } of details) {
    const seconds = /^([\d.]+)s$/.exec(String(retryDelay))?.[1];
    if (seconds !== undefined && Number.isFinite(Number(seconds))) return Math.ceil(Number(seconds));
  }
  return null;
}
