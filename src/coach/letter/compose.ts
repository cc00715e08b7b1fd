import { setImmediate as nextTurn } from "node:timers/promises";
import type { ResumeDocument } from "#src/documents/resume-document.ts";
import { inventionsIn } from "../guard/guard.ts";
import { background } from "./background.ts";
import { sentence } from "./english.ts";
import { chooseLines, leadFor, type Shown, tell } from "./evidence.ts";
import { type AboutPerson, factsOf } from "./facts.ts";
import { type Letter, MAX_WORDS, wordsOfLetter, writeDay } from "./letter.ts";
import { type Material, materialOf, type Position } from "./material.ts";
import { openingOf } from "./opening.ts";
import { type Applying, isCareful, type Parts, WAYS } from "./parts.ts";
import { pickerFor } from "./pick.ts";
import { employerOf, historyOf } from "./positions.ts";
import { requirementsOf, saidBeside } from "./requirements.ts";
import * as say from "./set-phrases.ts";

/**
 * A letter without a model: the facts that answer most of the ad, in the person's own words, in sentences that differ by
 * person and ad. Nothing is said that no fact says, which the guard is asked about too, and of the ad only terms that the
 * resume holds. Takes up to half a second for a resume of twenty pages, in steps that let others go on.
 */
export async function composeLetter(document: ResumeDocument, about: AboutPerson, applying: Applying): Promise<Letter> {
  const material = materialOf(document, about, applying.ad);
  await nextTurn();
  const shown = chooseLines(material);
  const told = new Set(shown.flatMap(({ lines }) => lines.map(({ text }) => text)));
  // Of the lines only those that are told: each sentence has its own facts beside it.
  const facts = factsOf(document, about).filter(({ kind, text }) => kind !== "bullet" || told.has(text));
  const sources = { facts: facts.map((fact) => fact.told), names: [applying.company, applying.title] };
  const isTrue = (text: string) => inventionsIn(text, sources, "letter").length === 0;
  const missing = new Set(
    requirementsOf(applying.ad, document).flatMap(({ found }, index) => (found === "missing" ? [index] : [])),
  );
  let best: { draft: Draft; doubted: number } | undefined;
  for (let way = 0; way < WAYS; way += 1) {
    const draft = draftOf({ document, about, applying, material, shown, way });
    const said = draft.sentences.flat();
    await nextTurn();
    // A word of ours may mean something else in the ad: "writing".
    const lacking = saidBeside(said, applying, document).filter((terms) => terms.some((term) => missing.has(term)));
    const doubted = said.filter((text) => !isTrue(text)).length + lacking.length;
    if (doubted === 0) return letterOf(draft);
    if (isCareful(way) && (!best || doubted < best.doubted)) best = { draft, doubted };
  }
  // A name that reads like a number or a boast cannot be said in any way: the letter goes without that sentence.
  const { draft } = best ?? { draft: draftOf({ document, about, applying, material, shown, way: WAYS }) };
  return letterOf({ ...draft, sentences: draft.sentences.map((all) => all.filter(isTrue)) });
}

interface Draft extends Omit<Letter, "paragraphs"> {
  /** By paragraph. */
  readonly sentences: readonly (readonly string[])[];
}

function letterOf({ sentences, ...rest }: Draft): Letter {
  const paragraphs = sentences.map((all) => all.join(" ")).filter((text) => text !== "");
  return fitted({ ...rest, paragraphs });
}

function draftOf(given: Omit<Parts, "goal" | "pick">): Draft {
  const { document, applying, material, shown, way } = given;
  const name = document.contact.name ?? applying.name;
  const pick = pickerFor(name, applying.company, applying.title, applying.ad, String(way));
  const goal = say.goalOf(applying.company, applying.title, pick);
  const parts: Parts = { ...given, goal, pick };
  const opening = openingOf(parts, shown);
  const middle = [...evidence(parts, shown, opening.named), ...background(parts, shown, opening)];
  const spokenOf =
    shown[0] === undefined || shown[0].kind === "position" ? (shown[0]?.position ?? material.positions[0]) : undefined;
  const employer = spokenOf ? employerOf(spokenOf) : "";
  const last = say.ending(
    goal,
    { employer, told: shown.length > 0 || employer !== "", brief: shown.flatMap(({ lines }) => lines).length < 2 },
    pick,
  );
  return {
    head: [writeDay(applying.today, applying.dayStyle ?? "en-GB")],
    salutation: say.salutationFor(applying.company, pick),
    sentences: [opening.sentences, ...middle, last].map((sentences) => sentences.map(sentence)),
    closing: say.closingFor(pick),
    signature: name,
  };
}

/** Two paragraphs at most: the first place that is told of, then the others. */
function evidence({ material, pick }: Parts, shown: readonly Shown[], named: Position | undefined): string[][] {
  const lead = leadFor(shown, material, pick);
  const told = shown.map((one, at) => {
    const earlier = shown[at - 1];
    const before = earlier?.kind === "position" ? earlier.position : undefined;
    // "Before that" in every second sentence would be a list.
    return tell(one, { before, after: at % 2 === 0, named: one.position === named, lead, pick });
  });
  const [first, ...others] = told;
  if (!first) return [history(material, named)];
  // A single line makes no paragraph.
  if ((first.length === 1 && others.flat().length <= 2) || others.flat().length === 1) return [told.flat()];
  return others.length === 0 ? [first] : [first, others.flat()];
}

/** Where no line can be told, what the positions were. */
function history({ positions }: Material, named: Position | undefined): string[] {
  return positions
    .filter((position) => position !== named)
    .slice(0, 3)
    .map(historyOf)
    .filter((text) => text !== "");
}

/** Long lines of a resume may make a letter too long: then the last of them go. */
function fitted(letter: Letter): Letter {
  if (wordsOfLetter(letter) <= MAX_WORDS || letter.paragraphs.length <= 2) return letter;
  return fitted({ ...letter, paragraphs: [...letter.paragraphs.slice(0, -2), letter.paragraphs.at(-1) ?? ""] });
}
