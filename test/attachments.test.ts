import { createServer, type IncomingMessage, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createFetchFile, type FetchFile } from "#src/attachments.ts";
import type { Attachment } from "#src/chat/option.ts";
import type { Config } from "#src/config.ts";
import { createPlaygroundStore } from "#src/db/playground-store.ts";
import { toAttachment } from "#src/platforms/playground/store.ts";
import { UserError } from "#src/words/errors.ts";
import { startTestDatabase, type TestDatabase } from "./house/database.ts";

const TOKEN = "xoxb-7-secret";

let database: TestDatabase;
beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.stop());

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

interface Host {
  readonly origin: string;
  /** Every request that it heard. */
  readonly heard: IncomingMessage[];
}

async function serve(answer: RequestListener): Promise<Host> {
  const heard: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    heard.push(request);
    answer(request, response);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, heard };
}

/** The bot as an operator set it up: each platform reached at this origin. */
function fetchFileOf({ discord, slack }: { discord?: string; slack?: string }): FetchFile {
  const config = {
    discord: { token: "discord-secret", apiUrl: discord && `${discord}/api/v10` },
    slack: { botToken: TOKEN, apiUrl: slack && `${slack}/api/` },
  } as Pick<Config, "discord" | "slack">;
  return createFetchFile(config, createPlaygroundStore(database.db));
}

function at(url: string, about: Partial<Attachment> = {}): Attachment {
  return { name: "cv.pdf", mediaType: "application/pdf", size: 10, url, ...about };
}

async function refusal(work: Promise<unknown>): Promise<UserError> {
  const error = await work.then(
    () => new Error("It was not refused"),
    (reason: unknown) => reason,
  );
  if (!(error instanceof UserError)) throw error;
  return error;
}

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString();

describe("a file on Discord", () => {
  it("is brought without any token", async () => {
    const discord = await serve((_request, response) => response.end("my resume"));
    const fetchFile = fetchFileOf({ discord: discord.origin });
    expect(text(await fetchFile("discord", at(`${discord.origin}/attachments/1/2/cv.pdf?ex=1`)))).toBe("my resume");
    expect(JSON.stringify(discord.heard[0]?.headers)).not.toMatch(/secret|authorization|cookie/i);
  });

  it.each([401, 403, 404, 410])("has expired when its host says %i", async (status) => {
    const discord = await serve((_request, response) => response.writeHead(status).end("no longer available"));
    const fetched = fetchFileOf({ discord: discord.origin })("discord", at(`${discord.origin}/a`));
    expect((await refusal(fetched)).code).toBe("import-link-expired");
  });

  it("is never asked for where a redirect leads", async () => {
    const inner = await serve((_request, response) => response.end("of the inner network"));
    const discord = await serve((_request, response) => response.writeHead(302, { location: inner.origin }).end());
    const fetched = fetchFileOf({ discord: discord.origin })("discord", at(`${discord.origin}/a`));
    expect((await refusal(fetched)).code).toBe("import-link-failed");
    expect(inner.heard).toEqual([]);
  });

  it("is not read beyond five megabytes", async () => {
    const discord = await serve((_request, response) => response.end(Buffer.alloc(6_000_000, 97)));
    const fetched = fetchFileOf({ discord: discord.origin })("discord", at(`${discord.origin}/a`));
    expect((await refusal(fetched)).code).toBe("import-too-large");
  });

  it("cannot be fetched while its host is away", async () => {
    const discord = await serve((request) => request.destroy());
    const fetched = fetchFileOf({ discord: discord.origin })("discord", at(`${discord.origin}/a`));
    expect((await refusal(fetched)).code).toBe("import-link-failed");
  });
});

describe("a file on Slack", () => {
  it("is brought with the bot's token", async () => {
    const slack = await serve((_request, response) => response.end("my resume"));
    const fetchFile = fetchFileOf({ slack: slack.origin });
    expect(text(await fetchFile("slack", at(`${slack.origin}/files-pri/T1-F1/cv.pdf`)))).toBe("my resume");
    expect(slack.heard.map(({ headers }) => headers.authorization)).toEqual([`Bearer ${TOKEN}`]);
  });

  it("does not take the token along to where a redirect leads", async () => {
    const other = await serve((_request, response) => response.end("stolen"));
    const slack = await serve((_request, response) => response.writeHead(302, { location: other.origin }).end());
    const fetched = fetchFileOf({ slack: slack.origin })("slack", at(`${slack.origin}/files-pri/T1-F1/cv.pdf`));
    expect((await refusal(fetched)).code).toBe("import-not-permitted");
    expect(other.heard).toEqual([]);
  });

  it.each(["<!DOCTYPE html><html><body>Sign in to Slack</body></html>", "\ufeff\n<html lang=en>"])(
    "is not taken for the page to sign in that comes in its place: %s",
    async (page) => {
      const slack = await serve((_request, response) => response.end(page));
      const fetched = fetchFileOf({ slack: slack.origin })("slack", at(`${slack.origin}/files-pri/T1-F1/cv.pdf`));
      expect((await refusal(fetched)).code).toBe("import-not-permitted");
    },
  );

  it.each([401, 403])("may not be opened when Slack says %i, and is gone when it says 404", async (status) => {
    const slack = await serve(({ url }, response) => response.writeHead(url === "/gone" ? 404 : status).end());
    const fetchFile = fetchFileOf({ slack: slack.origin });
    expect((await refusal(fetchFile("slack", at(`${slack.origin}/a`)))).code).toBe("import-not-permitted");
    expect((await refusal(fetchFile("slack", at(`${slack.origin}/gone`)))).code).toBe("import-link-expired");
  });

  it("may be a web page, if it was sent as one", async () => {
    const page = "<!DOCTYPE html><html><body>My resume</body></html>";
    const slack = await serve((_request, response) => response.end(page));
    const fetchFile = fetchFileOf({ slack: slack.origin });
    const named = at(`${slack.origin}/a`, { name: "cv.html", mediaType: null });
    const typed = at(`${slack.origin}/a`, { name: "cv", mediaType: "text/html" });
    expect(text(await fetchFile("slack", named))).toBe(page);
    expect(text(await fetchFile("slack", typed))).toBe(page);
  });
});

describe("an address that is none of the platform's", () => {
  it.each(["discord", "slack"] as const)("is refused on %s before anybody is asked", async (platform) => {
    const inner = await serve((_request, response) => response.end("of the inner network"));
    const home = await serve((_request, response) => response.end("hello"));
    const port = new URL(inner.origin).port;
    const fetchFile = fetchFileOf({ discord: home.origin, slack: home.origin });
    const addresses = [
      `${inner.origin}/secret`,
      `http://localhost:${port}/secret`,
      `http://[::ffff:127.0.0.1]:${port}/secret`,
      `${home.origin.replace("http:", "https:")}/secret`,
      home.origin.replace("http://", `http://${TOKEN}@`),
      `http://${new URL(home.origin).host}@127.0.0.1:${port}/`,
      "https://files.slack.com.example.org/files-pri/T1-F1/cv.pdf",
      "https://files.slack.com:8443/files-pri/T1-F1/cv.pdf",
      "http://files.slack.com/files-pri/T1-F1/cv.pdf",
      "http://cdn.discordapp.com/attachments/1/2/cv.pdf",
      "https://drive.google.com/file/d/1",
      "https://169.254.169.254/latest/meta-data/",
      "file:///etc/passwd",
      "data:text/plain,hello",
      "playground:file/1",
      "",
    ];
    for (const url of addresses) {
      expect((await refusal(fetchFile(platform, at(url)))).code, url).toBe("import-link-refused");
    }
    expect([...inner.heard, ...home.heard]).toEqual([]);
  });

  it("is refused where it is another platform's", async () => {
    const [discord, slack] = await Promise.all([1, 2].map(() => serve((_request, response) => response.end("x"))));
    if (!discord || !slack) throw new Error("No servers");
    const fetchFile = fetchFileOf({ discord: discord.origin, slack: slack.origin });
    const wrong = [
      fetchFile("slack", at(`${discord.origin}/a`)),
      fetchFile("discord", at(`${slack.origin}/a`)),
      fetchFile("slack", at("https://cdn.discordapp.com/attachments/1/2/cv.pdf")),
      fetchFile("discord", at("https://files.slack.com/files-pri/T1-F1/cv.pdf")),
    ];
    for (const work of wrong) expect((await refusal(work)).code).toBe("import-link-refused");
    expect([...discord.heard, ...slack.heard]).toEqual([]);
  });

  it("never shows the token or the address in what is told", async () => {
    const slack = await serve((request) => request.destroy());
    const error = await refusal(fetchFileOf({ slack: slack.origin })("slack", at(`${slack.origin}/files-pri/F1`)));
    const told = JSON.stringify([error.message, error.facts, String(error.cause)]);
    expect(told).not.toContain(TOKEN);
    expect(told).not.toContain("files-pri");
  });
});

describe("a file in the playground", () => {
  it("is brought once and then no longer kept", async () => {
    const store = createPlaygroundStore(database.db);
    const file = { id: "upload-1", name: "cv.txt", mediaType: "text/plain", bytes: new Uint8Array([104, 105]) };
    await store.addFile(file);
    const attachment = toAttachment({ ...file, size: 2 });
    const fetchFile = fetchFileOf({});
    expect(text(await fetchFile("playground", attachment))).toBe("hi");
    expect((await refusal(fetchFile("playground", attachment))).code).toBe("import-link-expired");
    expect(await store.findFile("upload-1")).toBeUndefined();
  });

  it("is no address of the network", async () => {
    const inner = await serve((_request, response) => response.end("of the inner network"));
    const fetched = fetchFileOf({ discord: inner.origin, slack: inner.origin })("playground", at(`${inner.origin}/a`));
    expect((await refusal(fetched)).code).toBe("import-link-expired");
    expect(inner.heard).toEqual([]);
  });
});
