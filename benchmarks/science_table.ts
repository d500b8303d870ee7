import { formatNumber } from "@unmask/reporting";
import type { RecordedScience, ScienceRecord } from "./science_record.ts";

/** Figures that a table shows of one benchmark; the file has them all. */
const SHOWN = 12;

/**
 * The figures as Markdown: a section for each benchmark with a table of some of its figures, evenly
 * chosen, and how many there are and were checked.
 *
 * @param record The figures
 * @returns Markdown, without an end of line
 */
export function scienceTable(record: ScienceRecord): string {
  return Object.entries(record.benchmarks)
    .map(([name, benchmark]) => section(name, benchmark)).join("\n\n");
}

function section(name: string, { title, checked, figures }: RecordedScience): string {
  const all = Object.entries(figures).flatMap(([unit, values]) =>
    Object.entries(values).map(([label, value]) => ({ label, value, unit }))
  );
  const shown = evenly(all, SHOWN);
  const rows = shown.map(({ label, value, unit }) =>
    `| ${cell(label)} | ${formatNumber(value)} | ${unit} |`
  );
  const told = shown.length < all.length ? `, of which ${shown.length} are shown` : "";
  return [
    `### ${name}`,
    "",
    `${
      sentence(title)
    } ${all.length} figures${told}; ${checked} are held against a reference or a bound of theory.`,
    "",
    "| figure | value | unit |",
    "| --- | ---: | --- |",
    ...rows,
  ].join("\n");
}

/** As many items as are wanted, the first and the last among them. */
function evenly<Item>(items: readonly Item[], count: number): Item[] {
  if (items.length <= count) return [...items];
  return Array.from(
    { length: count },
    (_, i) => items[Math.round(i * (items.length - 1) / (count - 1))]!,
  );
}

function sentence(title: string): string {
  return `${title.charAt(0).toUpperCase()}${title.slice(1)}.`;
}

/** A label that ends no cell of a table. */
function cell(label: string): string {
  return label.replaceAll("|", "\\|");
}
