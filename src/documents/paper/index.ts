import { Worker } from "node:worker_threads";
import type { LetterRequest, Paper, ResumeRequest } from "./request.ts";

export { verifyFacts, verifyLetter } from "./facts.ts";
export type { Letter, LetterRequest, Paper, ResumeRequest, Template } from "./request.ts";
export { PAPERS, TEMPLATES } from "./request.ts";

export interface PaperDrawer {
  /** Tagged PDF, read back before it is handed out: rejects with PaperIncomplete when a fact cannot be read from it. */
  renderResume(request: ResumeRequest): Promise<Paper>;
  renderLetter(request: LetterRequest): Promise<Paper>;
  /** The words of a PDF of ours, pages apart by form feeds. For files of others there is the import, which is walled in. */
  readBack(pdf: Uint8Array): Promise<string>;
  /** A PNG of page one of a PDF of ours, about 1,200 pixels wide. */
  firstPagePicture(pdf: Uint8Array): Promise<Uint8Array<ArrayBuffer>>;
  stop(): Promise<void>;
}

/** A paper was drawn, but not every fact can be read from it; it must not be handed out. Our mistake, not the person's. */
export class PaperIncomplete extends Error {
  override name = "PaperIncomplete";
  readonly missing: readonly string[];

  constructor(missing: readonly string[]) {
    // The facts are a person's own and stay out of the message, which is logged.
    super(`${missing.length} facts cannot be read back from the paper`);
    this.missing = missing;
  }
}

/** What goes to the worker, and what comes back. */
export interface Order {
  readonly id: number;
  readonly task: Task;
}
export type Task =
  | { readonly kind: "resume"; readonly request: ResumeRequest }
  | { readonly kind: "letter"; readonly request: LetterRequest }
  | { readonly kind: "read"; readonly pdf: Uint8Array }
  | { readonly kind: "picture"; readonly pdf: Uint8Array };
type Done =
  | (Paper & { readonly missing: readonly string[] })
  | { readonly text: string }
  | { readonly png: Uint8Array<ArrayBuffer> };
export type Delivery = { readonly id: number; readonly done: Done } | { readonly id: number; readonly problem: string };

/**
 * Draws in a worker thread, because a paper takes tens of milliseconds in which nobody else would be answered. The worker
 * starts with the first paper, keeps the fonts that it has parsed, and starts again with the next paper if it died.
 */
export function createPaperDrawer(): PaperDrawer {
  const waiting = new Map<number, PromiseWithResolvers<Done>>();
  let worker: Worker | undefined;
  let lastId = 0;
  let stopped = false;

  function start(): Worker {
    const started = new Worker(new URL("./paper-worker.ts", import.meta.url));
    started.on("message", (delivery: Delivery) => {
      const order = waiting.get(delivery.id);
      waiting.delete(delivery.id);
      // A worker at rest keeps no process alive, one at work does.
      if (waiting.size === 0) started.unref();
      if ("done" in delivery) order?.resolve(delivery.done);
      else order?.reject(new Error(`The paper cannot be drawn: ${delivery.problem}`));
    });
    started.on("error", (error) => gone(started, error));
    started.on("exit", (code) => gone(started, new Error(`The paper worker ended with code ${code}`)));
    return started;
  }

  function gone(dead: Worker, reason: unknown): void {
    if (worker !== dead) return;
    worker = undefined;
    for (const order of waiting.values()) order.reject(reason);
    waiting.clear();
  }

  async function perform(task: Task): Promise<Done> {
    if (stopped) throw new Error("The paper drawer has stopped");
    worker ??= start();
    lastId += 1;
    const order = Promise.withResolvers<Done>();
    waiting.set(lastId, order);
    worker.ref();
    worker.postMessage({ id: lastId, task } satisfies Order);
    return order.promise;
  }

  async function draw(task: Task): Promise<Paper> {
    const done = await perform(task);
    if (!("pdf" in done)) throw new TypeError("The paper worker sent no paper");
    const { missing, ...paper } = done;
    if (missing.length > 0) throw new PaperIncomplete(missing);
    return paper;
  }

  return {
    renderResume: (request) => draw({ kind: "resume", request }),
    renderLetter: (request) => draw({ kind: "letter", request }),
    async readBack(pdf) {
      const done = await perform({ kind: "read", pdf });
      if (!("text" in done)) throw new TypeError("The paper worker sent no text");
      return done.text;
    },
    async firstPagePicture(pdf) {
      const done = await perform({ kind: "picture", pdf });
      if (!("png" in done)) throw new TypeError("The paper worker sent no picture");
      return done.png;
    },
    async stop() {
      stopped = true;
      await worker?.terminate();
    },
  };
}
