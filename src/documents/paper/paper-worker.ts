import { parentPort } from "node:worker_threads";
import type { Delivery, Order } from "../worker-thread.ts";
import { composeLetter, composeResume } from "./composing.ts";
import { verifyFacts, verifyLetter } from "./facts.ts";
import type { Done, Task } from "./index.ts";
import { firstPagePicture, readBack } from "./reading-back.ts";

if (!parentPort) throw new Error("paper-worker.ts runs as a worker thread of paper/index.ts");
const port = parentPort;

// One after the other: the tasks wait for each other anyway, and each is done sooner.
let last: Promise<void> = Promise.resolve();
port.on("message", (order: Order<Task>) => {
  last = last.then(() => answer(order));
});

async function answer({ id, task }: Order<Task>): Promise<void> {
  try {
    const done = await perform(task);
    const bytes = bytesOf(done);
    port.postMessage({ id, done } satisfies Delivery<Done>, bytes ? [bytes.buffer] : []);
  } catch (error) {
    port.postMessage({ id, problem: error instanceof Error ? error.message : String(error) } satisfies Delivery<Done>);
  }
}

function bytesOf(done: Done): Uint8Array<ArrayBuffer> | undefined {
  if ("pdf" in done) return done.pdf;
  if ("docx" in done) return done.docx;
  return "png" in done ? done.png : undefined;
}

async function perform(task: Task) {
  switch (task.kind) {
    case "resume": {
      const paper = await composeResume(task.request);
      const missing = verifyFacts(task.request.document, await readBack(paper.pdf), made(task.request, paper));
      return { ...paper, missing };
    }
    case "letter": {
      const paper = await composeLetter(task.request);
      const missing = verifyLetter(task.request.letter, await readBack(paper.pdf), made(task.request, paper));
      return { ...paper, missing };
    }
    case "docx": {
      // Most papers are PDFs, which do not need this library.
      const { resumeToDocx } = await import("../resume-docx.ts");
      return { docx: new Uint8Array(await resumeToDocx(task.document)) };
    }
    case "read":
      return { text: await readBack(task.pdf) };
    case "picture":
      return { png: await firstPagePicture(task.pdf) };
  }
}

function made({ language }: { readonly language?: string }, { replaced }: { readonly replaced: readonly string[] }) {
  return { ...(language !== undefined && { language }), replaced };
}
