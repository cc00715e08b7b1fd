import type { Block } from "#src/chat/message.ts";
import type { Changes } from "#src/coach/insights/changes.ts";
import type { Figures } from "#src/coach/insights/figures.ts";
import type { MarketView } from "#src/coach/insights/insights.ts";
import type { Words } from "#src/words/index.ts";

/** What is different from the week before, or that there is no week before yet. */
export function changeBlocks({ changes, estimate, official }: MarketView, { insights: text }: Words): Block[] {
  if (!changes) return [{ kind: "note", text: text.nothingYet }];
  const by = estimate ? text.estimateBy(estimate.model, text.day(estimate.takenAt)) : officialBy(official, text);
  const lines = changeLines(changes, text);
  return [
    { kind: "heading", text: text.changesTitle(text.day(changes.from), text.day(changes.to)) },
    { kind: "text", text: lines.length === 0 ? text.noChanges(by) : lines.map((line) => `• ${line}`).join("\n") },
    ...(lines.length > 0 ? [{ kind: "note", text: text.changesFrom(by) } satisfies Block] : []),
  ];
}

/** The same for a channel, which need not hear each week that there is nothing to hear. */
export function newsBlocks(view: MarketView, words: Words): Block[] {
  const { changes, estimate, official } = view;
  if (!changes) return [];
  const { insights: text } = words;
  if (changeLines(changes, text).length > 0) return changeBlocks(view, words);
  const by = estimate ? text.estimateBy(estimate.model, text.day(estimate.takenAt)) : officialBy(official, text);
  return [{ kind: "note", text: text.noChangesSince(text.day(changes.from), by) }];
}

function officialBy({ periods }: Figures, text: Words["insights"]): string {
  return text.officialBy(periods.wages, periods.growth);
}

function changeLines(changes: Changes, text: Words["insights"]): string[] {
  const { medians, growth, demand, outlook, wagePeriod, rolesIn, rolesOut, skillsIn, skillsOut, currency } = changes;
  const named = (names: readonly string[], say: (names: readonly string[]) => string) =>
    names.length > 0 ? [say(names)] : [];
  return [
    ...(wagePeriod ? [text.periodChanged(wagePeriod.before, wagePeriod.now)] : []),
    ...medians.map(({ role, before, now, percent }) => text.medianChanged(role, { before, now, percent, currency })),
    ...(growth ? [text.growthChanged(growth.before, growth.now)] : []),
    ...(demand ? [text.demandChanged(text.demands[demand.before], text.demands[demand.now])] : []),
    ...(outlook ? [text.outlookChanged(text.outlooks[outlook.before], text.outlooks[outlook.now])] : []),
    ...named(skillsIn, text.skillsIn),
    ...named(skillsOut, text.skillsOut),
    ...named(rolesIn, text.rolesIn),
    ...named(rolesOut, text.rolesOut),
  ];
}
