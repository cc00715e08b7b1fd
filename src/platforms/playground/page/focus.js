/** @typedef {{ message: string, to: string | undefined } | undefined} Held */

/** Before drawing: which control of which message has the focus. @returns {Held} */
export function heldFocus() {
  const control = /** @type {HTMLElement | null} */ (document.activeElement);
  const message = /** @type {HTMLElement | null | undefined} */ (control?.closest("[data-message]"))?.dataset.message;
  return message ? { message, to: control?.dataset.to } : undefined;
}

/** After drawing: an edit that took the focused control away leaves the focus in the same message. @param {Held} held */
export function keepFocus(held) {
  if (!held || document.activeElement !== document.body) return;
  const message = document.querySelector(`[data-message="${CSS.escape(held.message)}"]`);
  const controls = [...(message?.querySelectorAll("button[data-to]") ?? [])];
  const usable = controls.filter((control) => control.getAttribute("aria-disabled") !== "true");
  const same = controls.find((control) => /** @type {HTMLElement} */ (control).dataset.to === held.to);
  const next = same ?? usable[0] ?? message?.querySelector("article") ?? document.querySelector(".composer-input");
  /** @type {HTMLElement | null} */ (next)?.focus({ preventScroll: true });
}

/** Dialogs that have just been drawn open as dialogs: the rest of the page is out of reach until they close. */
export function openDialogs() {
  const dialogs = /** @type {NodeListOf<HTMLDialogElement>} */ (document.querySelectorAll("dialog[data-modal]"));
  for (const dialog of dialogs) {
    if (dialog.open) continue;
    before ??= /** @type {HTMLElement | null} */ (document.activeElement);
    dialog.showModal();
    /** @type {HTMLElement | null} */ (dialog.querySelector(".dialog-body :is(input, textarea, select)"))?.focus();
  }
  if (dialogs.length === 0 && before) {
    const back = before.isConnected && before !== document.body ? before : document.querySelector(".composer-input");
    before = null;
    /** @type {HTMLElement | null} */ (back)?.focus({ preventScroll: true });
  }
}

/** @type {HTMLElement | null} */
let before = null;
