import { liCaiTheorem1, pathError, sharpMax } from "@unmask/convergence";
import { curveMeasures } from "@unmask/information";
import { pottsChain } from "@unmask/potts";
import { uniform } from "@unmask/schedules";
import { max, min, sampleCorrelation } from "simple-statistics";
import { seriesEncoding } from "@unmask/reporting";
import type { ClaimFigure, ClaimMaker, Judgement } from "../claim_maker.ts";
import { lawLine } from "../law_line.ts";

type Result = {
  readonly states: number;
  readonly coupling: number;
  readonly totalMutualInformation: number;
  readonly pathError: number;
  readonly ratio: number;
  readonly sharpMax: number;
  readonly theorem1: number;
};

const LENGTH = 1024;
const STEPS = 64;

/** The ratio of a curve that is straight within each step. */
const SMOOTH_RATIO = (1 / STEPS - 1 / LENGTH) / 2;

/** How far from the smooth ratio an error may be. */
const TOLERANCE = 0.1;

const couplings = [-2, -1, -0.5, -0.2, 0.05, 0.1, 0.2, 0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4];

/** The exact error at a fixed schedule as the coupling, and with it the mutual information, grows. */
export const mutualInformation: ClaimMaker<Result> = {
  key: "mutual-information",
  seed: null,
  columns: [
    { key: "states", label: "States K" },
    { key: "coupling", label: "Coupling J" },
    { key: "totalMutualInformation", label: "MI", unit: "nats" },
    { key: "pathError", label: "Path error", unit: "nats" },
    { key: "ratio", label: "Path error / MI" },
    { key: "sharpMax", label: "sharp-max", unit: "nats" },
    { key: "theorem1", label: "Theorem 1", unit: "nats" },
  ],
  cells: [2, 8, 27].map((states) => ({
    label: `K = ${states}`,
    results: (): Result[] => {
      const sizes = uniform.sizes({ length: LENGTH, steps: STEPS });
      return couplings.map((coupling) => {
        const curve = pottsChain({ length: LENGTH, states, coupling }).informationCurve();
        const { totalMutualInformation } = curveMeasures(curve);
        const error = pathError(curve, sizes);
        return {
          states,
          coupling,
          totalMutualInformation,
          pathError: error,
          ratio: error / totalMutualInformation,
          sharpMax: sharpMax.evaluate(curve, sizes),
          theorem1: liCaiTheorem1.evaluate(curve, sizes),
        };
      });
    },
  })),

  judge(rows): Judgement {
    const statistics = {
      smallestRatio: min(rows.map(({ ratio }) => ratio / SMOOTH_RATIO)),
      largestRatio: max(rows.map(({ ratio }) => ratio / SMOOTH_RATIO)),
      correlationOfLogs: sampleCorrelation(
        rows.map((row) => Math.log(row.totalMutualInformation)),
        rows.map((row) => Math.log(row.pathError)),
      ),
      decadesOfMutualInformation: Math.log10(
        max(rows.map((row) => row.totalMutualInformation)) /
          min(rows.map((row) => row.totalMutualInformation)),
      ),
    };
    const bounded = rows.every((row) =>
      row.pathError <= row.sharpMax && row.pathError <= row.theorem1
    );
    const holds = statistics.smallestRatio >= 1 - TOLERANCE &&
      statistics.largestRatio <= 1 + TOLERANCE &&
      bounded;
    return {
      verdict: holds ? "holds" : "refuted",
      evidence: `ratio ${statistics.smallestRatio.toFixed(3)} to ${
        statistics.largestRatio.toFixed(3)
      } times (1/T - 1/L)/2 over ${
        statistics.decadesOfMutualInformation.toFixed(1)
      } decades of MI; ${bounded ? "both bounds hold" : "a bound is broken"}`,
      statistics,
    };
  },

  figure(rows): ClaimFigure {
    const points = rows.map((row) => ({
      states: `K = ${row.states}`,
      mi: row.totalMutualInformation / LENGTH,
      error: row.pathError,
    }));
    const ends = [min(points.map(({ mi }) => mi)), max(points.map(({ mi }) => mi))];
    const law = (factor: number) => ends.map((mi) => ({ x: mi, y: factor * LENGTH * mi }));
    const x = {
      field: "mi",
      type: "quantitative",
      scale: { type: "log", nice: false },
      axis: { title: "MI / L: mutual information of a token with the rest (nats)", format: "~g" },
    };
    return {
      title: "Path error against total mutual information",
      caption:
        `Potts chains of L = ${LENGTH} tokens, T = ${STEPS} balanced steps, couplings from -2 to 4.`,
      alt:
        "Log-log plot: for three vocabularies the path error lies on one straight line of slope 1 " +
        "against the mutual information, half the sharp bound.",
      spec: {
        layer: [
          {
            data: { values: points },
            mark: { type: "point" },
            encoding: {
              x,
              y: {
                field: "error",
                type: "quantitative",
                scale: { type: "log" },
                axis: { title: "Path error (nats)", format: "~g" },
              },
              ...seriesEncoding("states", {
                values: [...new Set(points.map(({ states }) => states))],
                title: "States",
                by: "shape",
              }),
            },
          },
          ...lawLine("sharp-max", {
            points: law((LENGTH / STEPS - 1) / LENGTH),
            labelled: 1,
            align: "right",
          }),
          ...lawLine("smooth curve", {
            points: law(SMOOTH_RATIO),
            labelled: 0,
            side: "below",
            dash: [6, 4],
          }),
        ],
      },
    };
  },
};
