import { liCaiCorollary1, pathError } from "@unmask/convergence";
import { linearRegression, max, min } from "simple-statistics";
import { seriesEncoding } from "@unmask/reporting";
import { balancedChainCells } from "../balanced_chains.ts";
import type { ClaimFigure, ClaimMaker, Judgement } from "../claim_maker.ts";
import { lawLine } from "../law_line.ts";
import { powersOfTwo } from "../powers_of_two.ts";
import { slopeInterval } from "../slope_interval.ts";

type Result = {
  readonly chain: string;
  readonly steps: number;
  readonly pathError: number;
  readonly totalMutualInformation: number;
  readonly bound: number;
};

const LENGTH = 4096;

/** Steps between which 1/T is claimed: far from one step and far from one token a step. */
const WINDOW = { from: 16, to: LENGTH / 16 } as const;

/** How far from -1 the slope may be. */
const SLOPE_TOLERANCE = 0.05;

const chains = [
  { states: 2, coupling: 0.5 },
  { states: 2, coupling: 2 },
  { states: 8, coupling: 1 },
  { states: 8, coupling: 3 },
  { states: 27, coupling: 4 },
] as const;

/** The exact error of balanced schedules against the number of steps, on Potts chains. */
export const oneOverT: ClaimMaker<Result> = {
  key: "one-over-t",
  seed: null,
  columns: [
    { key: "chain", label: "Potts chain" },
    { key: "steps", label: "Steps T" },
    { key: "pathError", label: "Path error", unit: "nats" },
    { key: "totalMutualInformation", label: "MI", unit: "nats" },
    { key: "bound", label: "Corollary 1, (2/T) MI", unit: "nats" },
  ],
  cells: balancedChainCells(
    { length: LENGTH, chains, steps: powersOfTwo(1, LENGTH) },
    ({ chain, curve, measures, steps, sizes }): Result[] => [{
      chain,
      steps,
      pathError: pathError(curve, sizes),
      totalMutualInformation: measures.totalMutualInformation,
      bound: liCaiCorollary1.evaluate(curve, sizes),
    }],
  ),

  judge(rows): Judgement {
    const fits = chainNames(rows).map((chain) =>
      slopeInterval(
        rows
          .filter((row) =>
            row.chain === chain && row.steps >= WINDOW.from && row.steps <= WINDOW.to
          )
          .map((row) => [Math.log(row.steps), Math.log(row.pathError)]),
      )
    );
    const straight = rows.filter((row) => row.steps >= WINDOW.from && row.steps < LENGTH);
    const { m: smoothSlope } = linearRegression(
      straight.map((row) => [
        Math.log(1 / row.steps - 1 / LENGTH),
        Math.log(row.pathError / row.totalMutualInformation),
      ]),
    );
    const statistics = {
      shallowestSlope: max(fits.map(({ slope }) => slope)),
      steepestSlope: min(fits.map(({ slope }) => slope)),
      lowestInterval: min(fits.map(({ low }) => low)),
      highestInterval: max(fits.map(({ high }) => high)),
      slopeAgainstSmoothLaw: smoothSlope,
      largestShareOfBound: max(rows.map((row) => row.pathError / row.bound)),
    };
    const holds = statistics.lowestInterval >= -1 - SLOPE_TOLERANCE &&
      statistics.highestInterval <= -1 + SLOPE_TOLERANCE &&
      statistics.largestShareOfBound <= 1;
    return {
      verdict: holds ? "holds" : "refuted",
      evidence: `slopes ${statistics.steepestSlope.toFixed(3)} to ${
        statistics.shallowestSlope.toFixed(3)
      } (95% intervals within ${statistics.lowestInterval.toFixed(3)} to ${
        statistics.highestInterval.toFixed(3)
      }); at most ${(100 * statistics.largestShareOfBound).toFixed(0)}% of the bound`,
      statistics,
    };
  },

  figure(rows): ClaimFigure {
    const powers = powersOfTwo(1, LENGTH);
    const strongest = rows.findLast(({ steps }) => steps === 1)!;
    return {
      title: "Path error against the number of steps",
      caption:
        `Balanced schedules on Potts chains of L = ${LENGTH} tokens. Between ${WINDOW.from} ` +
        `and ${WINDOW.to} steps every line runs parallel to the bound; towards T = L it bends to 0.`,
      alt: "Log-log plot: for five Potts chains the path error falls with slope -1 over three " +
        "decades, parallel to the bound above it, and bends down as T nears the length.",
      spec: {
        layer: [
          {
            data: {
              values: rows.filter((row) => row.pathError > 0)
                .map(({ chain, steps, pathError }) => ({ chain, steps, pathError })),
            },
            mark: { type: "line", point: true },
            encoding: {
              x: {
                field: "steps",
                type: "quantitative",
                scale: { type: "log", base: 2 },
                axis: { title: "Steps T", values: powers, format: "d" },
              },
              y: {
                field: "pathError",
                type: "quantitative",
                scale: { type: "log" },
                axis: { title: "Path error (nats)", format: "~g" },
              },
              ...seriesEncoding("chain", {
                values: [...new Set(rows.map(({ chain }) => chain))],
                title: "Chain",
                by: "shape",
              }),
            },
          },
          ...lawLine(`bound (2/T) MI of ${strongest.chain}`, {
            points: powers.map((steps) => ({
              x: steps,
              y: 2 / steps * strongest.totalMutualInformation,
            })),
            labelled: 3,
            dash: [6, 4],
          }),
        ],
      },
    };
  },
};

function chainNames(rows: readonly Result[]): string[] {
  return [...new Set(rows.map(({ chain }) => chain))];
}
