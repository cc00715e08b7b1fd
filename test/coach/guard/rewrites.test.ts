import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { inventionsIn } from "#src/coach/guard/guard.ts";

interface Rewrite {
  readonly id: string;
  readonly register: "bullet" | "letter";
  readonly facts: readonly string[];
  readonly names?: readonly string[];
  readonly after: string;
  readonly verdict: "honest" | "invented";
}

// The unseen half was written beside the rules and opened when they were done.
const files = ["rewrites-seen.json", "rewrites-unseen.json"].filter((file) =>
  existsSync(join(import.meta.dirname, file)),
);

describe.each(files)("the guard over %s", (file) => {
  const cases = JSON.parse(readFileSync(join(import.meta.dirname, file), "utf8")) as Rewrite[];
  const passes = ({ after, facts, names = [], register }: Rewrite) =>
    inventionsIn(after, { facts, names }, register).length === 0;
  const honest = cases.filter(({ verdict }) => verdict === "honest");
  const invented = cases.filter(({ verdict }) => verdict === "invented");

  it("lets no invention pass", () => {
    const passed = invented.filter(passes).map(({ id }) => id);
    process.stdout.write(`${file}: ${passed.length} of ${invented.length} inventions pass ${passed.join(" ")}\n`);
    expect(invented.length).toBeGreaterThan(50);
    expect(passed).toEqual([]);
  });

  it("passes at least 97 % of the honest ones", () => {
    const refused = honest.filter((rewrite) => !passes(rewrite)).map(({ id }) => id);
    process.stdout.write(
      `${file}: ${honest.length - refused.length} of ${honest.length} honest ones pass ${refused.join(" ")}\n`,
    );
    expect(refused.length / honest.length).toBeLessThanOrEqual(0.03);
  });
});
