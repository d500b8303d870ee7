/// <reference lib="dom" />
import axe from "axe-core";
import type { Page } from "playwright-core";

/**
 * Serious and critical violations that axe finds on a page as it is shown.
 *
 * @param page The page
 * @returns A sentence for each rule
 * @see https://github.com/dequelabs/axe-core
 */
export async function accessibilityProblems(page: Page): Promise<string[]> {
  // Evaluated by the debugger, which the policy of the page does not bind.
  await page.evaluate(axe.source);
  return await page.evaluate(seriousViolations);
}

/** Runs in the page. */
async function seriousViolations(): Promise<string[]> {
  const { axe } = globalThis as unknown as { axe: typeof import("axe-core") };
  const { violations } = await axe.run(document, { resultTypes: ["violations"] });
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, help, nodes }) =>
      `${id} (${nodes.length}): ${help}: ${nodes[0]!.html.slice(0, 120)}`
    );
}
