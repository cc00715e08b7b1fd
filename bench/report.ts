import { type Result, ratio } from "./contest.ts";

/** One line of the table. */
export interface Row {
  readonly path: string;
  readonly measure: string;
  readonly ours: string;
  readonly beside: string;
  readonly ratio: string;
  readonly aim: string;
  /** undefined where nothing is aimed for. */
  readonly holds: boolean | undefined;
}

/** What must hold: at least this share of the other's rate, at most this multiple of its CPU and time. */
export interface Aims {
  readonly rate?: number;
  readonly cpu?: number;
  readonly p50?: number;
}

/** Rate, CPU for each answer and time to the first response, each beside the other's in the same rounds. */
export function compare(path: string, [ours, bare]: readonly [Result, Result], aims: Aims): Row[] {
  const rate = ratio(ours, bare, "rate");
  const cpu = ratio(ours, bare, "cpu");
  const p50 = ratio(ours, bare, "acknowledged");
  const common = (of: "rate" | "cpu" | "acknowledged", digits: number) => ({
    path: `${path}, beside ${bare.name}`,
    ours: ours.middle[of].toFixed(digits),
    beside: bare.middle[of].toFixed(digits),
  });
  return [
    { ...common("rate", 0), measure: "rate, 1/s", ratio: times(rate), ...atLeast(rate, aims.rate) },
    { ...common("cpu", 0), measure: "CPU, µs", ratio: times(cpu), ...atMost(cpu, aims.cpu) },
    { ...common("acknowledged", 2), measure: "p50, ms", ratio: times(p50), ...atMost(p50, aims.p50) },
  ];
}

/** A figure of ours alone. */
export function figure(
  what: { path: string; measure: string; aim: number },
  value: number,
  { digits = 0, beside = "" } = {},
): Row {
  return {
    path: what.path,
    measure: what.measure,
    ours: value.toFixed(digits),
    beside,
    ratio: "",
    ...atMost(value, what.aim, ""),
  };
}

export function atLeast(value: number, aim: number | undefined): Pick<Row, "aim" | "holds"> {
  return aim === undefined ? { aim: "", holds: undefined } : { aim: `≥ ${times(aim)}`, holds: value >= aim };
}

export function atMost(value: number, aim: number | undefined, unit = "×"): Pick<Row, "aim" | "holds"> {
  return aim === undefined ? { aim: "", holds: undefined } : { aim: `≤ ${aim}${unit}`, holds: value <= aim };
}

export const times = (value: number): string => `${value.toFixed(value < 10 ? 2 : 0)}×`;

/** As Markdown, which a terminal shows well enough. */
export function table(rows: readonly Row[]): string {
  const head = ["path", "measure", "ours", "beside", "ratio", "aim", "holds"];
  const cells = rows.map(({ path, measure, ours, beside, ratio: share, aim, holds }) => [
    path,
    measure,
    ours,
    beside,
    share,
    aim,
    holds === undefined ? "" : holds ? "yes" : "**no**",
  ]);
  const widths = head.map((name, column) => Math.max(name.length, ...cells.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...cells.map(line)].join("\n");
}
