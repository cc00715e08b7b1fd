import { type Block, type Button, type Message, prose } from "#src/chat/message.ts";
import type { Notice } from "#src/coach/quiz/index.ts";
import type { QuizResult, QuizView } from "#src/coach/quiz/quiz.ts";
import { topicNamed, type WeakTopic } from "#src/coach/quiz/weak-topics.ts";
import type { Words } from "#src/words/index.ts";
import { ANSWER, CARRY_ON, HISTORY, LOOK_BACK_NEW, NEXT, RESULT, SHARE, START, START_NEW, STOP } from "./actions.ts";

/** A question with its four buttons or, once answered, with what was right and why. */
export function questionMessage(view: QuizView, words: Words, notice?: Notice): Message {
  const text = words.quiz;
  if (view.state === "stopped") return stoppedMessage(view, words);
  const { position, total, question, given } = view;
  const blocks: Block[] = [
    ...noticeBlocks(view, words, notice),
    { kind: "heading", text: text.title(position + 1, total) },
    { kind: "note", text: text.about(view.topic, text.difficulties[view.difficulty]) },
    { kind: "text", text: prose(question) },
    ...view.options.map((option, index): Block => optionBlock(option, index, view, words)),
  ];
  if (given) blocks.push(...answerBlocks(view, given, words));
  else blocks.push({ kind: "buttons", buttons: view.options.map((_, choice) => answerButton(view, choice, words)) });
  if (view.source !== "bank") blocks.push({ kind: "note", text: text.byModel(view.source) });
  const summary = given
    ? `${given.isCorrect ? text.right : text.wrong} ${text.running(view.right, view.answered)}`
    : text.questionSummary(position + 1, total, question);
  return { summary, ...(given && { tone: given.isCorrect ? "good" : "bad" }), blocks };
}

export function writingMessage(ready: number, total: number, words: Words): Message {
  const text = words.quiz.writing(ready, total);
  return { summary: text, blocks: [{ kind: "text", text }] };
}

/** A quiz is open already: carry on with it, or start the new one that was asked for. */
export function alreadyOpenMessage(view: QuizView, request: string, words: Words): Message {
  const text = words.quiz;
  const said = text.alreadyOpen(view.position + 1, view.total);
  return {
    summary: said,
    blocks: [
      { kind: "text", text: [{ bold: said }] },
      {
        kind: "buttons",
        buttons: [
          { label: text.carryOn, style: "primary", to: CARRY_ON.to({ session: view.id }) },
          { label: text.startNew, to: START_NEW.to({ request, session: view.id }) },
        ],
      },
      { kind: "note", text: text.startNewNote },
    ],
  };
}

function stoppedMessage(view: QuizView, words: Words): Message {
  const text = words.quiz;
  const said = text.stopped(view.answered, view.total);
  return {
    summary: said,
    blocks: [
      { kind: "text", text: [{ bold: said }] },
      {
        kind: "buttons",
        buttons: [
          { label: text.carryOn, style: "primary", to: CARRY_ON.to({ session: view.id }) },
          { label: text.startNew, to: START.to({}) },
        ],
      },
      { kind: "note", text: text.stoppedNote },
    ],
  };
}

export function resultMessage(result: QuizResult, words: Words): Message {
  const text = words.quiz;
  const { right, total, score, seconds, topics, tip } = result;
  const blocks: Block[] = [
    { kind: "heading", text: text.resultTitle(right, total) },
    {
      kind: "fields",
      fields: [
        { label: text.score, value: text.percent(score) },
        { label: text.time, value: text.duration(seconds) },
        { label: text.category, value: text.categories[result.category] },
      ],
    },
    {
      kind: "bars",
      caption: text.topics(topics.length),
      bars: topics
        .toSorted((a, b) => a.right / a.total - b.right / b.total)
        .map((topic) => ({
          label: topic.topic,
          share: topic.right / topic.total,
          text: text.topicShare(topic.right, topic.total),
        })),
    },
  ];
  if (tip) blocks.push({ kind: "text", text: [{ bold: text.tipTitle }, ` ${tip}`] });
  if (right === total) blocks.push({ kind: "text", text: text.perfect });
  const again: Button = { label: text.again, to: START.to({}) };
  const weak = topicToPractise(result);
  const next = weak
    ? [{ label: words.career.practise(weak.name), to: START.to({ topic: weak.topic }) }, again]
    : [again];
  blocks.push({
    kind: "buttons",
    buttons: [
      ...next.map((button, index): Button => (index === 0 ? { ...button, style: "primary" } : button)),
      { label: text.lookBack, to: LOOK_BACK_NEW.to({ assessment: result.assessmentId }) },
      { label: text.history, to: HISTORY.to({ page: 0 }) },
      { label: text.share, to: SHARE.to({ session: result.id }) },
    ],
  });
  return { summary: text.resultSummary(right, total, Math.round(score)), blocks };
}

/** The topic that the tip speaks of, or else the one with the most wrong answers; undefined for one of a model's own. */
function topicToPractise({ topics, tip }: QuizResult): WeakTopic | undefined {
  const missed = topics.filter(({ right, total }) => right < total);
  const named = missed.find(({ topic }) => tip?.includes(topic));
  const worst = named ?? missed.toSorted((a, b) => b.total - b.right - (a.total - a.right))[0];
  return worst && topicNamed(worst.topic);
}

/** What everybody in the channel sees: the score, nothing that was asked or answered. */
export function sharedMessage(name: string, { right, total, category }: QuizResult, words: Words): Message {
  const text = words.quiz;
  const said = text.shared(name, right, total, text.categories[category]);
  return {
    summary: said,
    blocks: [
      { kind: "text", text: said },
      { kind: "buttons", buttons: [{ label: text.takeOne, to: START.to({}) }] },
    ],
  };
}

function noticeBlocks(view: QuizView, words: Words, notice: Notice | undefined): Block[] {
  const blocks: Block[] = [];
  if (notice?.problem) {
    blocks.push({ kind: "note", text: words.quiz.modelProblem(words.errors(notice.problem).problem) });
  }
  if (notice?.fewer) blocks.push({ kind: "note", text: words.quiz.fewer(view.total) });
  return blocks;
}

/** One option after its letter; marked where it is known which one was chosen and which one is right. */
export function optionBlock(
  option: string,
  index: number,
  { given }: { readonly given?: { readonly answer: number; readonly choice: number | undefined } },
  words: Words,
): Block {
  const letter = words.quiz.letters[index] ?? "";
  const mark = given && (index === given.answer ? "✓ " : index === given.choice ? "✗ " : "");
  const inner = prose(option);
  return {
    kind: "text",
    text: [{ bold: `${mark || ""}${letter}.` }, " ", ...(typeof inner === "string" ? [inner] : inner)],
  };
}

function answerButton({ id: session, position }: QuizView, choice: number, words: Words): Button {
  return { label: words.quiz.letters[choice] ?? "", to: ANSWER.to({ session, position, choice }) };
}

function answerBlocks(view: QuizView, given: NonNullable<QuizView["given"]>, words: Words): Block[] {
  const text = words.quiz;
  const letter = (index: number) => text.letters[index] ?? "";
  const verdict = given.isCorrect
    ? text.right
    : `${text.wrong} ${text.yourAnswer(letter(given.choice))} ${text.rightAnswer(letter(given.answer))}`;
  const { id: session, position, total } = view;
  const last = position + 1 === total;
  const buttons: Button[] = [
    last
      ? { label: text.seeResult, style: "primary", to: RESULT.to({ session }) }
      : { label: text.next, style: "primary", to: NEXT.to({ session, position }) },
  ];
  if (!last) buttons.push({ label: text.stop, to: STOP.to({ session }) });
  const why = prose(given.explanation);
  return [
    { kind: "divider" },
    { kind: "text", text: [{ bold: verdict }, " ", ...(typeof why === "string" ? [why] : why)] },
    { kind: "note", text: text.running(view.right, view.answered) },
    { kind: "buttons", buttons },
  ];
}
