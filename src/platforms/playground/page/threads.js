import { html, nothing } from "lit-html";
import { repeat } from "lit-html/directives/repeat.js";
import { icon } from "./icons.js";
import { keepThreads, keptThreads } from "./kept.js";
import { showProblem } from "./press.js";
import { reveal } from "./scroll.js";
import { fetchOlder } from "./server.js";
import { change, inThread, putOlder, state } from "./state.js";

/** @typedef {import("../live.ts").WireMessage} WireMessage */

/** So many threads stay open over a reload. */
const KEPT = 100;

/**
 * What stands below a message: a button that opens it in place. Nothing where nothing does.
 * @param {WireMessage} message
 * @param {(message: WireMessage, before: WireMessage | undefined) => unknown} draw
 */
export function threadBelow({ id }, draw) {
  const replies = inThread(id);
  if (replies.length === 0) return nothing;
  const open = state.openThreads.has(id);
  const more = state.moreBelow.has(id);
  const isNew = state.unreadThreads.has(id);
  const count = `${replies.length}${more ? "+" : ""} ${replies.length === 1 && !more ? "reply" : "replies"}`;
  return html`
    <div class="thread">
      <button class="thread-button" aria-expanded=${open} aria-controls="thread-${id}" @click=${() => toggle(id)}>
        ${icon("thread")}
        <span class="thread-title">${titleOf(id)}</span>
        <span class="thread-count">${count}</span>
        ${isNew ? html`<span class="dot"></span><span class="visually-hidden">something new</span>` : nothing}
        ${icon("open")}
      </button>
      <ol id="thread-${id}" class="replies" aria-label="Replies: ${titleOf(id)}" ?hidden=${!open}>
        ${
          open && more
            ? html`<li class="older"><button class="button small" @click=${() => showEarlier(id)}>Show earlier replies</button></li>`
            : nothing
        }
        ${
          open
            ? repeat(
                replies,
                (reply) => reply.id,
                (reply, index) => draw(reply, replies[index - 1]),
              )
            : nothing
        }
      </ol>
    </div>`;
}

/** What a thread is called. @param {string} id */
export function titleOf(id) {
  const named = state.messages.find(({ thread, content }) => thread === id && content.kind === "thread");
  return (named?.content.kind === "thread" && named.content.title) || "Details";
}

/** Threads that stood open when the page was left. */
export function bringBackThreads() {
  change({ openThreads: new Set(keptThreads()) });
}

/** @param {string} id */
function toggle(id) {
  const openThreads = new Set(state.openThreads);
  if (!openThreads.delete(id)) openThreads.add(id);
  const unreadThreads = new Set(state.unreadThreads);
  unreadThreads.delete(id);
  keepThreads([...openThreads].slice(-KEPT));
  reveal(`[data-message="${CSS.escape(id)}"] > article > .thread`);
  change({ openThreads, unreadThreads });
}

/** @param {string} id */
async function showEarlier(id) {
  const first = inThread(id)[0];
  if (!first) return;
  try {
    const { messages, more } = await fetchOlder(first.at, id);
    const moreBelow = new Set(state.moreBelow);
    if (!more) moreBelow.delete(id);
    putOlder(messages);
    change({ moreBelow });
  } catch (error) {
    showProblem(error);
  }
}
