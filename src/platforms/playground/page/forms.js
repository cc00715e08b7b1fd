import { html, nothing } from "lit-html";
import { ifDefined } from "lit-html/directives/if-defined.js";
import { live } from "lit-html/directives/live.js";
import { closeOffers, isOffered, listIdOf, offersFor, offerWhileTyping, onOfferKey } from "./form-offers.js";
import { closeForm, setField, setFile, submitForm } from "./form-state.js";
import { icon } from "./icons.js";
import { listbox } from "./listbox.js";
import { state } from "./state.js";

/** @typedef {import("./state.js").OpenForm} OpenForm */
/** @typedef {import("../../../chat/message.ts").Field} Field */

/** A text that fills so much of what fits says how much. */
const NEARLY_FULL = 0.8;

/** The form that is open. @param {OpenForm} open */
export function formDialog(open) {
  const { form, problem, sending } = open;
  return html`
    <dialog class="dialog form" aria-labelledby="form-title" @cancel=${onCancel} data-modal>
      <form novalidate @submit=${onSubmit} aria-busy=${sending}>
        <header class="dialog-head">
          <h2 id="form-title">${form.title}</h2>
          <button type="button" class="icon-button" aria-label="Close the form" @click=${closeForm}>${icon("close")}</button>
        </header>
        <div class="dialog-body">
          ${problem ? html`<p class="problem" role="alert">${problem}</p>` : nothing}
          ${form.fields.map((field) => fieldRow(field, open))}
        </div>
        <footer class="dialog-foot">
          <p class="quiet">What you typed is kept if you close this.</p>
          <button type="button" class="button" @click=${closeForm}>Cancel</button>
          <button type="submit" class="button primary" aria-disabled=${sending}>
            ${sending ? html`<span class="spinner"></span> Sending…` : form.submit || "Send"}
          </button>
        </footer>
      </form>
    </dialog>`;
}

/** @param {Field} field @param {OpenForm} open */
function fieldRow(field, open) {
  const { id, label, hint, required, input } = field;
  const error = open.errors[id];
  const value = open.values[id] ?? "";
  const max = input.kind === "text" ? input.maxLength : 0;
  const length = [...value.trim()].length;
  const counted = input.kind === "text" && (input.multiline || length > max * NEARLY_FULL);
  return html`
    <div class="field ${error ? "wrong" : ""}">
      <label for="field-${id}">${label} ${required ? nothing : html`<span class="quiet">(optional)</span>`}</label>
      ${hint ? html`<p class="hint" id="hint-${id}">${hint}</p>` : nothing}
      ${control(field, open, describedBy(field, { wrong: Boolean(error), counted }))}
      <div class="field-foot">
        <p class="error" id="error-${id}" aria-live="polite">${error ?? ""}</p>
        ${counted ? html`<p class="counter ${length > max ? "over" : ""}" id="count-${id}">${inThousands(length)} of ${inThousands(max)}</p>` : nothing}
      </div>
    </div>`;
}

/** @param {Field} field @param {OpenForm} open @param {string} described */
function control({ id, label, required, input }, open, described) {
  const value = open.values[id] ?? "";
  const invalid = open.errors[id] ? "true" : "false";
  /** @param {Event} event */
  const onInput = (event) => setField(id, /** @type {HTMLInputElement} */ (event.target).value);
  switch (input.kind) {
    case "text":
      if (isOffered(id)) return offeredText(id, { label, value, invalid, described, required, onInput });
      return input.multiline
        ? html`<textarea id="field-${id}" rows=${rowsOf(input.maxLength)} dir="auto" .value=${live(value)} @input=${onInput} ?required=${required}
            aria-invalid=${invalid} aria-describedby=${described}></textarea>`
        : html`<input id="field-${id}" type="text" dir="auto" autocomplete="off" .value=${live(value)} @input=${onInput}
            ?required=${required} aria-invalid=${invalid} aria-describedby=${described}>`;
    case "whole-number":
      return html`<input id="field-${id}" type="text" inputmode="numeric" autocomplete="off" class="short"
        .value=${live(value)} @input=${onInput} ?required=${required} aria-invalid=${invalid}
        aria-describedby=${described} placeholder="${input.min} to ${input.max}">`;
    case "choice":
      return select(id, { value, invalid, described, required, onInput, choices: input.choices });
    case "channel": {
      const choices = state.channels.map((channel) => ({ value: channel.id, label: `#${channel.name}` }));
      return select(id, { value, invalid, described, required, onInput, choices });
    }
    case "role": {
      const choices = state.roles.map((role) => ({ value: role.id, label: `@${role.name}` }));
      return select(id, { value, invalid, described, required, onInput, choices });
    }
    case "attachment":
      return html`<input id="field-${id}" type="file" ?required=${required} aria-invalid=${invalid}
        aria-describedby=${ifDefined(described || undefined)} .files=${listOf(open.files[id])}
        @change=${(/** @type {Event} */ event) => setFile(id, /** @type {HTMLInputElement} */ (event.target).files?.[0])}>`;
  }
}

/**
 * A text for which the server offers values while somebody types.
 * @param {string} id
 * @param {{ label: string, value: string, invalid: string, described: string, required: boolean,
 *   onInput: (event: Event) => void }} about
 */
function offeredText(id, { label, value, invalid, described, required, onInput }) {
  const { offers, active } = offersFor(id);
  return html`
    <input id="field-${id}" type="text" dir="auto" autocomplete="off" .value=${live(value)} ?required=${required}
      role="combobox" aria-autocomplete="list" aria-expanded=${offers.length > 0} aria-controls=${listIdOf(id)}
      aria-activedescendant=${ifDefined(active >= 0 ? `${listIdOf(id)}-${active}` : undefined)}
      aria-invalid=${invalid} aria-describedby=${described} @blur=${closeOffers}
      @keydown=${(/** @type {KeyboardEvent} */ event) => onOfferKey(event, id)}
      @input=${(/** @type {Event} */ event) => {
        onInput(event);
        offerWhileTyping(id, /** @type {HTMLInputElement} */ (event.target).value);
      }}>
    ${listbox(`Values for ${label}`, offers, active, listIdOf(id))}`;
}

/**
 * @param {string} id
 * @param {{ value: string, invalid: string, described: string, required: boolean, onInput: (event: Event) => void,
 *   choices: readonly { value: string, label: string, description?: string }[] }} about
 */
function select(id, { value, invalid, described, required, onInput, choices }) {
  return html`
    <select id="field-${id}" @change=${onInput} ?required=${required} aria-invalid=${invalid}
      aria-describedby=${described}>
      <option value="" .selected=${value === ""}>${required ? "Choose one" : "Leave it open"}</option>
      ${choices.map(
        (choice) => html`<option value=${choice.value} .selected=${choice.value === value}>
          ${choice.label}${choice.description ? ` – ${choice.description}` : ""}
        </option>`,
      )}
    </select>`;
}

/** @param {Field} field @param {{ wrong: boolean, counted: boolean }} shown */
function describedBy({ id, hint }, { wrong, counted }) {
  return [hint && `hint-${id}`, counted && `count-${id}`, wrong && `error-${id}`].filter(Boolean).join(" ");
}

/** Room for what is expected; where the browser can, the field then grows with what stands in it. @param {number} max */
function rowsOf(max) {
  if (max > 1000) return 8;
  return max > 300 ? 5 : 3;
}

/** @param {number} count */
const inThousands = (count) => count.toLocaleString("en");

/** A file that was chosen, as the control holds it; null leaves the control as it is. @param {File | undefined} file */
function listOf(file) {
  if (!file) return null;
  const known = lists.get(file);
  if (known) return known;
  const transfer = new DataTransfer();
  transfer.items.add(file);
  lists.set(file, transfer.files);
  return transfer.files;
}

/** @type {WeakMap<File, FileList>} */
const lists = new WeakMap();

/** @param {Event} event */
function onSubmit(event) {
  event.preventDefault();
  void submitForm();
}

/** @param {Event} event */
function onCancel(event) {
  if (event.target !== event.currentTarget) return;
  event.preventDefault();
  closeForm();
}
