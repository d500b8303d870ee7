import {
  continuumSchedule,
  cutProbabilities,
  fewestSteps,
  frontierCorners,
  minimaxMixture,
  optimalSchedule,
  pathError,
  yardstickOf,
} from "@unmask/convergence";
import { NeighbourSampler } from "@unmask/diffusion";
import { type InformationCurve, meanSubsetEntropies } from "@unmask/information";
import { type MarkovLaw, pottsChain } from "@unmask/potts";
import { streamFamily } from "@unmask/random";
import { uniform } from "@unmask/schedules";
import type { CountedCost } from "./counted_cost.ts";

/** The length at which costs against the number of steps are counted. */
const LENGTH = 2 ** 16;

/** Least exponent of what reads every token once. */
const LINEAR = { atLeast: 0.85, atMost: 1.15 };

/** What does not grow. */
const FLAT = { atLeast: -0.15, atMost: 0.15 };

const token = { unit: "token", amount: (length: number): number => length };

/**
 * How the operations of the fast routines are claimed to grow.
 *
 * Not here, since nothing of it can be counted in the packages: what trains and asks networks and
 * draws figures works in libraries, and processes start others. Their time is measured, against the
 * `costLaws` of their workloads.
 *
 * @returns The claims, always in one order
 */
export function countedCosts(): CountedCost[] {
  return [...curves(), ...plans(), ...games(), ...samplers(), subsetEntropies];
}

function curves(): CountedCost[] {
  const curve = (coupling: number, [first, last]: [number, number]): CountedCost => ({
    name: `curve of a Potts chain, K=4 J=${coupling}`,
    size: { label: "L", growth: "power", values: powers(first, last) },
    ...LINEAR,
    work: token,
    prepare: (length) => () => chain(length, coupling).informationCurve(),
  });
  // Where tokens remember all the others, the terms are those of a harmonic sum: L log L, of which the
  // logarithm is an exponent of 0.15 and falling at these lengths.
  return [curve(2, [12, 20]), curve(6, [12, 16]), { ...curve(12, [10, 14]), atMost: 1.25 }];
}

function plans(): CountedCost[] {
  const onCurve =
    (call: (curve: InformationCurve) => unknown): CountedCost["prepare"] => (length) => {
      const curve = chain(length).informationCurve();
      return () => call(curve);
    };
  const size = (first: number, last: number): CountedCost["size"] => ({
    label: "L",
    growth: "power",
    values: powers(first, last),
  });
  const fixed = chain(LENGTH).informationCurve();
  return [
    {
      name: "optimal schedule, T=64",
      size: size(12, 20),
      ...LINEAR,
      work: token,
      prepare: onCurve((curve) => optimalSchedule(curve, { steps: 64 })),
    },
    {
      name: "optimal schedule, T=L/6",
      size: size(12, 16),
      ...LINEAR,
      work: token,
      prepare: onCurve((curve) => optimalSchedule(curve, { steps: Math.floor(curve.length / 6) })),
    },
    {
      name: `optimal schedule, L=${LENGTH}`,
      size: { label: "T", growth: "power", values: powers(1, 15) },
      ...FLAT,
      work: { unit: "token", amount: () => LENGTH },
      prepare: (steps) => () => optimalSchedule(fixed, { steps }),
    },
    {
      name: "steps for an error of 1 nat",
      size: size(12, 18),
      // The steps rise from few to many, and with them the corners that are looked at.
      atLeast: 0.75,
      atMost: 1.25,
      work: token,
      prepare: onCurve((curve) => fewestSteps(curve, { error: 1 })),
    },
    {
      name: "every corner of the frontier",
      size: size(6, 11),
      // As many corners as tokens, and a pass for each.
      atLeast: 1.8,
      atMost: 2.1,
      work: { unit: "pair of tokens", amount: (length) => length ** 2 },
      prepare: onCurve((curve) => frontierCorners(curve)),
    },
    {
      name: "path error, T=16",
      size: size(10, 16),
      ...LINEAR,
      work: token,
      prepare: onCurve((curve) =>
        pathError(curve, uniform.sizes({ length: curve.length, steps: 16 }))
      ),
    },
    {
      name: "continuum schedule, T=16",
      size: size(10, 16),
      ...LINEAR,
      work: token,
      prepare: onCurve((curve) => continuumSchedule(curve, { steps: 16 })),
    },
  ];
}

function games(): CountedCost[] {
  const yardstick = yardstickOf("dtc");
  const size = { label: "L", growth: "power", values: powers(8, 12) } as const;
  return [
    {
      name: "cut probabilities of the minimax game over DTC, T=16",
      size,
      ...LINEAR,
      work: token,
      prepare: (length) => () => cutProbabilities({ length, steps: 16, yardstick }),
    },
    {
      name: "minimax mixture over DTC, T=16",
      size,
      // Rating the schedules that were found is quadratic, and begins to show.
      atLeast: 1,
      atMost: 2.1,
      work: token,
      prepare: (length) => () => minimaxMixture({ length, steps: 16, yardstick }),
    },
  ];
}

function samplers(): CountedCost[] {
  const streams = streamFamily({ seed: 1, cell: "counted costs", purpose: "sampler" });
  const unmask = (length: number, steps: number): () => unknown => {
    const sampler = new NeighbourSampler(chain(length));
    const sizes = uniform.sizes({ length, steps });
    return () => sampler.unmask({ sizes, stream: streams.at(0) });
  };
  return [
    {
      name: "one sequence of the sampler of chains, T=64",
      size: { label: "L", growth: "power", values: powers(10, 16) },
      ...LINEAR,
      work: token,
      prepare: (length) => unmask(length, 64),
    },
    {
      name: "one sequence of the sampler of chains, L=1024",
      size: { label: "T", growth: "power", values: powers(0, 10) },
      ...FLAT,
      work: { unit: "token", amount: () => 1024 },
      prepare: (steps) => unmask(1024, steps),
    },
  ];
}

const subsetEntropies: CountedCost = {
  name: "mean subset entropies of a dense table, K=2",
  size: { label: "L", growth: "exponential", values: [6, 8, 10, 12] },
  // (K + 1)^L cells.
  atLeast: 2.9,
  atMost: 3.1,
  work: { unit: "cell", amount: (length) => 3 ** length },
  prepare: (length) => {
    const masses = new Float64Array(2 ** length).fill(2 ** -length);
    return () => meanSubsetEntropies(masses, { length, vocabularySize: 2 });
  },
};

function chain(length: number, coupling = 2): MarkovLaw {
  return pottsChain({ length, states: 4, coupling });
}

/** `2^first, .., 2^last`: every other power where there are many. */
function powers(first: number, last: number): number[] {
  const step = last - first >= 4 ? 2 : 1;
  return Array.from(
    { length: Math.floor((last - first) / step) + 1 },
    (_, i) => 2 ** (first + step * i),
  );
}
