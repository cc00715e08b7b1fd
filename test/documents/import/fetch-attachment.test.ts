import { createServer, type IncomingMessage, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { ATTACHMENT_HOSTS, fetchAttachment } from "#src/documents/import/fetch-attachment.ts";
import { ImportRefused } from "#src/documents/import/refused.ts";

const HOSTS = [...ATTACHMENT_HOSTS.discord, ...ATTACHMENT_HOSTS.slack];

const servers: Server[] = [];
const journal: IncomingMessage[] = [];

afterEach(async () => {
  journal.length = 0;
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

async function serve(answer: RequestListener): Promise<string> {
  const server = createServer((request, response) => {
    journal.push(request);
    answer(request, response);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function refusal(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ImportRefused)) throw new Error("It was not refused", { cause: error });
  return error.code;
}

describe("fetching an attachment", () => {
  it("gives the bytes, with the token only for its host", async () => {
    const origin = await serve((_request, response) => response.end("hello"));
    const token = { host: new URL(origin).host, value: "xoxb-secret" };
    expect(Buffer.from(await fetchAttachment(`${origin}/a.txt`, [origin], { token })).toString()).toBe("hello");
    await fetchAttachment(`${origin}/a.txt`, [origin], { token: { ...token, host: "files.slack.com" } });
    expect(journal.map(({ headers }) => headers.authorization)).toEqual(["Bearer xoxb-secret", undefined]);
  });

  it.each([
    "http://cdn.discordapp.com/a.pdf",
    "https://cdn.discordapp.com:8443/a.pdf",
    "https://cdn.discordapp.com.evil.example/a.pdf",
    "https://evil.example/cdn.discordapp.com",
    "https://user:pass@files.slack.com/a.pdf",
    "https://files.slack.com@evil.example/a.pdf",
    "https://127.0.0.1/a.pdf",
    "https://2130706433/a.pdf",
    "https://0x7f.1/a.pdf",
    "https://[::1]/a.pdf",
    "https://169.254.169.254/latest/meta-data",
    "file:///etc/passwd",
    "data:text/plain,hello",
    "not an address",
  ])("refuses %s before it connects", async (url) => {
    const resolve = () => Promise.reject(new Error("It was looked up"));
    expect(await refusal(fetchAttachment(url, HOSTS, { resolve }))).toBe("import-link-refused");
  });

  it.each([
    "127.0.0.1",
    "10.1.2.3",
    "169.254.169.254",
    "192.168.0.9",
    "100.64.0.1",
    "::1",
    "fe80::1",
    "fd00::1",
    "::ffff:127.0.0.1",
  ])("refuses a known name that points to %s", async (address) => {
    const resolve = async () => [
      { address: "162.159.130.233", family: 4 },
      { address, family: address.includes(":") ? 6 : 4 },
    ];
    const asked = fetchAttachment("https://files.slack.com/a", HOSTS, { resolve });
    expect(await refusal(asked)).toBe("import-link-refused");
  });

  it("follows no redirect", async () => {
    const target = await serve((_request, response) => response.end("secret"));
    const origin = await serve((_request, response) => response.writeHead(302, { location: target }).end());
    expect(await refusal(fetchAttachment(`${origin}/a`, [origin, target]))).toBe("import-link-failed");
    expect(journal.length).toBe(1);
  });

  it.each([401, 403, 404, 410])("says of %i that the link has expired", async (status) => {
    const origin = await serve((_request, response) => response.writeHead(status).end("no"));
    expect(await refusal(fetchAttachment(`${origin}/a`, [origin]))).toBe("import-link-expired");
  });

  it("stops an endless body at its limit, whatever length was declared", async () => {
    const origin = await serve((_request, response) => {
      const pour = (): void => {
        while (response.write(Buffer.alloc(65_536))) if (response.destroyed) return;
        response.once("drain", pour);
      };
      pour();
    });
    expect(await refusal(fetchAttachment(`${origin}/a`, [origin]))).toBe("import-too-large");
  });

  it("stops a body that comes byte by byte", async () => {
    const origin = await serve((_request, response) => {
      const drip = setInterval(() => response.write("x"), 20);
      response.on("close", () => clearInterval(drip));
    });
    const start = performance.now();
    expect(await refusal(fetchAttachment(`${origin}/a`, [origin], { milliseconds: 300 }))).toBe("import-too-slow");
    expect(performance.now() - start).toBeLessThan(10_000);
  });

  it("says so when a body ends early", async () => {
    const origin = await serve((_request, response) => {
      response.writeHead(200, { "content-length": "1000" });
      response.write("short");
      setTimeout(() => response.destroy(), 30);
    });
    expect(await refusal(fetchAttachment(`${origin}/a`, [origin]))).toBe("import-link-failed");
  });
});
