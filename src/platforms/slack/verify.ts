import { createHmac, timingSafeEqual } from "node:crypto";

/** A replay is refused after this long, and so is a request from the future (Bolt's own check lets that through). */
const MOST_SKEW_SECONDS = 300;

/** Whether Slack signed this body within the last minutes; docs.slack.dev/authentication/verifying-requests-from-slack. */
export function isSigned(body: string, headers: Headers, { secret, now }: { secret: string; now: number }): boolean {
  const timestamp = headers.get("x-slack-request-timestamp") ?? "";
  const signature = headers.get("x-slack-signature") ?? "";
  if (!/^\d{1,12}$/.test(timestamp) || Math.abs(now / 1000 - Number(timestamp)) > MOST_SKEW_SECONDS) return false;
  const right = Buffer.from(`v0=${createHmac("sha256", secret).update(`v0:${timestamp}:${body}`).digest("hex")}`);
  const given = Buffer.from(signature);
  return given.length === right.length && timingSafeEqual(given, right);
}
