/// <reference lib="dom" />
import type { Page } from "playwright-core";
import { CANARY } from "./hostile_strings.ts";

/** Elements that text of a reader must never become. */
const guarded: readonly string[] = [
  "script",
  "img",
  "iframe",
  "object",
  "embed",
  "base",
  "meta",
  "link",
  "form",
  "video",
  "math",
  "foreignObject",
  "animate",
  "set",
];

/** How many guarded elements a page has. */
export type Census = readonly number[];

/**
 * Counts the elements that text could become, before there is any.
 *
 * @param page The page
 * @returns How many there are of each kind
 */
export async function takeCensus(page: Page): Promise<Census> {
  return await page.evaluate(counted, guarded);
}

/**
 * What a text has become on the page: an element, or code that ran.
 *
 * @param page The page, after the text was given to it
 * @param options The `census` before; the `text`
 * @returns A sentence for each
 */
export async function effectsOf(
  page: Page,
  { census, text }: { census: Census; text: string },
): Promise<string[]> {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => done(null))));
  const now = await page.evaluate(counted, guarded);
  const became = guarded.filter((_, i) => now[i]! > census[i]!)
    .map((name) => `text became <${name}>: ${text}`);
  return await page.evaluate((name) => name in globalThis || name in {}, CANARY)
    ? [...became, `text ran: ${text}`]
    : became;
}

/** Runs in the page. */
function counted(names: readonly string[]): number[] {
  return names.map((name) => document.querySelectorAll(name).length);
}
