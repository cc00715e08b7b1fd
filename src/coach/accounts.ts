import type { Database } from "#src/db/client.ts";
import { CONSENT_VERSION, currentConsent } from "./consent.ts";

/** Who somebody is, in so far as every interaction needs it. */
export interface Person {
  readonly id: string;
  readonly name: string | null;
  /** The key of an industry; null until a profile is there. */
  readonly industry: string | null;
  /** null: not asked yet, or asked in other words than today's. */
  readonly aiConsent: boolean | null;
}

export interface AccountKey {
  readonly platform: string;
  readonly workspaceId: string;
  readonly userId: string;
  readonly name: string;
}

export interface Accounts {
  /**
   * Takes one delivery in: who it is (made on their first), and whether it was here before. A delivery that was taken
   * but not finished within three minutes may be taken again, because the process that took it may have died.
   */
  arrive(key: string, account: AccountKey): Promise<{ person: Person; duplicate: boolean }>;
  find(account: AccountKey): Promise<Person | undefined>;
  /** The delivery had its effect. */
  done(key: string): Promise<void>;
  /** The delivery failed before its effect: another one with the same key is welcome. */
  release(key: string): Promise<void>;
}

type PersonRow = Person & { claimed: boolean };

export function createAccounts(db: Database): Accounts {
  // One statement for both questions: this is on the way of every press. It does not wait for the server's disk either:
  // the log is written in order, so that a claim that a crash of the server loses had no lasting effect behind it.
  async function claim(key: string, { platform, workspaceId, userId }: AccountKey): Promise<PersonRow | undefined> {
    const rows = await db.$queryRaw<PersonRow[]>`
      WITH person AS (
        SELECT u."id", u."name", u."industry",
          CASE WHEN u."aiConsentVersion" = ${CONSENT_VERSION} THEN u."aiConsent" END AS "aiConsent"
        FROM "ChatAccount" a JOIN "User" u ON u."id" = a."userId"
        WHERE a."platform" = ${platform} AND a."workspaceId" = ${workspaceId} AND a."platformUserId" = ${userId}
      ), claim AS (
        INSERT INTO "InboxEntry" AS i ("key", "takenAt")
        SELECT ${key}, now() FROM person
        ON CONFLICT ("key") DO UPDATE SET "takenAt" = now()
        WHERE i."doneAt" IS NULL AND i."takenAt" < now() - interval '3 minutes'
        RETURNING i."key", set_config('synchronous_commit', 'off', true)
      )
      SELECT person.*, EXISTS (SELECT 1 FROM claim) AS "claimed" FROM person`;
    return rows[0];
  }

  async function create(account: AccountKey): Promise<void> {
    const { platform, workspaceId, userId: platformUserId, name } = account;
    try {
      await db.user.create({ data: { name, chatAccounts: { create: { platform, workspaceId, platformUserId } } } });
    } catch (error) {
      // Their first two interactions at once: the other one made the account.
      if ((error as { code?: string }).code !== "P2002") throw error;
    }
  }

  // Nobody waits for it, so those that come while one is being written go together in the next.
  let writing: Promise<unknown> = Promise.resolve();
  let next: { keys: string[]; written: Promise<void> } | undefined;

  function done(key: string): Promise<void> {
    if (next) {
      next.keys.push(key);
      return next.written;
    }
    const keys = [key];
    const write = async () => {
      next = undefined;
      await db.$executeRaw`
        UPDATE "InboxEntry" SET "doneAt" = now() WHERE "key" = ANY(${keys})
        RETURNING set_config('synchronous_commit', 'off', true)`;
    };
    const written = writing.then(write);
    writing = written.catch(() => {});
    next = { keys, written };
    return written;
  }

  return {
    done,

    async arrive(key, account) {
      let row = await claim(key, account);
      if (!row) {
        await create(account);
        row = await claim(key, account);
      }
      if (!row) throw new Error("An account that was just made is not there");
      const { claimed, ...person } = row;
      // Some deliveries come without a name, and the first may have been one of them.
      if (!person.name && account.name) {
        await db.user.updateMany({
          where: { id: person.id, OR: [{ name: null }, { name: "" }] },
          data: { name: account.name },
        });
      }
      return { person, duplicate: !claimed };
    },

    async find({ platform, workspaceId, userId: platformUserId }) {
      const account = await db.chatAccount.findUnique({
        where: { platform_workspaceId_platformUserId: { platform, workspaceId, platformUserId } },
        select: { user: { select: { id: true, name: true, industry: true, aiConsent: true, aiConsentVersion: true } } },
      });
      if (!account) return undefined;
      const { aiConsent, aiConsentVersion, ...person } = account.user;
      return { ...person, aiConsent: currentConsent({ aiConsent, aiConsentVersion }) };
    },

    async release(key) {
      await db.$executeRaw`DELETE FROM "InboxEntry" WHERE "key" = ${key} AND "doneAt" IS NULL`;
    },
  };
}
