/**
 * A minute of real life in six seconds: the lease, the first wait after a lost answer, and for how long a nonce counts.
 * Only one request is given more than its tenth, for the machine is not ten times as fast: still less than half a lease.
 */
export const PACE = { leaseMs: 6_000, firstRetryMs: 2_000, sideBySide: 3 };
export const REQUEST_MS = 2_500;
export const NONCE_MS = 12_000;
