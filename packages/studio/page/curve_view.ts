import type { StudioAnswer } from "../answer.ts";
import { curvePicture, CUT_LIMIT } from "../curve_picture.ts";
import { cutRange, moveCut } from "../cut_schedule.ts";
import type { PlotFrame } from "../plot_frame.ts";
import { drawShapes } from "./draw_shapes.ts";
import { byId } from "./elements.ts";

/** Farthest that a pointer may be from a cut to take hold of it, in pixels. */
const REACH = 28;

/** Tokens that an arrow key moves a cut by, with the shift key. */
const FAST = 10;

/** The picture of the curve, and the moving of its cuts by pointer and keyboard. */
export class CurveView {
  readonly #svg = byId("curve", SVGSVGElement);
  readonly #hint = byId("curve-hint", HTMLElement);
  readonly #onSizes: (sizes: readonly number[]) => void;
  #shown: StudioAnswer | undefined;
  #frame: PlotFrame | undefined;
  #cut = 0;
  #held: number | undefined;

  /**
   * The view of the picture that the page holds.
   *
   * @param onSizes Called with the sizes after a cut was moved
   */
  constructor(onSizes: (sizes: readonly number[]) => void) {
    this.#onSizes = onSizes;
    this.#svg.addEventListener("pointerdown", (event) => this.#take(event));
    this.#svg.addEventListener("pointermove", (event) => this.#drag(event));
    for (const end of ["pointerup", "pointercancel"] as const) {
      this.#svg.addEventListener(end, () => this.#held = undefined);
    }
    this.#svg.addEventListener("keydown", (event) => this.#key(event));
    // Not on the picture itself: Chromium makes a stop of the tab key of an SVG that listens for focus.
    this.#svg.parentElement!.addEventListener("focusin", (event) => {
      const cut = cutOf(event.target);
      if (cut !== undefined) this.#cut = cut;
    });
    new ResizeObserver(() => this.#draw()).observe(this.#svg.parentElement!);
  }

  /**
   * Draws an answer.
   *
   * @param answer The answer
   */
  show(answer: StudioAnswer): void {
    this.#shown = answer;
    this.#cut = Math.max(0, Math.min(this.#cut, answer.sizes.length - 2));
    const cuts = answer.sizes.length - 1;
    this.#hint.textContent = cuts > CUT_LIMIT
      ? `More than ${CUT_LIMIT + 1} steps stand too close together to be dragged: choose fewer.`
      : cuts === 0
      ? "One step has no cut to drag: choose more."
      : "Drag a step, or focus its handle: arrow keys move it by 1, with shift by 10, Home and End as far as it goes; Page Up and Page Down go to the next handle.";
    this.#draw();
  }

  #draw(): void {
    if (this.#shown === undefined) return;
    const { curve, sizes, standardErrors } = this.#shown;
    const size = sizeOf(this.#svg, { least: 280, most: 430, share: 0.5 });
    const { shapes, frame } = curvePicture({
      size,
      curve: curve.conditionalEntropies,
      ...(standardErrors === undefined ? {} : { standardErrors }),
      sizes,
      cut: this.#cut,
    });
    this.#frame = frame;
    drawShapes(this.#svg, shapes);
  }

  #take(event: PointerEvent): void {
    if (this.#shown === undefined || event.button !== 0) return;
    const { sizes } = this.#shown;
    if (sizes.length - 1 > CUT_LIMIT) return;
    const pointed = cutOf(event.target) ?? this.#nearest(event);
    if (pointed === undefined) return;
    event.preventDefault();
    this.#held = pointed;
    this.#cut = pointed;
    this.#svg.setPointerCapture(event.pointerId);
    this.#focus(pointed);
  }

  #drag(event: PointerEvent): void {
    if (this.#held === undefined || this.#shown === undefined) return;
    this.#move(this.#held, this.#revealedAt(event));
  }

  #nearest(event: PointerEvent): number | undefined {
    const { sizes, curve } = this.#shown!;
    const frame = this.#frame!;
    const revealed = this.#revealedAt(event);
    const perToken = this.#scale() * (frame.right - frame.left) / curve.length;
    let best: number | undefined;
    let distance = REACH;
    let at = 0;
    sizes.slice(0, -1).forEach((size, cut) => {
      at += size;
      const away = Math.abs(at - revealed) * perToken;
      if (away < distance) [best, distance] = [cut, away];
    });
    return best;
  }

  /** Screen pixels for each pixel of the drawing. */
  #scale(): number {
    return this.#svg.getBoundingClientRect().width / this.#frame!.width;
  }

  #revealedAt(event: PointerEvent): number {
    const { left, right } = this.#frame!;
    const x = (event.clientX - this.#svg.getBoundingClientRect().left) / this.#scale();
    return this.#shown!.curve.length * (x - left) / (right - left);
  }

  #key(event: KeyboardEvent): void {
    const cut = cutOf(event.target);
    if (cut === undefined || this.#shown === undefined) return;
    const { sizes } = this.#shown;
    const { at, least, most } = cutRange(sizes, cut);
    const stride = event.shiftKey ? FAST : 1;
    switch (event.key) {
      case "ArrowLeft":
      case "ArrowDown":
        this.#move(cut, at - stride);
        break;
      case "ArrowRight":
      case "ArrowUp":
        this.#move(cut, at + stride);
        break;
      case "Home":
        this.#move(cut, least);
        break;
      case "End":
        this.#move(cut, most);
        break;
      case "PageUp":
      case "PageDown": {
        const next = cut + (event.key === "PageDown" ? 1 : -1);
        if (next < 0 || next > sizes.length - 2) break;
        this.#cut = next;
        this.#draw();
        this.#focus(next);
        break;
      }
      default:
        return;
    }
    event.preventDefault();
  }

  #move(cut: number, to: number): void {
    const { sizes } = this.#shown!;
    const moved = moveCut(sizes, { cut, to });
    if (moved[cut] !== sizes[cut]) this.#onSizes(moved);
  }

  #focus(cut: number): void {
    this.#svg.querySelector<SVGGElement>(`[data-cut="${cut}"]`)?.focus({ preventScroll: true });
  }
}

/**
 * The size of a picture that fills its column, which becomes its coordinates: texts stay as large on a phone.
 *
 * @param svg The picture
 * @param options `least` and `most` height, and its `share` of the width
 * @returns Width and height in pixels
 */
export function sizeOf(
  svg: SVGSVGElement,
  { least, most, share }: { least: number; most: number; share: number },
): { width: number; height: number } {
  const width = Math.max(280, Math.round(svg.parentElement!.clientWidth));
  const height = Math.round(Math.min(most, Math.max(least, share * width)));
  svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
  return { width, height };
}

/** The cut whose handle an event is about. */
function cutOf(target: EventTarget | null): number | undefined {
  const handle = target instanceof Element ? target.closest("[data-cut]") : null;
  return handle === null ? undefined : Number(handle.getAttribute("data-cut"));
}
