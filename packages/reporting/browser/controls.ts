/// <reference lib="dom" />
import type { View } from "vega";
import type { LiveFigure } from "../live_figure.ts";
import { resetZoom, zoomBy } from "./zoom.ts";

/** The controls below a figure. */
export interface Controls {
  /** The series that stands out, `null` where all do. */
  readonly highlighted: string | number | null;
  /** Makes a series stand out, or all again if it did. */
  toggle(value: string | number): void;
  /** Lets the controls act, once there is a drawing. Until then they only keep their room. */
  start(): void;
  /** Takes the controls away, where there is nothing for them to control. */
  remove(): void;
}

/** How much a press on a zoom button changes the span of the axes. */
const STEP = 1.5;

/**
 * Adds to a figure what a pointer does in it for those who use keys: a choice of the series, and buttons for the zoom.
 *
 * @param figure The figure
 * @param options Its series, whether it zooms, and the view that is shown now
 * @returns The state of the controls
 */
export function addControls(
  figure: HTMLElement,
  options: Pick<LiveFigure, "series" | "zooms"> & { readonly view: () => View },
): Controls {
  const { series, zooms, view } = options;
  const row = document.createElement("div");
  row.className = "controls";
  row.inert = true;
  const choice = document.createElement("select");
  let highlighted: string | number | null = null;
  const highlight = (value: string | number | null): void => {
    highlighted = value;
    choice.value = value === null ? "" : String(series.indexOf(value));
    void view().signal("highlighted", value).runAsync();
  };
  if (series.length > 0) {
    const label = document.createElement("label");
    choice.append(new Option("all", ""), ...series.map((s, i) => new Option(String(s), String(i))));
    choice.addEventListener("change", () => {
      highlight(choice.value === "" ? null : series[Number(choice.value)]!);
    });
    label.append("Highlight ", choice);
    row.append(label);
  }
  if (zooms) {
    row.append(
      button("Zoom in", () => zoomBy(view(), 1 / STEP)),
      button("Zoom out", () => zoomBy(view(), STEP)),
      button("Reset zoom", () => resetZoom(view())),
    );
  }
  if (row.childElementCount > 0) figure.querySelector(".live")!.parentElement!.after(row);
  return {
    get highlighted() {
      return highlighted;
    },
    start: () => void (row.inert = false),
    remove: () => row.remove(),
    toggle: (value) => highlight(value === highlighted ? null : value),
  };
}

function button(words: string, act: () => void): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = words;
  made.addEventListener("click", act);
  return made;
}
