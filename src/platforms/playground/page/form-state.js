import { forgetSent, keepForm, keepSent, keptForm } from "./kept.js";
import { ask, askOnLeaving, newId, Problem, upload } from "./server.js";
import { change, state } from "./state.js";

/** @typedef {import("./state.js").Form} Form */
/** @typedef {import("./state.js").OpenForm} OpenForm */

/** @typedef {import("./kept.js").KeptForm} KeptForm */

/** Forms that were sent, with their files, which only the page itself can hold. @type {Map<string, OpenForm>} */
const sent = new Map();

/** @param {Form} form @param {string | undefined} messageId */
export function openForm(form, messageId) {
  change({ form: { form, messageId, values: initial(form), files: {}, errors: {}, problem: "", sending: false } });
  keepForm(null);
}

/** Opens the form that stood half filled when the page was left. */
export function reopenForm() {
  const kept = keptForm();
  if (kept?.where === where() && !state.form) bringBack(kept, undefined, "");
}

/** Opens a form that was sent and never answered. @param {string} id @param {KeptForm} kept @param {string} problem */
export function reopenSent(id, kept, problem) {
  bringBack(kept, sent.get(id), problem);
  sent.delete(id);
}

/** @param {string} name @param {string} value */
export function setField(name, value) {
  if (!state.form) return;
  const { [name]: _, ...errors } = state.form.errors;
  patch({ values: { ...state.form.values, [name]: value }, errors });
}

/** @param {string} name @param {File | undefined} file */
export function setFile(name, file) {
  if (!state.form) return;
  const { [name]: _, ...files } = state.form.files;
  const { [name]: __, ...errors } = state.form.errors;
  patch({ files: file ? { ...files, [name]: file } : files, errors });
}

/** Sends it; on errors it stays open with everything that was typed. @returns {Promise<void>} */
export async function submitForm() {
  const open = state.form;
  if (!open || open.sending) return;
  patch({ sending: true, problem: "", errors: {} });
  const id = newId();
  try {
    const values = { ...readValues(open), ...(await uploadFiles(open)) };
    sent.set(id, open);
    keepSent({ id, as: state.me.id, server: state.server, form: toKept(open) });
    const result = await ask({ kind: "form", id: open.form.id, values }, { id, messageId: open.messageId });
    if (result.kind !== "deferred") forgetForm(id);
    if (state.form?.form !== open.form) return;
    if (result.kind === "field-errors") {
      const problem = Object.keys(result.errors).length > 0 ? "" : result.problem;
      patch({ sending: false, errors: { ...result.errors }, problem });
      showFirstError();
    } else if (result.kind === "form") openForm(result.form, open.messageId);
    else shut();
  } catch (error) {
    forgetForm(id);
    if (!(error instanceof Problem)) throw error;
    patch({ sending: false, problem: error.message });
    showFirstError();
  }
}

/** Closes it. What was typed goes to the server, so that it comes back when the form is opened again. */
export function closeForm() {
  const open = state.form;
  if (!open) return;
  shut();
  if (!isTouched(open)) return;
  ask({ kind: "form-closed", id: open.form.id, values: readValues(open) }, { messageId: open.messageId }).catch(
    (error) => {
      change({ notice: error.message });
    },
  );
}

export function closeFormOnLeaving() {
  const open = state.form;
  if (open && isTouched(open)) {
    askOnLeaving({ kind: "form-closed", id: open.form.id, values: readValues(open) }, open.messageId);
  }
}

/** It was answered. @param {string} id */
export function forgetForm(id) {
  sent.delete(id);
  forgetSent(id);
}

function shut() {
  change({ form: null });
  keepForm(null);
}

/** @param {Partial<OpenForm>} changes */
function patch(changes) {
  if (!state.form) return;
  const open = { ...state.form, ...changes };
  change({ form: open });
  keepForm(isTouched(open) || Object.keys(open.files).length > 0 ? toKept(open) : null);
}

/** @param {OpenForm} open @returns {KeptForm} */
function toKept({ form, messageId, values, files }) {
  return { form, messageId, values, files: Object.values(files).map(({ name }) => name), where: where() };
}

/** @param {KeptForm} kept @param {OpenForm | undefined} whole with its files, where the page still has them @param {string} said */
function bringBack({ form, messageId, values, files }, whole, said) {
  const again = whole || files.length === 0 ? "" : `Choose ${files.join(", ")} again: a reload does not keep files.`;
  const problem = [said, again].filter(Boolean).join(" ");
  change({ form: { form, messageId, values, files: whole?.files ?? {}, errors: {}, problem, sending: false } });
}

const where = () => `${state.me.id}/${state.channel}`;

/** @param {Form} form */
function initial({ fields }) {
  return Object.fromEntries(fields.map(({ id, value, input, required }) => [id, value ?? preset(input, required)]));
}

// Where there is only one to choose, it is chosen.
/** @param {Form["fields"][number]["input"]} input @param {boolean} required */
function preset(input, required) {
  return input.kind === "choice" && required && input.choices.length === 1 ? (input.choices[0]?.value ?? "") : "";
}

/** @param {OpenForm} open */
function isTouched({ form, values }) {
  const before = initial(form);
  return Object.entries(values).some(([name, value]) => value !== before[name]);
}

/** @param {OpenForm} open @returns {Record<string, unknown>} */
function readValues({ form, values }) {
  const given = form.fields.filter(({ input }) => input.kind !== "attachment");
  return Object.fromEntries(
    given.map(({ id, input: { kind } }) => {
      const picked = (kind === "channel" || kind === "role") && values[id];
      return [id, picked ? { [kind]: picked } : values[id]];
    }),
  );
}

/** @param {OpenForm} open */
async function uploadFiles({ files }) {
  /** @type {Record<string, { file: string }>} */
  const uploaded = {};
  for (const [name, file] of Object.entries(files)) uploaded[name] = { file: (await upload(file)).id };
  return uploaded;
}

/** The field that is wrong gets the focus; what is wrong with the whole stands at the top and comes into view. */
function showFirstError() {
  queueMicrotask(() => {
    /** @type {HTMLElement | null} */ (document.querySelector(".form [aria-invalid=true]"))?.focus();
    document.querySelector(".form .problem")?.scrollIntoView({ block: "nearest" });
  });
}
