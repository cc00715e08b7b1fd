import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";

const root = resolve(import.meta.dirname, "..");

/** Who may import whom: a room is the longest path that fits. docs/architecture.md says the same in words. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  commands: ["commands", "src/chat", "src/coach", "src/documents", "src/words"],
  "src/words": ["src/words"],
  "src/chat": ["src/chat", "src/coach", "src/words"],
  "src/coach": ["src/coach", "src/db", "src/documents", "src/words"],
  "src/ai": ["src/ai", "src/coach/model.ts", "src/coach/quiz/bank.ts", "src/coach/quiz/question.ts", "src/words"],
  "src/documents": ["src/documents"],
  "src/db": ["src/db", "src/words/errors.ts"],
  "src/http": ["src/http"],
  "src/jobs": ["src/jobs", "src/coach", "src/chat/platform.ts"],
  "src/platforms/discord": ["src/platforms/discord", "src/chat", "src/words"],
  "src/platforms/slack": ["src/platforms/slack", "src/chat", "src/words"],
  "src/platforms/playground": ["src/platforms/playground", "src/chat", "src/words"],
  "src/config.ts": [],
  "src/log.ts": ["src/config.ts"],
  "src/attachments.ts": [
    "src/chat",
    "src/config.ts",
    "src/documents/import",
    "src/platforms/playground/store.ts",
    "src/words",
  ],
  "src/failure.ts": ["src/chat/platform.ts", "src/config.ts", "src/db"],
  // These four know everyone; nobody knows them.
  "src/start-jobs.ts": ["commands", "src"],
  "src/start-platforms.ts": ["commands", "src"],
  "src/greenroom.ts": ["commands", "src"],
  "src/main.ts": ["src/config.ts", "src/failure.ts", "src/greenroom.ts"],
};

/** Chat knows of the coach only what it is: no call goes down but through the object it was given. */
const TYPES_ONLY: readonly (readonly [from: string, to: string])[] = [
  ["src/chat", "src/coach"],
  ["src/log.ts", "src/config.ts"],
  ["src/jobs", "src/coach"],
];

/** Where a library may be used; every other library may be used anywhere. */
const LIBRARY_ROOMS: Record<string, readonly string[]> = {
  "discord.js": ["src/platforms/discord"],
  "@discordjs/": ["src/platforms/discord"],
  "@slack/": ["src/platforms/slack"],
  "@prisma/": ["src/db"],
  "@electric-sql/": ["src/db"],
  pg: ["src/db"],
  "@google/": ["src/ai/gemini.ts"],
  cockatiel: ["src/ai"],
  "@napi-rs/canvas": ["src/documents"],
  pdfkit: ["src/documents/paper"],
  fontkit: ["src/documents/paper"],
  unpdf: ["src/documents"],
  mammoth: ["src/documents/import"],
  yauzl: ["src/documents/import"],
  hono: ["src/http", "src/platforms/playground"],
  "@hono/": ["src/http"],
  "lit-html": ["src/platforms/playground"],
  "prom-client": ["src/http"],
  "node-cron": ["src/jobs"],
};

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

const sources = ["src", "commands"].flatMap(walk).filter((file) => !file.includes("/generated/"));
const imports = sources.flatMap(importsOf);

describe("the rooms", () => {
  it("have every source file in one of them", () => {
    expect(sources.filter((file) => !roomOf(file))).toEqual([]);
  });

  it("import only whom they may", () => {
    const local = imports.filter(({ to }) => to.startsWith("src/") || to.startsWith("commands/"));
    const wrong = local.filter(({ from, to }) => {
      const allowed = MAY_IMPORT[roomOf(from) ?? ""] ?? [];
      return !allowed.some((room) => to === room || to.startsWith(`${room}/`));
    });
    expect(wrong.map(({ from, to }) => `${from} -> ${to}`)).toEqual([]);
    expect(local.length).toBeGreaterThan(100);
  });

  it("import main.ts from nowhere, and what knows everyone only from there", () => {
    const knowing = ["src/main.ts", "src/greenroom.ts", "src/start-jobs.ts", "src/start-platforms.ts"];
    const importers = imports.filter(({ to }) => knowing.includes(to)).map(({ from, to }) => `${from} -> ${to}`);
    expect(importers).toEqual([
      "src/greenroom.ts -> src/start-jobs.ts",
      "src/greenroom.ts -> src/start-platforms.ts",
      "src/main.ts -> src/greenroom.ts",
    ]);
  });

  it("import only types where they may know no more", () => {
    const wrong = imports.filter(
      ({ from, to, typeOnly }) => !typeOnly && TYPES_ONLY.some(([a, b]) => from.startsWith(a) && to.startsWith(b)),
    );
    expect(wrong.map(({ from, to }) => `${from} -> ${to}`)).toEqual([]);
  });

  it("keep each library in its room", () => {
    const wrong = imports.filter(({ from, to }) => {
      const library = Object.keys(LIBRARY_ROOMS).find(
        (name) => to === name || to.startsWith(name.endsWith("/") ? name : `${name}/`),
      );
      return library && !LIBRARY_ROOMS[library]?.some((room) => from === room || from.startsWith(`${room}/`));
    });
    expect(wrong.map(({ from, to }) => `${from} -> ${to}`)).toEqual([]);
  });

  it("read process.env in config.ts alone", () => {
    const readers = sources.filter((file) =>
      /process\.env|from "node:process"/.test(readFileSync(join(root, file), "utf8")),
    );
    expect(readers).toEqual(["src/config.ts"]);
  });

  it("have no file that gathers strangers", () => {
    expect(sources.filter((file) => /\/(utils?|helpers?|types|common|misc)(\/|\.[jt]s$)/.test(file))).toEqual([]);
  });
});

describe("the commands", () => {
  it("are all in the list", async () => {
    const { commands } = await import("#commands/index.ts");
    const folders = readdirSync(join(root, "commands"), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(commands.map(({ name }) => name).sort()).toEqual(folders.map(({ name }) => name).sort());
  });
});

function walk(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return walk(path);
    return /\.[jt]s$/.test(entry.name) ? [path] : [];
  });
}

function roomOf(file: string): string | undefined {
  const rooms = Object.keys(MAY_IMPORT).filter((room) => file === room || file.startsWith(`${room}/`));
  return rooms.sort((a, b) => b.length - a.length)[0];
}

/** Imports, re-exports, bare imports and import() calls, as paths from the root or library names. */
function importsOf(from: string): Import[] {
  const text = readFileSync(join(root, from), "utf8");
  const pattern =
    /(?:^|\n)\s*(?:import|export)\s+(type\s)?(?:[^"'`;]*?\sfrom\s+)?["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']/g;
  return [...text.matchAll(pattern)].map((match) => {
    const written = match[2] ?? match[3] ?? "";
    return { from, to: toPath(from, written), typeOnly: Boolean(match[1]) };
  });
}

function toPath(from: string, written: string): string {
  if (written.startsWith("#")) return written.slice(1);
  if (!written.startsWith(".")) return written;
  return relative(root, join(root, dirname(from), written));
}
