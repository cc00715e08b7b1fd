import { choiceOf, problemOf } from "./chips.js";
import {
  addChip,
  changeChip,
  compose,
  composer,
  focusField,
  focusNext,
  leaveCommand,
  removeChip,
  sendComposer,
} from "./composer-state.js";
import { pathOf } from "./line.js";
import { askForSuggestions, currentOffers, firstActive } from "./offers.js";
import { state } from "./state.js";

/** @param {InputEvent} event */
export function onTextInput(event) {
  const text = /** @type {HTMLInputElement} */ (event.target).value;
  // "category:" typed by hand is the same as choosing it.
  const named = /^([\w-]+):$/.exec(text.trim())?.[1]?.toLowerCase();
  if (composer.command && named && composer.command.options.some(({ name }) => name === named)) return addChip(named);
  compose({ text, open: true });
  compose({ active: firstActive() });
}

/** @param {string} name @param {InputEvent} event */
export function onChipInput(name, event) {
  const text = /** @type {HTMLInputElement} */ (event.target).value;
  const chip = composer.chips.find(({ option }) => option.name === name);
  if (!chip) return;
  const typed = text.trim();
  const { kind } = chip.option;
  const done = kind === "whole-number" ? problemOf({ ...chip, text }) === "" : choiceOf(chip.option, typed);
  if (text.endsWith(" ") && typed !== "" && kind !== "text" && done) {
    changeChip(name, { text: choiceOf(chip.option, typed)?.label ?? typed, checked: true });
    return focusNext();
  }
  changeChip(name, { text });
  compose({ open: true, field: name });
  compose({ active: firstActive() });
  askForSuggestions(name, text);
}

/** @param {string} field */
export function onFocus(field) {
  if (composer.field !== field) compose({ field, open: true, active: -1, suggestions: [] });
  const chip = composer.chips.find(({ option }) => option.name === field);
  if (chip) askForSuggestions(field, chip.text);
}

/** @param {string} field */
export function onBlur(field) {
  const chip = composer.chips.find(({ option }) => option.name === field);
  if (chip && (chip.text.trim() !== "" || chip.checked)) changeChip(field, { checked: true });
  if (composer.field === field) compose({ open: false });
}

/** @param {KeyboardEvent} event */
export function onKey(event) {
  if (event.isComposing) return;
  const { offers } = currentOffers();
  const { field, command } = composer;
  const active = Math.min(composer.active, offers.length - 1);
  const multiline = event.target instanceof HTMLTextAreaElement;
  switch (event.key) {
    case "ArrowDown":
    case "ArrowUp": {
      if (offers.length === 0) {
        if (!multiline) compose({ open: true });
        return;
      }
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      const from = active < 0 && step < 0 ? 0 : active;
      return compose({ active: (from + step + offers.length) % offers.length });
    }
    case "Enter":
      if (event.shiftKey) return;
      event.preventDefault();
      if (isWhole()) return void sendComposer();
      if (offers[active]) return offers[active].choose();
      if (field !== "text" && field !== "tail" && hasMore()) return focusNext();
      return void sendComposer();
    case "Tab": {
      if (event.shiftKey) return;
      const chosen = offers[active];
      if (!chosen) return;
      event.preventDefault();
      return chosen.choose();
    }
    case "Escape":
      if (offers.length > 0) event.preventDefault();
      if (offers.length > 0) return compose({ open: false, active: -1 });
      return command ? leaveCommand() : undefined;
    case "Backspace":
      return onBackspace(event);
    default:
      return;
  }
}

/** @param {KeyboardEvent} event */
function onBackspace(event) {
  const { value } = /** @type {HTMLInputElement} */ (event.target);
  if (value !== "" || !composer.command) return;
  event.preventDefault();
  const last = composer.chips.at(-1);
  if (composer.field !== "tail") removeChip(composer.field);
  else if (last) focusField(last.option.name);
  else leaveCommand();
}

/** A command that is typed out and needs nothing more: Enter sends it, as in any chat. */
function isWhole() {
  if (composer.command) return false;
  const typed = composer.text.trim().toLowerCase();
  const command = state.commands.find((one) => pathOf(one) === typed);
  return command !== undefined && !command.options.some(({ required }) => required);
}

function hasMore() {
  return composer.chips.some(
    (chip) => chip.option.required && problemOf(chip) !== "" && chip.option.name !== composer.field,
  );
}
