import type { PlatformName } from "./chat/interaction.ts";
import type { Attachment } from "./chat/option.ts";
import type { Config } from "./config.ts";
import { ATTACHMENT_HOSTS, fetchAttachment, UnexpectedAnswer } from "./documents/import/fetch-attachment.ts";
import { ImportRefused } from "./documents/import/refused.ts";
import { fileIdOf, type PlaygroundStore } from "./platforms/playground/store.ts";
import { UserError } from "./words/errors.ts";

export type FetchFile = (platform: PlatformName, attachment: Attachment) => Promise<Uint8Array>;

type Files = Pick<PlaygroundStore, "findFile" | "removeFiles">;

/**
 * Brings what somebody attached, from where their platform keeps it and from nowhere else: an address that came over one
 * platform is never asked of another's hosts. Slack's token goes to Slack's own file server only. What was uploaded to the
 * playground is there until it is brought, once. UserErrors: those that begin with import-link, import-too-large,
 * import-too-slow, import-not-permitted.
 */
export function createFetchFile(config: Pick<Config, "discord" | "slack">, files: Files): FetchFile {
  const fetchers: Record<PlatformName, (attachment: Attachment) => Promise<Uint8Array>> = {
    discord: ({ url }) => fetchAttachment(url, [...ATTACHMENT_HOSTS.discord, ...originOf(config.discord?.apiUrl)]),
    slack: (attachment) => fetchFromSlack(attachment, config.slack),
    async playground({ url }) {
      const id = fileIdOf(url) ?? "";
      const file = await files.findFile(id);
      if (!file) throw new ImportRefused("import-link-expired", {});
      await files.removeFiles([id]);
      return file.bytes;
    },
  };
  return async (platform, attachment) => {
    try {
      return await fetchers[platform](attachment);
    } catch (error) {
      throw error instanceof ImportRefused ? new UserError(error.code, error.facts, { cause: error }) : error;
    }
  };
}

async function fetchFromSlack(attachment: Attachment, slack: Config["slack"]): Promise<Uint8Array> {
  // Slack named it by its id and did not tell where it is.
  if (attachment.url.startsWith("slack-file:")) throw new UserError("import-link-failed", {});
  const own = originOf(slack?.apiUrl);
  const [usual] = ATTACHMENT_HOSTS.slack;
  const [origin = `https://${usual}`] = own.filter((allowed) => allowed === originOf(attachment.url)[0]);
  const token = slack && { token: { host: new URL(origin).host, value: slack.botToken } };
  try {
    const bytes = await fetchAttachment(attachment.url, [usual, ...own], token ?? {});
    if (isSignInPage(bytes, attachment)) throw new UserError("import-not-permitted", {});
    return bytes;
  } catch (error) {
    if (!(error instanceof ImportRefused)) throw error;
    // Slack's addresses do not expire: it sends whom it does not let in to the sign-in page, or says no.
    const status = error.cause instanceof UnexpectedAnswer ? error.cause.status : 0;
    const refused = (status >= 300 && status < 400) || status === 401 || status === 403;
    throw refused ? new UserError("import-not-permitted", {}, { cause: error }) : error;
  }
}

/**
 * Without the permission "files:read", or with a wrong token, Slack answers 200 and a page to sign in instead of the file
 * (docs.slack.dev/messaging/working-with-files). A web page that somebody really sent says so by its name or type.
 */
function isSignInPage(bytes: Uint8Array, { name, mediaType }: Attachment): boolean {
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, 1024)).replace(/^ï»¿/, "").trimStart();
  const sentAsPage = /\.x?html?$/i.test(name) || /html/i.test(mediaType ?? "");
  return !sentAsPage && /^<(!doctype html|html)[\s>]/i.test(start);
}

/** An operator may point the bot to another server of the platform, which then keeps files as well. */
function originOf(address: string | undefined): string[] {
  return address !== undefined && URL.canParse(address) ? [new URL(address).origin] : [];
}
