import type { Block, Button, Message, Text } from "#src/chat/message.ts";
import type { Beside } from "#src/coach/insights/beside.ts";
import type { Market } from "#src/coach/insights/insights.ts";
import type { Words } from "#src/words/index.ts";
import { EDIT } from "../profile/actions.ts";
import { IMPORT } from "../resume/actions.ts";
import { BESIDE, SHOW } from "./actions.ts";
import { skillsFrom, sourceBlocks } from "./figure-blocks.ts";

/** Somebody beside an industry: what they have of what it wants, what their role pays, how their own industry does. */
export function meMessage(beside: Beside, words: Words): Message {
  const { posting: text } = words;
  const { view } = beside;
  const { name } = view.subject;
  return {
    summary: text.meSummary(name),
    blocks: [
      { kind: "heading", text: text.meTitle(name) },
      ...skillBlocks(beside, words),
      ...roleBlocks(beside, words),
      ...ownBlocks(beside, words),
      ...sourceBlocks(view, words),
      { kind: "buttons", buttons: buttonsOf(beside, words) },
    ],
  };
}

function skillBlocks({ view }: Beside, words: Words): Block[] {
  const { posting: text } = words;
  const { official, sources, held } = view;
  const from = skillsFrom(sources, words);
  const { topSkills } = official;
  const learn = official.recommendedSkills.filter((skill) => !held.has(skill) && !topSkills.includes(skill));
  const list = (title: string, skills: readonly string[], none: string): Block => ({
    kind: "text",
    text: titled(title, skills.length > 0 ? skills.map((skill) => `• ${skill}`).join("\n") : none),
  });
  return [
    list(
      text.haveTitle(from),
      topSkills.filter((skill) => held.has(skill)),
      text.haveNone,
    ),
    list(
      text.missTitle(from),
      topSkills.filter((skill) => !held.has(skill)),
      text.missNone,
    ),
    ...(learn.length > 0 ? [list(text.learnTitle(from), learn, "")] : []),
  ];
}

function roleBlocks({ view, targetRole, occupation, elsewhere }: Beside, { posting: text, insights }: Words): Block[] {
  if (targetRole === null) return [{ kind: "text", text: text.roleMissing }];
  const { official, subject } = view;
  if (!occupation) {
    const names = elsewhere.map(({ name }) => name);
    return [{ kind: "text", text: text.roleElsewhere(targetRole, subject.name, names) }];
  }
  const { role, p10, median, p90, growth } = occupation;
  const { periods, currency } = official;
  const title = text.rolePay(targetRole, role, insights.payUnit(currency, periods.wages));
  const [low, middle, high] = [p10, median, p90].map((value) => insights.amount(value));
  const pay = text.rolePayText(low ?? "", middle ?? "", high ?? "");
  return [
    {
      kind: "text",
      text: titled(title, `• ${pay}\n• ${text.roleGrowth(insights.percent(growth), periods.growth)}`),
    },
  ];
}

function ownBlocks({ view, own }: Beside, { posting: text, insights }: Words): Block[] {
  if (!own) return [];
  const growth = ({ official }: Market) => insights.percent(official.growthRate);
  // Official statistics are those of whole industries.
  const [mine, theirs] = [own.subject.industry.name, view.subject.industry.name];
  const { growth: period } = view.official.periods;
  const grows = text.ownGrowth(mine, growth(own), theirs, growth(view), period);
  return [{ kind: "text", text: titled(text.ownIndustry(own.subject.name, theirs), `• ${grows}`) }];
}

function buttonsOf({ view, own, elsewhere, hasResume }: Beside, words: Words): Button[] {
  const { posting: text } = words;
  const industry = view.subject.key;
  return [
    // What a resume names is compared as well.
    ...(hasResume ? [] : [{ label: words.career.importResume, to: IMPORT.to({}) }]),
    { label: text.editProfile, to: EDIT.to({}), style: "primary" },
    { label: text.showAll, to: SHOW.to({ industry }) },
    ...elsewhere.map(({ name, key }) => ({ label: words.insights.show(name), to: SHOW.to({ industry: key }) })),
    ...(own ? [{ label: text.compare, to: BESIDE.to({ industry, other: own.subject.key }) }] : []),
  ];
}

function titled(title: string, rest: string): Text {
  return [{ bold: title }, `\n${rest}`];
}
