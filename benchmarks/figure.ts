import { seriesEncoding, type VegaLiteSpec } from "@unmask/reporting";
import type { BenchmarkRecord, RecordedWorkload } from "./benchmark_record.ts";
import { engineKinds } from "./engine.ts";

/** The drawing of a run, with the words for those who cannot see it. */
export interface BenchmarkFigure {
  /** The drawing; its data stand in it. */
  readonly spec: VegaLiteSpec;
  /** What it shows. */
  readonly alt: string;
}

/**
 * One panel a workload: median time per call against size, one line an engine, on scales on
 * which the expected growth is a straight line.
 *
 * @param record A run
 * @returns The figure
 */
export function benchmarkFigure(record: BenchmarkRecord): BenchmarkFigure {
  const { cpuModel, cores, deno } = record.environment;
  return {
    spec: {
      title: {
        text: "Median time per call",
        subtitle:
          `${cpuModel}, ${cores} cores, Deno ${deno}; bars are 95% intervals over processes`,
      },
      columns: 2,
      concat: record.workloads.map((workload) => ({
        title: workload.name,
        width: 270,
        height: 170,
        ...panel(workload),
      })),
      // Every panel has engines of its own.
      resolve: { scale: { color: "independent", shape: "independent" } },
      config: { legend: { columns: 2 } },
    },
    alt: "Median time per call against size, one panel a workload and one line an engine: " +
      record.workloads.map((workload) => `${workload.name} ${growthsText(workload)}`.trim())
        .join("; "),
  };
}

/**
 * One workload alone, as large as a page shows figures.
 *
 * @param workload What was measured
 * @returns The figure
 */
export function workloadFigure(workload: RecordedWorkload): BenchmarkFigure {
  return {
    spec: panel(workload),
    alt: `Median time per call of ${workload.name} against ${workload.sizeLabel}, one line an ` +
      `engine. Growth: ${growthsText(workload) || "too few sizes to fit"}.`,
  };
}

function growthsText({ growths }: RecordedWorkload): string {
  return growths.map(({ engine, law, value }) => `${engine} ${law} ${value}`).join(", ");
}

function panel(workload: RecordedWorkload): VegaLiteSpec {
  const { sizeLabel, growth, times } = workload;
  const values = times.map(({ engine, size, median, interval: [low, high] }) => ({
    engine,
    size,
    seconds: median / 1e9,
    low: low / 1e9,
    high: high / 1e9,
  }));
  const sizes = [...new Set(times.map(({ size }) => size))];
  const powers = powersOfTen(values.flatMap(({ low, high }) => [low, high]));
  const series = seriesEncoding("engine", { values: enginesOf(workload), by: "shape" });
  const logarithmic = growth === "power";
  const y = {
    field: "seconds",
    type: "quantitative",
    title: "time per call",
    scale: { type: "log", domain: [powers[0]!, powers.at(-1)!] },
    axis: { values: powers, labelExpr: POWER_OF_TEN_LABEL },
  };
  return {
    data: { values },
    encoding: {
      x: {
        field: "size",
        type: "quantitative",
        title: sizeLabel,
        scale: logarithmic ? { type: "log", base: 2 } : { type: "linear", zero: false },
        axis: {
          values: sizes,
          ...(logarithmic ? { labelExpr: "'2^' + round(log(datum.value) / LN2)" } : {}),
        },
      },
      y,
      color: series["color"]!,
    },
    layer: [
      {
        mark: { type: "rule", strokeWidth: 1 },
        encoding: { y: { ...y, field: "low" }, y2: { field: "high" } },
      },
      { mark: { type: "line", point: true }, encoding: { shape: series["shape"]! } },
    ],
  };
}

/** The engines of a workload, what the packages offer first. */
function enginesOf({ times }: RecordedWorkload): readonly string[] {
  return [
    ...new Set(
      engineKinds.toReversed().flatMap((kind) => {
        return times.filter((time) => time.kind === kind).map(({ engine }) => engine);
      }),
    ),
  ];
}

/** Seconds in the unit that leaves 1, 10 or 100. */
const POWER_OF_TEN_LABEL = "datum.value < 5e-7 ? round(datum.value * 1e9) + ' ns' : " +
  "datum.value < 5e-4 ? round(datum.value * 1e6) + ' µs' : " +
  "datum.value < 0.5 ? round(datum.value * 1e3) + ' ms' : datum.value + ' s'";

/** The powers of ten from below the lowest value to above the highest. */
function powersOfTen(values: readonly number[]): readonly number[] {
  const first = Math.floor(Math.log10(Math.min(...values)));
  const last = Math.ceil(Math.log10(Math.max(...values)));
  return Array.from({ length: last - first + 1 }, (_, i) => Number(`1e${first + i}`));
}
