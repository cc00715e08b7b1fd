import type { WebClient } from "@slack/web-api";
import { request } from "undici";
import { shorten } from "#src/chat/message.ts";
import { object, string } from "./json.ts";
import { LIMITS } from "./limits.ts";
import type { Upload } from "./render.ts";
import { escape } from "./text.ts";

/**
 * Brings a file into a conversation, with what it is as the text above it: that is read aloud wherever a picture's own
 * description is not. Without a conversation nobody sees it until a message of ours shows it. Rejects where Slack refuses.
 * Returns the id of the file.
 */
export async function uploadFile(
  client: WebClient,
  { file, alt }: Upload,
  { channelId, signal = AbortSignal.timeout(UPLOAD_MS) }: { channelId?: string; signal?: AbortSignal },
): Promise<string> {
  const { name, mediaType, bytes } = file;
  // The SDK's uploadV2 says "alt_text", which Slack does not know (docs.slack.dev/reference/methods/files.getUploadURLExternal);
  // and what is described so but is no picture is never shared (slackapi/python-slack-sdk#1818).
  const described = mediaType.startsWith("image/") && { alt_txt: shorten(alt, LIMITS.file.altText) };
  const answer = await client.apiCall("files.getUploadURLExternal", {
    filename: name,
    length: bytes.byteLength,
    ...described,
  });
  const opened = object(answer);
  const { statusCode, body } = await request(string(opened.upload_url), {
    method: "POST",
    headers: { "content-type": mediaType },
    body: Buffer.from(bytes),
    signal,
  });
  await body.dump();
  if (statusCode !== 200) throw Object.assign(new Error("Slack did not take the bytes"), { statusCode });
  const id = string(opened.file_id);
  await client.files.completeUploadExternal({
    files: [{ id, title: name }],
    ...(channelId && { channel_id: channelId, initial_comment: escape(shorten(alt, LIMITS.file.comment)) }),
  });
  return id;
}

/** A few megabytes over a slow line. */
const UPLOAD_MS = 20_000;
