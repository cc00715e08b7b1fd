import type { Block, Message, Text } from "#src/chat/message.ts";
import type { AdMatch, AdTerm } from "#src/coach/resume/match/match.ts";
import type { ResumeScore } from "#src/coach/resume/score/score.ts";
import type { Words } from "#src/words/index.ts";
import { NEW as NEW_LETTER } from "../cover-letter/actions.ts";
import { EDIT, IMPROVE, SCORE } from "./actions.ts";
import { CHECK_AD } from "./score-actions.ts";

/** How a resume matches an ad: three lists, and its own number set apart. */
export function matchMessage(match: AdMatch, { score, version }: ResumeScore, words: Words): Message {
  const text = words.resumeCheck.match;
  const { summary, blocks } =
    match.score === "could not check" ? uncheckedMatch(match.terms, words) : checkedMatch(match, match.score, words);
  return {
    summary,
    ...(match.score === "could not check" && { tone: "warning" }),
    blocks: [
      { kind: "heading", text: text.title },
      ...blocks,
      { kind: "divider" },
      { kind: "text", text: text.apart(score, version) },
      { kind: "buttons", buttons: buttonsOf(match, words) },
    ],
  };
}

interface Part {
  readonly summary: string;
  readonly blocks: readonly Block[];
}

function checkedMatch({ terms }: AdMatch, score: number, words: Words): Part {
  const text = words.resumeCheck.match;
  const by = (found: AdTerm["found"]) => terms.filter((term) => term.found === found);
  const [inSkills, inText, missing] = [by("skills"), by("text"), by("missing")];
  const summary = text.summary(score);
  return {
    summary,
    blocks: [
      { kind: "text", text: [{ bold: summary }, ` ${text.counted(terms.length - missing.length, terms.length)}`] },
      { kind: "text", text: listed(text.inSkills(inSkills.length), inSkills, words) },
      { kind: "text", text: listed(text.inText(inText.length), inText, words) },
      ...(inText.length > 0 ? [{ kind: "note", text: text.inTextAdvice } as const] : []),
      { kind: "text", text: listed(text.missing(missing.length), missing, words, text.nothingMissing) },
      ...(missing.length > 0 ? [{ kind: "note", text: text.missingAdvice } as const] : []),
      { kind: "note", text: text.how },
    ],
  };
}

function uncheckedMatch(terms: readonly AdTerm[], words: Words): Part {
  const text = words.resumeCheck.match;
  const said = `${text.tooFew(terms.length)} ${text.tooFewNext}`;
  return {
    summary: `${text.couldNotCheck} ${text.tooFewNext}`,
    blocks: [
      { kind: "text", text: [{ bold: text.couldNotCheck }, ` ${said}`] },
      ...(terms.length > 0 ? [{ kind: "text", text: text.foundOnly(namesOf(terms, words)) } as const] : []),
    ],
  };
}

/** Required terms stand first, as they come; preferred ones say so. */
function listed(title: string, terms: readonly AdTerm[], words: Words, none = words.resumeCheck.match.none): Text {
  return [{ bold: `${title}: ` }, terms.length > 0 ? namesOf(terms, words) : none];
}

function namesOf(terms: readonly AdTerm[], { resumeCheck }: Words): string {
  return terms.map(({ term, kind }) => (kind === "preferred" ? resumeCheck.match.preferred(term) : term)).join(", ");
}

function buttonsOf({ score }: AdMatch, { resumeCheck: text }: Words) {
  const again = { label: text.checkOtherAd, to: CHECK_AD.to({}) };
  const whole = { label: text.whole, to: SCORE.to({}) };
  if (score === "could not check") return [{ ...again, style: "primary" } as const, whole];
  const improve = { label: text.improve, to: IMPROVE.to({}) };
  const letter = { label: text.letter, to: NEW_LETTER.to({}) };
  return [{ label: text.edit, style: "primary", to: EDIT.to({}) } as const, improve, letter, again, whole];
}
