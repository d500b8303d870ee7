import { plainSubsetEntropies } from "@unmask/testing";
import { optimalSchedule } from "@unmask/convergence";
import {
  exactPredictor,
  NeighbourSampler,
  policyErrors,
  randomPositions,
  unmask,
} from "@unmask/diffusion";
import { type MarkovLaw, pottsChain } from "@unmask/potts";
import { streamFamily } from "@unmask/random";
import { uniform } from "@unmask/schedules";
import { costFigures } from "./counted_cost.ts";
import { countedCosts } from "./counted_costs.ts";
import { countedPredictor, countedStream } from "./counted_model.ts";
import { countLogarithms } from "./count_logarithms.ts";
import { countOperations } from "./count_operations.ts";
import type { ScienceFigure } from "./science_benchmark.ts";

const streams = streamFamily({ seed: 1, cell: "operations", purpose: "sampler" });

/**
 * How the operations of the fast routines grow, and what theory says of them to the last one. For a
 * thread of its own, see `countedInThread`.
 *
 * @returns The figures, always in one order
 */
export async function countedFigures(): Promise<ScienceFigure[]> {
  const figures: ScienceFigure[] = [];
  for (const cost of countedCosts()) figures.push(...await costFigures(cost));
  return [
    ...figures,
    await planningPasses(),
    ...evaluationsOfSampler({ length: 96, steps: 8 }),
    ...evaluationsOfSampler({ length: 96, steps: 96 }),
    wordsOfSampler(2 ** 14),
    ...[[10, 2], [6, 3], [5, 4]].map(([length, states]) => tableCells(length!, states!)),
    ...[[6, 2], [5, 3], [8, 2]].map(([length, states]) => statesVisited(length!, states!)),
  ];
}

/** Passes over the curve for one plan, the most of any number of steps. */
async function planningPasses(): Promise<ScienceFigure> {
  const length = 2 ** 12;
  const curve = chain(length).informationCurve();
  let most = 0;
  for (let steps = 3; steps < length; steps = Math.ceil(steps * 1.7)) {
    const count = await countOperations(() => optimalSchedule(curve, { steps }));
    most = Math.max(most, count.calls("solve"));
  }
  return {
    label: `optimal schedule, L=${length}: passes over the curve, most of any T`,
    value: most,
    unit: "operations",
    atLeast: 1,
    // Eight guesses, then chords.
    atMost: 20,
  };
}

/** A model evaluation an iteration, and each position asked for once. */
function evaluationsOfSampler(
  { length, steps }: { length: number; steps: number },
): ScienceFigure[] {
  const predictor = countedPredictor(exactPredictor(chain(length)));
  unmask(predictor, { sizes: uniform.sizes({ length, steps }), stream: streams.at(0) });
  const from = "the definition of the sampler";
  return [
    {
      label: `one sequence, L=${length} T=${steps}: model evaluations`,
      value: predictor.calls,
      unit: "model evaluations",
      expected: { value: steps, from },
    },
    {
      label: `one sequence, L=${length} T=${steps}: positions asked for`,
      value: predictor.positions,
      unit: "operations",
      expected: { value: length, from },
    },
  ];
}

/**
 * Two words for a token, and for each place of the order the least power of two over the bound: 1.39
 * words on average, and between 1 and 2.
 */
function wordsOfSampler(length: number): ScienceFigure {
  const stream = countedStream(streams.at(1));
  new NeighbourSampler(chain(length)).unmask({
    sizes: uniform.sizes({ length, steps: 64 }),
    stream,
  });
  return {
    label: `sampler of chains, L=${length}: random words a token`,
    value: stream.words / length,
    unit: "operations",
    atLeast: 3,
    atMost: 4,
  };
}

/**
 * A logarithm for each cell of each marginal: `sum_S K^|S| = (K + 1)^L`. Counted in the plain path, since
 * the fast one looks its logarithms up.
 */
function tableCells(length: number, vocabularySize: number): ScienceFigure {
  const cells = vocabularySize ** length;
  const masses = new Float64Array(cells).fill(1 / cells);
  return {
    label: `mean subset entropies, L=${length} K=${vocabularySize}: logarithms`,
    value: countLogarithms(() => plainSubsetEntropies(masses, { length, vocabularySize })),
    unit: "operations",
    expected: { value: (vocabularySize + 1) ** length, from: "cells of all marginals, (K+1)^L" },
  };
}

/** The empty state and those with two tokens revealed: `1 + C(L, 2) K^2`. */
function statesVisited(length: number, states: number): ScienceFigure {
  const law = pottsChain({ length, states, coupling: 1 });
  const predictor = countedPredictor(exactPredictor(law));
  policyErrors(law, { predictor, policy: randomPositions([2, length - 2]) });
  return {
    label: `policy enumerated, sizes 2+${length - 2}, K=${states}: states visited`,
    value: predictor.calls,
    unit: "operations",
    expected: {
      value: 1 + length * (length - 1) / 2 * states ** 2,
      from: "pairs of positions times their values",
    },
  };
}

function chain(length: number): MarkovLaw {
  return pottsChain({ length, states: 4, coupling: 2 });
}
