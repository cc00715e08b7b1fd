import { html, nothing } from "lit-html";
import { press } from "./press.js";
import { state } from "./state.js";

/** @typedef {import("../render.ts").DrawnButton} DrawnButton */

/** @param {readonly DrawnButton[]} buttons @param {string} messageId */
export function buttonRow(buttons, messageId) {
  return html`<div class="block button-row">${buttons.map((button) => drawButton(button, messageId))}</div>`;
}

/**
 * With its own button to send it: a closed list changes with every arrow key, which must not be an answer each time.
 * @param {Extract<import("../render.ts").DrawnBlock, { kind: "select" }>} select @param {string} messageId
 */
export function selectRow({ label, to, options, chosen }, messageId) {
  const working = state.busy.get(messageId);
  const mine = working?.to === to;
  const id = `select-${messageId}-${to}`;
  /** @param {SubmitEvent} event */
  const onSubmit = (event) => {
    event.preventDefault();
    const { value } = /** @type {HTMLFormElement} */ (event.currentTarget).querySelector("select") ?? { value: "" };
    if (value !== "") void press(messageId, to, value);
  };
  return html`
    <form class="block select-row" @submit=${onSubmit}>
      <div>
        <label for=${id}>${label}</label>
        <select id=${id} data-to=${to} required>
          ${chosen === "" ? html`<option value="">Choose one</option>` : nothing}
          ${options.map(
            ({ value, label: name, description }) => html`
              <option value=${value} ?selected=${value === chosen}>${description ? `${name} – ${description}` : name}</option>`,
          )}
        </select>
      </div>
      <button class="button" data-to="${to} send" aria-disabled=${Boolean(working)} aria-label="Choose: ${label}">
        ${mine ? spinner() : nothing} Choose
      </button>
    </form>`;
}

/** @param {DrawnButton} button @param {string} messageId */
function drawButton(button, messageId) {
  if ("href" in button) {
    return html`<a class="button" href=${button.href} target="_blank" rel="noopener noreferrer">
      ${button.label}<span class="visually-hidden"> (opens in a new tab)</span></a>`;
  }
  const { label, to, style, disabled } = button;
  const working = state.busy.get(messageId);
  const mine = working?.to === to;
  /** @param {MouseEvent} event */
  const onClick = (event) => {
    // The second click of a double click may land on what the first one has just put there.
    if (disabled || working || event.detail > 1) return;
    void press(messageId, to);
  };
  // aria-disabled, not disabled: a button that cannot be pressed any more keeps the focus of who pressed it.
  return html`
    <button class="button ${style}" data-to=${to} aria-disabled=${disabled || Boolean(working)}
      ?data-working=${mine} @click=${onClick} @keydown=${ignoreRepeat}>
      ${mine ? spinner() : nothing}<span>${label}</span>
    </button>`;
}

const spinner = () => html`<span class="spinner"></span><span class="visually-hidden">Working: </span>`;

/** A key that is held down presses once. @param {KeyboardEvent} event */
function ignoreRepeat(event) {
  if (event.repeat && (event.key === "Enter" || event.key === " ")) event.preventDefault();
}
