import { balancedLimits, boundRows, extremeSchedules, pathError } from "@unmask/convergence";
import { type JsonValue, seriesEncoding } from "@unmask/reporting";
import { max, min } from "simple-statistics";
import { balancedChainCells } from "../balanced_chains.ts";
import type { ClaimFigure, ClaimMaker, Judgement } from "../claim_maker.ts";
import { powersOfTwo } from "../powers_of_two.ts";

type Result = {
  readonly chain: string;
  readonly meanMutualInformation: number;
  readonly steps: number;
  readonly bound: string;
  readonly kind: "upper" | "lower";
  /** `balanced`, or `worst` with sizes from s/2 to s: the schedule that the bound is about. */
  readonly schedule: "balanced" | "worst";
  readonly pathError: number;
  readonly value: number;
  readonly ratio: number;
};

// Not a power of two: there Theorem 1 would equal its sharp form.
const LENGTH = 768;

const STEPS = powersOfTwo(1, 256);

const chains = [
  { states: 8, coupling: 0.5 },
  { states: 8, coupling: 8 },
] as const;

/** How many times the error each bound may be, at most; the lower half of Theorem 2, at least. */
const LIMITS: Readonly<Record<string, number>> = {
  "sharp-step": 2,
  "sharp-max": 2,
  "average-size": 2,
  "li-cai-theorem-1": 3,
  "li-cai-theorem-2-upper": 3,
  "li-cai-corollary-1": 6,
};
const LOWER_LIMIT = 8;

/** The exact error of balanced schedules between all bounds that apply to them. */
export const upperAndLowerBounds: ClaimMaker<Result> = {
  key: "upper-and-lower-bounds",
  seed: null,
  columns: [
    { key: "chain", label: "Potts chain" },
    { key: "meanMutualInformation", label: "MI / L", unit: "nats" },
    { key: "steps", label: "Steps T" },
    { key: "bound", label: "Bound" },
    { key: "kind", label: "Kind" },
    { key: "schedule", label: "Schedule" },
    { key: "pathError", label: "Path error", unit: "nats" },
    { key: "value", label: "Bound", unit: "nats" },
    { key: "ratio", label: "Bound / error" },
  ],
  cells: balancedChainCells(
    { length: LENGTH, chains, steps: STEPS },
    ({ chain, curve, measures, steps, sizes }) => {
      const balanced = pathError(curve, sizes);
      const { worst } = extremeSchedules(curve, balancedLimits(sizes));
      return boundRows(curve, sizes).filter(({ applies }) => applies)
        .map(({ key, kind, value }): Result => {
          const error = kind === "upper" ? balanced : worst.pathError;
          return {
            chain,
            meanMutualInformation: measures.totalMutualInformation / LENGTH,
            steps,
            bound: key,
            kind,
            schedule: kind === "upper" ? "balanced" : "worst",
            pathError: error,
            value: value!,
            ratio: value! / error,
          };
        });
    },
  ),

  judge(rows): Judgement {
    const largest = (key: string): number =>
      max(rows.filter(({ bound }) => bound === key).map((row) => row.value / row.pathError));
    const upper = rows.filter(({ kind }) => kind === "upper");
    const lower = rows.filter(({ kind }) => kind === "lower");
    const statistics = {
      smallestUpperOverError: min(upper.map((row) => row.value / row.pathError)),
      sharpStepOverError: largest("sharp-step"),
      sharpMaxOverError: largest("sharp-max"),
      theorem1OverError: largest("li-cai-theorem-1"),
      theorem2UpperOverError: largest("li-cai-theorem-2-upper"),
      corollary1OverError: largest("li-cai-corollary-1"),
      worstErrorOverLower: min(lower.map((row) => row.pathError / row.value)),
    };
    const holds = statistics.smallestUpperOverError >= 1 &&
      Object.entries(LIMITS).every(([key, limit]) => largest(key) <= limit) &&
      statistics.worstErrorOverLower >= LOWER_LIMIT;
    return {
      verdict: holds ? "holds" : "refuted",
      evidence: `bound over error at least ${
        statistics.smallestUpperOverError.toFixed(3)
      }, at most ${statistics.sharpStepOverError.toFixed(2)} (sharp-step), ${
        statistics.theorem1OverError.toFixed(2)
      } (Theorem 1), ${
        statistics.corollary1OverError.toFixed(2)
      } (Corollary 1); worst error at least ${
        statistics.worstErrorOverLower.toFixed(1)
      } times the lower bound`,
      statistics,
    };
  },

  figure(rows): ClaimFigure {
    const names: Record<string, string> = {
      "li-cai-corollary-1": "Corollary 1",
      "li-cai-theorem-1": "Theorem 1",
      "li-cai-theorem-2-upper": "Theorem 2, upper",
      "sharp-max": "sharp-max",
      "sharp-step": "sharp-step",
    };
    const shownChains = [...new Set(rows.map(({ chain }) => chain))];
    const titleOf = (chain: string): string => {
      const mean = rows.find((row) => row.chain === chain)!.meanMutualInformation;
      return `${chain}: MI / L = ${mean.toPrecision(2)} nats`;
    };
    return {
      title: "Bounds and exact error against the number of steps",
      caption: `Balanced schedules on Potts chains of L = ${LENGTH} tokens, low and high mutual ` +
        "information. Above: each upper bound over the exact error. Below, in nats: Theorem 2's " +
        "lower half under the worst schedule with sizes from s/2 to s that it is about.",
      alt:
        "Above: for low mutual information every ratio is between 1.3 and 6; for high it begins " +
        "near 1 at one step and rises with T. Below: log-log lines fall together, Corollary 1 on " +
        "top, then the worst and the balanced error, then the lower bound.",
      spec: {
        vconcat: [
          {
            hconcat: shownChains.map((chain) =>
              panel({
                title: titleOf(chain),
                y: { title: "Bound / path error", scale: { domain: [0, 6.2] } },
                series: Object.values(names),
                points: rows.filter((row) => row.chain === chain && row.bound in names)
                  .map(({ bound, steps, ratio }) => ({ series: names[bound]!, steps, y: ratio })),
              })
            ),
          },
          {
            hconcat: shownChains.map((chain) =>
              panel({
                title: titleOf(chain),
                y: {
                  title: "Nats",
                  scale: { type: "log", domain: [0.005, 5000] },
                  values: [0.01, 0.1, 1, 10, 100, 1000],
                },
                series: ["Corollary 1", "worst error", "balanced error", "Theorem 2, lower"],
                points: rows.filter((row) => row.chain === chain).flatMap(errorPoints),
              })
            ),
          },
        ],
        resolve: { scale: { color: "independent", shape: "independent" } },
      },
    };
  },
};

type Point = { readonly series: string; readonly steps: number; readonly y: number };

function errorPoints({ bound, steps, value, pathError }: Result): Point[] {
  if (bound === "li-cai-corollary-1") {
    return [{ series: "Corollary 1", steps, y: value }, {
      series: "balanced error",
      steps,
      y: pathError,
    }];
  }
  if (bound !== "li-cai-theorem-2-lower") return [];
  return [{ series: "Theorem 2, lower", steps, y: value }, {
    series: "worst error",
    steps,
    y: pathError,
  }];
}

function panel(
  options: {
    title: string;
    y: { title: string; scale: JsonValue; values?: number[] };
    series: string[];
    points: readonly Point[];
  },
): JsonValue {
  const { title, y, series, points } = options;
  return {
    title,
    width: 290,
    height: 250,
    data: { values: [...points] },
    mark: { type: "line", point: true },
    encoding: {
      x: {
        field: "steps",
        type: "quantitative",
        scale: { type: "log", base: 2 },
        axis: { title: "Steps T", values: powersOfTwo(1, 256), format: "d" },
      },
      y: {
        field: "y",
        type: "quantitative",
        scale: y.scale,
        axis: {
          title: y.title,
          // The same room for labels above and below keeps the panels in line.
          minExtent: 42,
          format: "~g",
          ...(y.values ? { values: y.values } : { tickCount: 6 }),
        },
      },
      ...seriesEncoding("series", { values: series, by: "shape" }),
    },
  };
}
