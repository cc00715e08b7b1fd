import { readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { importResume } from "#src/documents/import/import-resume.ts";
import { ImportRefused } from "#src/documents/import/refused.ts";
import { errors } from "#src/words/en/errors.ts";
import { UserError } from "#src/words/errors.ts";
import { hostileFiles } from "./hostile.ts";

const MB = 1024 * 1024;

async function verdictOf(bytes: Uint8Array): Promise<string> {
  try {
    await importResume({ name: "../../resume.pdf", bytes });
    return "read";
  } catch (error) {
    if (!(error instanceof ImportRefused)) throw error;
    const said = errors(new UserError(error.code, error.facts));
    expect(said.problem.length).toBeGreaterThan(10);
    return error.code;
  }
}

const linux = process.platform === "linux";
const rss = (): number => process.memoryUsage().rss;
const children = (): string[] =>
  linux
    ? readFileSync(`/proc/self/task/${process.pid}/children`, "utf8")
        .trim()
        .split(" ")
        .filter((pid) => pid && isReader(pid))
    : [];

function isReader(pid: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("import/reader.ts");
  } catch {
    return false;
  }
}

const worst = { seconds: 0, megabytes: 0 };

describe("a hostile file", () => {
  it.each(hostileFiles.map((file) => [file.name, file] as const))(
    "gets its verdict in time: %s",
    async (_name, { bytes, verdicts }) => {
      const made = bytes();
      globalThis.gc?.();
      const before = rss();
      let peak = before;
      const watch = setInterval(() => {
        peak = Math.max(peak, rss());
      }, 10);
      const start = performance.now();
      const verdict = await verdictOf(made);
      const seconds = (performance.now() - start) / 1000;
      clearInterval(watch);
      worst.seconds = Math.max(worst.seconds, seconds);
      worst.megabytes = Math.max(worst.megabytes, (peak - before) / MB);
      expect(verdicts).toContain(verdict);
      expect(seconds).toBeLessThan(12);
      expect((peak - before) / MB).toBeLessThan(64);
      expect(children()).toEqual([]);
    },
    30_000,
  );

  it("is one of at least forty, and leaves nothing behind", async () => {
    expect(hostileFiles.length).toBeGreaterThanOrEqual(40);
    expect(readdirSync(tmpdir()).filter((name) => /cron|passwd|reader/.test(name))).toEqual([]);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    process.stdout.write(
      `${hostileFiles.length} hostile files: slowest ${worst.seconds.toFixed(1)} s, parent +${worst.megabytes.toFixed(0)} MB`,
    );
  });
});

describe("many files at once", () => {
  const good = Buffer.from("Amara Okafor\namara@example.org\n\nSKILLS\nTriage, IV therapy");

  it("are read two at a time", async () => {
    let most = 0;
    const watch = setInterval(() => {
      most = Math.max(most, children().length);
    }, 5);
    await Promise.all(Array.from({ length: 6 }, () => importResume({ name: "a.txt", bytes: good })));
    clearInterval(watch);
    if (linux) expect(most).toBe(2);
  }, 60_000);

  it("are refused when too many wait", async () => {
    const outcomes = await Promise.allSettled(
      Array.from({ length: 20 }, () => importResume({ name: "a.txt", bytes: good })),
    );
    const refused = outcomes.filter((outcome) => outcome.status === "rejected");
    expect(refused.map(({ reason }) => (reason as ImportRefused).code)).toEqual(["import-busy", "import-busy"]);
  }, 60_000);

  it("are given up when the person does", async () => {
    const giveUp = new AbortController();
    const waiting = importResume({ name: "a.txt", bytes: good }, { signal: giveUp.signal });
    await pause(50);
    giveUp.abort();
    await expect(waiting).rejects.toThrow("given up");
    expect(children()).toEqual([]);
  });
});
