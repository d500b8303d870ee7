/// <reference lib="dom" />
import type { Browser } from "playwright-core";
import { hostileStrings } from "./hostile_strings.ts";
import { effectsOf, takeCensus } from "./text_census.ts";
import { type View, visit } from "./visit.ts";

/** Of so many links one is opened anew; the others change the hash of the open page, which is cheap. */
const OPENED = 5;

/**
 * What hostile text in the address of a page sets off.
 *
 * Each text stands after the `#`, as the value of the fields of `state` in turn, or alone where there
 * are none.
 *
 * @param browser The browser
 * @param options `url` of the page without `#`; `view`; `state` as the page writes it, may be empty;
 *   `texts`, all of {@linkcode hostileStrings} by default
 * @returns A sentence for each
 */
export async function hostileLinkProblems(
  browser: Browser,
  options: { url: string; view: View; state: string; texts?: readonly string[] },
): Promise<string[]> {
  const { url, view, state, texts = hostileStrings } = options;
  const { page, problems, close } = await visit(browser, { url, view });
  const census = await takeCensus(page);
  const fields = [...new URLSearchParams(state).keys()];
  for (const [i, text] of texts.entries()) {
    const link = new URLSearchParams(state);
    const field = fields[i % fields.length];
    if (field !== undefined) link.set(field, text.toWellFormed());
    const hash = field === undefined ? encodeURIComponent(text.toWellFormed()) : `${link}`;
    // Another hash alone would not load the page again, as following a link from elsewhere does.
    if (i % OPENED === 0) await page.goto(`${url}?${i}#${hash}`);
    else await page.evaluate((hash) => location.hash = hash, hash);
    problems.push(...await effectsOf(page, { census, text }));
  }
  await close();
  return [...new Set(problems)];
}
