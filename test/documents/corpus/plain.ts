import type { CorpusResume } from "./index.ts";
import { type Layout, runningHeader, set } from "./layouts.ts";

/** As people paste it: no type, no positions, gaps of spaces. */
export function writeText(resume: CorpusResume, layout: Layout, variant: number): Uint8Array {
  const { side, main } = set(resume, { ...layout, sidebar: false }, variant);
  const lines = [...main, ...side].map(({ kind, text, aside }) => {
    if (kind === "heading") return `\n${text}\n`;
    if (kind === "bullet") return `${layout.bullet} ${text}`;
    return kind === "pair" ? `${text}      ${aside ?? ""}` : text;
  });
  return new TextEncoder().encode((layout.running ? `${runningHeader(resume)}\n` : "") + lines.join("\n"));
}
