import type { Page } from "playwright-core";
import type { View } from "./visit.ts";

/** Where pictures of the pages are kept; none are taken where the variable is not set. */
const folder = Deno.env.get("UNMASK_SCREENSHOTS");

/**
 * Keeps a picture of the whole page in the folder that `UNMASK_SCREENSHOTS` names.
 *
 * @param page The page
 * @param options `name` of its file; the `view`
 */
export async function keepScreenshot(
  page: Page,
  { name, view }: { name: string; view: View },
): Promise<void> {
  if (!folder) return;
  const plain = name.replace(/\.html$/, "");
  await page.screenshot({
    path: `${folder}/${plain}-${view.width}-${view.colorScheme}.png`,
    fullPage: true,
  });
}
