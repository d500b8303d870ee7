/// <reference lib="dom" />
import { pathError } from "@unmask/convergence";
import { pottsChain } from "@unmask/potts";
import { maskSizes, uniform } from "@unmask/schedules";
import type { Browser, Page } from "playwright-core";
import { type View, visit } from "./visit.ts";

const LENGTH = 64;
const STEPS = 8;
const curve = pottsChain({ length: LENGTH, states: 8, coupling: 2 }).informationCurve();
const state = `source=potts-chain&length=${LENGTH}&states=8&coupling=2&steps=${STEPS}` +
  "&schedule=uniform&sample=0";

/** Time between two looks at a page that computes. */
const PAUSE_MS = 50;

/**
 * Where the studio's error is not the library's: as a link opens it, after an arrow key on a step of
 * the schedule, and after a drag of one.
 *
 * The schedule is read from the address, the error from the page.
 *
 * @param browser The browser
 * @param options `url` of the studio; `view`; `looks`, how often to look for a number that is yet to be
 *   computed, five seconds' worth by default
 * @returns A sentence for each
 */
export async function studioDragProblems(
  browser: Browser,
  { url, view, looks = 100 }: { url: string; view: View; looks?: number },
): Promise<string[]> {
  const { page, problems, close } = await visit(browser, { url: `${url}#${state}`, view });
  const found: string[] = [];
  const balanced = uniform.sizes({ length: LENGTH, steps: STEPS });
  if (!await shows(page, { sizes: balanced, looks })) {
    found.push("the studio does not show the error of the link");
  }

  const handle = page.getByRole("slider", { includeHidden: false }).and(page.locator("svg *"))
    .first();
  await handle.focus();
  await page.keyboard.press("ArrowRight");
  const pressed = await sizesAfter(page, { before: balanced, looks });
  if (!await shows(page, { sizes: pressed, looks })) {
    found.push(`after an arrow key the error is not that of ${pressed}`);
  }

  const box = (await handle.boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 20, y, { steps: 4 });
  await page.mouse.move(x + 40, y, { steps: 4 });
  await page.mouse.up();
  const dragged = await sizesAfter(page, { before: pressed, looks });
  if (!await shows(page, { sizes: dragged, looks })) {
    found.push(`after a drag the error is not that of ${dragged}`);
  }
  await close();
  return [...found, ...problems];
}

/** The sizes in the address once they are others than before; the same ones where they stay. */
async function sizesAfter(
  page: Page,
  { before, looks }: { before: readonly number[]; looks: number },
): Promise<readonly number[]> {
  for (let look = 0; look < looks; look++) {
    const sizes = sizesOfLink(await page.evaluate(() => location.hash.slice(1)));
    if (sizes !== undefined && String(sizes) !== String(before)) return sizes;
    await page.waitForTimeout(PAUSE_MS);
  }
  throw new Error(`Cannot see the schedule change: the address must leave ${before}`);
}

/** Runs joined by `-`: `4x3-2` is 3, 3, 3, 3, 2. */
function sizesOfLink(link: string): readonly number[] | undefined {
  const runs = new URLSearchParams(link).get("sizes");
  if (runs === null) return undefined;
  const sizes = runs.split("-").flatMap((run) => {
    const [count, size] = run.includes("x") ? run.split("x") : ["1", run];
    return new Array<number>(Number(count)).fill(Number(size));
  });
  return maskSizes(sizes, { length: LENGTH });
}

/** Whether a part of the page that reports results shows the error, to at least three digits. */
async function shows(
  page: Page,
  { sizes, looks }: { sizes: readonly number[]; looks: number },
): Promise<boolean> {
  const error = pathError(curve, sizes);
  for (let look = 0; look < looks; look++) {
    const numbers = (await page.evaluate(reported)).flatMap((text) =>
      text.match(/\d+\.\d+/g) ?? []
    );
    const shown = numbers.some((number) =>
      number.replace(/^0\.0*|\./g, "").length >= 3 &&
      error.toFixed(number.split(".")[1]!.length) === number
    );
    if (shown) return true;
    await page.waitForTimeout(PAUSE_MS);
  }
  return false;
}

/** Runs in the page. */
function reported(): string[] {
  return [...document.querySelectorAll("output,[role=status],[aria-live]")]
    .map((part) => part.textContent ?? "");
}
