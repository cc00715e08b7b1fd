import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import { PNG } from "./bot.ts";
import { limiting, onCall, type Posting, pay, refusing, SCOPES, startPosting } from "./posting.ts";

let posting: Posting;
afterEach(() => posting.stop());

const NONCE = { nonce: "a-nonce" };
const kinds = (): unknown[] => posting.seen().flatMap(({ blocks }) => blocks.map(({ type }) => type));

describe("the picture of a post", () => {
  it("stands in the message, with its words for whoever does not see it, and is in no channel by itself", async () => {
    posting = await startPosting();
    expect((await posting.poster.post(posting.target, pay, NONCE)).kind).toBe("sent");
    const [message, ...others] = posting.seen();
    expect(others).toEqual([]);
    expect(kinds()).toEqual(["header", "image", "actions"]);
    const [file] = [...posting.server.world.files.values()];
    expect(message?.blocks[1]).toMatchObject({
      slack_file: { id: file?.id },
      alt_text: "Developers earn 79,850 to 211,450 USD a year, 133,080 in the middle.",
    });
    expect(file?.bytes.equals(PNG)).toBe(true);
    expect(posting.drawn).toMatchObject([{ kind: "ranges", title: "Pay" }]);
    const [completed] = posting.calls("files.completeUploadExternal");
    expect(completed?.body).not.toHaveProperty("channel_id");
    expect(posting.server.violations).toEqual([]);
  });

  it("is waited for once, while Slack still works on it", async () => {
    posting = await startPosting({ server: { pictureMs: 1_000 } });
    expect((await posting.poster.post(posting.target, pay, NONCE)).kind).toBe("sent");
    expect(kinds()).toContain("image");
    expect(posting.calls("chat.postMessage")).toHaveLength(2);
    expect(posting.seen()).toHaveLength(1);
  });

  it.each<[string, () => Promise<Posting>]>([
    [
      "Slack is not done with it",
      () => startPosting({ server: { pictureMs: 60_000 }, settings: { requestMs: 8_000 } }),
    ],
    ["the app may bring no files", () => startPosting({ server: { scopes: ["chat:write"] } })],
    [
      "it cannot be drawn",
      () =>
        startPosting({
          settings: {
            drawChart: async () => {
              throw new Error("no canvas");
            },
          },
        }),
    ],
    [
      "drawing it takes too long",
      () => startPosting({ settings: { requestMs: 6_000, drawChart: () => sleep(20_000, PNG, { ref: false }) } }),
    ],
    [
      "what was drawn is no picture",
      () => startPosting({ settings: { drawChart: async () => Buffer.from("<svg/>"), requestMs: 8_000 } }),
    ],
  ])("is a table where %s", async (_why, start) => {
    posting = await start();
    expect((await posting.poster.post(posting.target, pay, NONCE)).kind).toBe("sent");
    expect(kinds()).toContain("table");
    expect(kinds()).not.toContain("image");
    expect(posting.seen()).toHaveLength(1);
    expect(posting.seen()[0]?.plain()).toContain("133,080");
    expect(posting.server.violations).toEqual([]);
  });

  it.each([
    ["is told to wait with it", limiting("files.getUploadURLExternal", 60)],
    ["is cut off while it is brought", onCall("files.completeUploadExternal", { kind: "drop-before" })],
    ["gets no answer to it", onCall("files.completeUploadExternal", { kind: "delay", delayMs: 20_000 })],
    ["is refused it", refusing("files.getUploadURLExternal", "file_uploads_disabled")],
    [
      "cannot lay it down",
      { match: ({ path }: { path: string }) => path.startsWith("/upload/"), kind: "status" as const, status: 503 },
    ],
  ])("is a table where the app %s, and the post is on time", async (_why, fault) => {
    posting = await startPosting({ settings: { requestMs: 6_000 } });
    posting.server.fault(fault);
    expect((await posting.poster.post(posting.target, pay, NONCE)).kind).toBe("sent");
    expect(kinds()).toContain("table");
    expect(posting.seen()).toHaveLength(1);
  });

  it("is seen by nobody when the post itself fails, and is brought once for all tries", async () => {
    posting = await startPosting();
    posting.server.fault({ ...limiting("chat.postMessage", 1), times: 3 });
    for (let tries = 0; tries < 3; tries++)
      expect((await posting.poster.post(posting.target, pay, NONCE)).kind).toBe("later");
    expect(posting.seen()).toEqual([]);
    expect([...posting.server.world.files.values()].map(({ shared }) => shared)).toEqual([false]);
    expect((await posting.poster.post(posting.target, pay, NONCE)).kind).toBe("sent");
    expect((await posting.poster.post(posting.target, pay, { nonce: "another" })).kind).toBe("sent");
    expect(posting.seen()).toHaveLength(2);
    expect(posting.calls("files.completeUploadExternal")).toHaveLength(2);
  });

  it("needs no more permissions than the manifest asks for without choice", async () => {
    posting = await startPosting({ server: { scopes: SCOPES } });
    await posting.poster.post(posting.target, pay, NONCE);
    expect(kinds()).toContain("image");
  });
});
