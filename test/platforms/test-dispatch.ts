import type { Command } from "#src/chat/command.ts";
import { createDispatch, type Dispatch } from "#src/chat/dispatch.ts";
import type { Coach } from "#src/coach/index.ts";
import { UserError } from "#src/words/errors.ts";

/** The real dispatch over commands of a test, for tests of a platform. */
export function createTestDispatch(commands: readonly Command[], coach = createTestCoach()): Dispatch {
  return createDispatch({
    commands,
    coach,
    gates: {},
    explain: () => undefined,
    fetchFile: noFile,
    report: { handled() {}, broken() {} },
    limit: 10_000,
  });
}

async function noFile(): Promise<never> {
  throw new UserError("import-link-expired", {});
}

/** Remembers people, drafts and deliveries in memory, where the database is not what is tested. */
export function createTestCoach(): Coach {
  const people = new Map<string, { id: string; name: string; industry: null; aiConsent: null }>();
  const inbox = new Set<string>();
  const drafts = new Map<string, Record<string, string>>();
  const coach: Pick<Coach, "accounts" | "drafts" | "requests"> = {
    accounts: {
      async arrive(key, { userId, name }) {
        const person = people.get(userId) ?? { id: userId, name, industry: null, aiConsent: null };
        people.set(userId, person);
        const duplicate = inbox.has(key);
        inbox.add(key);
        return { person, duplicate };
      },
      find: async ({ userId }) => people.get(userId),
      async done() {},
      async release(key) {
        inbox.delete(key);
      },
    },
    drafts: {
      find: async (userId, form) => drafts.get(`${userId} ${form}`) ?? {},
      async save(userId, form, values) {
        const typed = Object.entries(values).filter(([, value]) => typeof value !== "object");
        drafts.set(`${userId} ${form}`, Object.fromEntries(typed.map(([name, value]) => [name, String(value)])));
      },
      async drop(userId, form) {
        drafts.delete(`${userId} ${form}`);
      },
    },
    requests: { keep: async () => "1", find: async () => undefined },
  };
  return coach as Coach;
}
