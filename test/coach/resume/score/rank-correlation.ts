/** Spearman's rank correlation; equal values share the mean of their ranks. */
export function rankCorrelation(a: readonly number[], b: readonly number[]): number {
  const [x, y] = [ranks(a), ranks(b)];
  const mean = (a.length + 1) / 2;
  const sum = (of: (index: number) => number) => a.reduce((total, _, index) => total + of(index), 0);
  const from = (list: readonly number[], index: number) => (list[index] ?? 0) - mean;
  const together = sum((index) => from(x, index) * from(y, index));
  return together / Math.sqrt(sum((index) => from(x, index) ** 2) * sum((index) => from(y, index) ** 2));
}

function ranks(values: readonly number[]): number[] {
  return values.map((value) => {
    const less = values.filter((other) => other < value).length;
    const same = values.filter((other) => other === value).length;
    return less + (same + 1) / 2;
  });
}
