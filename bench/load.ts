/** A closed loop: `inFlight` interactions at a time, the next one as soon as one is answered. */
export interface Load {
  readonly inFlight: number;
  readonly milliseconds: number;
}

/** Milliseconds; rates per second. */
export interface Sample {
  readonly count: number;
  readonly rate: number;
  readonly acknowledged: Quantiles;
  readonly answered: Quantiles;
}

export interface Quantiles {
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}

/** One interaction under way. */
export interface Sent {
  acknowledged(): void;
  answered(): void;
}

/** Sends in a closed loop until the time is up and everything is answered. Rejects when something never is. */
export function runLoad({ inFlight, milliseconds }: Load, send: (sent: Sent) => void): Promise<Sample> {
  const acknowledged: number[] = [];
  const answered: number[] = [];
  const started = performance.now();
  let last = started;
  let open = 0;
  return new Promise((resolve, reject) => {
    const hung = setTimeout(
      () => reject(new Error(`${open} of ${answered.length + open} interactions were not answered`)),
      milliseconds + 30_000,
    );
    function launch(): void {
      const sentAt = performance.now();
      let isAcknowledged = false;
      open += 1;
      const sent: Sent = {
        acknowledged() {
          if (isAcknowledged) return;
          isAcknowledged = true;
          acknowledged.push(performance.now() - sentAt);
        },
        answered() {
          sent.acknowledged();
          last = performance.now();
          answered.push(last - sentAt);
          open -= 1;
          if (last - started < milliseconds) return launch();
          if (open > 0) return;
          clearTimeout(hung);
          resolve({
            count: answered.length,
            rate: answered.length / ((last - started) / 1000),
            acknowledged: quantiles(acknowledged),
            answered: quantiles(answered),
          });
        },
      };
      send(sent);
    }
    for (let started = 0; started < inFlight; started += 1) launch();
  });
}

export function quantiles(values: readonly number[]): Quantiles {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { p50: at(0.5), p99: at(0.99), max: at(1) };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? (sorted[middle] ?? Number.NaN) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
