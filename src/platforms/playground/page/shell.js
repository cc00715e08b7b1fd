import { html, nothing } from "lit-html";
import { composerBar } from "./composer.js";
import { startCommand } from "./composer-state.js";
import { previewDialog } from "./files.js";
import { formDialog } from "./forms.js";
import { icon, logo } from "./icons.js";
import { pathOf } from "./line.js";
import { messageList } from "./messages.js";
import { send } from "./press.js";
import { scrollToEnd } from "./scroll.js";
import { change, redraw, state } from "./state.js";
import { theme, toggleTheme } from "./theme.js";
import { addressOf, directOf, follow, titleOf } from "./visit.js";

/** The whole page. */
export function shell() {
  const { channel, form, preview, menuOpen, notice, newBelow, connection, unread } = state;
  const title = titleOf(channel);
  return html`
    <a class="skip" href="#composer-text" @click=${skip}>Skip to the message box</a>
    <div class="layout ${menuOpen ? "menu-open" : ""}">
      ${sidebar()}
      <main>
        <header class="top">
          <button class="icon-button menu-button" aria-expanded=${menuOpen} aria-controls="sidebar"
            aria-label="People and channels${unread.size > 0 ? ", something new" : ""}"
            @click=${() => change({ menuOpen: !menuOpen })}>
            ${icon("menu")}${unread.size > 0 ? html`<span class="dot"></span>` : nothing}
          </button>
          <div>
            <h1>${title}</h1>
            <p class="quiet">${topic()}</p>
          </div>
          ${connection === "lost" ? html`<p class="lost" role="status">Reconnecting…</p>` : nothing}
        </header>
        <section class="conversation" tabindex="0" aria-label="Messages in ${title}">${messageList(welcome())}</section>
        <div class="bottom">
          ${
            newBelow
              ? html`<button class="new-below" @click=${scrollToEnd}>${icon("down")} New messages</button>`
              : nothing
          }
          ${
            notice
              ? html`<p class="notice" role="alert">
                <span>${notice}</span>
                <button class="icon-button" aria-label="Close this notice" @click=${() => change({ notice: "" })}>${icon("close")}</button>
              </p>`
              : nothing
          }
          ${composerBar()}
        </div>
      </main>
      ${menuOpen ? html`<div class="veil" @click=${() => change({ menuOpen: false })}></div>` : nothing}
    </div>
    ${form ? formDialog(form) : nothing} ${preview ? previewDialog(preview) : nothing}`;
}

function sidebar() {
  const { me, visitors, channels, channel } = state;
  return html`
    <aside id="sidebar" aria-label="People and channels">
      <p class="brand">${logo()} <b>Greenroom</b></p>
      <nav class="people" aria-label="Who you are">
        <h2>You are</h2>
        ${visitors.map(
          ({ id, name, about }) => html`
            <a href=${addressOf(id, channel)} aria-current=${id === me.id ? "true" : "false"} @click=${follow}>
              <span class="avatar ${id}" aria-hidden="true">${name.slice(0, 1)}</span>
              <span><b>${name}</b><span class="quiet">${about}</span></span>
            </a>`,
        )}
      </nav>
      <nav class="channels" aria-label="Channels">
        <h2>Channels</h2>
        ${channels.map(({ id, name }) => place(id, html`<span class="hash" aria-hidden="true">#</span>${name}`))}
        <h2>Direct message</h2>
        ${place(directOf(me.id), html`${logo()} Greenroom`)}
      </nav>
      <footer>
        <p class="quiet">Open a second window to be two people at once.</p>
        <button class="button small" @click=${onTheme}>
          ${icon(theme() === "dark" ? "sun" : "moon")} ${theme() === "dark" ? "Light" : "Dark"} theme
        </button>
      </footer>
    </aside>`;
}

/** @param {string} id @param {unknown} name */
function place(id, name) {
  const unread = state.unread.has(id);
  return html`
    <a href=${addressOf(state.me.id, id)} aria-current=${id === state.channel ? "page" : "false"} @click=${follow}>
      ${name} ${unread ? html`<span class="dot"></span><span class="visually-hidden">something new</span>` : nothing}
    </a>`;
}

/** What a channel shows before anything was said in it. */
function welcome() {
  const starts = state.commands.filter(
    ({ options, organisers }) => !organisers && options.every(({ required }) => !required),
  );
  return html`
    <div class="welcome">
      ${logo()}
      <h2>Hello ${state.me.name}, this is ${state.channel.startsWith("dm-") ? "your direct message with Greenroom" : titleOf(state.channel)}.</h2>
      <p>Greenroom gets you ready for your next job: practise interview questions, learn from every answer, and watch your scores grow. Type <kbd>/</kbd> to see everything it does, or begin with one of these.</p>
      <ul>
        ${starts.slice(0, 4).map(
          (command) => html`
            <li>
              <button class="starter" @click=${() => begin(command)}>
                <code>${pathOf(command)}</code><span>${command.description}</span>
              </button>
            </li>`,
        )}
      </ul>
    </div>`;
}

/** @param {import("./state.js").DescribedCommand} command */
function begin(command) {
  if (command.options.length > 0) startCommand(command);
  else void send({ kind: "command", command: command.command, subcommand: command.subcommand, options: {} });
}

function topic() {
  if (state.channel.startsWith("dm-")) return "Only you and Greenroom are here";
  return state.channels.find(({ id }) => id === state.channel)?.topic ?? "";
}

/** @param {Event} event */
function skip(event) {
  event.preventDefault();
  /** @type {HTMLElement | null} */ (document.querySelector(".composer-input"))?.focus();
}

function onTheme() {
  toggleTheme();
  redraw();
}
