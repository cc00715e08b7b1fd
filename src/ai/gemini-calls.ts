import { setTimeout as sleep } from "node:timers/promises";
import { CircuitState, ConsecutiveBreaker, circuitBreaker, handleWhen } from "cockatiel";
import type { Tasks } from "#src/coach/model.ts";
import type { Response } from "./gemini-answer.ts";
import { failureOf, GeminiFailure, type Outcome } from "./gemini-failure.ts";

/** Milliseconds. */
export interface Times {
  /** For one call. Not tried again: whoever waits has waited long enough, and the built-in coach is ready. */
  readonly call: number;
  /** For one task with everything that is tried again. */
  readonly task: number;
  /** The longest wait that Gemini may ask for before the next try. */
  readonly wait: number;
  /** Before the second try, unless Gemini says; twice that before the third. */
  readonly backOff: number;
  /** How long Gemini is left alone after five failures in a row; then one call tries whether it is back. */
  readonly open: number;
}

export interface Calls<Request> {
  /** Calls until there is an answer of some kind, within the limits. Throws a GeminiFailure, or what the signal says. */
  ask(request: Request, errand: Errand): Promise<{ response: Response; milliseconds: number }>;
}

export interface Errand<Task extends keyof Tasks = keyof Tasks> {
  readonly task: Task;
  readonly caller: AbortSignal;
  /** Fires when the caller's does, or when the task's own time is up. */
  readonly signal: AbortSignal;
  /** When that time is up, by performance.now(). */
  readonly until: number;
}

interface CallSettings<Request> {
  readonly generate: (request: Request, signal: AbortSignal) => Promise<Response>;
  readonly times: Times;
  readonly random: () => number;
  /** Hears of a call that was not answered. */
  readonly failed: (errand: Errand, outcome: Outcome, milliseconds: number) => void;
}

const TRIES = 3;
const FAILURES = 5;

/** Limits, repeats and, while Gemini is in trouble, holds back the calls of one key. */
export function createCalls<Request>({ generate, times, random, failed }: CallSettings<Request>): Calls<Request> {
  const breaker = circuitBreaker(
    handleWhen((error) => error instanceof GeminiFailure && error.passing),
    { halfOpenAfter: times.open, breaker: new ConsecutiveBreaker(FAILURES) },
  );

  /** One call over the network. */
  async function call(request: Request, { caller, signal }: Errand): Promise<Response> {
    const limit = AbortSignal.timeout(times.call);
    // The library ignores a signal that has fired already.
    signal.throwIfAborted();
    try {
      return await generate(request, AbortSignal.any([signal, limit]));
    } catch (error) {
      if (caller.aborted || signal.aborted) throw new GeminiFailure("The task was stopped", { outcome: "cancelled" });
      if (limit.aborted) throw new GeminiFailure("The call took too long", { outcome: "timed-out", passing: true });
      throw failureOf(error);
    }
  }

  async function ask(request: Request, errand: Errand): Promise<{ response: Response; milliseconds: number }> {
    for (let tries = 1; ; tries += 1) {
      // While one call tries whether Gemini is back, the others do not queue up behind it.
      if (breaker.state === CircuitState.HalfOpen) throw lastFailure();
      const started = performance.now();
      let called = false;
      try {
        const response = await breaker.execute(() => {
          called = true;
          return call(request, errand);
        });
        return { response, milliseconds: performance.now() - started };
      } catch (error) {
        if (!called) throw lastFailure();
        if (!(error instanceof GeminiFailure)) throw error;
        failed(errand, error.outcome, performance.now() - started);
        const wait = tries < TRIES ? waitAfter(error, tries) : undefined;
        if (wait === undefined || performance.now() + wait > errand.until) throw error;
        await sleep(wait, undefined, { signal: errand.signal });
      }
    }
  }

  function waitAfter({ passing, outcome, seconds }: GeminiFailure, tries: number): number | undefined {
    if (!passing || outcome === "timed-out") return undefined;
    const backOff = times.backOff * 2 ** (tries - 1) * (0.5 + random());
    if (seconds === null) return backOff;
    return seconds * 1000 > times.wait ? undefined : seconds * 1000 + backOff;
  }

  function lastFailure(): GeminiFailure {
    const last = breaker.lastFailure;
    if (last && "error" in last && last.error instanceof GeminiFailure) return last.error;
    return new GeminiFailure("Gemini is left alone for a while", { outcome: "unavailable" });
  }

  return { ask };
}
