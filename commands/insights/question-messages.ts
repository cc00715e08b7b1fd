import { type Block, type Button, type Inline, type Message, prose } from "#src/chat/message.ts";
import type {
  AnswerView,
  AskedQuestion,
  Kept,
  Over,
  QuestionPost,
  Reveal,
} from "#src/coach/channel-question/channel-question.ts";
import type { Prepared } from "#src/coach/posting/deliver.ts";
import { topicNamed } from "#src/coach/quiz/weak-topics.ts";
import type { Words } from "#src/words/index.ts";
import { START } from "../quiz/actions.ts";
import { optionBlock } from "../quiz/messages.ts";
import { ANSWER } from "./question-actions.ts";

/** What the channel sees: the answer to the question before, and the new one. */
export function questionMessage(post: QuestionPost, words: Words): Prepared<Message> {
  const { channelQuestion: text } = words;
  const title = text.title[post.rhythm];
  const blocks: Block[] = [
    ...(post.reveal ? revealBlocks(post.reveal, words) : []),
    { kind: "heading", text: title },
    ...askedBlocks(post, words),
    { kind: "buttons", buttons: post.options.map((_, choice) => answerButton(post, choice, words)) },
    { kind: "note", text: text.howTo },
  ];
  if (post.kind === "preview") blocks.push({ kind: "note", text: text.previewNote });
  return { main: { summary: text.postSummary(title, post.question), blocks } };
}

/** What one person sees who has pressed a letter. */
export function answerMessage(view: AnswerView, words: Words): Message {
  return view.state === "kept" ? keptMessage(view, words) : overMessage(view, words);
}

function keptMessage({ options, choice, fresh, revealAt, zone }: Kept, words: Words): Message {
  const { channelQuestion: text, posting } = words;
  const said = fresh ? text.kept : text.stands;
  const chose = text.chose(words.quiz.letters[choice] ?? "");
  const next: Inline[] = revealAt
    ? [text.revealWith, ", ", { time: revealAt.getTime(), text: `${posting.at(revealAt, zone)} (${zone})` }, "."]
    : [text.revealLater];
  return {
    summary: `${said} ${chose.replace(/:$/, ".")}`,
    blocks: [
      { kind: "text", text: [{ bold: chose }, " ", ...runs(options[choice] ?? "")] },
      { kind: "text", text: said },
      { kind: "note", text: next },
    ],
  };
}

function overMessage(view: Over, words: Words): Message {
  const { channelQuestion: text, quiz } = words;
  const { choice, answer, explanation, topic } = view;
  const letter = (index: number) => quiz.letters[index] ?? "";
  const right = choice === answer;
  const verdict =
    choice === undefined
      ? `${text.tooLate} ${quiz.rightAnswer(letter(answer))}`
      : right
        ? quiz.right
        : `${quiz.wrong} ${quiz.yourAnswer(letter(choice))} ${quiz.rightAnswer(letter(answer))}`;
  const known = topicNamed(topic);
  const practise: Button[] = known
    ? [{ label: words.career.practise(known.name), to: START.to({ topic: known.topic }) }]
    : [];
  return {
    summary: text.overSummary(letter(answer)),
    ...(choice !== undefined && { tone: right ? "good" : "bad" }),
    blocks: [
      { kind: "heading", text: text.overTitle },
      ...askedBlocks({ ...view, given: { answer, choice } }, words),
      { kind: "divider" },
      { kind: "text", text: [{ bold: verdict }, " ", ...runs(explanation)] },
      ...tallyBlocks(view, words),
      ...(practise.length > 0 ? [{ kind: "buttons", buttons: practise } satisfies Block] : []),
    ],
  };
}

function revealBlocks(reveal: Reveal, words: Words): Block[] {
  const { answer, explanation, edition } = reveal;
  const verdict = words.quiz.rightAnswer(words.quiz.letters[answer] ?? "");
  return [
    { kind: "heading", text: words.channelQuestion.revealTitle(words.posting.edition(edition)) },
    ...askedBlocks({ ...reveal, given: { answer, choice: undefined } }, words),
    { kind: "text", text: [{ bold: verdict }, " ", ...runs(explanation)] },
    ...tallyBlocks(reveal, words),
    { kind: "divider" },
  ];
}

type Given = { readonly answer: number; readonly choice: number | undefined };

function askedBlocks(asked: AskedQuestion & { readonly given?: Given }, words: Words): Block[] {
  const { question, options, topic, difficulty } = asked;
  return [
    { kind: "note", text: words.quiz.about(topic, words.quiz.difficulties[difficulty]) },
    { kind: "text", text: prose(question) },
    ...options.map((option, index) => optionBlock(option, index, asked, words)),
  ];
}

/** Counts of everybody's answers; whose they are is nobody's business. */
function tallyBlocks({ tally, answer }: Reveal, words: Words): Block[] {
  const { channelQuestion: text, quiz } = words;
  const count = tally.reduce((sum, one) => sum + one, 0);
  if (count === 0) return [{ kind: "text", text: text.nobody }];
  const bars = tally.map((chosen, index) => {
    const share = chosen / count;
    const label = text.option(quiz.letters[index] ?? "", index === answer);
    return { label, share, text: text.share(chosen, Math.round(share * 100)) };
  });
  return [{ kind: "bars", caption: text.answered(count, tally[answer] ?? 0), bars }];
}

function answerButton(
  { kind, subscriptionId: subscription, edition }: QuestionPost,
  choice: number,
  words: Words,
): Button {
  const button = { label: words.quiz.letters[choice] ?? "", to: ANSWER.to({ subscription, edition, choice }) };
  return kind === "preview" ? { ...button, disabled: true } : button;
}

function runs(text: string): readonly Inline[] {
  const written = prose(text);
  return typeof written === "string" ? [written] : written;
}
