/// <reference lib="dom" />
import { Buffer } from "node:buffer";
import type { Browser, Page } from "playwright-core";
import { CANARY, hostileStrings } from "./hostile_strings.ts";
import { type View, visit } from "./visit.ts";

/** Elements that text of a reader must never become. */
const GUARDED =
  "script,img,iframe,object,embed,base,meta,link,form,video,math,foreignObject,animate,set";

/** What a page is compared with: how many guarded elements it had. */
interface Census {
  readonly guarded: string;
  readonly counts: readonly number[];
  readonly canary: string;
}

/**
 * What hostile text in the fields of a page sets off: code that ran, elements that came to be.
 *
 * Each text goes into every text field, for each choice of each list of choices, and through every
 * file field as a file of that name with those cells.
 *
 * @param page The page; dialogs, requests and refused code are added to the problems of its visit
 * @param options `texts`, all of {@linkcode hostileStrings} by default
 * @returns A sentence for each
 */
export async function hostileFieldProblems(
  page: Page,
  { texts = hostileStrings }: { texts?: readonly string[] } = {},
): Promise<string[]> {
  const census = await page.evaluate(taken, { guarded: GUARDED, canary: CANARY });
  const problems: string[] = [];
  for (const choice of await page.evaluate(choices)) {
    await page.evaluate(chosen, choice);
    problems.push(...await page.evaluate(typed, { texts, census }));
  }
  for (const field of await page.locator("input[type=file]").all()) {
    for (const text of texts) {
      const name = `${text.replaceAll(/[/\0\ud800]/g, "_").slice(0, 80)}.csv`;
      const quoted = `"${text.replaceAll('"', '""')}"`;
      const buffer = Buffer.from(`masked_fraction,loss,${quoted}\n${text},1,2\n${quoted},1,2\n`);
      await field.setInputFiles({ name, mimeType: "text/csv", buffer });
      problems.push(...await page.evaluate(changes, { census, text }));
    }
  }
  return [...new Set(problems)];
}

/**
 * What hostile text in the address of a page sets off.
 *
 * Each text stands after the `#`: as the value of the fields of `state` in turn, or alone where there
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
  const census = await page.evaluate(taken, { guarded: GUARDED, canary: CANARY });
  const fields = [...new URLSearchParams(state).keys()];
  for (const [i, text] of texts.entries()) {
    const link = new URLSearchParams(state);
    const field = fields[i % fields.length];
    if (field !== undefined) link.set(field, text.toWellFormed());
    const hash = field === undefined ? encodeURIComponent(text.toWellFormed()) : link.toString();
    // Another hash alone would not load the page again, as following a link does.
    await page.goto(`${url}?${i}#${hash}`);
    problems.push(...await page.evaluate(changes, { census, text }));
  }
  await close();
  return [...new Set(problems)];
}

/** Runs in the page. */
function taken({ guarded, canary }: { guarded: string; canary: string }): Census {
  const counts = guarded.split(",").map((name) => document.querySelectorAll(name).length);
  return { guarded, counts, canary };
}

/** Runs in the page: every value of every list of choices, or nothing to choose once. */
function choices(): ([number, string] | null)[] {
  const all = [...document.querySelectorAll("select")].flatMap((select, i) =>
    [...select.options].map(({ value }): [number, string] => [i, value])
  );
  return all.length > 0 ? all : [null];
}

/** Runs in the page. */
function chosen(choice: [number, string] | null): void {
  const select = choice && document.querySelectorAll("select")[choice[0]];
  if (!select) return;
  select.value = choice[1];
  select.dispatchEvent(new Event("input", { bubbles: true }));
  select.dispatchEvent(new Event("change", { bubbles: true }));
}

/** Runs in the page. */
async function typed(
  { texts, census }: { texts: readonly string[]; census: Census },
): Promise<string[]> {
  const { guarded, counts, canary } = census;
  const problems: string[] = [];
  for (const text of texts) {
    const fields = document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
      "textarea,input:not([type=file],[type=checkbox],[type=radio],[type=range],[type=button])",
    );
    for (const field of fields) {
      // A number field takes no text but by its type.
      if (field instanceof HTMLInputElement && field.type === "number") field.type = "text";
      field.value = text;
      for (const name of ["input", "change"]) {
        field.dispatchEvent(new Event(name, { bubbles: true }));
      }
    }
    await new Promise(requestAnimationFrame);
    guarded.split(",").forEach((name, i) => {
      if (document.querySelectorAll(name).length > counts[i]!) {
        problems.push(`typed text became <${name}>: ${text}`);
      }
    });
    if (canary in globalThis || canary in {}) problems.push(`typed text ran: ${text}`);
  }
  return problems;
}

/** Runs in the page. */
async function changes(
  { census, text }: { census: Census; text: string },
): Promise<string[]> {
  const { guarded, counts, canary } = census;
  await new Promise(requestAnimationFrame);
  const problems: string[] = [];
  guarded.split(",").forEach((name, i) => {
    if (document.querySelectorAll(name).length > counts[i]!) {
      problems.push(`given text became <${name}>: ${text}`);
    }
  });
  if (canary in globalThis || canary in {}) problems.push(`given text ran: ${text}`);
  return problems;
}
