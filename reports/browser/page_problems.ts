import type { Browser } from "playwright-core";
import { accessibilityProblems, viewRules } from "./accessibility_problems.ts";
import type { BuiltPage } from "./built_site.ts";
import { drawingProblems } from "./drawing_problems.ts";
import { keyboardProblems } from "./keyboard_problems.ts";
import { layoutProblems } from "./layout_problems.ts";
import { PAGE_WEIGHT_LIMIT, weightWithoutData } from "./page_weight.ts";
import { arrivalProblems, lastPermalink, permalinkProblems } from "./permalink_problems.ts";
import { policyProblems } from "./policy_problems.ts";
import { keepScreenshot } from "./screenshots.ts";
import { turn, type View, visit } from "./visit.ts";

/** A desk by day. */
export const desk: View = { width: 1280, colorScheme: "light" };

/** A phone by night. */
const phone: View = { width: 390, colorScheme: "dark" };

/**
 * Everything that is wrong with a page: on a desk and a phone, by day and by night, and where scripts
 * do not run.
 *
 * What does not depend on the view is looked at once; the rules of accessibility that do, in both
 * widths and colours.
 *
 * @param browser The browser
 * @param page The page
 * @returns A sentence for each, with the view it was seen in; none for a good page
 */
export async function pageProblems(browser: Browser, page: BuiltPage): Promise<string[]> {
  const weight = weightWithoutData(page.html);
  return [
    ...weight <= PAGE_WEIGHT_LIMIT ? [] : [`the page weighs ${weight} bytes without its data`],
    ...await problemsIn(browser, page, desk),
    ...await problemsIn(browser, page, phone),
    ...await problemsWithoutScripts(browser, page),
  ];
}

/** In a view, and then in the colours of the other half of the day. */
async function problemsIn(
  browser: Browser,
  { name, url, html }: BuiltPage,
  view: View,
): Promise<string[]> {
  const address = view === phone ? url + lastPermalink(html) : url;
  const { page, problems, close } = await visit(browser, { url: address, view });
  const found: string[] = [];
  const add = (seen: readonly string[], { width, colorScheme }: View): void => {
    found.push(...seen.map((problem) => `${width} px, ${colorScheme}: ${problem}`));
  };
  const other: View = { ...view, colorScheme: view.colorScheme === "light" ? "dark" : "light" };
  for (const one of [view, other]) {
    if (one !== view) await turn(page, one);
    add(await drawingProblems(page), one);
    if (one === view) add(await arrivalProblems(page), one);
    add(await layoutProblems(page), one);
    await keepScreenshot(page, { name, view: one });
  }
  await turn(page, view);
  if (view === desk) {
    add(await policyProblems(page), view);
    add(await keyboardProblems(page), view);
    add(await permalinkProblems(page), view);
  }
  // Last, for it leaves a global behind.
  add(await accessibilityProblems(page, view === desk ? {} : { rules: viewRules }), view);
  add(problems, view);
  await close();
  return found;
}

async function problemsWithoutScripts(browser: Browser, { url }: BuiltPage): Promise<string[]> {
  const { page, problems, close } = await visit(browser, {
    url,
    view: { ...desk, scripts: false },
  });
  const found = [...await drawingProblems(page), ...problems];
  await close();
  return found.map((problem) => `without scripts: ${problem}`);
}
