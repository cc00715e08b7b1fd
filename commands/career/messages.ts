import type { Block, Button, Message } from "#src/chat/message.ts";
import type { Career } from "#src/coach/career.ts";
import { industryOf } from "#src/coach/profile/industries.ts";
import type { Words } from "#src/words/index.ts";
import { LIST as LETTERS, NEW as NEW_LETTER } from "../cover-letter/actions.ts";
import { EDIT, SHOW } from "../profile/actions.ts";
import { CARRY_ON, HISTORY, START } from "../quiz/actions.ts";
import { IMPORT, VIEW as RESUME, EDIT as WRITE } from "../resume/actions.ts";

/** Where somebody is and what is next. */
export function homeCard(career: Career, words: Words): Message {
  const text = words.career;
  const percent = (value: number | null) => (value === null ? text.none : words.quiz.percent(value));
  const { next, buttons } = nextStep(career, words);
  const blocks: Block[] = [
    { kind: "heading", text: text.title },
    { kind: "text", text: text.hello(career.name) },
    {
      kind: "fields",
      fields: [
        {
          label: text.industry,
          value: industryOf(career.industry)?.specialisation.name ?? career.industry ?? text.noProfile,
        },
        { label: text.quizzes, value: career.quizzes === 0 ? text.none : String(career.quizzes) },
        { label: text.lastScore, value: percent(career.lastScore) },
        { label: text.best, value: percent(career.best) },
        { label: text.resume, value: career.resume ? text.resumeScore(career.resume.score) : text.none },
        {
          label: text.letters,
          value: career.letters === 0 ? text.none : text.letterCount(career.letters, career.drafts),
        },
      ],
    },
    { kind: "text", text: [{ bold: next }] },
    { kind: "buttons", buttons },
  ];
  return { summary: `${text.summary} ${next}`, blocks };
}

interface Step {
  readonly next: string;
  readonly buttons: readonly Button[];
}

/** What is missing comes first; a quiz that is under way before everything but the profile. */
function nextStep(career: Career, words: Words): Step {
  const text = words.career;
  if (career.industry === null) {
    const setUp: Button = { label: text.setUp, style: "primary", to: EDIT.to({}) };
    return { next: text.nextProfile, buttons: [setUp, ...papers(career, words)] };
  }
  const { next, buttons } = openStep(career, words) ?? resumeStep(career, words) ?? quizStep(career, words);
  return { next, buttons: [...buttons, ...alwaysThere(career, words)] };
}

function openStep({ openQuiz }: Career, { career: text }: Words): Step | undefined {
  if (!openQuiz) return undefined;
  return {
    next: text.nextCarryOn(openQuiz.position + 1, openQuiz.total),
    buttons: [{ label: text.carryOn, style: "primary", to: CARRY_ON.to({ session: openQuiz.id }) }],
  };
}

function resumeStep(career: Career, { career: text }: Words): Step | undefined {
  if (career.resume) return undefined;
  return {
    next: text.nextResume,
    buttons: [
      { label: text.importResume, style: "primary", to: IMPORT.to({}) },
      { label: text.writeResume, to: WRITE.to({}) },
      ...practice(career, text),
      { label: text.start, to: START.to({}) },
    ],
  };
}

function quizStep(career: Career, { career: text }: Words): Step {
  const start: Button = { label: text.start, to: START.to({}) };
  const [practise] = practice(career, text);
  if (career.weakTopic && practise) {
    return { next: text.nextWeak(career.weakTopic.name), buttons: [{ ...practise, style: "primary" }, start] };
  }
  const next = career.quizzes === 0 ? text.nextFirstQuiz : text.nextQuiz;
  return { next, buttons: [{ ...start, style: "primary" }] };
}

function practice({ weakTopic }: Career, text: Words["career"]): Button[] {
  return weakTopic ? [{ label: text.practise(weakTopic.name), to: START.to({ topic: weakTopic.topic }) }] : [];
}

function alwaysThere(career: Career, words: Words): Button[] {
  const { openQuiz, stoppedQuiz } = career;
  const text = words.career;
  const stopped = openQuiz ? null : stoppedQuiz;
  const carryOn = stopped && {
    label: text.carryOnStopped(stopped.answered, stopped.total),
    to: CARRY_ON.to({ session: stopped.id }),
  };
  return [
    ...(carryOn ? [carryOn] : []),
    ...papers(career, words),
    { label: text.history, to: HISTORY.to({ page: 0 }) },
    { label: text.profile, to: SHOW.to({}) },
  ];
}

function papers({ resume, letters }: Career, { career: text }: Words): Button[] {
  return [
    ...(resume ? [{ label: text.myResume, to: RESUME.to({}) }] : []),
    ...(letters > 0 ? [{ label: text.myLetters, to: LETTERS.to({}) }] : []),
    ...(letters === 0 && resume ? [{ label: text.newLetter, to: NEW_LETTER.to({}) }] : []),
  ];
}
