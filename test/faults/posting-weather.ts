import {
  createServer,
  request as forward,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { REQUEST_MS } from "./posting-pace.ts";

export interface Forecast {
  /** Scheme, host and port of the platform behind it. */
  readonly origin: string;
  readonly random: () => number;
  /** Whether this answer is lost after the request was accepted. `nonce`: of a post. */
  readonly loses: (nonce: string | undefined) => boolean;
  /** A 429 as this platform says it. */
  readonly patience: (random: () => number) => Answer;
}

/** The way between replicas and a platform: slow, lossy, and told to wait now and then. */
export interface Weather {
  readonly origin: string;
  readonly tally: Record<Fate, number>;
  /** Nonces of posts whose sender got no answer that says what became of them. */
  readonly unanswered: ReadonlySet<string>;
  /** What befell each send of a post, by its nonce: to find out how something went wrong. */
  readonly story: ReadonlyMap<string, readonly string[]>;
  stop(): Promise<void>;
}

export type Fate =
  | "answered"
  /** Accepted, and the connection dies. */
  | "answer lost"
  /** Accepted, and answered when nobody waits any more. */
  | "late"
  /** 429, and not accepted. */
  | "told to wait"
  /** 502, and not accepted. */
  | "refused"
  /** 502, and accepted. */
  | "broken";

export interface Answer {
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  readonly body: Buffer;
}

export async function startWeather(forecast: Forecast): Promise<Weather> {
  const tally: Weather["tally"] = { answered: 0, "answer lost": 0, late: 0, "told to wait": 0, refused: 0, broken: 0 };
  const unanswered = new Set<string>();
  const story = new Map<string, string[]>();
  const server = createServer((request, response) => {
    pass(request, response).catch(() => response.destroy());
  });

  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bytesOf(request);
    const nonce = NONCE.exec(body.toString("latin1"))?.[1];
    const fate = fateOf(forecast, nonce);
    tally[fate] += 1;
    const came = new Date();
    response.once("close", () => {
      if (nonce === undefined) return;
      const answered = response.writableFinished && (fate === "answered" || fate === "told to wait");
      if (!answered) unanswered.add(nonce);
      const ended = response.writableFinished ? fate : `${fate}, gone`;
      story.set(nonce, [...(story.get(nonce) ?? []), `${timeOf(came)} to ${timeOf(new Date())} ${ended}`]);
    });
    await wait(acceptingMs(forecast.random));
    const accepts = fate !== "told to wait" && fate !== "refused";
    const answer = accepts ? await ask(forecast.origin, request, body) : undefined;
    await wait(fate === "late" ? REQUEST_MS + 500 : forecast.random() * 80);
    if (fate === "answer lost" || fate === "late") return void response.destroy();
    const said = fate === "told to wait" ? forecast.patience(forecast.random) : fate === "answered" ? answer : BROKEN;
    const { status, headers, body: bytes } = said ?? BROKEN;
    response.writeHead(status, { ...headers, "content-length": String(bytes.length) }).end(bytes);
  }

  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    tally,
    unanswered,
    story,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function timeOf(date: Date): string {
  return date.toISOString().slice(14, 23);
}

/** In JSON, in a form's part, or percent-encoded. */
const NONCE = /nonce(?:"|%22)(?::|%3A)(?:"|%22)([\w-]{1,25})(?:"|%22)/;

const SHARES = { "told to wait": 0.04, refused: 0.015, broken: 0.015, late: 0.01 } as const;

function fateOf({ random, loses }: Forecast, nonce: string | undefined): Fate {
  let left = random();
  for (const fate of ["told to wait", "refused", "broken", "late"] as const) {
    left -= SHARES[fate];
    if (left < 0) return fate;
  }
  return loses(nonce) ? "answer lost" : "answered";
}

/** Always less than a sender waits before it looks: what is accepted later than that, nobody could find. */
function acceptingMs(random: () => number): number {
  return random() < 0.02 ? random() * 800 : random() * 80;
}

const BROKEN: Answer = { status: 502, headers: { "content-type": "text/html" }, body: Buffer.from("Bad gateway") };

function ask(origin: string, { method, url, headers }: IncomingMessage, body: Buffer): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { host: _, connection: __, "transfer-encoding": ___, ...kept } = headers;
    const options = { method, headers: { ...kept, "content-length": body.length } };
    const asking = forward(new URL(url ?? "/", origin), options, (response) => {
      const status = response.statusCode ?? 502;
      bytesOf(response).then((bytes) => resolve({ status, headers: headersOf(response), body: bytes }), reject);
    });
    asking.once("error", reject).end(body);
  });
}

function headersOf({ headers }: IncomingMessage): Answer["headers"] {
  const { connection: _, "keep-alive": __, "transfer-encoding": ___, ...kept } = headers;
  return kept;
}

async function bytesOf(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
