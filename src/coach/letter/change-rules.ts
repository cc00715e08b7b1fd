import type { ResumeDocument } from "#src/documents/resume-document.ts";
import { UserError } from "#src/words/errors.ts";
import { countWords } from "../resume/score/language.ts";
import { metricIn } from "../resume/score/wording.ts";
import type { AboutPerson } from "./facts.ts";
import type { Letter } from "./letter.ts";
import { sentenceAbout } from "./mention.ts";
import { endsWell, sentencesOf } from "./sentences.ts";
import { moreFormal, warmer } from "./tone.ts";

/** What somebody asks of a letter, as far as rules understand it. */
export type Ask =
  | { readonly kind: "shorter" | "warmer" | "more-formal" }
  | { readonly kind: "mention"; readonly topic: string };

/** Undefined for what only a model can do. */
export function readAsk(ask: string): Ask | undefined {
  const text = ask
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[.!]+$/, "");
  const mention =
    /^(?:please |can you |could you |also )*(?:mention|add|include|bring in|bring up|talk about|write about|say something about|tell them about)\s+(?:that I |something about |a (?:sentence|word) about )?(.+?)(?: please)?$/i.exec(
      text,
    );
  if (mention?.[1]) return { kind: "mention", topic: mention[1] };
  if (/\b(?:shorter|shorten|too long|cut|trim|concise|brief(?:er)?|less text|fewer words)\b/i.test(text))
    return { kind: "shorter" };
  if (/\b(?:warmer|warm|friendl(?:y|ier)|more personal|less (?:formal|stiff|cold)|kinder)\b/i.test(text))
    return { kind: "warmer" };
  if (/\b(?:more formal|formal(?:ly)?|more professional|professional|stricter|polite(?:r)?)\b/i.test(text))
    return { kind: "more-formal" };
  return undefined;
}

export interface Grounds {
  readonly document: ResumeDocument;
  readonly about: AboutPerson;
  readonly company: string;
  readonly ad: string;
}

/** The letter as asked, by rules. UserErrors: letter-unchanged, letter-no-fact. */
export function changeByRules(letter: Letter, ask: Ask, grounds: Grounds): Letter {
  switch (ask.kind) {
    case "shorter":
      return shorter(letter);
    case "warmer":
      return changed(letter, warmer(letter, grounds.company));
    case "more-formal":
      return changed(letter, moreFormal(letter));
    case "mention":
      return mention(letter, ask.topic, grounds);
  }
}

/** Salutation and closing alone changed as asked; the letter as it is where they are that way already. */
export function changedTone(letter: Letter, ask: Ask, grounds: Grounds): Letter {
  try {
    const { salutation, closing } = changeByRules(letter, ask, grounds);
    return { ...letter, salutation, closing };
  } catch (error) {
    if (error instanceof UserError) return letter;
    throw error;
  }
}

function changed(before: Letter, after: Letter): Letter {
  if (JSON.stringify(before) === JSON.stringify(after)) throw new UserError("letter-unchanged", {});
  return after;
}

/** About a sixth of the words go, the weakest sentences first; who applies for what and the last paragraph stay. */
function shorter(letter: Letter): Letter {
  const total = countWords(letter.paragraphs.join("\n"));
  let paragraphs = letter.paragraphs.map(sentencesOf);
  while (countWords(paragraphs.flat().join(" ")) > (total * 5) / 6) {
    const weakest = weakestOf(paragraphs);
    if (!weakest) break;
    paragraphs = paragraphs.map((sentences, at) =>
      at === weakest.paragraph ? sentences.filter((_, index) => index !== weakest.at) : sentences,
    );
    // A paragraph that has lost all its sentences goes with them.
    paragraphs = paragraphs.filter((sentences) => sentences.length > 0);
  }
  const kept = paragraphs.map((sentences) => sentences.join(" "));
  if (kept.join("\n") === letter.paragraphs.map((text) => sentencesOf(text).join(" ")).join("\n")) {
    throw new UserError("letter-unchanged", {});
  }
  return { ...letter, paragraphs: kept };
}

/** Only the last sentence of a paragraph may go: others may lean on any before them. */
function weakestOf(paragraphs: readonly (readonly string[])[]): { paragraph: number; at: number } | undefined {
  const candidates = paragraphs.flatMap((sentences, paragraph) => {
    const edge = paragraph === 0 || paragraph === paragraphs.length - 1;
    const text = sentences.at(-1);
    if (
      text === undefined ||
      (edge && sentences.length < 2) ||
      (!edge && paragraphs.length <= 3 && sentences.length < 2)
    )
      return [];
    const last = paragraph === paragraphs.length - 1;
    const strength = last ? 0 : (paragraph === 0 ? 2 : 1) + worthOf(text);
    return [{ paragraph, at: sentences.length - 1, strength, place: paragraph }];
  });
  return candidates.sort((a, b) => a.strength - b.strength || b.place - a.place)[0];
}

/** A number, an answer to the ad and a credential are what a letter is read for. */
function worthOf(text: string): number {
  return (
    (metricIn(text) ? 2 : 0) +
    (/\b(?:you ask|advertisement|looking for)\b/.test(text) ? 2 : 0) +
    (/^I hold\b|certifications/.test(text) ? 2 : 0)
  );
}

function mention(letter: Letter, topic: string, { document, about, ad }: Grounds): Letter {
  const said = sentenceAbout(topic, { document, about, ad });
  if (!said) throw new UserError("letter-no-fact", { topic });
  const present = letter.paragraphs.join(" ").toLowerCase();
  if (present.includes(said.core.toLowerCase())) throw new UserError("letter-unchanged", {});
  const last = letter.paragraphs.length - 1;
  // Before the paragraph that ends the letter.
  const at = last > 0 ? last - 1 : last;
  const paragraphs = letter.paragraphs.map((text, index) =>
    index === at ? `${text}${text === "" || endsWell(text) ? "" : "."} ${said.sentence}`.trim() : text,
  );
  return { ...letter, paragraphs: paragraphs.length === 0 ? [said.sentence] : paragraphs };
}
