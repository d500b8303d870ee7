/// <reference lib="dom" />
import type { Page } from "playwright-core";

/**
 * Links within a page that lead nowhere, and permalinks that do not bring their heading into view.
 *
 * @param page The page
 * @returns A sentence for each
 */
export async function permalinkProblems(page: Page): Promise<string[]> {
  const problems = await page.evaluate(deadLinks);
  const names = await page.evaluate(headingLinks);
  for (const name of names) {
    const arrives = await page.evaluate(followed, name);
    if (!arrives) problems.push(`#${name} does not bring its heading into view`);
  }
  return problems;
}

/**
 * The last permalink of a heading, the one that whatever grows above it would move the farthest.
 *
 * @param html Text of a page
 * @returns Its `#` and name, empty where there is none
 */
export function lastPermalink(html: string): string {
  const links = html.matchAll(/<h[1-4][^>]*>(?:(?!<\/h[1-4]>)[^])*?href="(#[^"]+)"/g);
  return [...links].at(-1)?.[1] ?? "";
}

/**
 * Whether a page that was opened at a permalink, and has drawn its figures since, shows the heading.
 *
 * @param page The page
 * @returns A sentence where it does not
 */
export async function arrivalProblems(page: Page): Promise<string[]> {
  const arrived = await page.evaluate(headingInView);
  return arrived ? [] : [`opened at ${new URL(page.url()).hash}, its heading is out of view`];
}

/** Runs in the page. */
function headingInView(): boolean {
  if (location.hash === "") return true;
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)))!;
  const { top, bottom } = target.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}

/** Runs in the page. */
function deadLinks(): string[] {
  return [...document.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')]
    .map((link) => decodeURIComponent(link.hash.slice(1)))
    .filter((name) => name !== "" && document.getElementById(name) === null)
    .map((name) => `#${name} is the address of nothing`);
}

/** Runs in the page. */
function headingLinks(): string[] {
  return [...document.querySelectorAll<HTMLAnchorElement>(":is(h1,h2,h3,h4) a[href^='#']")]
    .filter((link) => link.checkVisibility() && document.getElementById(link.hash.slice(1)))
    .map((link) => link.hash.slice(1));
}

/** Runs in the page. */
async function followed(name: string): Promise<boolean> {
  scrollTo(0, 0);
  const link = document.querySelector<HTMLAnchorElement>(`:is(h1,h2,h3,h4) a[href="#${name}"]`)!;
  link.click();
  await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
  const { top, bottom } = link.closest("h1,h2,h3,h4")!.getBoundingClientRect();
  // A window scrolls by whole pixels, a heading may begin between two.
  return location.hash === `#${name}` && top > -1 && bottom <= innerHeight;
}
