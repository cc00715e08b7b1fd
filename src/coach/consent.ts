/** Which wording of the consent question counts. A new wording must be a new number: everybody is then asked again. */
export const CONSENT_VERSION = 1;

/** What somebody said to today's wording; null when they have not been asked in these words. */
export function currentConsent(user: { aiConsent: boolean | null; aiConsentVersion: number | null }): boolean | null {
  return user.aiConsentVersion === CONSENT_VERSION ? user.aiConsent : null;
}
