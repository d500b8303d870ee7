import type { Rendering, RenderingTask } from "../questions/report_rendering.ts";
import { renderingWorkload } from "../rendering_workload.ts";
import type { Workload } from "../workload.ts";

/** How drawing grows with what is drawn. */
export const workload: Workload<RenderingTask, Rendering> = renderingWorkload("page", {
  name: "page-rendering",
  title: "a page of parts, each with a paragraph and a table",
  unit: "parts",
  counts: { values: [10, 10 ** 2, 10 ** 3] },
});
