import type { Found, Posted, Poster, PosterProblem, Target } from "#src/coach/posting/poster.ts";

export interface HttpPosterSettings {
  readonly url: string;
  /** "discord" relies on nonces for a while, "slack" looks up, "blind" can do neither. */
  readonly platform: "discord" | "slack" | "blind";
  /** For how long the same nonce makes no second message. */
  readonly nonceMs?: number;
  readonly timeoutMs?: number;
}

const FIX = "Let Greenroom post here.";

/** A poster over HTTP to a channel server: as those of the real platforms, it never throws and never tries twice. */
export function createHttpPoster(settings: HttpPosterSettings): Poster<unknown> {
  const { url, platform, nonceMs = 120_000, timeoutMs = 10_000 } = settings;

  async function ask(path: string, target: Partial<Target>, asked: object): Promise<{ status: number; body: Body }> {
    try {
      const response = await fetch(`${url}/${path}`, {
        method: "POST",
        body: JSON.stringify({ platform, ...target, ...asked }),
        signal: AbortSignal.timeout(timeoutMs),
      });
      return { status: response.status, body: (await response.json()) as Body };
    } catch {
      return { status: 0, body: {} };
    }
  }

  function posted({ status, body }: { status: number; body: Body }): Posted {
    if (status === 200 && body.ref) return { kind: "sent", ref: body.ref };
    if (status === 403 && body.problem) return { kind: "refused", problem: body.problem, fix: FIX };
    if (status === 429) return { kind: "later", milliseconds: body.milliseconds ?? 0, scope: "workspace" };
    return { kind: "unsure" };
  }

  return {
    async check(target) {
      const { body } = await ask("check", target, {});
      if (body.problem) return { ok: false, problem: body.problem, fix: FIX };
      return { ok: true, channelName: body.channelName ?? "" };
    },
    async post(target, message, options) {
      return posted(await ask("post", target, { message, ...options }));
    },
    async find(target, { nonce, since, besides }): Promise<Found> {
      if (platform === "blind") return { kind: "unknown" };
      if (platform === "discord" && Date.now() - since.getTime() < nonceMs / 2) return { kind: "not-there" };
      const { status, body } = await ask("find", target, { nonce, besides });
      if (status !== 200) return { kind: "later", milliseconds: 50 };
      return body.ref ? { kind: "there", ref: body.ref } : { kind: "not-there" };
    },
    async openThread(target, ref, title) {
      return posted(await ask("thread", target, { ref, title }));
    },
    async tell(account, message) {
      const { status } = await ask("tell", {}, { ...account, message });
      return status === 200 ? "told" : status === 429 ? "later" : "never";
    },
    async withdraw(target, ref) {
      await ask("withdraw", target, { ref });
    },
  };
}

interface Body {
  readonly ref?: string | null;
  readonly problem?: PosterProblem;
  readonly milliseconds?: number;
  readonly channelName?: string;
}
