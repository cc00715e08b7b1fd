import { lookup } from "node:dns/promises";
import { BlockList, isIP } from "node:net";
import { Agent, type Dispatcher, request } from "undici";
import { LIMITS, megabytes } from "./limits.ts";
import { ImportRefused } from "./refused.ts";

/** Where Discord and Slack keep what people attach. */
export const ATTACHMENT_HOSTS = {
  discord: ["cdn.discordapp.com", "media.discordapp.net"],
  slack: ["files.slack.com"],
} as const;

/** The cause of a refusal where a server answered something else than the file. */
export class UnexpectedAnswer extends Error {
  override name = "UnexpectedAnswer";
  readonly status: number;

  constructor(status: number) {
    super(`The answer was ${status}`);
    this.status = status;
  }
}

export interface AttachmentOptions {
  /** Sent as Bearer, and to this host alone. */
  readonly token?: { readonly host: string; readonly value: string };
  readonly milliseconds?: number;
  readonly maxBytes?: number;
  readonly signal?: AbortSignal;
  /** The system's resolver unless a test has its own. */
  readonly resolve?: (host: string) => Promise<readonly { address: string; family: number }[]>;
}

/**
 * The bytes behind an attachment's address. `allowedHosts` are names, reached by https on its own port; one with a scheme
 * and a port ("http://127.0.0.1:4000") is a server of a test and is taken as it stands. No redirects; a name that points
 * into a private network is refused, and the connection goes to the very address that was looked at. Rejects with
 * ImportRefused; "import-link-expired" is worth asking the platform for a fresh link, once.
 */
export async function fetchAttachment(
  url: string,
  allowedHosts: readonly string[],
  options: AttachmentOptions = {},
): Promise<Uint8Array> {
  const target = allowed(url, allowedHosts);
  const { milliseconds = 15_000, maxBytes = LIMITS.fileBytes, token } = options;
  const time = AbortSignal.timeout(milliseconds);
  const signal = options.signal ? AbortSignal.any([time, options.signal]) : time;
  const agent = await pinned(target, signal, options.resolve);
  try {
    const secret = token && token.host === target.url.host ? { authorization: `Bearer ${token.value}` } : {};
    const response = await request(target.url, { dispatcher: agent, signal, headers: { ...secret, accept: "*/*" } });
    return await body(response, maxBytes);
  } catch (cause) {
    if (cause instanceof ImportRefused) throw cause;
    options.signal?.throwIfAborted();
    throw time.aborted
      ? new ImportRefused("import-too-slow", { seconds: Math.round(milliseconds / 1000) }, { cause })
      : new ImportRefused("import-link-failed", {}, { cause });
  } finally {
    await agent.destroy();
  }
}

interface Target {
  readonly url: URL;
  readonly own: boolean;
}

function allowed(text: string, hosts: readonly string[]): Target {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url) throw new ImportRefused("import-link-refused", { host: "" });
  const clean = url.username === "" && url.password === "";
  if (clean && hosts.includes(url.origin)) return { url, own: true };
  const usual = url.protocol === "https:" && url.port === "" && isIP(url.hostname.replace(/^\[|\]$/g, "")) === 0;
  if (!clean || !usual || !hosts.includes(url.hostname))
    throw new ImportRefused("import-link-refused", { host: url.hostname });
  return { url, own: false };
}

async function pinned(
  { url, own }: Target,
  signal: AbortSignal,
  resolve: AttachmentOptions["resolve"] = addresses,
): Promise<Agent> {
  const limits = { headersTimeout: 15_000, bodyTimeout: 15_000 };
  if (own) return new Agent(limits);
  const found = await Promise.race([resolve(url.hostname), aborted(signal)]).catch((cause) => {
    throw new ImportRefused("import-link-failed", {}, { cause });
  });
  const [first] = found;
  if (!first || found.some(({ address, family }) => isPrivate(address, family))) {
    throw new ImportRefused("import-link-refused", { host: url.hostname });
  }
  return new Agent({
    ...limits,
    connect: {
      lookup: (_host, { all }, done) => {
        if (all) done(null, [{ address: first.address, family: first.family }]);
        else done(null, first.address, first.family);
      },
    },
  });
}

const addresses: NonNullable<AttachmentOptions["resolve"]> = (host) => lookup(host, { all: true });

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason), { once: true }));
}

async function body(response: Dispatcher.ResponseData, maxBytes: number): Promise<Uint8Array> {
  const { statusCode } = response;
  if (statusCode !== 200) {
    response.body.on("error", () => {}).destroy();
    const cause = new UnexpectedAnswer(statusCode);
    if (statusCode === 401 || statusCode === 403 || statusCode === 404 || statusCode === 410)
      throw new ImportRefused("import-link-expired", {}, { cause });
    throw new ImportRefused("import-link-failed", {}, { cause });
  }
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response.body as AsyncIterable<Buffer>) {
    size += chunk.length;
    // What the server says of the length is not asked.
    if (size > maxBytes)
      throw new ImportRefused("import-too-large", { megabytes: megabytes(size), max: megabytes(maxBytes) });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Everything that is no public address: IANA's special-purpose registries (RFC 6890). */
function isPrivate(address: string, family: number): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  return mapped ? SPECIAL.check(mapped, "ipv4") : SPECIAL.check(address, family === 6 ? "ipv6" : "ipv4");
}

const SPECIAL = new BlockList();
for (const range of [
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.0.0.0/24",
  "192.0.2.0/24",
  "192.168.0.0/16",
  "198.18.0.0/15",
  "198.51.100.0/24",
  "203.0.113.0/24",
  "224.0.0.0/3",
]) {
  const [net = "", bits] = range.split("/");
  SPECIAL.addSubnet(net, Number(bits), "ipv4");
}
for (const range of [
  "::/96",
  "::ffff:0:0/96",
  "64:ff9b::/96",
  "100::/64",
  "2001:db8::/32",
  "2002::/16",
  "fc00::/7",
  "fe80::/10",
  "ff00::/8",
]) {
  const [net = "", bits] = range.split("/");
  SPECIAL.addSubnet(net, Number(bits), "ipv6");
}
