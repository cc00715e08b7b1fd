import { state } from "./state.js";

/** @typedef {import("../live.ts").WireMessage} WireMessage */

/** Says politely what is new; one's own lines are known. @param {WireMessage} message @param {"new" | "edited"} was */
export function announce(message, was) {
  if (message.author === state.me.id || message.content.kind === "thread") return;
  say(was === "edited" && !message.pending ? `Updated: ${wordsOf(message)}` : wordsOf(message));
}

/** @param {string} channel */
export function announceElsewhere(channel) {
  say(`Something new in ${channel.startsWith("dm-") ? "your direct message" : `#${channel}`}`);
}

/** @param {string} text */
export function say(text) {
  const announcer = document.getElementById("announcer");
  if (announcer) announcer.textContent = text;
}

/** @param {WireMessage} message */
function wordsOf({ author, thread, content }) {
  const name = state.visitors.find(({ id }) => id === author)?.name ?? "Greenroom";
  const who = thread === null ? name : `${name}, in a thread`;
  if (content.kind === "used") return `${name} used ${content.line}`;
  if (content.kind === "thread") return content.title;
  return `${who}: ${content.kind === "said" ? content.text : content.summary}`;
}
