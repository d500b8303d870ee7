/// <reference lib="dom" />
import axe from "axe-core";
import type { Page } from "playwright-core";

/**
 * Serious and critical violations that axe finds on a page as it is shown.
 *
 * @param page The page
 * @param options `rules` to hold it against, all by default
 * @returns A sentence for each rule
 * @see https://github.com/dequelabs/axe-core
 */
export async function accessibilityProblems(
  page: Page,
  { rules }: { rules?: readonly string[] } = {},
): Promise<string[]> {
  // Evaluated by the debugger, which the policy of the page does not bind.
  await page.evaluate(axe.source);
  return await page.evaluate(seriousViolations, [...rules ?? []]);
}

/** Rules whose verdict depends on the width and the colours of a page. */
export const viewRules: readonly string[] = [
  "color-contrast",
  "link-in-text-block",
  "scrollable-region-focusable",
];

/** Runs in the page. */
async function seriousViolations(rules: string[]): Promise<string[]> {
  const { axe } = globalThis as unknown as { axe: typeof import("axe-core") };
  const { violations } = await axe.run(document, {
    resultTypes: ["violations"],
    ...(rules.length > 0 ? { runOnly: rules } : {}),
  });
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, help, nodes }) =>
      `${id} (${nodes.length}): ${help}: ${nodes[0]!.html.slice(0, 120)}`
    );
}
