/// <reference lib="dom" />
import type { Page } from "playwright-core";

/** What the listener in the page keeps for the end. */
interface Record {
  /** Everything that can be used, in document order. */
  readonly usable: Element[];
  /** How each looks without the focus. */
  readonly looks: Map<Element, string>;
  /** What had the focus. */
  readonly reached: Set<Element>;
  /** What had the focus and did not show it. */
  readonly unmarked: Set<Element>;
}

/**
 * Parts of a page that Tab does not reach, or that do not show that they have the focus.
 *
 * Presses Tab once for each part that can be used, and a few times more.
 *
 * @param page The page, which has had no key pressed
 * @returns A sentence for each
 */
export async function keyboardProblems(page: Page): Promise<string[]> {
  const count = await page.evaluate(watchFocus);
  // Boxes that scroll take the focus too, without being parts that can be used.
  for (let press = 0; press < 2 * count + 10; press++) {
    await page.keyboard.press("Tab");
    if (press % 10 === 9 && await page.evaluate(allReached)) break;
  }
  return await page.evaluate(report);
}

/** Runs in the page. */
function watchFocus(): number {
  const lookOf = (element: Element): string => {
    // A part of a drawing may show the focus by any of its shapes.
    const parts = element instanceof SVGElement ? [element, ...element.children] : [element];
    return parts.map((part) => {
      const style = getComputedStyle(part);
      const outline = style.outlineStyle === "none" ? "none" : style.outlineWidth;
      const { boxShadow, borderColor, backgroundColor, color, fill, stroke, strokeWidth } = style;
      return [outline, boxShadow, borderColor, backgroundColor, color, fill, stroke, strokeWidth];
    }).join();
  };
  const radios = new Set<string>();
  const usable = [
    ...document.querySelectorAll<HTMLElement | SVGElement>(
      "a[href],button,input,select,textarea,summary,[tabindex],[contenteditable]",
    ),
  ].filter((element) => {
    if (!(element.tabIndex >= 0) || !element.checkVisibility({ visibilityProperty: true })) {
      return false;
    }
    if (element.matches(":disabled,[inert] *,[type=hidden]")) return false;
    if (element instanceof HTMLInputElement && element.type === "radio") {
      // Of a group of radio buttons one takes the focus; arrows reach the others.
      const checked = document.querySelector(
        `input[type=radio][name="${CSS.escape(element.name)}"]:checked`,
      );
      if (radios.has(element.name) || (checked !== null && checked !== element)) return false;
      radios.add(element.name);
    }
    return true;
  });
  const record: Record = {
    usable,
    looks: new Map(usable.map((element) => [element, lookOf(element)])),
    reached: new Set(),
    unmarked: new Set(),
  };
  document.addEventListener("focusin", ({ target }) => {
    const element = target as Element;
    record.reached.add(element);
    if (record.looks.get(element) === lookOf(element)) record.unmarked.add(element);
  });
  Object.assign(globalThis, { focusRecord: record });
  return usable.length;
}

/** Runs in the page. */
function allReached(): boolean {
  const { usable, reached } = (globalThis as unknown as { focusRecord: Record }).focusRecord;
  return usable.every((element) => reached.has(element));
}

/** Runs in the page. */
function report(): string[] {
  const { usable, reached, unmarked } =
    (globalThis as unknown as { focusRecord: Record }).focusRecord;
  const name = (element: Element): string =>
    `${element.localName} "${
      (element.getAttribute("aria-label") ?? element.textContent ?? "").trim().slice(0, 40)
    }"`;
  return [
    ...usable.filter((element) => !reached.has(element) && element.isConnected)
      .map((element) => `Tab does not reach ${name(element)}`),
    ...[...unmarked].map((element) => `${name(element)} does not show that it has the focus`),
  ];
}
