import { seriesEncoding, type VegaLiteSpec } from "@unmask/reporting";
import type { BenchmarkRecord, RecordedTime, RecordedWorkload } from "./benchmark_record.ts";
import { engineKinds } from "./engine.ts";
import { fittedValues } from "./fit_growth.ts";
import { growthFormula } from "./growth_text.ts";
import { powerOfTenLabel, powersOfTen, sizeAxis } from "./time_axes.ts";

/** The drawing of a run, with the words for those who cannot see it. */
export interface BenchmarkFigure {
  /** The drawing; its data stand in it. */
  readonly spec: VegaLiteSpec;
  /** What it shows. */
  readonly alt: string;
}

/**
 * How times grow: one panel for each workload with enough sizes, median time per call against size on
 * scales on which the expected growth is a straight line, with that line fitted for each engine.
 *
 * @param record A run
 * @returns The figure; null where no workload has enough sizes
 */
export function scalingFigure(record: BenchmarkRecord): BenchmarkFigure | null {
  const { cpuModel, cores, deno } = record.environment;
  const grown = record.workloads.filter(({ growths }) => growths.length > 0);
  if (grown.length === 0) return null;
  return {
    spec: {
      title: {
        text: "How times grow",
        subtitle: [
          "Median time per call; bars are 95% intervals over processes, lines are fitted",
          `${cpuModel}, ${cores} cores, Deno ${deno}, ${record.date}`,
        ],
      },
      columns: 2,
      concat: grown.map((workload) => ({
        title: workload.name,
        width: 290,
        height: 150,
        ...panel(workload, (engine) => labelWithGrowth(workload, engine)),
      })),
      // Every panel has engines of its own.
      resolve: { scale: { color: "independent", shape: "independent" } },
      config: { legend: { orient: "bottom", columns: 2, labelLimit: 200 } },
    },
    alt: "Median time per call against size, one panel a workload and one line an engine: " +
      grown.map((workload) => `${workload.name} ${growthsText(workload)}`).join("; "),
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
    spec: panel(workload, (engine) => engine),
    alt: `Median time per call of ${workload.name} against ${workload.sizeLabel}, one line an ` +
      `engine. Growth: ${growthsText(workload) || "too few sizes to fit"}.`,
  };
}

function growthsText({ growths }: RecordedWorkload): string {
  return growths.map(({ engine, law, value }) => `${engine} ${law} ${value}`).join(", ");
}

/** An engine as a legend calls it that tells its growth. */
function labelWithGrowth({ growths, sizeLabel }: RecordedWorkload, engine: string): string {
  const growth = growths.find((one) => one.engine === engine);
  return growth === undefined ? engine : `${engine}, ${growthFormula(growth, sizeLabel)}`;
}

/** Points with their intervals, and the fitted growth; points are joined where nothing is fitted. */
function panel(workload: RecordedWorkload, labelOf: (engine: string) => string): VegaLiteSpec {
  const { growth, times } = workload;
  const fitted = fitsOf(workload);
  const values = times.map((time) => {
    const { engine, size, median, interval: [low, high] } = time;
    return {
      engine: labelOf(engine),
      size,
      seconds: median / 1e9,
      low: low / 1e9,
      high: high / 1e9,
      line: (fitted.get(time) ?? median) / 1e9,
    };
  });
  const powers = powersOfTen(values.flatMap(({ low, high, line }) => [low, high, line]));
  const engines = enginesOf(workload).map(labelOf);
  const series = seriesEncoding("engine", { values: engines, by: "shape" });
  const y = {
    field: "seconds",
    type: "quantitative",
    title: "time per call",
    scale: { type: "log", domain: [powers[0]!, powers.at(-1)!] },
    axis: { values: powers, labelExpr: powerOfTenLabel },
  };
  return {
    data: { values },
    encoding: {
      x: {
        field: "size",
        type: "quantitative",
        title: workload.sizeLabel,
        ...sizeAxis(times.map(({ size }) => size), growth),
      },
      y,
      color: series["color"]!,
    },
    layer: [
      {
        mark: { type: "rule", strokeWidth: 1 },
        encoding: { y: { ...y, field: "low" }, y2: { field: "high" } },
      },
      { mark: { type: "line", strokeWidth: 1 }, encoding: { y: { ...y, field: "line" } } },
      { mark: { type: "point" }, encoding: { shape: series["shape"]! } },
    ],
  };
}

/** What the fitted growth says of each time; nothing of engines with too few sizes. */
function fitsOf({ growth, times }: RecordedWorkload): ReadonlyMap<RecordedTime, number> {
  const engines = [...Map.groupBy(times, ({ engine }) => engine).values()];
  return new Map(engines.flatMap((own) => {
    const points = own.map(({ size, median }) => ({ size, value: median }));
    return fittedValues(points, growth)?.map((value, i) => [own[i]!, value] as const) ?? [];
  }));
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
