import { formatNumber } from "@unmask/reporting";
import type { RecordedScience, ScienceRecord } from "../science_record.ts";
import { markdownTable } from "./markdown_table.ts";

/**
 * The figures as Markdown: a section for each benchmark with a table of its figures, and how many there
 * are and were checked.
 *
 * @param record The figures
 * @param options `most`, figures that a table shows, evenly chosen; all by default
 * @returns Markdown, without an end of line
 */
export function scienceTable(
  record: ScienceRecord,
  { most = Infinity }: { most?: number } = {},
): string {
  return Object.entries(record.benchmarks)
    .map(([name, benchmark]) => section(name, benchmark, most)).join("\n\n");
}

function section(name: string, benchmark: RecordedScience, most: number): string {
  const { title, checked, figures } = benchmark;
  const all = Object.entries(figures).flatMap(([unit, values]) =>
    Object.entries(values).map(([label, value]) => ({ label, value, unit }))
  );
  const shown = evenly(all, most);
  const told = shown.length < all.length ? `, of which ${shown.length} are shown` : "";
  return [
    `### ${name}`,
    `${title.charAt(0).toUpperCase()}${title.slice(1)}. ${all.length} figures${told}; ` +
    `${checked} are held against a reference or a bound of theory.`,
    markdownTable(
      [{ label: "figure" }, { label: "value", isNumber: true }, { label: "unit" }],
      shown.map(({ label, value, unit }) => [label, formatNumber(value), unit]),
    ),
  ].join("\n\n");
}

/** As many items as are wanted, the first and the last among them. */
function evenly<Item>(items: readonly Item[], count: number): readonly Item[] {
  if (items.length <= count) return items;
  return Array.from(
    { length: count },
    (_, i) => items[Math.round(i * (items.length - 1) / (count - 1))]!,
  );
}
