import { type Block, type Button, type Message, prose } from "#src/chat/message.ts";
import type { History, LookBack } from "#src/coach/quiz/quiz.ts";
import type { Words } from "#src/words/index.ts";
import { CHOOSE_PAST, HISTORY_PAGE, LOOK_BACK, START } from "./actions.ts";

/** Newest first, with the trend, the averages and a way into every quiz. */
export function historyMessage(history: History, words: Words): Message {
  const text = words.quiz;
  const newest = history.entries[0];
  if (!newest) {
    return {
      summary: text.historyEmpty,
      blocks: [
        { kind: "heading", text: text.historyTitle },
        { kind: "text", text: text.historyEmpty },
        { kind: "buttons", buttons: [{ label: words.career.start, style: "primary", to: START.to({}) }] },
      ],
    };
  }
  const last = history.trend.at(-1)?.score ?? newest.score;
  return {
    summary: text.historySummary(history.total, Math.round(last)),
    blocks: [
      { kind: "heading", text: text.historyTitle },
      ...trendBlocks(history, words),
      {
        kind: "fields",
        fields: history.averages.map(({ category, average, quizzes }) => ({
          label: text.averageLabel(category),
          value: text.averageText(Math.round(average), quizzes),
        })),
      },
      {
        kind: "table",
        caption: text.historyCaption(history.page + 1, history.pages),
        columns: [
          { label: text.date },
          { label: text.category },
          { label: text.score, align: "right" },
          { label: text.questions, align: "right" },
        ],
        rows: history.entries.map(({ createdAt, category, score, questions }) => [
          text.day(createdAt),
          category,
          text.percent(score),
          String(questions),
        ]),
      },
      {
        kind: "select",
        label: text.choosePast,
        to: CHOOSE_PAST.to({}),
        options: history.entries.map(({ id, createdAt, category, score }) => ({
          value: id,
          label: `${text.day(createdAt)} · ${category} · ${text.percent(score)}`,
        })),
      },
      ...pageButtons(history, words),
    ],
  };
}

/** One question of a past quiz, with the way to its neighbours. */
export function lookBackMessage(past: LookBack, words: Words): Message {
  const text = words.quiz;
  const { position, total, assessmentId: assessment } = past;
  const title = text.lookBackTitle(text.day(past.createdAt), past.category);
  const blocks: Block[] = [
    { kind: "heading", text: title },
    {
      kind: "note",
      text: `${text.title(position + 1, total)}${past.topic ? ` · ${past.topic}` : ""} · ${text.score} ${text.percent(past.score)}`,
    },
    { kind: "text", text: prose(past.question) },
    ...optionBlocks(past, words),
  ];
  const verdict = past.isCorrect ? text.right : text.wrong;
  const why = prose(past.explanation ?? "");
  blocks.push({ kind: "divider" });
  blocks.push({ kind: "text", text: [{ bold: verdict }, " ", ...(typeof why === "string" ? [why] : why)] });
  if (past.tip && position + 1 === total)
    blocks.push({ kind: "text", text: [{ bold: text.tipTitle }, ` ${past.tip}`] });
  const at = (other: number) => LOOK_BACK.to({ assessment, position: other });
  const buttons: Button[] = [
    ...(position > 0 ? [{ label: text.previous, to: at(position - 1) }] : []),
    ...(position + 1 < total ? [{ label: text.next, style: "primary" as const, to: at(position + 1) }] : []),
    { label: text.backToHistory, to: HISTORY_PAGE.to({ page: 0 }) },
  ];
  blocks.push({ kind: "buttons", buttons });
  return {
    summary: `${title}, ${text.title(position + 1, total)}: ${verdict}`,
    tone: past.isCorrect ? "good" : "bad",
    blocks,
  };
}

function trendBlocks({ trend }: History, words: Words): Block[] {
  const text = words.quiz;
  // One point makes no line.
  if (trend.length < 2) return [];
  const points = trend.map(({ createdAt, score }) => ({ label: text.shortDay(createdAt), value: Math.round(score) }));
  const alt = text.chartAlt(points.map(({ label, value }) => `${label} ${value} %`));
  return [{ kind: "chart", title: text.chartTitle, unit: "%", max: 100, points, alt }];
}

function pageButtons({ page, pages }: History, words: Words): Block[] {
  const buttons: Button[] = [];
  if (page > 0) buttons.push({ label: words.quiz.newer, to: HISTORY_PAGE.to({ page: page - 1 }) });
  if (page + 1 < pages) buttons.push({ label: words.quiz.older, to: HISTORY_PAGE.to({ page: page + 1 }) });
  return buttons.length > 0 ? [{ kind: "buttons", buttons }] : [];
}

/** What another program saved without its options still says what was answered and what was right. */
function optionBlocks(past: LookBack, words: Words): Block[] {
  if (past.options) return past.options.map((option, index) => pastOption(option, index, past, words));
  const given: Block = { kind: "text", text: words.quiz.youAnswered(past.userAnswer) };
  return past.isCorrect ? [given] : [given, { kind: "text", text: [{ bold: "✓ " }, past.answer] }];
}

function pastOption(option: string, index: number, { answer, userAnswer }: LookBack, words: Words): Block {
  const letter = words.quiz.letters[index] ?? "";
  const mark = option === answer ? "✓ " : option === userAnswer ? "✗ " : "";
  const inner = prose(option);
  return { kind: "text", text: [{ bold: `${mark}${letter}.` }, " ", ...(typeof inner === "string" ? [inner] : inner)] };
}
