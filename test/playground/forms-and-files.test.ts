import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { fileIdOf } from "#src/platforms/playground/store.ts";
import { createClient, heardIn } from "./client.ts";
import { heard } from "./pretend.ts";
import { startWorld, type World } from "./world.ts";

let world: World;
let page: ReturnType<typeof createClient>;

beforeAll(async () => {
  world = await startWorld();
  page = createClient(world);
});
beforeEach(() => world.empty());
afterAll(() => world.stop());

const FORM = "profile/form:command";

describe("a form", () => {
  it("opens at once, filled", async () => {
    const result = await page.command("profile edit");
    expect(result).toMatchObject({ kind: "form", form: { id: FORM, title: "Your profile", submit: "Save" } });
    expect(result.kind === "form" && result.form.fields.find(({ id }) => id === "level")?.value).toBe("junior");
  });

  it("hears what is wrong, field by field", async () => {
    const result = await page.ask({ kind: "form", id: FORM, values: { name: "", years: "ninety" } });
    expect(result).toMatchObject({
      kind: "field-errors",
      errors: { name: expect.any(String), years: expect.any(String) },
    });
    expect(await page.messages()).toEqual([]);
  });

  it("that was closed half filled comes back as it was", async () => {
    const values = { name: "Alice A.", bio: "Cook" };
    expect(await page.ask({ kind: "form-closed", id: FORM, values })).toEqual({ kind: "answered" });
    const result = await page.command("profile edit");
    const filled = result.kind === "form" ? result.form.fields : [];
    expect(filled.find(({ id }) => id === "bio")?.value).toBe("Cook");
  });

  it("takes a channel and a file", async () => {
    const id = await upload("CV.pdf", "application/pdf", "%PDF-1.4");
    const values = { name: "Alice", years: "4", where: { channel: "job-search" }, resume: { file: id } };
    expect(await page.ask({ kind: "form", id: FORM, values })).toEqual({ kind: "answered" });
    const given = heard["profile form"] as { where: object; resume: { url: string } };
    expect(given.where).toEqual({ id: "job-search", name: "job-search" });
    expect(given.resume).toMatchObject({ name: "CV.pdf", mediaType: "application/pdf", size: 8 });
    const file = await world.store.findFile(fileIdOf(given.resume.url) ?? "");
    expect(Buffer.from(file?.bytes ?? []).toString()).toBe("%PDF-1.4");
  });

  it("is asked for when a needed option is missing", async () => {
    expect(await page.ask({ kind: "line", line: "show upload" })).toMatchObject({
      kind: "form",
      form: { title: "/show upload" },
    });
  });

  it("takes the channel and the role that are typed in a line by their names", async () => {
    const line = 'show news channel:#job-search role:"@Job seekers"';
    expect(await page.ask({ kind: "line", line })).toEqual({ kind: "answered" });
    expect(heard["show news"]).toEqual({
      channel: { id: "job-search", name: "job-search" },
      role: { id: "job-seekers", name: "Job seekers" },
    });
    expect((await page.messages()).map(heardIn)[0]).toBe(`/${line}`);
  });

  it("asks for a channel that is not here, and keeps the rest of the line", async () => {
    const result = await page.ask({ kind: "line", line: "show news channel:#secret role:mentors" });
    const fields = result.kind === "form" ? result.form.fields : [];
    expect(fields.map(({ id, value }) => [id, value])).toEqual([
      ["channel", "career-lounge"],
      ["role", "mentors"],
      ["topic", undefined],
    ]);
  });

  it("says that a file is missing when its id is made up", async () => {
    const result = await page.command("show upload", { file: { file: "00000000-0000-0000-0000-000000000000" } });
    expect(result).toMatchObject({ kind: "form" });
  });
});

it("offers values while somebody types", async () => {
  const result = await page.ask({
    kind: "suggest",
    command: "quiz",
    subcommand: "start",
    option: "topic",
    typed: "saf",
  });
  expect(result).toMatchObject({
    kind: "suggestions",
    suggestions: [{ value: "food safety" }, { value: "site safety" }],
  });
  expect(await page.messages()).toEqual([]);
});

it("describes every command with its options", async () => {
  const { commands, visitors } = (await (await page.request("/api/welcome")).json()) as {
    commands: { command: string; subcommand: string; options: { name: string; suggests: boolean; max: number }[] }[];
    visitors: { id: string }[];
  };
  expect(visitors.map(({ id }) => id)).toEqual(["alice", "bob", "olivia"]);
  const start = commands.find(({ command, subcommand }) => `${command} ${subcommand}` === "quiz start");
  expect(start?.options.find(({ name }) => name === "topic")).toMatchObject({ suggests: true, max: 200 });
});

describe("a file", () => {
  it("is shown in the page when it is a picture or a PDF, and never as a document of this site otherwise", async () => {
    const pdf = await page.request(`/files/${await upload("CV.pdf", "application/pdf", "%PDF-1.4")}`);
    expect(pdf.headers.get("content-disposition")).toMatch(/^inline; filename\*=UTF-8''CV.pdf/);
    expect(pdf.headers.get("content-security-policy")).toContain("frame-ancestors 'self'");
    const page2 = await page.request(`/files/${await upload("x.html", "text/html", "<script>alert(1)</script>")}`);
    expect(page2.headers.get("content-type")).toBe("application/octet-stream");
    expect(page2.headers.get("content-disposition")).toMatch(/^attachment/);
    expect(page2.headers.get("x-content-type-options")).toBe("nosniff");
  });

  it("keeps a name that is no path and breaks no header", async () => {
    const id = await upload('../../C\u202eV "1"\r\n(ü).pdf', "application/pdf", "x");
    expect((await world.store.findFile(id))?.name).toBe('....CV "1"(ü).pdf');
    const { headers } = await page.request(`/files/${id}?download`);
    expect(headers.get("content-disposition")).toBe("attachment; filename*=UTF-8''....CV%20%221%22%28%C3%BC%29.pdf");
  });

  it("that is not there is said to be gone", async () => {
    expect((await page.request("/files/none")).status).toBe(404);
  });

  it("that is too large is refused", async () => {
    const response = await page.request("/api/files?name=big", {
      method: "POST",
      headers: { origin: world.origin },
      body: new Uint8Array(25_000_001),
    });
    expect([response.status, await response.json()]).toEqual([413, { problem: "This file is too large: 25 MB fit." }]);
  });
});

it("draws a chart as a picture with its words", async () => {
  await page.command("show everything");
  const content = (await page.messages()).at(-1)?.content;
  const chart = content?.kind === "drawn" ? content.blocks.find(({ kind }) => kind === "chart") : undefined;
  expect(chart).toMatchObject({ alt: "Scores rise from 40 to 85 per cent.", fileId: expect.any(String) });
  const picture = await page.request(`/files/${chart?.kind === "chart" ? chart.fileId : ""}`);
  expect([picture.headers.get("content-type"), heardIn((await page.messages())[0] as never)]).toEqual([
    "image/png",
    "/show everything",
  ]);
});

it("says how large a picture is, so that its place can be kept free", async () => {
  await page.command("show everything");
  const content = (await page.messages()).at(-1)?.content;
  const image = content?.kind === "drawn" ? content.blocks.find(({ kind }) => kind === "image") : undefined;
  expect(image).toMatchObject({ alt: "Page one of the resume", size: { width: 320, height: 200 } });
});

async function upload(name: string, type: string, body: string): Promise<string> {
  const response = await page.request(`/api/files?name=${encodeURIComponent(name)}`, {
    method: "POST",
    headers: { origin: world.origin, "content-type": type },
    body,
  });
  return ((await response.json()) as { id: string }).id;
}
