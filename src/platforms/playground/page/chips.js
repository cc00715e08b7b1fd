import { state } from "./state.js";

/**
 * @typedef {import("../describe.ts").DescribedOption} DescribedOption
 *
 * @typedef {object} Chip One option of a command that is being put together.
 * @property {DescribedOption} option
 * @property {string} text What stands in the field.
 * @property {{ id: string, name: string, size: number } | null} file
 * @property {boolean} checked Whether its problem is shown already.
 */

/** @param {DescribedOption} option @param {string} [text] @returns {Chip} */
export const newChip = (option, text = "") => ({ option, text, file: null, checked: false });

/** What may be chosen for an option; empty where it is typed freely. @param {DescribedOption} option */
export function choicesOf(option) {
  if (option.kind === "role") return state.roles.map(({ id, name }) => ({ value: id, label: `@${name}` }));
  if (option.kind !== "channel") return option.choices;
  return state.channels.map(({ id, name }) => ({ value: id, label: `#${name}` }));
}

/** The choice that a typed text stands for. @param {DescribedOption} option @param {string} text */
export function choiceOf(option, text) {
  const wanted = text.trim().toLowerCase().replace(/^[#@]/, "");
  return choicesOf(option).find(({ value, label }) => {
    return value.toLowerCase() === wanted || label.toLowerCase().replace(/^[#@]/, "") === wanted;
  });
}

/** What is wrong with a chip; "" when nothing is. @param {Chip} chip */
export function problemOf({ option, text, file }) {
  const { kind, required, min, max } = option;
  const typed = text.trim();
  if (kind === "attachment") {
    if (!file) return required ? "Choose a file." : "";
    return max !== null && file.size > max * 1_000_000 ? `This file is too large: ${max} MB fit.` : "";
  }
  if (typed === "") return required ? "This one is needed." : "";
  if (kind === "whole-number") {
    const number = Number(typed);
    const fits = /^[+-]?\d+$/.test(typed) && number >= (min ?? number) && number <= (max ?? number);
    return fits ? "" : `A whole number from ${min} to ${max}.`;
  }
  if (kind === "text") {
    const length = [...typed].length;
    if (max !== null && length > max) return `${length} characters; ${max} fit.`;
    return min !== null && length < min ? `At least ${min} characters.` : "";
  }
  return choiceOf(option, typed) ? "" : "Choose one from the list.";
}

/** What a field takes, in words. @param {DescribedOption} option */
export function rangeOf({ kind, min, max, required }) {
  const need = required ? "Needed. " : "";
  if (kind === "whole-number") return `${need}A whole number from ${min} to ${max}.`;
  if (kind === "text" && max !== null) return `${need}Up to ${max} characters.`;
  if (kind === "attachment") return `${need}A file of up to ${max} MB.`;
  return `${need}Choose one from the list.`;
}

/** As it is sent; undefined where nothing was given. @param {Chip} chip */
export function sentValue({ option, text, file }) {
  if (option.kind === "attachment") return file ? { file: file.id } : undefined;
  const typed = text.trim();
  if (typed === "") return undefined;
  if (option.kind === "whole-number") return Number(typed);
  if (option.kind === "text") return typed;
  const value = choiceOf(option, typed)?.value ?? typed;
  return option.kind === "channel" || option.kind === "role" ? { [option.kind]: value } : value;
}
