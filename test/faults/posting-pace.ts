/** A minute of real life in six seconds: the lease, how long a post may take, and for how long a nonce counts. */
export const PACE = { leaseMs: 6_000, firstRetryMs: 300, sideBySide: 3 };
export const TIMEOUT_MS = 2_500;
export const NONCE_MS = 24_000;
