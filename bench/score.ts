import { readdirSync, readFileSync } from "node:fs";
import { matchAd } from "#src/coach/resume/match/match.ts";
import { readVocabulary } from "#src/coach/resume/match/vocabulary.ts";
import { scoreContent } from "#src/coach/resume/resumes.ts";
import { parseResume } from "#src/documents/resume-markdown.ts";
import { quantiles } from "./load.ts";

// `node bench/score.ts`: how long the check of a resume and the match with the densest ads that fit take, on the thread on
// which everybody is answered, in CPU time of that thread, so that other programs on the machine do not count. docs/resume-score.md.

const ROUNDS = 40;
/** What /resume score takes. */
const AD_LENGTH = 6_000;

let [most, last, reading] = [0, process.threadCpuUsage(), true];
setImmediate(function look() {
  const { user, system } = process.threadCpuUsage(last);
  [most, last] = [Math.max(most, (user + system) / 1000), process.threadCpuUsage()];
  if (reading) setImmediate(look);
});
await readVocabulary();
reading = false;
say("the word lists, first use", `at most ${most.toFixed(1)} ms of CPU at a time`);

const terms = readVocabularyTerms();
const page = resumeOf(20);
const longest = resumeOf(700);
const ads = {
  "terms, one a line": `Requirements:\n${fill((index) => `- ${termAt(index)}\n`)}`,
  "terms between commas": `Requirements:\n${fill((index) => `${termAt(index)}, `)}`,
  "cues and terms": fill((index) => `experience with ${termAt(index)}, such as ${termAt(index * 7)} and `),
  "nothing but cues": fill(() => "experience with "),
  "headings and letters": fill(() => "a:b\n"),
  licences: `Requirements: ${fill(() => "x license ")}`,
};
measure("check of a page", () => scoreContent(page));
measure(`check of ${longest.length} characters`, () => scoreContent(longest));
for (const [name, ad] of Object.entries(ads)) {
  const document = parseResume(page).document;
  const cut = ad.slice(0, AD_LENGTH);
  measure(`a page and an ad of ${cut.length}: ${name}`, () => matchAd(document, cut));
}
const document = parseResume(longest).document;
measure(`${longest.length} characters and ${AD_LENGTH}`, () =>
  matchAd(document, ads["terms, one a line"].slice(0, AD_LENGTH)),
);

function measure(name: string, run: () => unknown): void {
  for (let round = 0; round < 5; round += 1) run();
  const spent = Array.from({ length: ROUNDS }, () => {
    const before = process.threadCpuUsage();
    run();
    const { user, system } = process.threadCpuUsage(before);
    return (user + system) / 1000;
  });
  const { p50, p99 } = quantiles(spent);
  say(name, `p50 ${p50.toFixed(1)} ms of CPU, p99 ${p99.toFixed(1)} ms`);
}

function resumeOf(lines: number): string {
  const bullets = Array.from(
    { length: lines },
    (_, index) => `- Led ${termAt(index)} and ${termAt(index * 3)} for ${index} people\n`,
  );
  return `# Ada\n\n## Skills\n\n- ${terms.slice(0, 30).join(", ")}\n\n## Experience\n\n### Acme\n\n#### Lead\n\n2020 – Present\n\n${bullets.join("")}`;
}

function fill(make: (index: number) => string): string {
  let text = "";
  for (let index = 0; text.length < AD_LENGTH; index += 1) text += make(index);
  return text;
}

function termAt(index: number): string {
  return terms[index % terms.length] ?? "";
}

function readVocabularyTerms(): string[] {
  const folder = new URL("../src/coach/resume/match/vocabulary/", import.meta.url);
  const lines = readdirSync(folder).flatMap((file) => readFileSync(new URL(file, folder), "utf8").split(/[;\n=]/));
  return lines.map((line) => line.trim().replace(/^[~!]/, "")).filter(Boolean);
}

function say(what: string, figure: string): void {
  process.stdout.write(`${what.padEnd(52)} ${figure}\n`);
}
