import { state } from "./state.js";

/** @typedef {import("../live.ts").WireMessage} WireMessage */

/** Says politely what is new; one's own lines are known. @param {WireMessage} message @param {"new" | "edited"} was */
export function announce(message, was) {
  if (message.author === state.me.id) return;
  say(was === "edited" && !message.pending ? `Updated: ${wordsOf(message)}` : wordsOf(message));
}

/** @param {string} text */
export function say(text) {
  const announcer = document.getElementById("announcer");
  if (announcer) announcer.textContent = text;
}

/** @param {WireMessage} message */
function wordsOf({ author, content }) {
  const name = state.visitors.find(({ id }) => id === author)?.name ?? "Greenroom";
  if (content.kind === "used") return `${name} used ${content.line}`;
  return `${name}: ${content.kind === "said" ? content.text : content.summary}`;
}
