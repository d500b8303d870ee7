import { figureColours, formatNumber, seriesEncoding } from "@unmask/reporting";
import type { BenchmarkRecord, RecordedTime } from "../benchmark_record.ts";
import { type EngineKind, engineKinds } from "../engine.ts";
import type { BenchmarkFigure } from "../figure.ts";

/** An engine beside the one that the packages offer on one thread. */
export interface ComparedEngine {
  /** Name of the workload. */
  readonly workload: string;
  /** The size at which they are compared. */
  readonly size: number;
  /** Name of the engine. */
  readonly engine: string;
  /** How it goes about it. */
  readonly kind: EngineKind;
  /** Its median time over that of the one that is offered. */
  readonly ratio: number;
}

/**
 * Each engine beside what the packages offer on one thread, at the largest size that both handle: an
 * engine that writes a definition out is compared where it ends, a fast one where it is needed.
 *
 * @param record A run
 * @returns Engines by workload; workloads with one engine are left out
 */
export function comparedEngines(record: BenchmarkRecord): ComparedEngine[] {
  return record.workloads.flatMap(({ name, times }) => {
    const own = Map.groupBy(times, ({ engine }) => engine);
    const offered = offeredOf([...own.values()]);
    if (own.size < 2 || offered === undefined) return [];
    return [...own.values()].flatMap((rival): ComparedEngine[] => {
      const met = rival.toReversed().find((time) => offered.some(({ size }) => size === time.size));
      if (met === undefined) return [];
      const { engine, kind, size, median } = met;
      const ratio = median / offered.find((time) => time.size === size)!.median;
      return [{ workload: name, size, engine, kind, ratio }];
    });
  });
}

/** What a user has on one thread: the fast engine, or WebAssembly; of several the fastest at the end. */
function offeredOf(
  engines: readonly (readonly RecordedTime[])[],
): readonly RecordedTime[] | undefined {
  const own = engines.filter(([first]) => first!.kind === "fast" || first!.kind === "wasm");
  return own.toSorted((a, b) =>
    b.at(-1)!.size - a.at(-1)!.size || a.at(-1)!.median - b.at(-1)!.median
  )[0];
}

/**
 * How many times as long each engine takes as what the packages offer on one thread: one row a
 * workload.
 *
 * @param record A run
 * @returns The figure; null where no workload has two engines
 */
export function engineFigure(record: BenchmarkRecord): BenchmarkFigure | null {
  const compared = comparedEngines(record);
  if (compared.length === 0) return null;
  const kinds = engineKinds.filter((kind) => compared.some((one) => one.kind === kind));
  const series = seriesEncoding("kind", { values: kinds, by: "shape" });
  const values = compared.map((one) => ({ ...one }));
  const y = {
    field: "workload",
    type: "nominal",
    title: null,
    sort: null,
    axis: { labelLimit: 260, grid: true },
  };
  return {
    spec: {
      title: {
        text: "Engines beside each other",
        subtitle: [
          "Time relative to what the packages offer on one thread,",
          "each engine at the largest size that both handle",
        ],
      },
      width: 470,
      height: { step: 19 },
      layer: [
        {
          data: { values: [{ ratio: 1 }] },
          mark: { type: "rule", color: figureColours.axis },
          encoding: { x: { field: "ratio", type: "quantitative" } },
        },
        {
          data: { values },
          mark: { type: "point", size: 55 },
          encoding: {
            x: {
              field: "ratio",
              type: "quantitative",
              title: "times as long",
              scale: { type: "log" },
              axis: { labelExpr: "datum.value + '×'", tickCount: 6 },
            },
            y,
            color: series["color"]!,
            shape: series["shape"]!,
            tooltip: [
              { field: "workload", type: "nominal" },
              { field: "engine", type: "nominal" },
              { field: "size", type: "quantitative" },
              { field: "ratio", type: "quantitative", format: ".3~g" },
            ],
          },
        },
      ],
      config: { legend: { orient: "top" } },
    },
    alt: "Time of each engine relative to what the packages offer on one thread: " +
      [...Map.groupBy(compared, ({ workload }) => workload)].map(([workload, own]) =>
        `${workload} ${
          own.map(({ engine, ratio }) => `${engine} ${formatNumber(ratio, { digits: 3 })}`)
            .join(", ")
        }`
      ).join("; "),
  };
}
