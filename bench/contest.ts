import { seeded } from "#test/house/house.ts";
import { type Load, median, type Sample } from "./load.ts";
import type { Remote } from "./remote.ts";

/** One program doing one thing, to be compared with another doing the same. */
export interface Contestant {
  readonly name: string;
  readonly bot: Pick<Remote<never>, "cpu">;
  readonly load: (load: Load) => Promise<Sample>;
  /** In flight at once; 32 unless it says otherwise. */
  readonly inFlight?: number;
}

export interface Pace {
  readonly rounds: number;
  readonly warmUpMs: number;
  readonly aloneMs: number;
  readonly loadMs: number;
}

export interface Round {
  /** Answers a second under load. */
  readonly rate: number;
  /** Microseconds of CPU of the bot for each answer under load. */
  readonly cpu: number;
  /** Milliseconds to the first response, and to the answer, one at a time. */
  readonly acknowledged: number;
  readonly answered: number;
}

export interface Result {
  readonly name: string;
  readonly rounds: readonly Round[];
  readonly middle: Round;
}

const random = seeded(11);

/** Rounds of all contestants in turn, in a new order each time, so that what else happens on the machine hits all. */
export async function contest(contestants: readonly Contestant[], pace: Pace): Promise<readonly Result[]> {
  const rounds = new Map<string, Round[]>(contestants.map(({ name }) => [name, []]));
  for (const contestant of contestants) {
    await contestant.load({ inFlight: inFlightOf(contestant), milliseconds: pace.warmUpMs });
  }
  for (let round = 0; round < pace.rounds; round += 1) {
    const order = contestants.map((contestant) => ({ contestant, at: random() })).sort((a, b) => a.at - b.at);
    for (const { contestant } of order) rounds.get(contestant.name)?.push(await measure(contestant, pace));
  }
  return contestants.map(({ name }) => {
    const own = rounds.get(name) ?? [];
    const middle = (of: keyof Round) => median(own.map((round) => round[of]));
    return {
      name,
      rounds: own,
      middle: {
        rate: middle("rate"),
        cpu: middle("cpu"),
        acknowledged: middle("acknowledged"),
        answered: middle("answered"),
      },
    };
  });
}

/** The middle one of the rounds' ratios: two programs are compared only within a round. */
export function ratio(ours: Result, bare: Result, of: keyof Round): number {
  return median(ours.rounds.map((round, index) => round[of] / (bare.rounds[index]?.[of] ?? Number.NaN)));
}

async function measure(contestant: Contestant, { aloneMs, loadMs }: Pace): Promise<Round> {
  const { bot, load } = contestant;
  const alone = await load({ inFlight: 1, milliseconds: aloneMs });
  const before = await bot.cpu();
  const full = await load({ inFlight: inFlightOf(contestant), milliseconds: loadMs });
  const cpu = (await bot.cpu()) - before;
  return {
    rate: full.rate,
    cpu: cpu / full.count,
    acknowledged: alone.acknowledged.p50,
    answered: alone.answered.p50,
  };
}

const inFlightOf = ({ inFlight = 32 }: Contestant): number => inFlight;
