import { html, nothing } from "lit-html";
import { ifDefined } from "lit-html/directives/if-defined.js";
import { live } from "lit-html/directives/live.js";
import { repeat } from "lit-html/directives/repeat.js";
import { choicesOf, problemOf, rangeOf } from "./chips.js";
import { onBlur, onChipInput, onFocus, onKey, onTextInput } from "./composer-keys.js";
import {
  attach,
  compose,
  composer,
  focusField,
  idOf,
  leaveCommand,
  removeChip,
  sendComposer,
} from "./composer-state.js";
import { icon } from "./icons.js";
import { pathOf } from "./line.js";
import { LIST, listbox } from "./listbox.js";
import { currentOffers } from "./offers.js";
import { state } from "./state.js";
import { titleOf } from "./visit.js";

/** Where one types: a line, or a command put together from its options. */
export function composerBar() {
  const { title, offers } = currentOffers();
  const active = Math.min(composer.active, offers.length - 1);
  const shown = { expanded: offers.length > 0, active };
  return html`
    <form class="composer" @submit=${onSubmit} @keydown=${onKey}>
      ${listbox(title, offers, active)}
      <div class="composer-box ${composer.command ? "with-command" : ""}">
        ${composer.command ? commandFields(shown) : textField(shown)}
        <button class="send" aria-label="Send">${icon("send")}</button>
      </div>
      ${hint()}
    </form>`;
}

/** @typedef {{ expanded: boolean, active: number }} Shown */

/** @param {Shown} shown */
function textField(shown) {
  const direct = state.channel.startsWith("dm-");
  return html`
    <button type="button" class="icon-button slash" aria-label="Show the commands" @click=${showCommands}>/</button>
    <label class="visually-hidden" for="composer-text">Message ${titleOf(state.channel)}</label>
    ${comboField("text", shown, direct ? "Type / for a command" : "Type / or write a message")}`;
}

/** @param {Shown} shown */
function commandFields(shown) {
  const { command, chips } = composer;
  if (!command) return nothing;
  const left = command.options.length - chips.length;
  return html`
    <div class="chips" role="group" aria-label="The command ${pathOf(command)}">
      <span class="chip command">
        ${pathOf(command)}
        <button type="button" class="chip-close" aria-label="Leave ${pathOf(command)}" @click=${leaveCommand}>${icon("close")}</button>
      </span>
      ${repeat(
        chips,
        ({ option }) => option.name,
        (chip) => chipField(chip, shown),
      )}
      <label class="visually-hidden" for="composer-tail">More options of ${pathOf(command)}</label>
      ${comboField("tail", shown, left > 0 ? "+ option" : "")}
    </div>`;
}

/** @param {import("./chips.js").Chip} chip @param {Shown} shown */
function chipField(chip, shown) {
  const { option, text, file } = chip;
  const { name, kind, required } = option;
  const problem = chip.checked && problemOf(chip) !== "";
  return html`
    <span class="chip ${problem ? "wrong" : ""} ${option.multiline ? "wide" : ""}">
      <label for=${idOf(name)}>${name}</label>
      ${
        kind === "attachment"
          ? html`
            <input id=${idOf(name)} type="file" class="visually-hidden" aria-describedby="composer-hint"
              aria-invalid=${problem} @focus=${() => onFocus(name)} @change=${(/** @type {Event} */ event) =>
                attach(name, /** @type {HTMLInputElement} */ (event.target).files?.[0])}>
            <label class="chip-file" for=${idOf(name)}>${file?.name ?? "Choose a file"}</label>`
          : option.multiline
            ? html`<textarea id=${idOf(name)} rows="1" .value=${live(text)} aria-invalid=${problem} aria-describedby="composer-hint"
              @input=${(/** @type {InputEvent} */ event) => onChipInput(name, event)}
              @focus=${() => onFocus(name)} @blur=${() => onBlur(name)}></textarea>`
            : chipInput(chip, shown, problem)
      }
      ${
        required
          ? nothing
          : html`<button type="button" class="chip-close" aria-label="Remove ${name}" @click=${() => removeChip(name)}>
            ${icon("close")}
          </button>`
      }
    </span>`;
}

/** @param {import("./chips.js").Chip} chip @param {Shown} shown @param {boolean} problem */
function chipInput({ option, text }, shown, problem) {
  const { name, kind, suggests } = option;
  const listed = suggests || choicesOf(option).length > 0;
  const expanded = shown.expanded && composer.field === name;
  return html`
    <input id=${idOf(name)} type="text" autocomplete="off" spellcheck="false" .value=${live(text)}
      size=${Math.min(40, Math.max(6, text.length + 1))} inputmode=${kind === "whole-number" ? "numeric" : "text"}
      role=${ifDefined(listed ? "combobox" : undefined)}
      aria-autocomplete=${ifDefined(listed ? "list" : undefined)}
      aria-expanded=${ifDefined(listed ? String(expanded) : undefined)}
      aria-controls=${ifDefined(listed ? LIST : undefined)}
      aria-activedescendant=${ifDefined(expanded && shown.active >= 0 ? `${LIST}-${shown.active}` : undefined)}
      aria-invalid=${problem} aria-describedby="composer-hint"
      @input=${(/** @type {InputEvent} */ event) => onChipInput(name, event)}
      @focus=${() => onFocus(name)} @blur=${() => onBlur(name)}>`;
}

/** @param {"text" | "tail"} field @param {Shown} shown @param {string} placeholder */
function comboField(field, shown, placeholder) {
  const expanded = shown.expanded && composer.field === field;
  return html`
    <input id=${idOf(field)} class="composer-input" type="text" autocomplete="off" .value=${live(composer.text)}
      placeholder=${placeholder} role="combobox" aria-autocomplete="list" aria-expanded=${expanded} aria-controls=${LIST}
      aria-activedescendant=${ifDefined(expanded && shown.active >= 0 ? `${LIST}-${shown.active}` : undefined)}
      aria-describedby="composer-hint" enterkeyhint="send"
      @input=${onTextInput} @focus=${() => onFocus(field)} @blur=${() => onBlur(field)}>`;
}

/** What the field in focus takes, and what is wrong with it. */
function hint() {
  const chip = composer.chips.find(({ option }) => option.name === composer.field);
  const problem = chip?.checked ? problemOf(chip) : "";
  const keys = composer.command ? "Enter sends, Escape goes back to typing." : "";
  const range = chip && !problem ? rangeOf(chip.option) : "";
  const about = [chip?.option.description ?? composer.command?.description ?? "", range];
  return html`
    <p class="composer-hint" id="composer-hint">
      ${problem ? html`<span class="error" role="alert">${problem}</span>` : nothing}
      <span>${about.filter(Boolean).map(sentence).join(" ")} <span class="keys">${keys}</span></span>
    </p>`;
}

/** @param {string} text */
const sentence = (text) => (/[.?!]$/.test(text) ? text : `${text}.`);

/** @param {Event} event */
function onSubmit(event) {
  event.preventDefault();
  void sendComposer();
}

function showCommands() {
  compose({ text: "/" });
  focusField("text");
  compose({ active: 0 });
}
