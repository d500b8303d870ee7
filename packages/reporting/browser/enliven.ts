/// <reference lib="dom" />
import { type Loader, parse, type Spec, View } from "vega";
import { expressionInterpreter } from "vega-interpreter";
import type { LiveFigure } from "../live_figure.ts";
import { addControls } from "./controls.ts";
import { legendValueOf } from "./legend_value.ts";
import { recoloured } from "./recoloured.ts";
import { hideTip, showTip } from "./tip.ts";
import { takeZoom } from "./zoom.ts";

const refuse = (): Promise<never> => Promise.reject(new Error("a figure holds its data"));
const NO_REQUESTS: Loader = { load: refuse, sanitize: refuse, http: refuse, file: refuse };

/** Narrower than this, a legend gets two columns. */
const NARROW = 520;

/**
 * Puts a drawing that answers in the place of a still one, which stays for paper.
 *
 * It follows the width of its place and the colours of the system, also while the page is open. Until it is drawn, and
 * if it cannot be, the still one stays in sight.
 *
 * @param figure A `<figure>` with a still drawing, an empty place, and the JSON of a `LiveFigure`
 */
export async function enliven(figure: HTMLElement): Promise<void> {
  const json = figure.querySelector('script[type="application/json"]')!.textContent!;
  const place = figure.querySelector<HTMLElement>(".live")!;
  const { fits, renderer, series, zooms }: LiveFigure = JSON.parse(json);
  const dark = matchMedia("(prefers-color-scheme: dark)");
  let view: View | undefined;
  const controls = addControls(figure, { series, zooms, view: () => view! });

  const fit = (shown: View): View => {
    const width = Math.min(Math.max(place.parentElement!.clientWidth, 280), 800);
    return shown.signal("narrow", fits && width < NARROW).width(fits ? width : shown.width());
  };

  const draw = async (): Promise<void> => {
    // Vega writes into the rows it is given, so each drawing has rows of its own.
    const { vega }: LiveFigure = JSON.parse(json);
    const spec = recoloured(vega, dark.matches) as unknown as Spec;
    const next = new View(parse(spec, undefined, { ast: true }), {
      renderer,
      expr: expressionInterpreter,
      loader: NO_REQUESTS,
    });
    next.tooltip((_handler, event, _item, value) => showTip(event, value));
    const sheet = document.createElement("div");
    sheet.hidden = true;
    place.append(sheet);
    next.initialize(sheet);
    if (series.length > 0) next.signal("highlighted", controls.highlighted);
    await fit(next).runAsync();
    if (zooms && view !== undefined) {
      takeZoom(next, view);
      await next.runAsync();
    }
    const drawing = sheet.querySelector("svg");
    // The place around it has the words; what vega says of single marks is noise.
    drawing?.setAttribute("aria-hidden", "true");
    if (fits) drawing?.setAttribute("data-fits", "");
    next.addEventListener("click", (_event, item) => {
      const value = legendValueOf(item);
      if (value !== undefined) controls.toggle(value);
    });
    view?.finalize();
    view = next;
    place.replaceChildren(sheet);
    sheet.hidden = false;
    hideTip();
  };

  try {
    await draw();
  } catch (error) {
    controls.remove();
    reportError(error);
    return;
  }
  figure.classList.add("is-live");
  controls.start();
  dark.addEventListener("change", () => void draw());
  if (!fits) return;
  let width = place.parentElement!.clientWidth;
  new ResizeObserver(() => {
    const now = place.parentElement!.clientWidth;
    if (now === width || now === 0) return;
    width = now;
    void fit(view!).runAsync();
  }).observe(place.parentElement!);
}
