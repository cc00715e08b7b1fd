import { say } from "./announce.js";
import { openForm } from "./form-state.js";
import { forgetSent, keepSent } from "./kept.js";
import { ask, newId, Problem } from "./server.js";
import { change, setBusy, state } from "./state.js";

/**
 * A button or select: it shows that it is working until the answer is there, and until then nothing on the same message
 * can be pressed. @param {string} messageId @param {string} to @param {string} [chosen]
 */
export async function press(messageId, to, chosen) {
  if (state.busy.has(messageId)) return;
  const id = newId();
  setBusy(messageId, { id, to });
  say("Working…");
  try {
    const asked = { kind: "action", id: to, ...(chosen !== undefined && { chosen }) };
    const result = await ask(asked, { id, messageId });
    if (result.kind === "deferred") return;
    if (result.kind === "form") openForm(result.form, messageId);
  } catch (error) {
    showProblem(error);
  }
  if (state.busy.get(messageId)?.id === id) setBusy(messageId, null);
}

/**
 * What was typed into the composer. False when it did not arrive, so that it can be put back.
 * @param {object} asked @param {import("./kept.js").KeptLine} [line] how it stood in the composer
 */
export async function send(asked, line) {
  const id = newId();
  if (line) keepSent({ id, as: state.me.id, server: state.server, line });
  try {
    const result = await ask(asked, { id });
    if (result.kind !== "deferred") forgetSent(id);
    if (result.kind === "form") openForm(result.form, undefined);
    return true;
  } catch (error) {
    forgetSent(id);
    showProblem(error);
    return false;
  }
}

/** @param {unknown} error */
export function showProblem(error) {
  if (!(error instanceof Problem)) reportError(error);
  change({ notice: error instanceof Problem ? error.message : "Something broke in this page. Reload it to go on." });
}
