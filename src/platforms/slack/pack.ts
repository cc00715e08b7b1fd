import { shorten } from "#src/chat/message.ts";
import { LIMITS } from "./limits.ts";
import type { Part, SlackBlock, Surface, Unit } from "./render.ts";
import { escape } from "./text.ts";

/** A response_url is good for five messages, and one is kept for a second try. */
const MOST_PARTS = 4;

interface Packing {
  readonly summary: string;
  readonly kind: Surface["kind"];
  /** Messages at most, where it is not as many as a response_url takes. */
  readonly most?: number;
  /** Says where the whole is, in place of what does not fit. */
  readonly left: Unit;
}

/** Units into as few messages as they need. Not complete: what is left out must come as a file. */
export function pack(
  units: readonly Unit[],
  { summary, kind, most = kind === "view" ? 1 : MOST_PARTS, left }: Packing,
): { parts: [Part, ...Part[]]; complete: boolean } {
  const limits = LIMITS[kind];
  const groups = group(units.map(measure), limits);
  const complete = groups.length <= most;
  const kept = complete ? groups : cut(groups, { most, left: measure(left), limits });
  const parts = kept.map((group) =>
    toPart(
      group.map(({ unit }) => unit),
      summary,
    ),
  );
  return { parts: [parts[0] ?? toPart([], summary), ...parts.slice(1)], complete };
}

interface Size {
  readonly blocks: number;
  readonly characters: number;
}

/** What a unit takes, with charts and tables or without, whichever is more. */
interface Measured extends Size {
  readonly unit: Unit;
}

function measure(unit: Unit): Measured {
  const { blocks, plainer = [] } = unit;
  return {
    unit,
    blocks: Math.max(blocks.length, plainer.length),
    characters: Math.max(weigh(blocks), weigh(plainer)),
  };
}

/** Of what does not fit the buttons stay, below as much as fits in one with them. */
function cut(
  groups: readonly (readonly Measured[])[],
  { most, left, limits }: { most: number; left: Measured; limits: Size },
): Measured[][] {
  const rest = groups.slice(most - 1).flat();
  const pressed = group([left, ...rest.filter(({ unit }) => unit.pressed)], limits)[0] ?? [];
  const head = rest.filter(({ unit }) => !unit.pressed);
  const fit = head.findIndex((_, index) => !fits([...pressed, ...head.slice(0, index + 1)], limits));
  const kept = fit < 0 ? head : head.slice(0, fit);
  return [...groups.slice(0, most - 1).map((units) => [...units]), [...kept, ...pressed]];
}

function group(units: readonly Measured[], limits: Size): Measured[][] {
  const groups: Measured[][] = [];
  for (const unit of units) {
    const current = groups.at(-1);
    if (!current) groups.push([unit]);
    else if (fits([...current, unit], limits)) current.push(unit);
    else groups.push([...headings(current), unit]);
  }
  return groups;
}

/** Takes the headings from the end of a message: they belong to what comes next. */
function headings(units: Measured[]): Measured[] {
  const from = units.findLastIndex(({ unit }) => unit.blocks[0]?.type !== "header") + 1;
  return from === 0 ? [] : units.splice(from);
}

function fits(units: readonly Size[], most: Size): boolean {
  let [blocks, characters] = [0, 0];
  for (const unit of units) {
    blocks += unit.blocks;
    characters += unit.characters;
  }
  return blocks <= most.blocks && characters <= most.characters;
}

function toPart(units: readonly Unit[], summary: string): Part {
  const text = escape(shorten(summary.trim() || "–", LIMITS.message.summary));
  const blocks = units.flatMap((unit) => unit.blocks);
  if (!units.some((unit) => unit.plainer)) return { text, blocks };
  return { text, blocks, plainer: units.flatMap((unit) => unit.plainer ?? unit.blocks) };
}

const weigh = (blocks: readonly SlackBlock[]): number => JSON.stringify(blocks).length + 20;
