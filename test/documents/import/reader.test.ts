import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { importResume } from "#src/documents/import/import-resume.ts";

const folder = join(import.meta.dirname, "../../../src/documents/import");

/** Runs a line of JavaScript under the permissions of a reader, after it was cut off. */
function tried(line: string): string {
  const script = `import { cutOff } from ${JSON.stringify(join(folder, "no-network.ts"))}; cutOff();
    try { ${line}; console.log("done"); } catch (error) { console.log(error.code ?? error.message); }`;
  const flags = [
    "--permission",
    `--allow-fs-read=${folder}`,
    "--allow-worker",
    "--disallow-code-generation-from-strings",
  ];
  const { stdout } = spawnSync(process.execPath, [...flags, "--no-warnings", "--input-type=module", "-e", script], {
    env: {},
    encoding: "utf8",
  });
  return stdout.trim();
}

describe("a reader", () => {
  it.each(["net", "node:http", "https", "http2", "tls", "dns/promises", "dgram", "node:inspector"])(
    "has no module %s",
    (name) => {
      expect(tried(`await import(${JSON.stringify(name)})`)).toMatch(/^No /);
    },
  );

  it("cannot fetch", () => {
    expect(tried('await fetch("http://127.0.0.1")')).toBe("fetch is not defined");
  });

  it.each([
    ["write", 'const { writeFileSync } = await import("node:fs"); writeFileSync("/tmp/left-behind", "x")'],
    ["read what is not its own", 'const { readFileSync } = await import("node:fs"); readFileSync("/etc/passwd")'],
    ["start a process", 'const { execSync } = await import("node:child_process"); execSync("true")'],
  ])("cannot %s", (_what, line) => {
    expect(tried(line)).toBe("ERR_ACCESS_DENIED");
  });

  it("cannot make code of text, and sees no environment", () => {
    expect(tried('new Function("return 1")')).toMatch(/Code generation/);
    expect(tried("if (Object.keys(process.env).length > 0) throw new Error(Object.keys(process.env).join())")).toBe(
      "done",
    );
  });
});

describe("a long answer of a reader", () => {
  it("arrives whole while whoever asked is too busy to take it", async () => {
    const line = "- One more line about nothing at all.\n";
    const bytes = Buffer.from(`# Ana Souza\n\n- Email: ana@example.org\n\n## Notes\n\n${line.repeat(2_500)}`);
    const asked = importResume({ name: "", bytes });
    await wait(50);
    // Nothing else can happen here until the reader has filled its pipe.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 3_000);
    expect((await asked).document.other?.[0]?.lines).toHaveLength(2_500);
  });
});
