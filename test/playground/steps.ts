import { readFile } from "node:fs/promises";
import type { Locator, Page } from "playwright-core";
import { extractText, getDocumentProxy } from "unpdf";
import { expect } from "vitest";
import { lastMessage, sayLine } from "./browser.ts";

/** What somebody does with the commands about papers, through the page alone. */

export interface SentFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

export function fileOf(name: string, bytes: Uint8Array, mimeType = "application/octet-stream"): SentFile {
  return { name, mimeType, buffer: Buffer.from(bytes) };
}

export const dialog = (page: Page): Locator => page.getByRole("dialog");

/** Waits for what the page comes to show, on a slow machine too. */
export function soon<T>(look: () => T | Promise<T>) {
  return expect.poll(look, { timeout: 20_000 });
}

/** Waits until the newest answer of the bot says this. */
export async function hears(page: Page, text: string | RegExp): Promise<void> {
  const heard = soon(() => lastMessage(page).innerText());
  await (typeof text === "string" ? heard.toContain(text) : heard.toMatch(text));
}

/** A command, and its answer as soon as it stands below everything that was there before. */
export async function asks(page: Page, line: string, answer: string | RegExp): Promise<void> {
  const before = await page.locator(".message.drawn").count();
  await sayLine(page, line);
  await soon(() => page.locator(".message.drawn").count()).toBeGreaterThan(before);
  await hears(page, answer);
}

export async function presses(page: Page, button: string | RegExp): Promise<void> {
  await lastMessage(page).getByRole("button", { name: button }).first().click();
}

/** Takes one from the list of the newest answer. */
export async function chooses(page: Page, choice: RegExp): Promise<void> {
  const list = lastMessage(page).getByRole("combobox");
  const labels = await list.locator("option").allInnerTexts();
  await list.selectOption({ index: labels.findIndex((label) => choice.test(label)) });
  await presses(page, /^Choose/);
}

/** Waits for a form. One that took more than a second does not open over what somebody does by then: there is a button. */
export async function formStands(page: Page): Promise<void> {
  const button = lastMessage(page).getByRole("button", { name: "Open the form", exact: true });
  await soon(async () => (await dialog(page).count()) + (await button.count())).toBeGreaterThan(0);
  if ((await dialog(page).count()) === 0) await button.click();
  await dialog(page).waitFor();
}

/** Fills in fields of a form, as soon as it is there, by the beginning of their labels. */
export async function fills(page: Page, values: Readonly<Record<string, string>>): Promise<void> {
  await formStands(page);
  for (const [label, value] of Object.entries(values)) await field(page, label).fill(value);
}

export const field = (page: Page, label: string): Locator => dialog(page).getByLabel(new RegExp(`^${label}`));

export async function sends(page: Page): Promise<void> {
  await dialog(page).locator("button[type=submit]").click();
}

/** Attaches a file in the form of /resume import and sends it. */
export async function imports(page: Page, file: SentFile): Promise<void> {
  await sayLine(page, "/resume import");
  await formStands(page);
  await field(page, "File").setInputFiles(file);
  await sends(page);
}

/** The file of the newest answer, as the visitor gets it on their disk. */
export async function downloads(page: Page): Promise<{ name: string; bytes: Uint8Array }> {
  const link = lastMessage(page).getByRole("link", { name: /^Download/ });
  const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

/** The text of a PDF, as a program reads it. */
export async function readPdf(bytes: Uint8Array): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true });
  return text.replaceAll(/\s+/g, " ");
}
