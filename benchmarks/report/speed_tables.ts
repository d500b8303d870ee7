import { formatNumber } from "@unmask/reporting";
import type { BenchmarkRecord, RecordedTime, RecordedWorkload } from "../benchmark_record.ts";
import { durationText } from "../duration_text.ts";
import { growthText } from "../growth_text.ts";
import { markdownTable } from "./markdown_table.ts";

/**
 * Every call of a run in Markdown: a section for each workload, with how its times grow.
 *
 * @param record A run
 * @returns Markdown, without an end of line
 */
export function speedTables(record: BenchmarkRecord): string {
  return record.workloads.map(section).join("\n\n");
}

function section(workload: RecordedWorkload): string {
  const { name, title, theory, sizeLabel, growths, unit, times } = workload;
  const withMemory = times.some(({ peakMemory }) => peakMemory !== null);
  const judge = theory === null ? "each other" : theory;
  const table = markdownTable(
    [
      { label: "engine" },
      { label: sizeLabel, isNumber: true },
      { label: "median", isNumber: true },
      { label: "95% interval", isNumber: true },
      { label: "MAD", isNumber: true },
      ...withMemory ? [{ label: "peak memory", isNumber: true }] : [],
      { label: `${unit} a second`, isNumber: true },
    ],
    times.map((time) => rowOf(time, withMemory)),
  );
  const grown = growths.map((growth) => `- ${growth.engine}: \`${growthText(growth, sizeLabel)}\``);
  return [
    `### ${name}`,
    `${title.charAt(0).toUpperCase()}${title.slice(1)}. Held against ${judge}.`,
    table,
    ...grown.length > 0 ? [grown.join("\n")] : [],
  ].join("\n\n");
}

function rowOf(time: RecordedTime, withMemory: boolean): string[] {
  const { engine, size, median, interval, medianAbsoluteDeviation, peakMemory, work } = time;
  const isOne = time.processMedians.length === 1;
  const [low, high] = interval.map((end) => durationText(end / 1e9));
  const percent = formatNumber(100 * medianAbsoluteDeviation / median, { digits: 2 });
  return [
    engine,
    formatNumber(size),
    durationText(median / 1e9),
    isOne ? "one process" : `${low} to ${high}`,
    `${percent}%`,
    ...withMemory ? [peakMemory === null ? "" : `${Math.round(peakMemory / 1e6)} MB`] : [],
    formatNumber(1e9 * work / median, { digits: 3 }),
  ];
}

/**
 * The claims about growth in Markdown, with what was measured.
 *
 * @param record A run
 * @returns A table, without an end of line
 */
export function lawTable({ workloads }: BenchmarkRecord): string {
  return markdownTable(
    [
      { label: "workload" },
      { label: "engine" },
      { label: "from", isNumber: true },
      { label: "law" },
      { label: "at most", isNumber: true },
      { label: "measured", isNumber: true },
    ],
    workloads.flatMap(({ name, sizeLabel, costLaws }) =>
      costLaws.map(({ engine, law, from, atMost, value }) => [
        name,
        engine,
        `${sizeLabel} = ${formatNumber(from)}`,
        law,
        formatNumber(atMost, { digits: 3 }),
        value === null ? "only in a full run" : formatNumber(value, { digits: 3 }),
      ])
    ),
  );
}
