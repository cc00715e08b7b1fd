/**
 * Who is whom: pairs of places, each used once, the most alike first. What looks the same is paired without being
 * compared; of the rest nothing is paired where there are too many to compare.
 */
export function pairUp<T>(
  before: readonly T[],
  after: readonly T[],
  { alike, least }: { readonly alike: (a: T, b: T) => number; readonly least: number },
): [before: number, after: number][] {
  const pairs = sameOnes(before, after);
  const taken = { before: new Set(pairs.map(([a]) => a)), after: new Set(pairs.map(([, b]) => b)) };
  const left = [...before.keys()].filter((place) => !taken.before.has(place));
  const right = [...after.keys()].filter((place) => !taken.after.has(place));
  if (left.length * right.length > MOST) return pairs;
  const candidates = left.flatMap((a) => right.map((b) => ({ a, b, likeness: alike(before[a] as T, after[b] as T) })));
  candidates.sort(
    (one, other) => other.likeness - one.likeness || Math.abs(one.a - one.b) - Math.abs(other.a - other.b),
  );
  for (const { a, b, likeness } of candidates) {
    if (likeness < least || taken.before.has(a) || taken.after.has(b)) continue;
    taken.before.add(a);
    taken.after.add(b);
    pairs.push([a, b]);
  }
  return pairs;
}

/** Comparisons: some tens of milliseconds. No resume that a person wrote has as many. */
const MOST = 4_000;

function sameOnes<T>(before: readonly T[], after: readonly T[]): [number, number][] {
  const places = new Map<string, number[]>();
  for (const [place, item] of before.entries()) {
    const key = JSON.stringify(item);
    const known = places.get(key);
    if (known) known.push(place);
    else places.set(key, [place]);
  }
  return [...after.entries()].flatMap(([place, item]): [number, number][] => {
    const same = places.get(JSON.stringify(item))?.shift();
    return same === undefined ? [] : [[same, place]];
  });
}
