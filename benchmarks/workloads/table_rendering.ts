import type { Rendering, RenderingTask } from "../questions/report_rendering.ts";
import { renderingWorkload } from "../rendering_workload.ts";
import type { Workload } from "../workload.ts";

/** How drawing grows with what is drawn. */
export const workload: Workload<RenderingTask, Rendering> = renderingWorkload("table", {
  name: "table-rendering",
  title: "a table for a terminal",
  unit: "rows",
  counts: { values: [10, 10 ** 3, 10 ** 4] },
});
