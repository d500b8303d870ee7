/// <reference lib="dom" />
import type { Page } from "playwright-core";

/** Time between two looks at a page that draws with scripts. */
const PAUSE_MS = 50;

/**
 * Figures of a page that show nothing, and pictures that did not load.
 *
 * @param page The page
 * @param options `looks`, how often to look for a figure that a script has yet to draw; ten seconds'
 *   worth by default
 * @returns A sentence for each
 */
export async function drawingProblems(
  page: Page,
  { looks = 200 }: { looks?: number } = {},
): Promise<string[]> {
  for (let look = 1;; look++) {
    const problems = await page.evaluate(emptyDrawings);
    if (problems.length === 0 || look >= looks) return problems;
    await page.waitForTimeout(PAUSE_MS);
  }
}

/** Runs in the page. */
function emptyDrawings(): string[] {
  const painted = (drawing: Element): boolean => {
    const { width, height } = drawing.getBoundingClientRect();
    if (!(width > 0 && height > 0)) return false;
    if (drawing instanceof HTMLImageElement) return drawing.complete && drawing.naturalWidth > 0;
    if (drawing instanceof HTMLCanvasElement) {
      const context = drawing.getContext("2d");
      const pixels = context?.getImageData(0, 0, drawing.width, drawing.height).data ?? [];
      return pixels.some((value) => value !== 0);
    }
    return [...drawing.querySelectorAll("path,line,rect,circle,polyline,polygon,text")]
      .some((shape) => {
        const box = (shape as SVGGraphicsElement).getBBox();
        return box.width > 0 || box.height > 0;
      });
  };
  const visible = (element: Element): boolean => element.checkVisibility();
  const problems: string[] = [];
  document.querySelectorAll("figure").forEach((figure, i) => {
    if (!visible(figure)) return;
    const drawings = [...figure.querySelectorAll("svg,canvas,img")].filter(visible);
    if (!drawings.some(painted)) problems.push(`figure ${figure.id || i + 1} shows nothing`);
  });
  document.querySelectorAll("img").forEach((image) => {
    if (visible(image) && !painted(image)) problems.push(`picture ${image.alt} did not load`);
  });
  if (!document.querySelector("h1")?.textContent?.trim()) problems.push("the page has no h1");
  return problems;
}
