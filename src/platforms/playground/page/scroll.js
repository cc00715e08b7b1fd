import { change, inChannel, state } from "./state.js";

/** Nearer to the end than this counts as being there. */
const NEAR = 80;
/** What stays free above a message that is read from its beginning. */
const MARGIN = 12;

let atEnd = true;
let toEnd = 0;
let counted = "";
/** The title of the last message, where it is longer than the view. @type {string | undefined} */
let longBefore;

/** What the next drawing brings into view. @type {string | undefined} */
let revealed;

/** Brings something into view with the next drawing, as much of it as there is room for. @param {string} selector */
export function reveal(selector) {
  revealed = selector;
}

/** Before drawing: is the end in view? */
export function beforeDrawing() {
  const view = conversation();
  if (!view) return;
  toEnd = view.scrollHeight - view.scrollTop - view.clientHeight;
  atEnd = toEnd < NEAR;
  longBefore = longTitle(view);
}

/**
 * After drawing: who was at the end stays there, everybody else stays where they read. An answer that is longer than the
 * view is read from its beginning.
 */
export function afterDrawing() {
  const view = conversation();
  const last = inChannel().at(-1);
  const opened = counted.split(" ")[0] !== `${state.me.id}/${state.channel}`;
  const now = `${state.me.id}/${state.channel} ${state.loading ? "" : (last?.id ?? "none")}`;
  const isNew = now !== counted;
  const loaded = counted.split(" ")[1] !== "";
  counted = now;
  if (!view) return;
  if (revealed && !opened) return bringIntoView(view);
  revealed = undefined;
  const answered = last !== undefined && last.author !== state.me.id && !last.pending;
  const long = answered ? longTitle(view) : undefined;
  if (loaded && !opened && atEnd && long !== undefined && (isNew || long !== longBefore)) {
    // Not scrollIntoView: it moves the page itself too.
    view.scrollTop += (lastMessage()?.getBoundingClientRect().top ?? 0) - view.getBoundingClientRect().top - MARGIN;
    atEnd = false;
  } else if (opened || (isNew && (atEnd || last?.author === state.me.id))) {
    view.scrollTop = view.scrollHeight;
    if (state.newBelow) change({ newBelow: false });
  } else if (atEnd) {
    // As near to the end as before: a button must not slide away under the finger that is pressing it.
    view.scrollTop = view.scrollHeight - view.clientHeight - toEnd;
  } else if (isNew && last && !state.newBelow) change({ newBelow: true });
}

export function scrollToEnd() {
  const view = conversation();
  if (view) view.scrollTop = view.scrollHeight;
  change({ newBelow: false });
}

/** Pictures that arrive late push the end away; whoever was there stays there. */
export function watchScrolling() {
  document.addEventListener("load", () => atEnd && keepEnd(), true);
  document.addEventListener(
    "scroll",
    (event) => {
      if (event.target !== conversation()) return;
      beforeDrawing();
      if (atEnd && state.newBelow) change({ newBelow: false });
    },
    true,
  );
  window.addEventListener("resize", () => atEnd && keepEnd());
}

function keepEnd() {
  const view = conversation();
  if (view) view.scrollTop = view.scrollHeight;
}

/** @param {Element} view */
function bringIntoView(view) {
  const element = view.querySelector(revealed ?? "");
  revealed = undefined;
  if (!element) return;
  const [inside, frame] = [element.getBoundingClientRect(), view.getBoundingClientRect()];
  const hidden = inside.bottom - frame.bottom + MARGIN;
  if (hidden > 0) view.scrollTop += Math.min(hidden, inside.top - frame.top - MARGIN);
  // Not first when the browser says that it scrolled: a picture that is there before that would bring back the end.
  beforeDrawing();
}

/** A thread below it grows without being read from its beginning. @param {Element} view */
function longTitle(view) {
  const message = lastMessage();
  const thread = message?.querySelector(".thread")?.clientHeight ?? 0;
  if (!message || message.clientHeight - thread <= view.clientHeight) return;
  return message.querySelector(".heading")?.textContent ?? "";
}

function lastMessage() {
  return document.querySelector(".messages > .message:last-of-type");
}

function conversation() {
  return document.querySelector(".conversation");
}
