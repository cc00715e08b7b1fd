import { html, nothing } from "lit-html";
import { repeat } from "lit-html/directives/repeat.js";
import { drawBlocks } from "./blocks.js";
import { icon, logo } from "./icons.js";
import { showProblem } from "./press.js";
import { dismiss, fetchOlder } from "./server.js";
import { change, inChannel, putOlder, state } from "./state.js";
import { threadBelow } from "./threads.js";

/** @typedef {import("../live.ts").WireMessage} WireMessage */

const TONES = /** @type {const} */ ({
  neutral: null,
  good: { icon: "good", words: "Good" },
  bad: { icon: "bad", words: "Not right" },
  warning: { icon: "warning", words: "Careful" },
});

/** The conversation of the open channel. @param {unknown} welcome shown where nothing was said yet */
export function messageList(welcome) {
  const { more, loading } = state;
  const messages = inChannel();
  return html`
    <ol class="messages" aria-busy=${loading}>
      ${more ? html`<li class="older"><button class="button small" @click=${showOlder}>Show earlier messages</button></li>` : nothing}
      ${loading ? html`<li class="quiet loading">Opening the conversation…</li>` : nothing}
      ${!loading && messages.length === 0 ? html`<li>${welcome}</li>` : nothing}
      ${repeat(
        messages,
        ({ id }) => id,
        (message, index) => drawMessage(message, messages[index - 1]),
      )}
    </ol>`;
}

/** @param {WireMessage} message @param {WireMessage | undefined} before */
function drawMessage(message, before) {
  const { id, author, content, pending } = message;
  const mine = author === state.me.id;
  const who = personOf(author);
  const follows = before?.author === author && before.private === message.private && content.kind === "said";
  return html`
    <li class="message ${mine ? "mine" : ""} ${content.kind} ${follows ? "follows" : ""}" data-message=${id}>
      <span class="avatar ${author}" aria-hidden="true">${author === "greenroom" ? logo() : who.name.slice(0, 1)}</span>
      <article tabindex="-1" aria-label="${who.name}, ${timeOf(message.at)}" aria-busy=${pending}>
        <header class="message-head">
          <b>${who.name}</b>
          ${who.badge ? html`<span class="badge">${who.badge}</span>` : nothing}
          <time datetime=${message.at}>${timeOf(message.at)}</time>
          ${message.edited && content.kind === "drawn" ? html`<span class="quiet">edited</span>` : nothing}
        </header>
        ${body(message)}
        ${message.private && content.kind === "drawn" ? privateFoot(message) : nothing}
        ${message.thread === null ? threadBelow(message, drawMessage) : nothing}
      </article>
    </li>`;
}

/** @param {WireMessage} message */
function body({ id, author, content, pending, private: hidden }) {
  if (content.kind === "said") return html`<p class="bubble">${content.text}</p>`;
  if (content.kind === "thread") return nothing;
  if (content.kind === "used") {
    return html`<p class="used-line" title=${hidden ? "Only you can see this" : ""}>
      ${personOf(author).name} used <code>${content.line}</code>
      ${hidden ? html`<span class="only-you">${icon("eye")}<span class="visually-hidden">Only you can see this</span></span>` : nothing}
    </p>`;
  }
  const tone = TONES[content.tone];
  return html`
    <div class="card ${content.tone}">
      ${
        tone
          ? html`<span class="tone">${icon(tone.icon)}<span class="visually-hidden">${tone.words}:</span></span>`
          : nothing
      }
      ${content.mention ? html`<p class="block"><span class="mention">@${content.mention}</span></p>` : nothing}
      ${content.blocks.length > 0 ? drawBlocks(content.blocks, id) : html`<p class="block text">${content.summary}</p>`}
      ${pending ? html`<div class="working"><span class="dots" aria-hidden="true"><i></i><i></i><i></i></span> Working…</div>` : nothing}
    </div>`;
}

/** @param {WireMessage} message */
function privateFoot({ id, pending }) {
  return html`
    <footer class="private-foot">
      <span class="only-you">${icon("eye")} Only you can see this</span>
      ${pending ? nothing : html`<button class="link-button" @click=${() => dismissMessage(id)}>Dismiss</button>`}
    </footer>`;
}

/** @param {string} author */
function personOf(author) {
  const visitor = state.visitors.find(({ id }) => id === author);
  if (!visitor) return { name: "Greenroom", badge: "Bot" };
  return { name: visitor.name, badge: visitor.organiser ? "Organiser" : "" };
}

/** @param {string} at */
function timeOf(at) {
  const date = new Date(at);
  const today = date.toDateString() === new Date().toDateString();
  return date.toLocaleString("en-GB", today ? { timeStyle: "short" } : { dateStyle: "medium", timeStyle: "short" });
}

/** @param {string} id */
function dismissMessage(id) {
  dismiss(id).catch(showProblem);
  document.getElementById("composer-text")?.focus();
}

async function showOlder() {
  const first = inChannel()[0];
  if (!first) return;
  try {
    const { messages, more, moreBelow } = await fetchOlder(first.at);
    putOlder(messages);
    change({ more, moreBelow: new Set([...state.moreBelow, ...moreBelow]) });
  } catch (error) {
    showProblem(error);
  }
}
