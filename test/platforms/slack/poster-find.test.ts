import { afterEach, describe, expect, it } from "vitest";
import { HISTORY, limiting, onCall, type Posting, refusing, SCOPES, says, startPosting } from "./posting.ts";

let posting: Posting;
afterEach(() => posting.stop());

const READING = [...SCOPES, ...HISTORY];
const sought = (nonce: string, more: { since?: Date; thread?: string } = {}) => ({ nonce, since: new Date(), ...more });

/** Posts and loses the answer. */
async function lose(nonce: string, thread?: string): Promise<string> {
  posting.server.fault(onCall("chat.postMessage", { kind: "drop-after" }));
  const options = { nonce, ...(thread && { thread }) };
  expect(await posting.poster.post(posting.target, says(`Lost ${nonce}`), options)).toEqual({ kind: "unsure" });
  return posting.seen().at(-1)?.ts ?? "";
}

describe("a post whose answer was lost", () => {
  it("is found by its nonce in one request, among others that look like it", async () => {
    posting = await startPosting({ server: { scopes: READING } });
    await posting.poster.post(posting.target, says("Lost a"), { nonce: "other" });
    const ts = await lose("a");
    await posting.poster.post(posting.target, says("Lost a"), { nonce: "another" });
    expect(await posting.poster.find(posting.target, sought("a"))).toEqual({ kind: "there", ref: ts });
    expect(posting.calls("conversations.history")).toHaveLength(1);
  });

  it("is found although two clocks are five minutes apart, and not among what is older", async () => {
    posting = await startPosting({ server: { scopes: READING } });
    const ts = await lose("a");
    const since = (seconds: number) => ({ since: new Date(Date.now() + seconds * 1_000) });
    expect(await posting.poster.find(posting.target, sought("a", since(290)))).toEqual({ kind: "there", ref: ts });
    expect(await posting.poster.find(posting.target, sought("a", since(600)))).toEqual({ kind: "not-there" });
  });

  it("is found in its thread", async () => {
    posting = await startPosting({ server: { scopes: READING } });
    const main = await posting.poster.post(posting.target, says("Above"), { nonce: "main" });
    const thread = main.kind === "sent" ? main.ref : "";
    const ts = await lose("a", thread);
    expect(await posting.poster.find(posting.target, sought("a"))).toEqual({ kind: "not-there" });
    expect(await posting.poster.find(posting.target, sought("a", { thread }))).toEqual({ kind: "there", ref: ts });
    expect(posting.calls("conversations.replies")).toHaveLength(1);
  });

  it("is found a second time besides the copy that stands", async () => {
    posting = await startPosting({ server: { scopes: READING } });
    const [first, second] = [await lose("a"), await lose("a")];
    const besides = (ts: string) => posting.poster.find(posting.target, { ...sought("a"), besides: ts });
    expect(await besides(first)).toEqual({ kind: "there", ref: second });
    expect(await besides(second)).toEqual({ kind: "there", ref: first });
    await posting.poster.withdraw(posting.target, second);
    expect(await besides(first)).toEqual({ kind: "not-there" });
  });

  it("is looked for on every page there is", async () => {
    posting = await startPosting({ server: { scopes: READING, historyPage: 3 } });
    const since = new Date();
    const ts = await lose("a");
    for (let index = 0; index < 7; index++)
      await posting.poster.post(posting.target, says("Later"), { nonce: `later-${index}` });
    expect(await posting.poster.find(posting.target, sought("a", { since }))).toEqual({ kind: "there", ref: ts });
    expect(posting.calls("conversations.history")).toHaveLength(3);
    expect(await posting.poster.find(posting.target, sought("b", { since }))).toEqual({ kind: "not-there" });
  });

  it("is not there when it never arrived, or was deleted", async () => {
    posting = await startPosting({ server: { scopes: READING } });
    posting.server.fault(onCall("chat.postMessage", { kind: "drop-before" }));
    expect(await posting.poster.post(posting.target, says("Hello"), { nonce: "a" })).toEqual({ kind: "unsure" });
    expect(await posting.poster.find(posting.target, sought("a"))).toEqual({ kind: "not-there" });
    const ts = await lose("b");
    await posting.poster.withdraw(posting.target, ts);
    expect(await posting.poster.find(posting.target, sought("b"))).toEqual({ kind: "not-there" });
  });

  it("is for a person to look for where the app may not read", async () => {
    posting = await startPosting({ server: { scopes: SCOPES } });
    await lose("a");
    expect(await posting.poster.find(posting.target, sought("a"))).toEqual({ kind: "unknown" });
    expect(await posting.poster.find(posting.target, sought("a", { thread: "1.0" }))).toEqual({ kind: "unknown" });
  });

  it("is found in a private channel with the scope for those, and not with the one for public channels", async () => {
    const scopes = [...SCOPES, "channels:history"];
    posting = await startPosting({ server: { scopes } });
    const hidden = posting.server.channel({ name: "hidden", private: true });
    const target = { ...posting.target, channelId: hidden.id };
    const posted = await posting.poster.post(target, says("Hello"), { nonce: "a" });
    expect(await posting.poster.find(target, sought("a"))).toEqual({ kind: "unknown" });
    scopes.push("groups:history");
    expect(await posting.poster.find(target, sought("a"))).toEqual({ ...posted, kind: "there" });
  });

  it("is for a person to look for where the app was put out of the channel", async () => {
    posting = await startPosting({ server: { scopes: READING } });
    await lose("a");
    posting.channel.record.botIsMember = false;
    expect(await posting.poster.find(posting.target, sought("a"))).toEqual({ kind: "unknown" });
  });

  it.each([
    ["tells us to wait", limiting("conversations.history", 45), 45_000],
    ["cuts the line", onCall("conversations.history", { kind: "drop-before" }), 6_000],
    ["does not answer in time", onCall("conversations.history", { kind: "delay", delayMs: 10_000 }), 6_000],
    ["is out of order", refusing("conversations.history", "internal_error"), 6_000],
  ])("is looked for later where Slack %s", async (_what, fault, milliseconds) => {
    posting = await startPosting({ server: { scopes: READING }, settings: { requestMs: 3_000 } });
    const ts = await lose("a");
    posting.server.fault(fault);
    expect(await posting.poster.find(posting.target, sought("a"))).toEqual({ kind: "later", milliseconds });
    expect(posting.calls("conversations.history")).toHaveLength(1);
    expect(await posting.poster.find(posting.target, sought("a"))).toEqual({ kind: "there", ref: ts });
  });

  it("is looked for later where there are more pages than there is time", async () => {
    posting = await startPosting({ server: { scopes: READING, historyPage: 1 }, settings: { requestMs: 400 } });
    for (let index = 0; index < 5; index++)
      await posting.poster.post(posting.target, says("Other"), { nonce: `other-${index}` });
    posting.server.fault({ ...onCall("conversations.history", { kind: "delay", delayMs: 150 }), times: 99 });
    expect(await posting.poster.find(posting.target, sought("a"))).toEqual({ kind: "later", milliseconds: 800 });
  });
});
