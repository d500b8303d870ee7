import { type Column, terminalTable } from "@unmask/reporting";
import type { BenchmarkRecord, RecordedTime, RecordedWorkload } from "./benchmark_record.ts";
import { growthText } from "./growth_text.ts";

/**
 * The results as text: for each workload a heading, a table, and how the times grow.
 *
 * `MAD` is the median absolute deviation of the samples, `from` and `to` are the ends of the 95% interval
 * over processes; all are shares of the median.
 *
 * @param record A run
 * @returns Lines of at most 80 characters
 */
export function resultTable(record: BenchmarkRecord): string {
  return record.workloads.map((workload) => {
    const table = terminalTable(columnsOf(workload), workload.times.map(rowOf));
    return `${workload.name}\n${workload.title}\n\n${table}${growthLines(workload)}`;
  }).join("\n");
}

function columnsOf({ sizeLabel, unit, times }: RecordedWorkload): Column[] {
  const withMemory = times.some(({ peakMemory }) => peakMemory !== null);
  return [
    { key: "engine", label: "engine" },
    { key: "size", label: sizeLabel },
    { key: "median", label: "median", unit: "µs", digits: 3 },
    { key: "deviation", label: "MAD", unit: "%", digits: 2 },
    { key: "low", label: "from", unit: "%", digits: 2 },
    { key: "high", label: "to", unit: "%", digits: 2 },
    withMemory
      ? { key: "memory", label: "peak", unit: "MB", digits: 3 }
      : { key: "samples", label: "n" },
    { key: "rate", label: unit, unit: "M/s", digits: 3 },
  ];
}

function rowOf(time: RecordedTime): Record<string, string | number> {
  const { engine, size, median, medianAbsoluteDeviation, samples, work, peakMemory } = time;
  const [low, high] = time.interval;
  return {
    engine,
    size,
    median: median / 1000,
    deviation: 100 * medianAbsoluteDeviation / median,
    low: 100 * (low / median - 1),
    high: 100 * (high / median - 1),
    samples: samples.flat().length,
    ...(peakMemory === null ? {} : { memory: peakMemory / 1e6 }),
    rate: 1000 * work / median,
  };
}

function growthLines({ sizeLabel, growths }: RecordedWorkload): string {
  return growths.map((growth) => `  ${growth.engine}: ${growthText(growth, sizeLabel)}\n`).join("");
}
