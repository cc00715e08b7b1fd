import { setField } from "./form-state.js";
import { pathOf } from "./line.js";
import { ask } from "./server.js";
import { redraw, state } from "./state.js";

/** @typedef {import("./offers.js").Offer} Offer */

const NONE = { field: "", typed: "", active: -1, suggestions: /** @type {readonly Choice[]} */ ([]) };

/** @typedef {import("../../../chat/message.ts").Choice} Choice */

/** What the field can be filled with in which somebody is typing. */
let offered = NONE;
let timer = 0;

/** @param {string} name */
export const listIdOf = (name) => `offers-${name}`;

/** Whether the server offers values for a field: it does so for options of a command. @param {string} name */
export function isOffered(name) {
  return commandOf(name) !== undefined;
}

/** @param {string} name @returns {{ offers: Offer[], active: number }} */
export function offersFor(name) {
  if (offered.field !== name) return { offers: [], active: -1 };
  const offers = offered.suggestions.map(({ value, label, description = "" }) => {
    return { label, detail: description, tag: "", choose: () => choose(name, value) };
  });
  return { offers, active: offered.active };
}

/** After a moment without a key, so that not every letter asks. @param {string} name @param {string} typed */
export function offerWhileTyping(name, typed) {
  clearTimeout(timer);
  offered = offered.field === name ? { ...offered, typed, active: -1 } : { ...NONE, field: name, typed };
  timer = window.setTimeout(() => offer(name, typed), 120);
}

export function closeOffers() {
  clearTimeout(timer);
  if (offered === NONE) return;
  offered = NONE;
  redraw();
}

/** @param {KeyboardEvent} event @param {string} name */
export function onOfferKey(event, name) {
  const { offers, active } = offersFor(name);
  if (event.isComposing) return;
  if (event.key === "ArrowDown" && offers.length === 0) {
    event.preventDefault();
    return offerWhileTyping(name, state.form?.values[name] ?? "");
  }
  if (offers.length === 0) return;
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    const step = event.key === "ArrowDown" ? 1 : -1;
    const from = active < 0 && step < 0 ? 0 : active;
    offered = { ...offered, active: (from + step + offers.length) % offers.length };
    redraw();
  } else if (event.key === "Enter" && offers[active]) {
    event.preventDefault();
    offers[active].choose();
  } else if (event.key === "Escape") {
    // The list closes, and the form behind it does not.
    event.preventDefault();
    closeOffers();
  }
}

/** @param {string} name @param {string} typed */
async function offer(name, typed) {
  const command = commandOf(name);
  if (!command) return;
  const asked = { kind: "suggest", command: command.command, subcommand: command.subcommand, option: name, typed };
  // Suggestions are a help: without them one goes on typing.
  const result = await ask(asked).catch(() => null);
  if (result?.kind !== "suggestions" || offered.field !== name || offered.typed !== typed) return;
  const settled = result.suggestions.some(({ value }) => value === typed);
  offered = { ...offered, suggestions: settled ? [] : result.suggestions };
  redraw();
}

/** @param {string} name @param {string} value */
function choose(name, value) {
  setField(name, value);
  closeOffers();
}

/** The form of a command is called as the command is typed. @param {string} name */
function commandOf(name) {
  const title = state.form?.form.title;
  const command = state.commands.find((one) => pathOf(one) === title);
  return command?.options.some((option) => option.name === name && option.suggests) ? command : undefined;
}
