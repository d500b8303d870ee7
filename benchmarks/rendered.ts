import { type Column, renderPartsPage, renderSvg, terminalTable } from "@unmask/reporting";
import { markHeight, type RenderingTask } from "./questions/report_rendering.ts";

const columns: Column[] = [{ key: "steps", label: "steps" }, { key: "error", label: "error" }];

/**
 * What is drawn for a task, by the packages.
 *
 * @param task What to draw
 * @returns An SVG, a page, or lines of a terminal
 */
export async function rendered({ kind, count }: RenderingTask): Promise<string> {
  const rows = Array.from({ length: count }, (_, i) => ({ steps: i, error: markHeight(i) }));
  if (kind === "table") return terminalTable(columns, rows);
  if (kind === "figure") return await renderSvg(scatter(rows), { alt: "Errors against steps." });
  return await renderPartsPage({
    title: "Parts",
    summary: "Tables.",
    back: { href: "index.html", label: "Back" },
    made: "Made by a benchmark.",
    parts: rows.map((row) => ({
      id: `part-${row.steps}`,
      title: `Part ${row.steps}`,
      paragraphs: ["A table of *one* row."],
      figures: [],
      tables: [{ caption: "The row", columns, rows: [row] }],
    })),
  });
}

function scatter(rows: { steps: number; error: number }[]): Parameters<typeof renderSvg>[0] {
  return {
    data: { values: rows },
    mark: "point",
    encoding: {
      x: { field: "steps", type: "quantitative" },
      y: { field: "error", type: "quantitative" },
    },
  };
}
