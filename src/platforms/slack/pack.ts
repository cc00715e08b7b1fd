import { shorten } from "#src/chat/message.ts";
import { LIMITS } from "./limits.ts";
import type { Part, SlackBlock, Surface, Unit } from "./render.ts";
import { escape } from "./text.ts";

/** A response_url is good for five messages, and one is kept for a second try. */
const MOST_PARTS = 4;

/** Units into as few messages as they need. Not complete: what is left out must come as a file. */
export function pack(
  units: readonly Unit[],
  summary: string,
  kind: Surface["kind"],
): { parts: [Part, ...Part[]]; complete: boolean } {
  const { blocks, characters } = LIMITS[kind];
  const most = kind === "view" ? 1 : MOST_PARTS;
  const groups = group(units, { blocks, characters });
  const complete = groups.length <= most;
  const kept = complete
    ? groups
    : [...groups.slice(0, most - 1), ...group(last(groups.slice(most - 1), most), { blocks, characters }).slice(0, 1)];
  const parts = kept.map((unit) => toPart(unit, summary));
  return { parts: [parts[0] ?? toPart([], summary), ...parts.slice(1)], complete };
}

/** Of what does not fit, the buttons stay; in a view, which is one, as much before them as fits. */
function last(groups: readonly (readonly Unit[])[], most: number): Unit[] {
  const rest = groups.flat();
  const pressed = rest.filter((unit) => unit.pressed);
  if (most > 1) return pressed.length > 0 ? pressed : [...(groups[0] ?? [])];
  const head = (groups[0] ?? []).filter((unit) => !unit.pressed);
  return [...head.slice(0, Math.max(1, Math.floor(head.length / 2))), ...pressed];
}

function group(units: readonly Unit[], most: { blocks: number; characters: number }): Unit[][] {
  const groups: Unit[][] = [];
  let count = 0;
  let weight = 0;
  for (const unit of units) {
    const ownCount = Math.max(unit.blocks.length, unit.plainer?.length ?? 0);
    const ownWeight = Math.max(weigh(unit.blocks), weigh(unit.plainer ?? []));
    const current = groups.at(-1);
    if (!current || count + ownCount > most.blocks || weight + ownWeight > most.characters) {
      groups.push([unit]);
      count = ownCount;
      weight = ownWeight;
    } else {
      current.push(unit);
      count += ownCount;
      weight += ownWeight;
    }
  }
  return groups;
}

function toPart(units: readonly Unit[], summary: string): Part {
  const text = escape(shorten(summary.trim() || "–", LIMITS.message.summary));
  const blocks = units.flatMap((unit) => unit.blocks);
  if (!units.some((unit) => unit.plainer)) return { text, blocks };
  return { text, blocks, plainer: units.flatMap((unit) => unit.plainer ?? unit.blocks) };
}

const weigh = (blocks: readonly SlackBlock[]): number => JSON.stringify(blocks).length + 20;
