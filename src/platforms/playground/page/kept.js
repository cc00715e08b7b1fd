/**
 * What was typed and has no answer yet, in the browser's own memory of this window: neither a reload nor a server that went
 * away loses it. Files are not kept, a browser allows that to nobody.
 *
 * @typedef {object} Sent What was sent and has no answer yet.
 * @property {string} id
 * @property {string} as Who sent it.
 * @property {string} server Which start of the server heard it.
 * @property {KeptForm} [form]
 * @property {KeptLine} [line]
 *
 * @typedef {Pick<import("./state.js").OpenForm, "form" | "messageId" | "values"> & { files: string[], where: string }} KeptForm
 *
 * @typedef {object} KeptLine What stands in the message box.
 * @property {string} text
 * @property {string} command Path of the command that is being put together; "" for none.
 * @property {Readonly<Record<string, { text: string, file: import("./chips.js").Chip["file"] }>>} chips
 */

const FORM = "greenroom-form";
const LINE = "greenroom-line";
const SENT = "greenroom-sent";
const THREADS = "greenroom-threads";

/** @param {KeptForm | null} form */
export const keepForm = (form) => write(FORM, form);
/** @returns {KeptForm | null} */
export const keptForm = () => read(FORM);

/** @param {KeptLine | null} line */
export const keepLine = (line) => write(LINE, line);
/** @returns {KeptLine | null} */
export const keptLine = () => read(LINE);

/** @param {readonly string[]} ids */
export const keepThreads = (ids) => write(THREADS, ids);
/** @returns {string[]} */
export const keptThreads = () => read(THREADS) ?? [];

/** @param {Sent} sent */
export function keepSent(sent) {
  write(SENT, [...allSent(), sent]);
}

/** @param {string} id */
export function forgetSent(id) {
  const rest = allSent().filter((sent) => sent.id !== id);
  write(SENT, rest.length > 0 ? rest : null);
}

/** Oldest first. @returns {Sent[]} */
export function allSent() {
  return read(SENT) ?? [];
}

/** @param {string} key */
function read(key) {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? "null");
  } catch {
    return null;
  }
}

/** @param {string} key @param {unknown} value */
function write(key, value) {
  try {
    if (value === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Storage may be forbidden or full: then it lasts as long as the page.
  }
}
