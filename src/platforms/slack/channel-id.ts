/** "C" and what were private channels once. Direct messages begin with "D", and groups of them say so where they are looked at. */
export function isChannelId(value: string): boolean {
  return /^[CG][A-Z0-9]{2,}$/.test(value);
}
