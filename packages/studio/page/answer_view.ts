import { formatNumber } from "@unmask/reporting/plain";
import type { Price, StudioAnswer } from "../answer.ts";
import { frontierPicture } from "../frontier_picture.ts";
import { estimatedSavingText, intervalText, priceText, savingText } from "../price_text.ts";
import type { StudioState } from "../studio_state.ts";
import { sizeOf } from "./curve_view.ts";
import { drawShapes } from "./draw_shapes.ts";
import { byId, made } from "./elements.ts";

/** Milliseconds without a change after which the error is spoken. */
const SPEAK_AFTER = 400;

/** The numbers, tables and the frontier of an answer. */
export class AnswerView {
  readonly #frontier = byId("frontier", SVGSVGElement);
  readonly #spoken = byId("spoken", HTMLElement);
  readonly #onFamily: (name: string) => void;
  #shown: StudioAnswer | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * The view of the numbers that the page holds.
   *
   * @param onFamily Called with the name of a family that the reader wants to see
   */
  constructor(onFamily: (name: string) => void) {
    this.#onFamily = onFamily;
    for (const id of ["bounds-section", "families-section"]) byId(id, HTMLElement).hidden = false;
    new ResizeObserver(() => this.#drawFrontier()).observe(this.#frontier.parentElement!);
  }

  /**
   * Shows an answer.
   *
   * @param answer The answer
   * @param state The state that it is of
   */
  show(answer: StudioAnswer, state: StudioState): void {
    this.preview(answer, state);
    this.#tellBounds(answer);
    this.#tellFamilies(answer, state);
  }

  /**
   * Shows the price of an answer and leaves the tables as they are.
   *
   * @param answer The answer
   * @param state The state that it is of
   */
  preview(answer: StudioAnswer, state: StudioState): void {
    this.#shown = answer;
    const { price, optimum, saving, sizes, exact, totalCorrelation } = answer;
    const optimal = state.schedule.kind === "optimal";
    writePrice("price", price);
    writePrice("optimum", optimum);
    byId("shown-steps", HTMLElement).textContent = formatNumber(sizes.length);
    byId("saving", HTMLElement).textContent = optimal
      ? "this is it"
      : saving === undefined
      ? savingText(optimum.nats, price.nats)
      : estimatedSavingText(saving);
    byId("one-step-label", HTMLElement).textContent = exact
      ? "Error of one step"
      : "Error of one step, of the fit";
    byId("one-step", HTMLElement).textContent = `${formatNumber(totalCorrelation)} nats`;
    for (const id of ["band-key", "fit-hint"]) byId(id, HTMLElement).hidden = exact;
    this.#drawFrontier();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#spoken.textContent = `Path error ${priceText(price)} in ${sizes.length} steps`;
    }, SPEAK_AFTER);
  }

  #drawFrontier(): void {
    if (this.#shown === undefined) return;
    const { frontier, sizes, price } = this.#shown;
    const current = { steps: sizes.length, pathError: price.nats };
    const size = sizeOf(this.#frontier, { least: 250, most: 340, share: 0.55 });
    drawShapes(this.#frontier, frontierPicture({ size, frontier, current }));
    this.#frontier.setAttribute(
      "aria-label",
      `Least path error against the number of steps; the schedule shown has ${
        priceText(price)
      } in ${sizes.length} steps`,
    );
  }

  #tellBounds({ bounds, exact, price }: StudioAnswer): void {
    byId("no-bounds", HTMLElement).hidden = exact;
    byId("bounds-table", HTMLElement).hidden = !exact;
    byId("bounds", HTMLTableSectionElement).replaceChildren(
      ...bounds.map(({ name, citation, kind, value }) => {
        const head = made("th", { text: name, scope: "row" });
        head.append(" ", made("small", { text: citation }));
        const number = made("td", { text: formatNumber(value), class: "number" });
        if (price.nats > 0 && value > 0) {
          number.append(
            " ",
            made("small", { text: `${formatNumber(value / price.nats, { digits: 3 })} x error` }),
          );
        }
        const row = made("tr");
        row.append(head, made("td", { text: kind }), number);
        return row;
      }),
    );
  }

  #tellFamilies({ families, optimum }: StudioAnswer, { schedule }: StudioState): void {
    const table = byId("families", HTMLTableSectionElement);
    // The rows are made anew: whoever is on a button of the old ones stays on that family.
    const focused = table.contains(document.activeElement)
      ? document.activeElement!.getAttribute("aria-label")
      : null;
    table.replaceChildren(
      ...families.map(({ name, price: { nats, interval }, saving }) => {
        const shown = schedule.kind === "family" && schedule.name === name;
        const row = made("tr", shown ? { class: "shown" } : {});
        const number = made("td", { text: formatNumber(nats), class: "number" });
        if (interval !== undefined) {
          number.append(" ", made("small", { text: intervalText(interval) }));
        }
        const button = made("button", {
          text: "Show",
          type: "button",
          "aria-label": `Show ${name}`,
        });
        button.setAttribute("aria-disabled", `${shown}`);
        button.addEventListener("click", () => this.#onFamily(name));
        const cell = made("td");
        cell.append(button);
        row.append(
          made("th", { text: name, scope: "row" }),
          number,
          made("td", {
            text: saving === undefined
              ? savingText(optimum.nats, nats)
              : estimatedSavingText(saving),
            class: "number saving",
          }),
          cell,
        );
        return row;
      }),
    );
    if (focused !== null) {
      table.querySelector<HTMLButtonElement>(`[aria-label="${CSS.escape(focused)}"]`)?.focus();
    }
  }
}

function writePrice(id: string, { nats, interval }: Price): void {
  const place = byId(id, HTMLElement);
  place.textContent = `${formatNumber(nats)} nats`;
  if (interval === undefined) return;
  place.append(" ", made("small", { text: `estimate, 95% interval ${intervalText(interval)}` }));
}
