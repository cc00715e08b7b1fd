import { choiceOf, newChip, problemOf, sentValue } from "./chips.js";
import { keepLine, keptLine } from "./kept.js";
import { pathOf, readLine, writeLine } from "./line.js";
import { send, showProblem } from "./press.js";
import { upload } from "./server.js";
import { redraw, state } from "./state.js";

/**
 * @typedef {import("./chips.js").Chip} Chip
 * @typedef {import("./state.js").DescribedCommand} DescribedCommand
 * @typedef {import("../../../chat/message.ts").Choice} Choice
 *
 * @typedef {object} Composer
 * @property {string} text What is typed while no command is chosen, or after the last chip.
 * @property {DescribedCommand | null} command
 * @property {readonly Chip[]} chips
 * @property {string} field Which field has the focus: "text", "tail" or the name of an option.
 * @property {boolean} open The list above is wanted.
 * @property {number} active The line of the list that is highlighted; -1: none.
 * @property {readonly Choice[]} suggestions From the server, for the field in focus.
 */

/** @type {Readonly<Composer>} */
const EMPTY = { text: "", command: null, chips: [], field: "text", open: false, active: -1, suggestions: [] };

/** @type {Readonly<Composer>} */
export let composer = { ...EMPTY };

/** @param {Partial<Composer>} patch */
export function compose(patch) {
  composer = { ...composer, ...patch };
  keepLine(toKept(composer));
  redraw();
}

/** Puts back what stood in the message box when the page was left. */
export function bringBackKept() {
  const kept = keptLine();
  if (kept) bringBackLine(kept);
}

/** False where something else stands there already. @param {import("./kept.js").KeptLine} line */
export function bringBackLine({ text, command: path, chips: kept }) {
  if (composer.text !== "" || composer.command) return false;
  const command = state.commands.find((one) => pathOf(one) === path) ?? null;
  const options = command?.options.filter(({ name }) => name in kept) ?? [];
  const chips = options.map((option) => ({ ...newChip(option), ...kept[option.name] }));
  compose({ ...EMPTY, text, command, chips, field: command ? "tail" : "text" });
  return true;
}

/** Puts a command together from chips: those that are needed stand there at once.
 * @param {DescribedCommand} command @param {Readonly<Record<string, string>>} [values] */
export function startCommand(command, values = {}) {
  const chips = command.options
    .filter(({ name, required }) => required || name in values)
    .map((option) => newChip(option, labelFor(option, values[option.name] ?? "")));
  compose({ ...EMPTY, command, chips, field: "tail", open: true });
  focusNext();
}

/** @param {string} name @param {string} [text] */
export function addChip(name, text = "") {
  const option = composer.command?.options.find((one) => one.name === name);
  if (!option || composer.chips.some((chip) => chip.option === option)) return;
  compose({ chips: [...composer.chips, newChip(option, text)], text: "", suggestions: [] });
  focusField(name);
}

/** @param {string} name @param {Partial<Chip>} patch */
export function changeChip(name, patch) {
  compose({ chips: composer.chips.map((chip) => (chip.option.name === name ? { ...chip, ...patch } : chip)) });
}

/** @param {string} name */
export function removeChip(name) {
  const index = composer.chips.findIndex(({ option }) => option.name === name);
  if (composer.chips[index]?.option.required) return;
  compose({ chips: composer.chips.filter((_, at) => at !== index), suggestions: [] });
  focusField("tail");
}

/** Back to a typed line that says the same. */
export function leaveCommand() {
  const { command, chips } = composer;
  if (!command) return;
  const line = writeLine(
    command,
    chips.map(({ option, text }) => ({ name: option.name, value: text.trim() })),
  );
  compose({ ...EMPTY, text: chips.some(({ text }) => text.trim()) ? `${line} ` : "" });
  focusField("text");
}

/** To the first field that is still needed, or behind the last. */
export function focusNext() {
  const empty = composer.chips.find((chip) => chip.text.trim() === "" && !chip.file && chip.option.required);
  focusField(empty?.option.name ?? "tail");
}

/** @param {string} field */
export function focusField(field) {
  compose({ field, open: true, active: -1, suggestions: [] });
  // After it has been drawn.
  queueMicrotask(() => queueMicrotask(() => document.getElementById(idOf(field))?.focus()));
}

/** @param {string} field */
export const idOf = (field) => (field === "text" || field === "tail" ? `composer-${field}` : `option-${field}`);

/** To wherever something is typed. */
export function focusComposer() {
  focusField(composer.command ? "tail" : "text");
}

/** @param {string} name @param {File | undefined} file */
export async function attach(name, file) {
  if (!file) return;
  try {
    changeChip(name, { file: await upload(file), checked: true });
  } catch (error) {
    showProblem(error);
  }
}

/** Sends what stands there. What could not be sent comes back. */
export async function sendComposer() {
  const sent = composer;
  const asked = sent.command ? readCommand(sent.command) : readText(sent.text);
  if (!asked) return;
  compose(EMPTY);
  focusField("text");
  compose({ open: false });
  const line = toKept(sent);
  if ((await send(asked, line ?? undefined)) || composer.text !== "" || composer.command) return;
  compose({ ...sent, open: false });
}

/** @param {DescribedCommand} command */
function readCommand({ command, subcommand }) {
  const wrong = composer.chips.find((chip) => problemOf(chip) !== "");
  if (wrong) {
    compose({ chips: composer.chips.map((chip) => ({ ...chip, checked: true })) });
    focusField(wrong.option.name);
    return;
  }
  const options = Object.fromEntries(
    composer.chips.map((chip) => [chip.option.name, sentValue(chip)]).filter(([, value]) => value !== undefined),
  );
  return { kind: "command", command, subcommand, options };
}

/** @param {string} text */
function readText(text) {
  const typed = text.trim();
  if (typed === "") return;
  return typed.startsWith("/") ? { kind: "line", line: typed.slice(1) } : { kind: "say", text: typed };
}

/** @param {Readonly<Composer>} shown @returns {import("./kept.js").KeptLine | null} */
function toKept({ text, command, chips }) {
  if (text === "" && !command) return null;
  const kept = Object.fromEntries(chips.map(({ option, text: typed, file }) => [option.name, { text: typed, file }]));
  return { text, command: command ? pathOf(command) : "", chips: kept };
}

/** @param {import("./chips.js").DescribedOption} option @param {string} text */
function labelFor(option, text) {
  return choiceOf(option, text)?.label ?? text;
}

/** Takes a half typed line over into chips. @param {string} name of the option to go on with */
export function takeLineOver(name) {
  const line = readLine(state.commands, composer.text);
  if (!line) return;
  startCommand(line.command, line.values);
  addChip(name);
  focusField(name);
}
