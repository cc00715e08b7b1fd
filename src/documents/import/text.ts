import { type Line, type Lines, tidy, withoutBullet } from "./line.ts";

/** Plain text: empty lines are space, several spaces or a tab are a gap, rules of dashes are nothing. */
export function readTextLines(text: string): Lines {
  const lines: Line[] = [];
  let apart = true;
  const raws = text.split(/\r\n?|\n|\f/).slice(0, 5_000);
  for (const raw of raws) {
    const cells = raw
      .trim()
      .split(/\t+| {3,}/)
      .map(tidy)
      .filter(Boolean);
    if (cells.length === 0 || /^[\s=_*~#-]+$/.test(raw)) {
      apart = true;
      continue;
    }
    const first = withoutBullet((cells[0] ?? "").replace(/^#{1,6}\s+/, "").replaceAll("**", ""));
    const own = [first.text, ...cells.slice(1)];
    const indent = (/^\s*/.exec(raw)?.[0].replaceAll("\t", "    ").length ?? 0) * 5;
    const before = lines.at(-1);
    // Mail programs break lines at 72 or 76 letters; the rest of a bullet is set under its text.
    if (before?.bullet && !apart && !first.bullet && cells.length === 1 && indent > before.indent) {
      const joined = `${before.text} ${first.text}`;
      lines[lines.length - 1] = { ...before, text: joined, cells: [joined] };
    } else {
      lines.push({
        text: own.join("\t"),
        cells: own,
        bullet: first.bullet,
        size: 0,
        indent,
        heading: /^#{1,3}\s/.test(raw),
        apart,
      });
    }
    apart = false;
  }
  return { lines, links: [], hiddenText: false, inColumns: false };
}
