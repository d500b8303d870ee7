import { figureColours, type VegaLiteSpec } from "@unmask/reporting";
import { median } from "simple-statistics";
import type { BenchmarkRecord } from "./benchmark_record.ts";
import { compareRecords } from "./comparison/compare_records.ts";
import { usualNoise } from "./comparison/noise.ts";
import type { BenchmarkFigure } from "./figure.ts";

/** One point of a workload's history. */
export interface HistoryPoint {
  /** Name of the workload. */
  readonly workload: string;
  /** Day of the record. */
  readonly date: string;
  /** Time over the time in the newest record: the median over the calls that both have. */
  readonly ratio: number;
  /** The lowest of those ratios. */
  readonly low: number;
  /** The highest of them. */
  readonly high: number;
}

/**
 * How the workloads of a machine fared, each relative to its newest record.
 *
 * @param records Records of one machine, by date
 * @returns Points by workload and date; workloads that only the newest record has are left out
 */
export function historyPoints(records: readonly BenchmarkRecord[]): HistoryPoint[] {
  const newest = records.at(-1)!;
  const points = records.flatMap((record) => {
    const { calls } = compareRecords(newest, record);
    return [...Map.groupBy(calls, ({ workload }) => workload)].map(([workload, own]) => {
      const ratios = own.map(({ ratio }) => ratio);
      const range = { low: Math.min(...ratios), high: Math.max(...ratios) };
      return { workload, date: record.date, ratio: median(ratios), ...range };
    });
  });
  return newest.workloads.flatMap(({ name }) => {
    const own = points.filter(({ workload }) => workload === name);
    return own.length > 1 ? own : [];
  });
}

/**
 * The history of a machine: one panel a workload, time relative to the newest record against the day,
 * with the range that no change is called in however calm the machine.
 *
 * @param records Records of one machine, by date
 * @returns The figure; null where no workload has a history yet
 */
export function historyFigure(records: readonly BenchmarkRecord[]): BenchmarkFigure | null {
  const points = historyPoints(records);
  if (points.length === 0) return null;
  const days = records.map(({ date }) => date);
  const reach = Math.max(1.25, ...points.flatMap(({ low, high }) => [1 / low, high]));
  const domain = [1 / (1.05 * reach), 1.05 * reach];
  const panels = [...Map.groupBy(points, ({ workload }) => workload)];
  return {
    spec: {
      title: {
        text: "Time relative to the newest record",
        subtitle: "Point: median over the calls of a workload; bar: all of them; band: no change",
      },
      columns: 3,
      concat: panels.map(([workload, own]) => panel(workload, own, { days, domain })),
    },
    alt: "Time of each workload relative to the newest record: " +
      panels.map(([workload, own]) =>
        `${workload} ${own.map(({ date, ratio }) => `${date} ${ratio.toFixed(2)}`).join(", ")}`
      ).join("; "),
  };
}

function panel(
  workload: string,
  points: readonly HistoryPoint[],
  { days, domain }: { days: readonly string[]; domain: readonly number[] },
): VegaLiteSpec {
  const y = {
    field: "ratio",
    type: "quantitative",
    title: null,
    scale: { type: "log", domain },
    axis: { values: ticksWithin(domain), labelExpr: "datum.value + '×'" },
  };
  const x = {
    field: "date",
    type: "ordinal",
    title: null,
    scale: { domain: days },
    axis: { labelAngle: 0, labelOverlap: "greedy" },
  };
  const range = [{ low: Math.exp(-usualNoise.floor), high: Math.exp(usualNoise.floor) }];
  return {
    title: workload,
    width: 180,
    height: 100,
    layer: [
      {
        data: { values: range },
        mark: { type: "rect", color: figureColours.grid },
        encoding: { y: { ...y, field: "low" }, y2: { field: "high" } },
      },
      {
        data: { values: points.map((point) => ({ ...point })) },
        encoding: { x, y },
        layer: [
          {
            mark: { type: "rule", strokeWidth: 1 },
            encoding: { y: { ...y, field: "low" }, y2: { field: "high" } },
          },
          { mark: { type: "line", point: true } },
        ],
      },
    ],
  };
}

/** Round numbers within a range around 1. */
function ticksWithin([low, high]: readonly number[]): readonly number[] {
  const ticks = [0.01, 0.1, 0.5, 1, 2, 10, 100];
  return ticks.filter((tick) => tick >= low! && tick <= high!);
}
