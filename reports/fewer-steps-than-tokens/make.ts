import { liCaiCorollary1, pathError } from "@unmask/convergence";
import { max } from "simple-statistics";
import { seriesEncoding } from "@unmask/reporting";
import { balancedChainCells } from "../balanced_chains.ts";
import type { ClaimFigure, ClaimMaker, Judgement } from "../claim_maker.ts";
import { lawLine } from "../law_line.ts";
import { powersOfTwo } from "../powers_of_two.ts";

type Result = {
  readonly chain: string;
  readonly steps: number;
  readonly tokensPerStep: number;
  readonly pathError: number;
  readonly bound: number;
  readonly share: number;
};

const LENGTH = 1024;

const chains = [
  { states: 8, coupling: 0.5 },
  { states: 8, coupling: 2 },
  { states: 8, coupling: 4 },
  { states: 8, coupling: 8 },
  { states: 8, coupling: 16 },
] as const;

/** The exact error with far fewer steps than tokens, as a share of the bound. */
export const fewerStepsThanTokens: ClaimMaker<Result> = {
  key: "fewer-steps-than-tokens",
  seed: null,
  columns: [
    { key: "chain", label: "Potts chain" },
    { key: "steps", label: "Steps T" },
    { key: "tokensPerStep", label: "Tokens a step" },
    { key: "pathError", label: "Path error", unit: "nats" },
    { key: "bound", label: "Corollary 1, (2/T) MI", unit: "nats" },
    { key: "share", label: "Path error / (MI/T)" },
  ],
  cells: balancedChainCells(
    { length: LENGTH, chains, steps: powersOfTwo(1, LENGTH / 2) },
    ({ chain, curve, measures, steps, sizes }): Result[] => {
      const error = pathError(curve, sizes);
      return [{
        chain,
        steps,
        tokensPerStep: LENGTH / steps,
        pathError: error,
        bound: liCaiCorollary1.evaluate(curve, sizes),
        share: error * steps / measures.totalMutualInformation,
      }];
    },
  ),

  judge(rows): Judgement {
    const statistics = {
      largestShare: max(rows.map(({ share }) => share)),
      largestShareOfCorollary1: max(rows.map((row) => row.pathError / row.bound)),
      shareAtQuarterLength: max(
        rows.filter(({ steps }) => steps === LENGTH / 4).map(({ share }) => share),
      ),
    };
    return {
      verdict: statistics.largestShare <= 1 ? "holds" : "refuted",
      evidence: `at most ${statistics.largestShare.toFixed(3)} of MI/T over ${rows.length} ` +
        `schedules; ${statistics.shareAtQuarterLength.toFixed(3)} at T = L/4`,
      statistics,
    };
  },

  figure(rows): ClaimFigure {
    const chainNames = [...new Set(rows.map(({ chain }) => chain))];
    return {
      title: "Path error as a share of MI/T",
      caption:
        `Balanced schedules on Potts chains of L = ${LENGTH} tokens. Corollary 1 allows 2, ` +
        "the sharp form 1.",
      alt:
        "Lines below 1 for five couplings: the share of MI/T falls from at most 1 at one step to " +
        "0.25 at T = L/2.",
      spec: {
        layer: [
          {
            data: {
              values: rows.map(({ chain, tokensPerStep, share }) => ({
                chain,
                tokensPerStep,
                share,
              })),
            },
            mark: { type: "line", point: true },
            encoding: {
              x: {
                field: "tokensPerStep",
                type: "quantitative",
                scale: { type: "log", base: 2 },
                axis: {
                  title: "Tokens per step, L/T",
                  values: powersOfTwo(2, LENGTH),
                  format: "d",
                },
              },
              y: {
                field: "share",
                type: "quantitative",
                scale: { domain: [0, 1.1] },
                axis: { title: "Path error / (MI/T)" },
              },
              ...seriesEncoding("chain", {
                values: chainNames,
                title: "Chain",
                ordered: true,
                by: "shape",
              }),
            },
          },
          ...lawLine("sharp form, C1 = 1", {
            points: [{ x: 2, y: 1 }, { x: LENGTH, y: 1 }],
            labelled: 0,
            dash: [6, 4],
          }),
        ],
      },
    };
  },
};
