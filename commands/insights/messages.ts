import type { Block, Message } from "#src/chat/message.ts";
import type { InsightView } from "#src/coach/insights/insights.ts";
import type { Words } from "#src/words/index.ts";
import { EDIT } from "../profile/actions.ts";
import { changeBlocks } from "./change-messages.ts";
import { choiceBlocks } from "./compare-choices.ts";
import {
  estimateBlocks,
  failureBlocks,
  headlineFields,
  listBlocks,
  payRanges,
  skillsFrom,
  sourceBlocks,
} from "./figure-blocks.ts";
import { ME } from "./me-actions.ts";

/** What one industry pays and wants: what is counted first, what a model guesses after it, each with source and date. */
export function showMessage(view: InsightView, words: Words): Message {
  const text = words.insights;
  const { subject, estimate, failure, sources } = view;
  const [industries, countries] = choiceBlocks(subject, words);
  return {
    summary: text.summary(subject.name),
    ...(failure && { tone: "warning" }),
    blocks: [
      { kind: "heading", text: subject.name },
      ...failureBlocks(view, words),
      ...officialBlocks(view, words),
      ...(estimate ? estimateBlocks(view, estimate, words) : []),
      ...changeBlocks(view, words),
      ...sourceBlocks(view, words),
      industries,
      // Only a model knows others than the United States.
      ...(estimate ? [countries] : []),
      {
        kind: "buttons",
        buttons: [
          { label: words.posting.aboutMe, to: ME.to({ industry: subject.key }) },
          { label: text.editSkills, to: EDIT.to({}) },
          { label: text.wagesLink(sources.wages.period), to: sources.wages.url },
          { label: text.growthLink(sources.growth.period), to: sources.growth.url },
          { label: text.skillsLink(sources.skills.period), to: sources.skills.url },
        ],
      },
    ],
  };
}

function officialBlocks(view: InsightView, words: Words): Block[] {
  const text = words.insights;
  const { subject, official, note, sources, held } = view;
  const trends = text.growthFrom(official.periods.growth);
  const whole = subject.specialisation && text.wholeIndustry(subject.specialisation, subject.industry.name);
  return [
    { kind: "heading", text: text.official },
    ...[whole, note].flatMap((said): Block[] => (said ? [{ kind: "text", text: said }] : [])),
    payRanges(view, words),
    headlineFields(view, words),
    ...listBlocks({ figures: official, skills: skillsFrom(sources, words), trends, held }, words),
  ];
}
