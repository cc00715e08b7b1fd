import { render } from "lit-html";
import { bringBackKept, focusComposer } from "./composer-state.js";
import { watchWindow } from "./connection.js";
import { heldFocus, keepFocus, openDialogs } from "./focus.js";
import { closeFormOnLeaving } from "./form-state.js";
import { showActive } from "./listbox.js";
import { afterDrawing, beforeDrawing, watchScrolling } from "./scroll.js";
import { fetchWelcome } from "./server.js";
import { shell } from "./shell.js";
import { change, drawWith, state } from "./state.js";
import { bringBackThreads } from "./threads.js";
import { readAddress } from "./visit.js";

const app = /** @type {HTMLElement} */ (document.getElementById("app"));

drawWith(() => {
  beforeDrawing();
  const held = heldFocus();
  render(shell(), app);
  openDialogs();
  keepFocus(held);
  showActive();
  afterDrawing();
});

window.addEventListener("popstate", readAddress);
window.addEventListener("pagehide", closeFormOnLeaving);
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && state.menuOpen) change({ menuOpen: false });
});
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => change({}));
watchScrolling();
await start();

/** Until the server is there: it may still be starting. */
async function start() {
  for (;;) {
    try {
      change(await fetchWelcome());
      break;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
  }
  bringBackKept();
  bringBackThreads();
  readAddress();
  watchWindow();
  // On a phone the focus would open the keyboard over the conversation.
  if (matchMedia("(hover: hover)").matches) focusComposer();
}
