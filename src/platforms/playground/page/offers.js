import { choiceOf, choicesOf } from "./chips.js";
import { addChip, changeChip, compose, composer, focusNext, startCommand, takeLineOver } from "./composer-state.js";
import { matching, pathOf, readLine } from "./line.js";
import { ask } from "./server.js";
import { state } from "./state.js";

/**
 * One line of the list above the composer.
 * @typedef {object} Offer
 * @property {string} label
 * @property {string} detail
 * @property {string} tag
 * @property {() => void} choose
 */

/** What the list offers at this moment; `title` names the list. @returns {{ title: string, offers: Offer[] }} */
export function currentOffers() {
  const { command, field, open, text } = composer;
  if (!open) return { title: "", offers: [] };
  if (!command) return text.startsWith("/") ? offersForLine(text) : { title: "", offers: [] };
  if (field === "tail")
    return { title: `Options of ${pathOf(command)}`, offers: offersOfOptions(command, taken(), text, addChip) };
  const chip = composer.chips.find(({ option }) => option.name === field);
  return chip ? offersForChip(chip) : { title: "", offers: [] };
}

/** Which line is highlighted when nothing was moved yet: the first, where Enter should take it. */
export function firstActive() {
  const { command, field, text } = composer;
  if (!command) return text.startsWith("/") && !readLine(state.commands, text) ? 0 : -1;
  if (field === "tail") return text.trim() === "" ? -1 : 0;
  const chip = composer.chips.find(({ option }) => option.name === field);
  return chip && choicesOf(chip.option).length > 0 && chip.text.trim() !== "" ? 0 : -1;
}

/** Asks the server for values while somebody types. @param {string} name @param {string} typed */
export function askForSuggestions(name, typed) {
  clearTimeout(timer);
  const { command } = composer;
  if (!command?.options.find((option) => option.name === name)?.suggests) return;
  timer = window.setTimeout(async () => {
    const asked = { kind: "suggest", command: command.command, subcommand: command.subcommand, option: name, typed };
    // Suggestions are a help: without them one goes on typing.
    const result = await ask(asked).catch(() => null);
    const chip = composer.chips.find(({ option }) => option.name === name);
    if (result?.kind === "suggestions" && composer.field === name && chip?.text === typed) {
      compose({ suggestions: result.suggestions });
    }
  }, 120);
}

let timer = 0;

/** @param {string} text */
function offersForLine(text) {
  const line = readLine(state.commands, text);
  if (line) {
    const given = new Set(Object.keys(line.values));
    const offers = line.inValue ? [] : offersOfOptions(line.command, given, line.word, takeLineOver);
    return { title: `Options of ${pathOf(line.command)}`, offers };
  }
  const offers = matching(state.commands, text).map((command) => ({
    label: pathOf(command),
    detail: command.description,
    tag: command.organisers ? "organisers" : "",
    choose: () => startCommand(command),
  }));
  return { title: "Commands", offers };
}

/**
 * @param {import("./state.js").DescribedCommand} command @param {ReadonlySet<string>} given @param {string} typed
 * @param {(name: string) => void} choose @returns {Offer[]}
 */
function offersOfOptions(command, given, typed, choose) {
  const wanted = typed.trim().toLowerCase();
  return command.options
    .filter(({ name }) => !given.has(name) && name.startsWith(wanted))
    .map(({ name, description, required }) => ({
      label: name,
      detail: description,
      tag: required ? "needed" : "",
      choose: () => choose(name),
    }));
}

/** @param {import("./chips.js").Chip} chip @returns {{ title: string, offers: Offer[] }} */
function offersForChip({ option, text }) {
  const typed = text.trim().toLowerCase();
  /** @type {readonly import("../../../chat/message.ts").Choice[]} */
  const all = option.suggests ? composer.suggestions : choicesOf(option);
  // A value that is there already is one to change: everything is offered again.
  const settled = !option.suggests && choiceOf(option, text);
  const fits =
    option.suggests || settled
      ? all
      : all.filter(({ label, value }) => `${label} ${value}`.toLowerCase().includes(typed));
  const offers = fits.map(({ value, label, description = "" }) => ({
    label,
    detail: description,
    tag: "",
    choose: () => {
      changeChip(option.name, { text: option.suggests ? value : label, checked: true });
      focusNext();
    },
  }));
  return { title: `Values for ${option.name}`, offers };
}

function taken() {
  return new Set(composer.chips.map(({ option }) => option.name));
}
