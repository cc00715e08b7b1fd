/**
 * The only error that a person reads. It carries a stable code and the facts; the sentences are in the catalogue
 * (words/en.ts), which must have one for every code.
 */
export class UserError<Code extends ErrorCode = ErrorCode> extends Error {
  override name = "UserError";
  readonly code: Code;
  readonly facts: ErrorFacts[Code];
  /** The option that it is about, where that is known: a form says it there. */
  readonly option: string | undefined;

  constructor(code: Code, facts: ErrorFacts[Code], options?: ErrorOptions & { readonly option?: string }) {
    super(code, options);
    this.code = code;
    this.facts = facts;
    this.option = options?.option;
  }
}

export type ErrorCode = keyof ErrorFacts;

/** Why a channel takes no post of ours. */
export type ChannelProblem =
  | "channel-gone"
  | "channel-hidden"
  | "no-permission"
  | "not-member"
  | "workspace-gone"
  /** There is no such role, or it may not be notified. Only a check says so: a post goes out without it. */
  | "mention-refused";

/** Every code with the facts that its sentences need. */
export interface ErrorFacts {
  // What was typed
  "command-unknown": { typed: string; known: readonly string[] };
  "subcommand-unknown": { command: string; typed: string; known: readonly string[] };
  "option-unknown": { option: string; known: readonly string[] };
  "option-missing": { option: string };
  "option-twice": { option: string };
  "line-malformed": { near: string };
  /** `instead`: what is better than cutting off the end. */
  "text-too-long": { option: string; length: number; max: number; instead?: string };
  "text-too-short": { option: string; min: number };
  "number-malformed": { option: string; typed: string; min: number; max: number };
  "number-out-of-range": { option: string; typed: number; min: number; max: number };
  "choice-unknown": { option: string; typed: string; known: readonly string[] };
  "yes-no-malformed": { option: string; typed: string };
  "attachment-missing": { option: string };
  "attachment-too-large": { option: string; megabytes: number; max: number };
  "channel-malformed": { option: string; typed: string };
  // What was pressed
  "button-outdated": Record<never, never>;
  "not-yours": Record<never, never>;
  "organisers-only": Record<never, never>;
  "community-only": Record<never, never>;
  "too-fast": { seconds: number };
  // What the coach cannot do
  "industry-unknown": { typed: string };
  /** `nearest`: names that come closest, best first. */
  "insight-unknown": { typed: string; nearest: readonly string[] };
  "insight-same": { name: string };
  "skills-too-many": { count: number; max: number };
  "skill-too-long": { skill: string; max: number };
  "topic-unknown": { typed: string; known: readonly string[] };
  "topic-other-category": { topic: string; category: string };
  "quiz-none-open": Record<never, never>;
  "quiz-over": Record<never, never>;
  "quiz-shared": Record<never, never>;
  "quiz-unfinished": Record<never, never>;
  "quiz-not-found": Record<never, never>;
  "resume-none": Record<never, never>;
  "resume-too-long": { length: number; max: number };
  "resume-changed": Record<never, never>;
  "version-gone": Record<never, never>;
  "improvement-gone": Record<never, never>;
  "dates-malformed": { typed: string };
  "dates-reversed": { typed: string };
  "link-malformed": { typed: string };
  "email-malformed": { typed: string };
  "letter-none": Record<never, never>;
  "letter-gone": Record<never, never>;
  "letter-unknown": { typed: string };
  "letter-changed": Record<never, never>;
  "letter-first": Record<never, never>;
  "letter-unchanged": Record<never, never>;
  "letter-no-fact": { topic: string };
  "letter-ask-unclear": { ask: string };
  /** What a model wrote that no fact holds. */
  "letter-invented": { claims: readonly string[] };
  "letter-half": Record<never, never>;
  // What a file that was sent cannot be read for
  "import-empty": Record<never, never>;
  "import-too-large": { megabytes: number; max: number };
  "import-unknown-kind": { kind: "doc" | "rtf" | "html" | "picture" | "media" | "packed" | "program" | null };
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
  "import-not-permitted": Record<never, never>;
  "import-one-needed": { given: number };
  "import-no-resume": Record<never, never>;
  "proposal-gone": Record<never, never>;
  // What posting to channels cannot do
  "zone-unknown": { typed: string; near: readonly string[] };
  /** `fix`: the exact thing to do. `missing`: permissions by the platform's own names. */
  "channel-refused": { problem: ChannelProblem; fix: string; missing: readonly string[] };
  "posting-unavailable": Record<never, never>;
  "subscription-gone": Record<never, never>;
  "subscriptions-full": { max: number };
  "channel-question-gone": Record<never, never>;
  "subscription-unknown": { typed: string };
  // What is out of reach
  "storage-away": Record<never, never>;
  "model-quota": { seconds: number | null };
  "model-blocked": Record<never, never>;
  "model-truncated": Record<never, never>;
  "model-key-refused": Record<never, never>;
  "model-unavailable": Record<never, never>;
  /** Not thrown: dispatch makes it of everything that is not a UserError. */
  broken: { reference: string };
}
