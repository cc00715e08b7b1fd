import { expect, it } from "vitest";
import { opening } from "#src/platforms/playground/opening.ts";

it("is a page that looks again by itself while the playground is not open yet", async () => {
  const page = opening(new Request("http://127.0.0.1:3000/?as=alice"));
  expect(page.status).toBe(503);
  expect(page.headers.get("content-type")).toContain("text/html");
  expect(await page.text()).toContain('<meta http-equiv="refresh" content="1">');
});

it("is a sentence for the page that is open already", async () => {
  const answer = opening(new Request("http://127.0.0.1:3000/api/interactions", { method: "POST" }));
  expect(answer.status).toBe(503);
  expect(await answer.json()).toEqual({ problem: "Greenroom is starting. In a moment it is here." });
});
