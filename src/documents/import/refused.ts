import type { UnreadKind } from "./kind.ts";

/** Why a file could not be read, with the facts that its sentence needs. The words' error codes have the same names. */
export interface ImportRefusals {
  "import-empty": Record<never, never>;
  /** There are words in it, and none of them a name, an address or a section. */
  "import-no-resume": Record<never, never>;
  "import-too-large": { megabytes: number; max: number };
  "import-unknown-kind": { kind: UnreadKind | null };
  "import-encrypted": Record<never, never>;
  "import-no-text": Record<never, never>;
  "import-too-many-pages": { pages: number; max: number };
  "import-broken": Record<never, never>;
  "import-bomb": Record<never, never>;
  "import-too-slow": { seconds: number };
  "import-busy": Record<never, never>;
  "import-link-refused": { host: string };
  "import-link-expired": Record<never, never>;
  "import-link-failed": Record<never, never>;
}

export type ImportRefusal = keyof ImportRefusals;

/** The file's fault, or the limits': expected, and told to the person. Everything else that is thrown is a bug. */
export class ImportRefused<Code extends ImportRefusal = ImportRefusal> extends Error {
  override name = "ImportRefused";
  readonly code: Code;
  readonly facts: ImportRefusals[Code];

  constructor(code: Code, facts: ImportRefusals[Code], options?: ErrorOptions) {
    super(code, options);
    this.code = code;
    this.facts = facts;
  }
}
