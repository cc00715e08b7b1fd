import { announce, announceElsewhere } from "./announce.js";
import { bringBackLost, wasAnswered } from "./lost.js";
import { reveal } from "./scroll.js";
import { byTime, change, putMessage, setBusy, state, takeMessage } from "./state.js";

/** @typedef {import("../live.ts").LiveEvent} LiveEvent */

/** A hidden window gives its connection back after this long: a browser has only six for all of its windows. */
const HIDDEN_MS = 20_000;

/** @type {EventSource | undefined} */
let source;
let lastId = "";
/** Whose window it was last, and when something new came in each channel. */
let heard = { visitor: "", newest: /** @type {Record<string, string>} */ ({}) };
let attempts = 0;
/** @type {number | undefined} */
let timer;

/** Listens for the open channel of the current visitor, from the start. */
export function listen() {
  lastId = "";
  attempts = 0;
  const none = { messages: [], more: false, moreBelow: new Set(), unreadThreads: new Set(), busy: new Map() };
  change({ ...none, loading: true, connection: "connecting" });
  open();
}

/** Hears about hidden and shown windows, and about a network that comes back. */
export function watchWindow() {
  let hiding = 0;
  document.addEventListener("visibilitychange", () => {
    clearTimeout(hiding);
    if (document.hidden) hiding = window.setTimeout(() => source?.close(), HIDDEN_MS);
    else if (!source || source.readyState === EventSource.CLOSED) open();
  });
  window.addEventListener("online", open);
}

function open() {
  clearTimeout(timer);
  source?.close();
  const query = new URLSearchParams({ as: state.me.id, channel: state.channel, last: lastId });
  const mine = new EventSource(`/api/live?${query}`);
  source = mine;
  mine.addEventListener("open", () => {
    attempts = 0;
    change({ connection: "open" });
  });
  mine.addEventListener("error", () => {
    if (mine !== source) return;
    mine.close();
    attempts += 1;
    // One hiccup is mended before anybody reads about it.
    if (attempts > 1) change({ connection: "lost" });
    timer = window.setTimeout(open, Math.min(8_000, 250 * 2 ** attempts) * (0.75 + Math.random() / 2));
  });
  mine.addEventListener("snapshot", (event) => {
    lastId = event.lastEventId;
    const { channel, messages, more, moreBelow, newest, server, unanswered } = JSON.parse(event.data);
    if (channel !== state.channel) return;
    catchUp(newest);
    messages.sort(byTime);
    // Whatever was being waited for belongs to a server that has been started again.
    change({ messages, more, moreBelow: new Set(moreBelow), loading: false, busy: new Map(), server });
    bringBackLost(unanswered);
  });
  for (const kind of ["message", "gone", "answered"]) {
    mine.addEventListener(kind, (event) => {
      // A connection that breaks is an "error" without data; "message" may be fired by the browser itself.
      const { data, lastEventId } = /** @type {MessageEvent} */ (event);
      if (mine !== source || typeof data !== "string") return;
      lastId = lastEventId;
      hear(JSON.parse(data));
    });
  }
}

/** What came elsewhere while this window heard nothing. @param {Record<string, string>} newest */
function catchUp(newest) {
  const before = heard.visitor === state.me.id ? heard.newest : newest;
  heard = { visitor: state.me.id, newest };
  const missed = Object.keys(newest).filter(
    (channel) => channel !== state.channel && (newest[channel] ?? "") > (before[channel] ?? ""),
  );
  if (missed.length === 0) return;
  change({ unread: new Set([...state.unread, ...missed]) });
  for (const channel of missed) announceElsewhere(channel);
}

/** @param {LiveEvent} event */
function hear(event) {
  if (event.kind === "message") {
    const { channel, at } = event.message;
    if (at > (heard.newest[channel] ?? "")) heard.newest[channel] = at;
  }
  if (event.kind === "answered") {
    wasAnswered(event.id);
    for (const [messageId, press] of state.busy) if (press.id === event.id) setBusy(messageId, null);
  } else if (event.kind === "gone") takeMessage(event.id);
  else if (event.message.channel !== state.channel) {
    if (event.message.pending) return;
    change({ unread: new Set([...state.unread, event.message.channel]) });
    announceElsewhere(event.message.channel);
  } else {
    const was = putMessage(event.message);
    // Its new buttons can be pressed at once: the answer to the press itself may come a moment later.
    if (!event.message.pending && state.busy.has(event.message.id)) setBusy(event.message.id, null);
    if (was === "same") return;
    announce(event.message, was);
    heardBelow(event.message);
  }
}

/** In a thread that stands open, an answer to whoever looks at it comes into view; a closed one is marked.
 * @param {import("./state.js").WireMessage} message */
function heardBelow({ id, thread, content, pending, private: mine }) {
  if (thread === null || content.kind === "thread") return;
  if (!state.openThreads.has(thread)) {
    if (!pending) change({ unreadThreads: new Set([...state.unreadThreads, thread]) });
  } else if (mine) reveal(`[data-message="${CSS.escape(id)}"]`);
}
