import type { Database } from "#src/db/client.ts";
import type { Model } from "./model.ts";

/**
 * Which wording of the consent question counts. A new wording must be a new number: everybody is then asked again.
 * 1: quizzes. 2: lines of the resume, and cover letters.
 */
export const CONSENT_VERSION = 2;

/** What somebody said to today's wording; null when they have not been asked in these words. */
export function currentConsent(user: { aiConsent: boolean | null; aiConsentVersion: number | null }): boolean | null {
  return user.aiConsentVersion === CONSENT_VERSION ? user.aiConsent : null;
}

/** The model that may be told of a person: a hosted one only with their consent. */
export function modelFor(db: Database, model: Model | undefined) {
  return async (userId: string): Promise<Model | undefined> => {
    if (!model?.hosted) return model;
    const select = { aiConsent: true, aiConsentVersion: true } as const;
    return currentConsent(await db.user.findUniqueOrThrow({ where: { id: userId }, select })) ? model : undefined;
  };
}
