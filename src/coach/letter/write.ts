import type { ResumeDocument } from "#src/documents/resume-document.ts";
import { UserError } from "#src/words/errors.ts";
import { inventionsIn } from "../guard/guard.ts";
import type { LetterParagraph, Model, Ran, Usage } from "../model.ts";
import { countWords } from "../resume/score/language.ts";
import { type AboutPerson, type Fact, factsOf } from "./facts.ts";
import { type Letter, MAX_WORDS } from "./letter.ts";
import { createMask, type Mask } from "./mask.ts";
import { requirementsOf } from "./requirements.ts";
import { endsWell, sentencesOf } from "./sentences.ts";

export interface Writing {
  readonly model: Model;
  readonly signal: AbortSignal;
  readonly spent: (usage: Usage) => void;
}

export interface Grounds {
  readonly document: ResumeDocument;
  readonly about: AboutPerson;
  readonly company: string;
  readonly title: string;
  readonly ad: string;
}

/**
 * The paragraphs of a letter by a model, each held against exactly the facts that it names. What no fact says is told to the
 * model once; UserErrors: letter-invented or letter-half for a second time, and those of the port.
 */
export async function writeParagraphs(grounds: Grounds, writing: Writing): Promise<readonly string[]> {
  const { document, about, company, title, ad } = grounds;
  const mask = createMask(document.contact);
  const facts = worthTelling(factsOf(document, about), grounds);
  const requirements = requirementsOf(ad, document)
    .filter(({ found }) => found !== "missing")
    .map(({ term }) => term);
  const input = { company, title, requirements, ad: mask.hide(ad), facts: facts.map(({ told }) => mask.hide(told)) };
  return twice(
    (refused) => writing.model.run("cover-letter", { ...input, refused }, { signal: writing.signal }),
    (paragraphs) => halfOf(paragraphs, { least: 3, words: 60 }),
    { facts: facts.map(({ sources }) => sources), own: [], names: [company, title], mask, writing },
  );
}

/** The same for a change: the letter's own sentences and what the person asked for are facts too. */
export async function rewriteParagraphs(
  { letter, ask, ...grounds }: Grounds & { readonly letter: Letter; readonly ask: string },
  writing: Writing,
): Promise<readonly string[]> {
  const { document, about, company, title, ad } = grounds;
  const mask = createMask(document.contact);
  const facts = worthTelling(factsOf(document, about), grounds);
  const present = letter.paragraphs;
  const words = countWords(present.join("\n"));
  const input = {
    company,
    title,
    ad: mask.hide(ad),
    facts: facts.map(({ told }) => mask.hide(told)),
    paragraphs: present.map(mask.hide),
    ask: mask.hide(ask),
  };
  return twice(
    (refused) => writing.model.run("letter-change", { ...input, refused }, { signal: writing.signal }),
    (paragraphs) => halfOf(paragraphs, { least: Math.min(2, present.length), words: Math.min(40, words / 3) }),
    {
      facts: facts.map(({ sources }) => sources),
      own: [...present.flatMap(sentencesOf), ask],
      names: [company, title],
      mask,
      writing,
    },
  );
}

interface Check {
  /** The texts of each fact. */
  readonly facts: readonly (readonly string[])[];
  /** Facts that every paragraph may use. */
  readonly own: readonly string[];
  readonly names: readonly string[];
  readonly mask: Mask;
  readonly writing: Writing;
}

async function twice(
  ask: (refused: readonly string[]) => Promise<Ran<readonly LetterParagraph[]>>,
  incomplete: (paragraphs: readonly string[]) => string | undefined,
  { facts, own, names, mask, writing }: Check,
): Promise<readonly string[]> {
  let refused: readonly string[] = [];
  for (let round = 0; ; round += 1) {
    const { output, usage } = await ask(refused);
    writing.spent(usage);
    const written = output.map(({ text, facts: used }) => ({
      text: mask.show(text.replace(/\s+/g, " ").trim()),
      used,
    }));
    const half = incomplete(written.map(({ text }) => text));
    const claims = half
      ? []
      : written.flatMap(({ text, used }) => {
          const named = used.flatMap((index) => facts[index] ?? []);
          return inventionsIn(text, { facts: [...named, ...own], names }, "letter").map(({ quote }) => quote);
        });
    if (!half && claims.length === 0) return written.map(({ text }) => text);
    if (round > 0)
      throw half
        ? new UserError("letter-half", {})
        : new UserError("letter-invented", { claims: [...new Set(claims)] });
    refused = half ? [half] : [...new Set(claims)];
  }
}

/** What keeps paragraphs from being the middle of a letter, in words that a model can act on. */
function halfOf(paragraphs: readonly string[], { least, words }: { least: number; words: number }): string | undefined {
  const total = countWords(paragraphs.join("\n"));
  if (paragraphs.length < least || paragraphs.length > 7) return `The letter must have ${least} to 6 paragraphs.`;
  if (paragraphs.some((text) => countWords(text) < 3)) return "Every paragraph must have at least one whole sentence.";
  if (!paragraphs.every(endsWell)) return "Every paragraph must end with a whole sentence.";
  if (total < words) return "The letter was too short.";
  if (total > MAX_WORDS - ROOM_AROUND)
    return `The paragraphs must have at most ${MAX_WORDS - ROOM_AROUND} words together.`;
  if (paragraphs.some((text) => /[[\]{}<>]|\bundefined\b/.test(text))) return "No placeholders, brackets or markup.";
  if (paragraphs.some((text) => /^(?:dear|hello|sincerely|yours|kind regards|best regards)\b/i.test(text)))
    return "No salutation, closing or signature: they are there already.";
  return new Set(paragraphs).size < paragraphs.length ? "No paragraph may stand there twice." : undefined;
}

/** Words of salutation, closing and signature. */
const ROOM_AROUND = 20;

const MAX_FACTS = 60;

/** Of a very long resume, the facts that hold what the ad asks for, then those that come first. */
function worthTelling(facts: readonly Fact[], { ad }: Grounds): readonly Fact[] {
  if (facts.length <= MAX_FACTS) return facts;
  const asked = new Set(ad.toLowerCase().match(/[\p{L}\p{N}+#.]{4,}/gu) ?? []);
  const rank = ({ text, kind }: Fact) => {
    const words = text.toLowerCase().match(/[\p{L}\p{N}+#.]{4,}/gu) ?? [];
    return words.filter((word) => asked.has(word)).length + (kind === "bullet" || kind === "other" ? 0 : 1);
  };
  const kept = new Set([...facts].sort((a, b) => rank(b) - rank(a)).slice(0, MAX_FACTS));
  return facts.filter((fact) => kept.has(fact));
}
