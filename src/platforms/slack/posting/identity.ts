import { string } from "../json.ts";
import type { Connect } from "./connection.ts";

/** Who we are in the workspace of the token. */
export interface Identity {
  /** As people mention us, without "@". */
  readonly name: string;
  readonly userId: string;
  /** "https://example.slack.com/" */
  readonly url: string;
}

/** Asks Slack once, and again only while it has not answered. Rejects where it does not. */
export function createIdentity(connect: Connect): (milliseconds: number) => Promise<Identity> {
  let known: Identity | undefined;
  return async (milliseconds) => {
    if (known) return known;
    const { user, user_id, url } = await connect(milliseconds).client.auth.test();
    known = { name: string(user), userId: string(user_id), url: string(url) };
    return known;
  };
}
