/**
 * @typedef {import("../live.ts").WireMessage} WireMessage
 * @typedef {import("../people.ts").Visitor} Visitor
 * @typedef {import("../people.ts").PlaygroundChannel} Channel
 * @typedef {import("../people.ts").PlaygroundRole} Role
 * @typedef {import("../describe.ts").DescribedCommand} DescribedCommand
 * @typedef {import("../../../chat/message.ts").Form} Form
 *
 * @typedef {object} OpenForm A form as it stands open.
 * @property {Form} form
 * @property {string | undefined} messageId The message from which it was opened.
 * @property {Record<string, string>} values
 * @property {Record<string, File>} files
 * @property {Record<string, string>} errors
 * @property {string} problem What is wrong with the whole.
 * @property {boolean} sending
 *
 * @typedef {object} State
 * @property {readonly Visitor[]} visitors
 * @property {readonly Channel[]} channels
 * @property {readonly Role[]} roles
 * @property {readonly DescribedCommand[]} commands
 * @property {Visitor} me
 * @property {string} channel
 * @property {readonly WireMessage[]} messages Of the open channel and of the threads in it, oldest first.
 * @property {boolean} more There are older ones on the server.
 * @property {ReadonlySet<string>} moreBelow Messages below which there are older ones on the server.
 * @property {ReadonlySet<string>} openThreads Messages whose thread stands open.
 * @property {ReadonlySet<string>} unreadThreads Messages below which something new stands that was not looked at.
 * @property {boolean} loading
 * @property {string} server Which start of the server the page heard last.
 * @property {"connecting" | "open" | "lost"} connection
 * @property {ReadonlySet<string>} unread
 * @property {ReadonlyMap<string, { id: string, to: string }>} busy Message -> the press that is being answered.
 * @property {OpenForm | null} form
 * @property {{ fileId: string, name: string, mediaType: string, alt: string, text: string | null } | null} preview
 * @property {string} notice
 * @property {boolean} menuOpen
 * @property {boolean} newBelow Something new stands below what is in view.
 */

const nobody = { id: "", name: "", organiser: false, about: "" };

/** Everything that the page shows. Changed only through `change`. @type {Readonly<State>} */
export let state = {
  visitors: [],
  channels: [],
  roles: [],
  commands: [],
  me: nobody,
  channel: "",
  messages: [],
  more: false,
  moreBelow: new Set(),
  openThreads: new Set(),
  unreadThreads: new Set(),
  loading: true,
  server: "",
  connection: "connecting",
  unread: new Set(),
  busy: new Map(),
  form: null,
  preview: null,
  notice: "",
  menuOpen: false,
  newBelow: false,
};

/** @param {Partial<State>} patch */
export function change(patch) {
  state = { ...state, ...patch };
  redraw();
}

/** Draws once for all changes of one turn. */
export function redraw() {
  if (scheduled) return;
  scheduled = true;
  queueMicrotask(() => {
    scheduled = false;
    draw();
  });
}

/** @param {() => void} listener */
export function drawWith(listener) {
  draw = listener;
}

/** Newest version of one message: "new", "edited", or "same" when nothing about it changed.
 * @param {WireMessage} message @returns {"new" | "edited" | "same"} */
export function putMessage(message) {
  const index = state.messages.findIndex(({ id }) => id === message.id);
  if (index < 0) {
    change({ messages: [...state.messages, message].sort(byTime) });
    return "new";
  }
  if (JSON.stringify(state.messages[index]) === JSON.stringify(message)) return "same";
  change({ messages: state.messages.with(index, message) });
  return "edited";
}

/** What was read from further up. @param {readonly WireMessage[]} older */
export function putOlder(older) {
  const known = new Set(state.messages.map(({ id }) => id));
  change({ messages: [...older.filter(({ id }) => !known.has(id)), ...state.messages].sort(byTime) });
}

/** With everything that stands below it. @param {string} id */
export function takeMessage(id) {
  change({ messages: state.messages.filter((message) => message.id !== id && message.thread !== id) });
}

/** What stands in the channel itself, oldest first. */
export function inChannel() {
  return state.messages.filter(({ thread }) => thread === null);
}

/** What stands below a message, oldest first. @param {string} id */
export function inThread(id) {
  return state.messages.filter(({ thread, content }) => thread === id && content.kind !== "thread");
}

/** @param {WireMessage} a @param {WireMessage} b */
export function byTime(a, b) {
  if (a.at === b.at) return 0;
  return a.at < b.at ? -1 : 1;
}

/** @param {string} messageId @param {{ id: string, to: string } | null} press */
export function setBusy(messageId, press) {
  const busy = new Map(state.busy);
  if (press) busy.set(messageId, press);
  else busy.delete(messageId);
  change({ busy });
}

let scheduled = false;
let draw = () => {};
