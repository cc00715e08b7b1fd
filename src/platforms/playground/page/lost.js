import { bringBackLine } from "./composer-state.js";
import { forgetForm, reopenSent } from "./form-state.js";
import { allSent, forgetSent } from "./kept.js";
import { change, state } from "./state.js";

const LOST = "Greenroom was started again before it had answered. Nothing was lost: send it once more.";

/** The answer to something that took longer has come. @param {string} id */
export function wasAnswered(id) {
  forgetForm(id);
}

/**
 * After every new connection: what was sent to a server that has been started again since stands where it was typed.
 * @param {readonly string[]} unanswered what the server is still working on
 */
export function bringBackLost(unanswered) {
  for (const { id, as, server, form, line } of allSent()) {
    if (as !== state.me.id || unanswered.includes(id)) continue;
    if (server === state.server) forgetForm(id);
    else if (form && !state.form) {
      forgetSent(id);
      reopenSent(id, form, LOST);
    } else if (line && bringBackLine(withoutFiles(line))) {
      forgetSent(id);
      change({ notice: LOST });
    }
  }
}

/** The server may have taken them before it ended. @param {import("./kept.js").KeptLine} line */
function withoutFiles(line) {
  const chips = Object.entries(line.chips).map(([name, chip]) => [name, { ...chip, file: null }]);
  return { ...line, chips: Object.fromEntries(chips) };
}
