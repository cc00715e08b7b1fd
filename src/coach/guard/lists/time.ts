export const MONTHS: ReadonlyMap<string, number> = new Map(
  "january february march april may june july august september october november december"
    .split(" ")
    .flatMap((name, at) => (name === "may" ? [] : [[name, at + 1] as const, [name.slice(0, 3), at + 1] as const])),
);

/** Words of time, each with its unit: "daily" and "days" with "day". */
export const TIME_UNITS: ReadonlyMap<string, string> = new Map(
  `second: second seconds sec secs
minute: minute minutes min mins
hour: hour hours hourly hr hrs
day: day days daily
night: night nights nightly evening evenings
shift: shift shifts
week: week weeks weekly wk wks
month: month months monthly mo mos
quarter: quarter quarters quarterly
semester: semester semesters term terms
season: season seasons seasonal
year: year years yearly annual annually yr yrs annum
visit: visit visits
weekend: weekend weekends`
    .split("\n")
    .flatMap((line) => {
      const [unit = "", words = ""] = line.split(": ");
      return words.split(" ").map((word) => [word, unit] as const);
    }),
);

export function unitOfTime(word: string): string | undefined {
  return TIME_UNITS.get(word);
}
