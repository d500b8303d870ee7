/// <reference lib="dom" />
import type { Page } from "playwright-core";

/**
 * Parts of a page that stick out of the window, so that the whole page scrolls sideways.
 *
 * @param page The page
 * @returns A sentence for each, none where the page fits
 */
export async function layoutProblems(page: Page): Promise<string[]> {
  return await page.evaluate(partsOutside);
}

/** Runs in the page. */
function partsOutside(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  // Of nested parts the innermost is the cause; parts that scroll in a box of their own are none.
  const scrolls = (element: Element | null): boolean =>
    element !== null && element !== document.documentElement &&
    (getComputedStyle(element).overflowX !== "visible" || scrolls(element.parentElement));
  const wide = [...document.body.querySelectorAll("*")].filter((element) =>
    element.getBoundingClientRect().right > clientWidth + 1 && !scrolls(element.parentElement) &&
    !element.closest("svg svg, svg *")
  );
  const causes = wide.filter((element) =>
    !wide.some((other) => element !== other && element.contains(other))
  );
  return [
    `the page is ${scrollWidth} px wide in a window of ${clientWidth}: ${
      causes.slice(0, 3).map((element) =>
        `${element.localName}${element.id && `#${element.id}`} "${
          element.textContent?.trim().slice(0, 30)
        }"`
      ).join(", ")
    }`,
  ];
}
