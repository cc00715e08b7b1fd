import { say } from "./announce.js";
import { listen } from "./connection.js";
import { closeForm, reopenForm } from "./form-state.js";
import { change, state } from "./state.js";

/** Who one is and where, kept in the address: two windows can be two people. */
export function readAddress() {
  const query = new URLSearchParams(location.search);
  const me = state.visitors.find(({ id }) => id === query.get("as")) ?? state.visitors[0];
  if (!me) return;
  closeForm();
  const wanted = query.get("in") ?? "";
  const known = state.channels.some(({ id }) => id === wanted);
  const direct = wanted.startsWith("dm-") ? directOf(me.id) : undefined;
  const channel = known ? wanted : (direct ?? state.channels[0]?.id ?? "");
  const unread = new Set(state.unread);
  unread.delete(channel);
  change({ me, channel, unread, menuOpen: false, preview: null, notice: "", newBelow: false });
  document.title = `${titleOf(channel)} · ${me.name} · Greenroom`;
  // What was new elsewhere is what one looks at now.
  say("");
  reopenForm();
  listen();
}

/** The address of a person in a channel. @param {string} as @param {string} channel */
export function addressOf(as, channel) {
  const own = channel.startsWith("dm-") ? directOf(as) : channel;
  return `?${new URLSearchParams({ as, in: own })}`;
}

/** Follows a link of the page inside the page; with a modifier key the browser opens a window. @param {MouseEvent} event */
export function follow(event) {
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  const link = /** @type {HTMLAnchorElement} */ (event.currentTarget);
  if (link.href !== location.href) history.pushState(null, "", link.href);
  readAddress();
}

/** @param {string} channel */
export function titleOf(channel) {
  return channel.startsWith("dm-") ? "Greenroom" : `#${channel}`;
}

/** @param {string} as */
export const directOf = (as) => `dm-${as}`;
