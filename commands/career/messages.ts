import type { Block, Button, Message } from "#src/chat/message.ts";
import type { Career } from "#src/coach/career.ts";
import { industryOf } from "#src/coach/profile/industries.ts";
import type { Words } from "#src/words/index.ts";
import { EDIT, SHOW } from "../profile/actions.ts";
import { CARRY_ON, HISTORY, START } from "../quiz/actions.ts";

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
      ],
    },
    { kind: "text", text: [{ bold: next }] },
    { kind: "buttons", buttons },
  ];
  return { summary: `${text.summary} ${next}`, blocks };
}

function nextStep(career: Career, words: Words): { next: string; buttons: Button[] } {
  const text = words.career;
  if (career.industry === null) {
    return { next: text.nextProfile, buttons: [{ label: text.setUp, style: "primary", to: EDIT.to({}) }] };
  }
  const start: Button = { label: text.start, to: START.to({}) };
  const more: Button[] = [
    { label: text.history, to: HISTORY.to({ page: 0 }) },
    { label: text.profile, to: SHOW.to({}) },
  ];
  const { openQuiz, stoppedQuiz, weakTopic } = career;
  if (openQuiz) {
    const carryOn: Button = { label: text.carryOn, style: "primary", to: CARRY_ON.to({ session: openQuiz.id }) };
    return { next: text.nextCarryOn(openQuiz.position + 1, openQuiz.total), buttons: [carryOn, ...more] };
  }
  if (stoppedQuiz) {
    more.unshift({
      label: text.carryOnStopped(stoppedQuiz.answered, stoppedQuiz.total),
      to: CARRY_ON.to({ session: stoppedQuiz.id }),
    });
  }
  if (weakTopic) {
    const { topic, name } = weakTopic;
    const practise: Button = { label: text.practise(name), style: "primary", to: START.to({ topic }) };
    return { next: text.nextWeak(name), buttons: [practise, start, ...more] };
  }
  const next = career.quizzes === 0 ? text.nextFirstQuiz : text.nextQuiz;
  return { next, buttons: [{ ...start, style: "primary" }, ...more] };
}
