import type { Block, Button, Message, Select } from "#src/chat/message.ts";
import { type Country, nearestCountries, USUAL } from "#src/coach/insights/countries.ts";
import type { Subject } from "#src/coach/insights/subjects.ts";
import { INDUSTRIES } from "#src/coach/profile/industries.ts";
import type { Words } from "#src/words/index.ts";
import { BESIDE, COMPARE, SHOW } from "./actions.ts";
import { LOCATION } from "./compare-actions.ts";

/** Nothing was named to compare it with. */
export function chooseMessage(subject: Subject, words: Words): Message {
  const said = words.insightLocations.choose(subject.name);
  return messageOf(said, [], { subject, words });
}

/** Both were named, and each stands on a button. */
export function bothMessage(
  { subject, other, country }: { subject: Subject; other: Subject; country: Country | undefined },
  words: Words,
): Message {
  const text = words.insightLocations;
  const to = BESIDE.to({ industry: subject.key, other: other.key });
  const buttons = [
    ...(other.key === subject.key ? [] : [{ label: text.withIndustry(other.name), to }]),
    ...(country ? [countryButton(subject, country)] : []),
  ];
  return messageOf(text.one, buttons, { subject, words });
}

export function unknownMessage(subject: Subject, typed: string, words: Words): Message {
  const text = words.insightLocations;
  const buttons = nearestCountries(typed, 5).map((country) => countryButton(subject, country));
  const message = messageOf(text.unknown(typed), buttons, { subject, words });
  const [first, ...rest] = message.blocks;
  return {
    ...message,
    tone: "bad",
    blocks: [...(first ? [first] : []), { kind: "text", text: text.nearest }, ...rest],
  };
}

/** The United States were named, which are one side already. */
export function homeMessage(subject: Subject, words: Words): Message {
  const show = { label: words.insights.show(subject.name), to: SHOW.to({ industry: subject.key }) };
  return messageOf(words.insightLocations.same, [show], { subject, words });
}

/** The ways on: another industry, another country. */
export function choiceBlocks(subject: Subject, words: Words): [industries: Select, countries: Select] {
  const { key, industry } = subject;
  return [
    {
      kind: "select",
      label: words.insights.compareWith,
      to: COMPARE.to({ industry: key }),
      options: INDUSTRIES.filter(({ id }) => id !== industry.id).map(({ id, name }) => ({ value: id, label: name })),
    },
    {
      kind: "select",
      label: words.insightLocations.withCountry,
      to: LOCATION.to({ industry: key }),
      options: USUAL.map(({ code, name }) => ({ value: code, label: name })),
    },
  ];
}

export function countryButton({ key }: Subject, { code, name }: Country): Button {
  return { label: name, to: LOCATION.to({ industry: key, country: code }) };
}

function messageOf(
  said: string,
  buttons: readonly Button[],
  { subject, words }: { readonly subject: Subject; readonly words: Words },
): Message {
  const row: Block[] = buttons.length > 0 ? [{ kind: "buttons", buttons }] : [];
  return { summary: said, blocks: [{ kind: "text", text: said }, ...row, ...choiceBlocks(subject, words)] };
}
