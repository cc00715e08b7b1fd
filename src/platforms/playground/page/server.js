import { state } from "./state.js";

/** @typedef {import("../answer.ts").Result} Result */

/** One press. The same id goes with every further try, so that a lost answer is asked for again, not done twice. */
export const newId = () => crypto.randomUUID();

/** Problem: what a visitor reads. */
export class Problem extends Error {}

const AWAY = "Greenroom cannot be reached. Nothing was lost: try again in a moment.";

/** @param {object} asked @param {{ id?: string, messageId?: string | undefined }} [about] @returns {Promise<Result>} */
export async function ask(asked, { id = newId(), messageId } = {}) {
  const body = JSON.stringify({ id, as: state.me.id, channel: state.channel, messageId, asked });
  for (const wait of [400, 1200, 0]) {
    try {
      return await post("/api/interactions", body);
    } catch (error) {
      if (error instanceof Problem || wait === 0) throw error instanceof Problem ? error : new Problem(AWAY);
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
  throw new Problem(AWAY);
}

/** While the page is being left nothing can be waited for. @param {object} asked @param {string | undefined} messageId */
export function askOnLeaving(asked, messageId) {
  const body = JSON.stringify({ id: newId(), as: state.me.id, channel: state.channel, messageId, asked });
  navigator.sendBeacon("/api/interactions", new Blob([body], { type: "application/json" }));
}

/** @param {string} messageId */
export function dismiss(messageId) {
  return post("/api/dismiss", JSON.stringify({ as: state.me.id, messageId }));
}

/** @param {File} file @returns {Promise<{ id: string, name: string, size: number }>} */
export async function upload(file) {
  return post(`/api/files?name=${encodeURIComponent(file.name)}`, file, file.type || "application/octet-stream");
}

/** @param {string} before @param {string} [thread] id of the message below which they stand */
export function fetchOlder(before, thread) {
  const query = new URLSearchParams({ as: state.me.id, channel: state.channel, before, ...(thread && { thread }) });
  return read(fetch(`/api/messages?${query}`));
}

export function fetchWelcome() {
  return read(fetch("/api/welcome"));
}

/** @param {string} url @param {BodyInit} body */
function post(url, body, type = "application/json") {
  return read(fetch(url, { method: "POST", headers: { "content-type": type }, body }));
}

/** @param {Promise<Response>} sent */
async function read(sent) {
  const response = await sent;
  const body = await response.json();
  if (!response.ok) throw new Problem(body.problem ?? AWAY);
  return body;
}
