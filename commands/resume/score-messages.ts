import type { Block, Message } from "#src/chat/message.ts";
import type { ResumeScore, RuleResult } from "#src/coach/resume/score/score.ts";
import type { Words } from "#src/words/index.ts";
import { EDIT, IMPROVE, PDF } from "./actions.ts";
import { CHECK_AD } from "./score-actions.ts";

/** The number, then what costs points, worst first, each with the lines that cost it and the fix. */
export function scoreMessage(checked: ResumeScore, words: Words): Message {
  const { score, version, rules } = checked;
  const [text, said] = [words.resumeCheck, words.resumeScore];
  const losing = LOSING.map((severity) => rules.filter((rule) => rule.severity === severity));
  const quoted: Quoted = new Map();
  const done = losing.every((some) => some.length === 0);
  const summary = said.summary(score);
  return {
    summary: done ? `${summary} ${text.nothingToFix}` : summary,
    ...(done && { tone: "good" }),
    blocks: [
      { kind: "heading", text: said.title },
      {
        kind: "fields",
        fields: [
          { label: text.score, value: text.ofHundred(score) },
          { label: text.counts, value: countsOf(rules, words) },
          { label: text.rulesVersion, value: version },
        ],
      },
      { kind: "note", text: said.about(version) },
      ...(done ? [{ kind: "text", text: text.nothingToFix } as const] : []),
      ...losing.flatMap((some) => severityBlocks(some, quoted, words)),
      ...goodBlocks(rules, words),
      ...uncheckedBlocks(rules, words),
      {
        kind: "buttons",
        buttons: [
          { label: text.improve, to: IMPROVE.to({}), ...(!done && { style: "primary" }) },
          { label: text.edit, to: EDIT.to({}) },
          { label: text.checkAd, to: CHECK_AD.to({}) },
          { label: text.pdf, to: PDF.to({}), ...(done && { style: "primary" }) },
        ],
      },
    ],
  };
}

const LOSING = ["high", "medium", "low"] as const;

/** Lines with the numbers under which they are quoted: most rules mind the same ones, and each is shown once. */
type Quoted = Map<string, number>;

/** "1 to fix first, 3 worth fixing, 2 small, 15 good, 1 not checked". */
function countsOf(rules: readonly RuleResult[], words: Words): string {
  const { counted } = words.resumeCheck;
  return ([...LOSING, "good", "not-checked"] as const)
    .map((severity) => ({ severity, count: rules.filter((rule) => rule.severity === severity).length }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => `${count} ${counted[severity]}`)
    .join(", ");
}

/** Rules of one severity, those that cost most first. */
function severityBlocks(rules: readonly RuleResult[], quoted: Quoted, words: Words): Block[] {
  const [first] = rules;
  if (!first) return [];
  const worstFirst = rules.toSorted((a, b) => b.of - b.points - (a.of - a.points));
  return [
    { kind: "heading", text: words.resumeScore.severities[first.severity] },
    ...worstFirst.flatMap((rule) => ruleBlocks(rule, quoted, words)),
  ];
}

function ruleBlocks({ code, points, of, fix, evidence }: RuleResult, quoted: Quoted, words: Words): Block[] {
  const said = words.resumeScore;
  // A line that stands twice in a resume is mentioned once.
  const lines = [...new Set(evidence)];
  const above = lines.flatMap((line) => quoted.get(line) ?? []);
  const fresh = lines.filter((line) => !quoted.has(line));
  for (const line of fresh) quoted.set(line, quoted.size + 1);
  const see = above.length > 0 ? ` ${words.resumeCheck.seeAbove(above)}` : "";
  const shown = fresh.map((line) => `${quoted.get(line)}. ${line}`);
  return [
    { kind: "text", text: [{ bold: said.rules[code].title }, ` (${said.points(points, of)}). ${fix}${see}`] },
    ...(shown.length > 0 ? [{ kind: "quote", text: shown.join("\n") } as const] : []),
  ];
}

function goodBlocks(rules: readonly RuleResult[], words: Words): Block[] {
  const said = words.resumeScore;
  const titles = rules.filter(({ severity }) => severity === "good").map(({ code }) => said.rules[code].title);
  if (titles.length === 0) return [];
  return [{ kind: "text", text: [{ bold: `${said.severities.good}: ` }, `${titles.join(", ")}.`] }];
}

/** A reason once, for all rules that it holds for. */
function uncheckedBlocks(rules: readonly RuleResult[], words: Words): Block[] {
  const said = words.resumeScore;
  const byReason = Map.groupBy(
    rules.filter(({ severity }) => severity === "not-checked"),
    ({ fix }) => fix,
  );
  return [...byReason].map(([reason, some]) => ({
    kind: "note",
    text: words.resumeCheck.notChecked(some.map(({ code }) => said.rules[code].title).join(", "), reason),
  }));
}
