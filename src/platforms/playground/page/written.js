import { html } from "lit-html";

/** @typedef {import("../render.ts").DrawnInline} DrawnInline */

/** How a line of a list begins, or one of a comparison. */
const POINT = /^(?:[•·*–+~−-]|\d{1,3}[.)])\s+/u;

/** What the marks of a comparison look like; their words stand beside them. @type {Readonly<Record<string, string>>} */
const COMPARED = { "+": "added", "~": "changed", "−": "gone" };

/**
 * What stands in a text. Lines of a list hang: what does not fit goes on below their words and not below the mark.
 * @param {readonly DrawnInline[]} parts
 */
export function written(parts) {
  const lines = linesOf(parts);
  if (!lines.some(isPoint)) return inline(parts);
  // The line break stands inside of what hangs: between two blocks it would be an empty line.
  return lines.map((line, index) => {
    const end = index + 1 < lines.length ? "\n" : "";
    return isPoint(line) ? html`<span class="hanging" dir="auto">${point(line)}${end}</span>` : [inline(line), end];
  });
}

/** @param {readonly DrawnInline[]} parts */
function point([first = { text: "" }, ...rest]) {
  const [mark = ""] = POINT.exec(first.text) ?? [];
  const begun = { ...first, text: first.text.slice(mark.length) };
  return [
    html`<span class="mark ${COMPARED[mark.trim()] ?? ""}">${inline([{ ...first, text: mark }])}</span>`,
    inline([begun, ...rest]),
  ];
}

/** Whether it is a line of a list. @param {readonly DrawnInline[]} parts */
export function isPoint([first]) {
  return first !== undefined && POINT.test(first.text);
}

/** @param {readonly DrawnInline[]} parts @returns {DrawnInline[][]} */
function linesOf(parts) {
  /** @type {DrawnInline[][]} */
  const lines = [[]];
  for (const part of parts) {
    for (const [index, text] of part.text.split("\n").entries()) {
      if (index > 0) lines.push([]);
      if (text !== "") lines.at(-1)?.push({ ...part, text });
    }
  }
  return lines;
}

/** Text nodes only: what somebody wrote can neither format nor run. @param {readonly DrawnInline[]} parts */
function inline(parts) {
  return parts.map(({ text, mark, time }) => {
    if (time) return html`<time datetime=${time}>${moment.format(new Date(time))}</time>`;
    if (mark === "bold") return html`<strong>${text}</strong>`;
    if (mark === "italic") return html`<em>${text}</em>`;
    return mark === "code" ? html`<code>${text}</code>` : text;
  });
}

/** In the reader's own zone, and which one that is. */
const moment = new Intl.DateTimeFormat(undefined, {
  weekday: "long",
  day: "numeric",
  month: "long",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  timeZoneName: "short",
});
