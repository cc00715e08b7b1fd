import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { commands } from "#commands/index.ts";
import { bankTopics } from "#src/coach/quiz/bank.ts";

const run = promisify(execFile);
const root = new URL("..", import.meta.url).pathname;
const readme = await readFile(join(root, "README.md"), "utf8");
const packageFile = JSON.parse(await readFile(join(root, "package.json"), "utf8")) as {
  scripts: Record<string, string>;
};

describe("the README", () => {
  it("shows code that compiles against the project as it is", { timeout: 60_000 }, async () => {
    const blocks = [...readme.matchAll(/```ts\n(.*?)```/gs)].map((match) => match[1] ?? "");
    expect(blocks.length).toBeGreaterThan(0);
    const folder = await mkdtemp(join(root, "test", "readme-"));
    try {
      await Promise.all(blocks.map((code, index) => writeFile(join(folder, `block-${index}.ts`), code)));
      const config = { extends: "../../tsconfig.json", include: ["./*.ts", "../../src/**/*.d.ts"] };
      await writeFile(join(folder, "tsconfig.json"), JSON.stringify(config));
      await run(process.execPath, [join(root, "node_modules", "typescript", "bin", "tsc"), "-p", folder]).catch(
        (error) => {
          throw new Error(error.stdout);
        },
      );
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  it("names every command and no other", () => {
    const named = [...readme.matchAll(/^\| `\/([a-z-]+)/gm)].map((match) => match[1]);
    expect([...new Set(named)].sort()).toEqual(commands.map(({ name }) => name).sort());
  });

  it("names scripts that exist", () => {
    const named = [...readme.matchAll(/npm run ([a-z:]+)/g)].map((match) => match[1] ?? "");
    expect(named.filter((name) => !packageFile.scripts[name])).toEqual([]);
  });

  it("counts the question bank rightly", () => {
    const questions = bankTopics().flatMap((topic) => topic.questions).length;
    expect(readme).toContain(`There are ${questions} built-in questions in ${bankTopics().length} topics`);
  });
});
