import { minimaxMixture, optimalSchedule, yardstickOf } from "@unmask/convergence";
import {
  autoregressive,
  bernoulliGrid,
  bisection,
  confidence,
  confidenceFactor,
  confidenceThreshold,
  dilatedPositions,
  entropyBounded,
  entropySum,
  farApart,
  inBlocks,
  margin,
  negativeEntropy,
  randomisedSizes,
  randomPositions,
  type TokenScore,
  topPositions,
  type UnmaskingPolicy,
} from "@unmask/diffusion";
import type { InformationCurve } from "@unmask/information";
import { blocksOfLength, uniform } from "@unmask/schedules";
import { families, type Family, FAR_APART } from "./result.ts";

/** A policy of the report, with what its row says of it. */
export interface SweptPolicy {
  /** The policy. */
  readonly policy: UnmaskingPolicy;
  /** Kind of policy. */
  readonly family: Family;
  /** Its name in the table. */
  readonly name: string;
  /** Its parameters in the table. */
  readonly parameters: string;
  /** Bound on the error of an iteration that it promises, in nats. */
  readonly promised?: number;
  /** Its sizes, for random positions with fixed ones: the curve prices them. */
  readonly sizes?: readonly number[];
}

/** What of the parameters of policies is swept. */
export interface Sweep {
  /** Iterations of policies with given sizes. */
  readonly steps: readonly number[];
  /** Iterations of randomised sizes and of Bernoulli grids. */
  readonly randomSteps: readonly number[];
  /** Scores that rank tokens where sizes are given. */
  readonly scores: readonly TokenScore[];
  /** Thresholds on confidence. */
  readonly thresholds: readonly number[];
  /** Factors of the factor rule. */
  readonly factors: readonly number[];
  /** Bounds on entropies in nats. */
  readonly gammas: readonly number[];
  /** Thresholds on sums of entropies in nats. */
  readonly sums: readonly number[];
  /** Whether the surest positions are also taken with the optimal sizes. */
  readonly surestOptimal: boolean;
  /** Length of blocks. */
  readonly blockLength: number;
  /** Iterations in each block. */
  readonly blockSteps: readonly number[];
}

/** The sweep over laws that are enumerated. */
export const smallSweep: Sweep = {
  steps: [1, 2, 3, 4, 5, 6, 7],
  randomSteps: [3],
  scores: [confidence, margin, negativeEntropy],
  thresholds: [0.4, 0.5, 0.6, 0.7, 0.8, 0.9],
  factors: [0.5, 1, 1.5, 2, 3],
  gammas: [0.25, 0.5, 1, 1.5, 2, 3],
  sums: [1, 1.5, 2, 3, 4, 6],
  surestOptimal: true,
  blockLength: 4,
  blockSteps: [2],
};

/** The sweep over laws that are drawn from: no policy that is all but serial, which has no error to see. */
export const longSweep: Sweep = {
  steps: [4, 8, 16, 32],
  randomSteps: [],
  scores: [confidence, margin, negativeEntropy],
  thresholds: [0.2],
  factors: [4, 8],
  gammas: [4, 8, 16],
  sums: [8, 16],
  surestOptimal: false,
  blockLength: 16,
  blockSteps: [2, 4, 8],
};

/**
 * Every decoding policy, with its parameters swept.
 *
 * @param curve Curve of the law, for optimal sizes
 * @param sweep Parameters
 * @returns The policies
 */
export function sweptPolicies(curve: InformationCurve, sweep: Sweep): SweptPolicy[] {
  const length = curve.conditionalEntropies.length;
  const steps = sweep.steps.filter((count) => count <= length);
  const inside = steps.filter((count) => count > 1 && count < length);
  const sizesOf = (count: number): readonly number[] => uniform.sizes({ length, steps: count });
  const optimalSizes = (count: number): readonly number[] =>
    optimalSchedule(curve, { steps: count }).sizes;
  const sized = (name: string, count: number, policy: UnmaskingPolicy): SweptPolicy => ({
    family: families.sized,
    name,
    parameters: `T = ${count}`,
    policy,
  });
  return [
    ...steps.map((count) => fixed("uniform sizes", sizesOf(count))),
    ...inside.map((count) => fixed("optimal sizes", optimalSizes(count))),
    ...sweep.randomSteps.map((count) => {
      const { schedules } = minimaxMixture({ length, steps: count, yardstick: yardstickOf("tc") });
      return random("randomised sizes", count, randomisedSizes(schedules));
    }),
    ...sweep.randomSteps.map((count) =>
      random(
        "Bernoulli grid",
        count,
        bernoulliGrid(Array.from({ length: count + 1 }, (_, j) => j / count)),
      )
    ),
    ...sweep.scores.flatMap((score) =>
      inside.map((count) =>
        sized(score.name, count, topPositions(score, { sizes: sizesOf(count) }))
      )
    ),
    ...(sweep.surestOptimal ? inside : []).map((count) =>
      sized(
        "confidence, optimal sizes",
        count,
        topPositions(confidence, { sizes: optimalSizes(count) }),
      )
    ),
    ...inside.map((count) =>
      sized(
        FAR_APART,
        count,
        topPositions(confidence, { sizes: sizesOf(count), ties: farApart }),
      )
    ),
    ...fittingPolicies(sweep),
    known("dilated", dilatedPositions),
    known("bisection", bisection),
    known("left to right", autoregressive),
    ...blockPolicies(length, sweep),
  ];
}

function random(name: string, count: number, policy: UnmaskingPolicy): SweptPolicy {
  return { family: families.random, name, parameters: `T = ${count}`, policy };
}

function fixed(name: string, sizes: readonly number[]): SweptPolicy {
  return { ...random(name, sizes.length, randomPositions(sizes)), sizes };
}

function known(name: string, policy: UnmaskingPolicy): SweptPolicy {
  return { family: families.known, name, parameters: "", policy };
}

/** Policies that choose how many tokens to reveal by how sure these are. */
function fittingPolicies(sweep: Sweep): SweptPolicy[] {
  const { fitting: family } = families;
  return [
    ...sweep.thresholds.map((threshold) => ({
      family,
      name: "threshold",
      parameters: `${threshold}`,
      policy: confidenceThreshold(threshold),
    })),
    ...sweep.factors.map((factor) => ({
      family,
      name: "factor",
      parameters: `${factor}`,
      policy: confidenceFactor(factor),
    })),
    ...sweep.gammas.map((gamma) => ({
      family,
      name: "entropy-bounded",
      parameters: `gamma = ${gamma}`,
      policy: entropyBounded(gamma),
      promised: gamma,
    })),
    ...sweep.sums.map((threshold) => ({
      family,
      name: "entropy sum",
      parameters: `${threshold}`,
      policy: entropySum(threshold),
      // A set that fits has at most this much entropy, and so at most this total correlation.
      promised: threshold,
    })),
  ];
}

/** Blocks from left to right with other policies inside. */
function blockPolicies(length: number, sweep: Sweep): SweptPolicy[] {
  const { blockLength, blockSteps } = sweep;
  const lengths = blocksOfLength({ length, blockLength });
  const within = (
    name: string,
    parameters: string,
    inside: (sizes: readonly number[]) => UnmaskingPolicy,
    steps: number,
  ): SweptPolicy => ({
    family: families.blocks,
    name: `blocks, ${name}`,
    parameters,
    policy: inBlocks({
      lengths,
      inside: lengths.map((n) => inside(uniform.sizes({ length: n, steps: Math.min(n, steps) }))),
    }),
  });
  return [
    ...blockSteps.flatMap((steps) => {
      const parameters = `n = ${blockLength}, ${steps} each`;
      return [
        within("random", parameters, randomPositions, steps),
        within(
          "confidence",
          parameters,
          (sizes) => topPositions(confidence, { sizes }),
          steps,
        ),
      ];
    }),
    within("bisection", `n = ${blockLength}`, () => bisection, 1),
  ];
}
