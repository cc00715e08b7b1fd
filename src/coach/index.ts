import type { Database } from "#src/db/client.ts";
import { type Accounts, createAccounts } from "./accounts.ts";
import { createDrafts, createRequests, type Drafts, type Requests } from "./drafts.ts";

/** Everything that a command may ask. Plain data in, plain data out; knows no chat platform. */
export interface Coach {
  readonly accounts: Accounts;
  readonly drafts: Drafts;
  readonly requests: Requests;
}

export interface CoachSettings {
  readonly db: Database;
}

export function createCoach({ db }: CoachSettings): Coach {
  return { accounts: createAccounts(db), drafts: createDrafts(db), requests: createRequests(db) };
}
