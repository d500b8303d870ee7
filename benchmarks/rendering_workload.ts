import {
  heights,
  markHeight,
  type Rendering,
  type RenderingTask,
  reportRendering,
} from "./questions/report_rendering.ts";
import type { Workload, WorkloadSizes } from "./workload.ts";

/**
 * A workload of `report-rendering`.
 *
 * @param kind What is drawn
 * @param options `name`, `title`, the `unit` of what is counted and the `counts`
 * @returns The workload
 */
export function renderingWorkload(
  kind: RenderingTask["kind"],
  { name, title, unit, counts }: {
    name: string;
    title: string;
    unit: string;
    counts: WorkloadSizes;
  },
): Workload<RenderingTask, Rendering> {
  return {
    name,
    title,
    question: reportRendering,
    size: { label: unit, growth: "power", ...counts },
    work: { unit, amount: (count) => count },
    input: (count) => ({ kind, count }),
    tolerance: {
      absolute: 1e-4,
      because: "coordinates are rounded to a hundredth of a pixel, of hundreds",
    },
    theory: {
      from: "the numbers that were drawn",
      read: (answer) => reportRendering.figures(answer, answer.task),
      says({ count }): number[] {
        const most = heights(count);
        const marks = Array.from(
          { length: count },
          (_, i) => [i / (count - 1), markHeight(i) / most],
        );
        return [count, ...marks.flat()];
      },
    },
  };
}
