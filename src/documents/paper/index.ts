import type { ResumeDocument } from "../resume-document.ts";
import { createWorkerThread } from "../worker-thread.ts";
import type { LetterRequest, Paper, ResumeRequest } from "./request.ts";

export { verifyFacts, verifyLetter } from "./facts.ts";
export type { Letter, LetterRequest, Paper, ResumeRequest, Template } from "./request.ts";
export { PAPERS, TEMPLATES } from "./request.ts";

export interface PaperDrawer {
  /** Tagged PDF, read back before it is handed out: rejects with PaperIncomplete when a fact cannot be read from it. */
  renderResume(request: ResumeRequest): Promise<Paper>;
  renderLetter(request: LetterRequest): Promise<Paper>;
  /** A Word document: resumeToDocx() of resume-docx.ts, where it keeps nobody waiting. */
  writeDocx(document: ResumeDocument): Promise<Uint8Array<ArrayBuffer>>;
  /** The words of a PDF of ours, pages apart by form feeds. For files of others there is the import, which is walled in. */
  readBack(pdf: Uint8Array): Promise<string>;
  /** A PNG of page one of a PDF of ours, about 1,200 pixels wide. */
  firstPagePicture(pdf: Uint8Array): Promise<Uint8Array<ArrayBuffer>>;
  stop(): Promise<void>;
}

/** A paper was drawn, but not every fact can be read from it; it must not be handed out. Our mistake, not the person's. */
export class PaperIncomplete extends Error {
  override name = "PaperIncomplete";
  readonly #missing: readonly string[];

  constructor(missing: readonly string[]) {
    // The facts are a person's own and stay out of what is logged: the message, and the properties that can be listed.
    super(`${missing.length} facts cannot be read back from the paper`);
    this.#missing = missing;
  }

  get missing(): readonly string[] {
    return this.#missing;
  }
}

/** What the worker is asked for, and what it gives. */
export type Task =
  | { readonly kind: "resume"; readonly request: ResumeRequest }
  | { readonly kind: "letter"; readonly request: LetterRequest }
  | { readonly kind: "docx"; readonly document: ResumeDocument }
  | { readonly kind: "read"; readonly pdf: Uint8Array }
  | { readonly kind: "picture"; readonly pdf: Uint8Array };
export type Done =
  | (Paper & { readonly missing: readonly string[] })
  | { readonly docx: Uint8Array<ArrayBuffer> }
  | { readonly text: string }
  | { readonly png: Uint8Array<ArrayBuffer> };

/** Draws in a worker thread of its own, which keeps the fonts that it has parsed. */
export function createPaperDrawer(): PaperDrawer {
  const worker = createWorkerThread<Task, Done>(new URL("./paper-worker.ts", import.meta.url), "paper");

  async function draw(task: Task): Promise<Paper> {
    const done = await worker.perform(task);
    if (!("pdf" in done)) throw new TypeError("The paper worker sent no paper");
    const { missing, ...paper } = done;
    if (missing.length > 0) throw new PaperIncomplete(missing);
    return paper;
  }

  return {
    renderResume: (request) => draw({ kind: "resume", request }),
    renderLetter: (request) => draw({ kind: "letter", request }),
    async writeDocx(document) {
      const done = await worker.perform({ kind: "docx", document });
      if (!("docx" in done)) throw new TypeError("The paper worker sent no document");
      return done.docx;
    },
    async readBack(pdf) {
      const done = await worker.perform({ kind: "read", pdf });
      if (!("text" in done)) throw new TypeError("The paper worker sent no text");
      return done.text;
    },
    async firstPagePicture(pdf) {
      const done = await worker.perform({ kind: "picture", pdf });
      if (!("png" in done)) throw new TypeError("The paper worker sent no picture");
      return done.png;
    },
    stop: () => worker.stop(),
  };
}
