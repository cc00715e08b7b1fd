import { html, nothing } from "lit-html";
import { repeat } from "lit-html/directives/repeat.js";
import { buttonRow, selectRow } from "./controls.js";
import { fileAddress, fileCard, imagePreview } from "./files.js";
import { isPoint, written } from "./written.js";

/** @typedef {import("../render.ts").DrawnBlock} DrawnBlock */

/**
 * The blocks of a message. A block keeps its place in the page when the message is edited, so that focus stays where it
 * is: the second row of buttons stays the second row of buttons.
 * @param {readonly DrawnBlock[]} blocks @param {string} messageId
 */
export function drawBlocks(blocks, messageId) {
  /** @type {Record<string, number>} */
  const seen = {};
  const numbered = blocks.map((block) => {
    seen[block.kind] = (seen[block.kind] ?? 0) + 1;
    return { block, key: `${block.kind}-${seen[block.kind]}` };
  });
  return repeat(
    numbered,
    ({ key }) => key,
    ({ block }) => drawBlock(block, messageId),
  );
}

/** A value of a field that is longer has a line of its own. */
const LONG_VALUE = 30;

/** @param {DrawnBlock} block @param {string} messageId */
function drawBlock(block, messageId) {
  switch (block.kind) {
    case "heading":
      return html`<h3 class="block heading">${block.text}</h3>`;
    case "text":
      return html`<p class="block text ${isPoint(block.text) ? "point" : ""}">${written(block.text)}</p>`;
    case "quote":
      return html`<blockquote class="block">${written(block.text)}</blockquote>`;
    case "note":
      return html`<p class="block note">${written(block.text)}</p>`;
    case "fields":
      return html`
        <dl class="block fields">
          ${block.fields.map(
            ({ label, value }) => html`
              <div class=${value.length > LONG_VALUE ? "long" : ""}><dt>${label}</dt><dd>${value}</dd></div>`,
          )}
        </dl>`;
    case "table":
      return drawTable(block);
    case "bars":
      return html`
        <figure class="block bars">
          <figcaption>${block.caption}</figcaption>
          <ul>
            ${block.bars.map(
              ({ label, share, text }) => html`
                <li>
                  <span class="bar-label">${label}</span>
                  <meter min="0" max="1" value=${Math.min(1, Math.max(0, share))} aria-label=${label}>${text}</meter>
                  <span class="bar-text">${text}</span>
                </li>`,
            )}
          </ul>
        </figure>`;
    case "chart":
      return drawChart(block);
    case "ranges":
      return drawRanges(block);
    case "buttons":
      return buttonRow(block.buttons, messageId);
    case "select":
      return selectRow(block, messageId);
    case "image":
      return html`<div class="block">${imagePreview(block)}</div>`;
    case "file":
      return html`<div class="block">${fileCard(block)}</div>`;
    case "divider":
      return html`<hr class="block">`;
    default:
      return nothing;
  }
}

/** @param {Extract<DrawnBlock, { kind: "table" }>} table */
function drawTable({ caption, columns, rows }) {
  const align = (/** @type {number} */ index) => (columns[index]?.align === "right" ? "right" : "left");
  return html`
    <div class="block table-scroll" role="group" aria-label=${caption} tabindex="0">
      <table>
        <caption>${caption}</caption>
        <thead>
          <tr>${columns.map(({ label }, index) => html`<th scope="col" class=${align(index)}>${label}</th>`)}</tr>
        </thead>
        <tbody>
          ${rows.map((row) => html`<tr>${row.map((cell, index) => html`<td class=${align(index)}>${cell}</td>`)}</tr>`)}
        </tbody>
      </table>
    </div>`;
}

/** @param {Extract<DrawnBlock, { kind: "ranges" }>} ranges */
function drawRanges({ title, unit, names, rows, alt, fileId }) {
  const labels = [names.min, names.median, names.max];
  const columns = [{ label: names.row }, ...labels.map((label) => ({ label, align: /** @type {const} */ ("right") }))];
  const cells = rows.map(({ label, min, median, max }) => [
    label,
    ...[min, median, max].map((one) => digits.format(one)),
  ]);
  const numbers = drawTable({ kind: "table", caption: `${title} (${unit})`, columns, rows: cells });
  return figure({ title, alt, fileId }, numbers);
}

const digits = new Intl.NumberFormat("en", { maximumFractionDigits: 6 });

/** @param {Extract<DrawnBlock, { kind: "chart" }>} chart */
function drawChart({ title, unit, points, alt, fileId }) {
  const columns = [{ label: "" }, { label: unit, align: /** @type {const} */ ("right") }];
  const rows = points.map(({ label, value }) => [label, String(value)]);
  const numbers = drawTable({ kind: "table", caption: title, columns: columns.with(0, { label: "When" }), rows });
  return figure({ title, alt, fileId }, numbers);
}

/**
 * @param {{ title: string, alt: string, fileId: string | null }} picture
 * @param {import("lit-html").TemplateResult} numbers
 */
function figure({ title, alt, fileId }, numbers) {
  return html`
    <figure class="block chart">
      <figcaption class=${fileId ? "visually-hidden" : ""}>${title}</figcaption>
      ${fileId ? html`<img src=${fileAddress(fileId)} alt=${alt}>` : html`<p class="text">${alt}</p>`}
      <details ?open=${!fileId}><summary>Numbers</summary>${numbers}</details>
    </figure>`;
}
