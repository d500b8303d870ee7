import type { Rendering, RenderingTask } from "../questions/report_rendering.ts";
import { renderingWorkload } from "../rendering_workload.ts";
import type { Workload } from "../workload.ts";

/** How drawing grows with what is drawn. */
export const workload: Workload<RenderingTask, Rendering> = renderingWorkload("figure", {
  name: "figure-rendering",
  title: "a figure of points as SVG",
  unit: "points",
  counts: { values: [10, 10 ** 3], fullValues: [10 ** 4] },
});
