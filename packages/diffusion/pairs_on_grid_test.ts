import { throws } from "node:assert/strict";
import { JointTable, tiedPairs } from "@unmask/information";
import { assertClose, NaiveLaw, sequences } from "@unmask/testing";
import { exactPredictor } from "./mask_predictor.ts";
import { outputLaw } from "./endpoint_law.ts";
import { pairsOnGridErrors } from "./pairs_on_grid.ts";

Deno.test("pairsOnGridErrors() is both errors by definition, over every assignment of tokens to steps", () => {
  const grid = [0, 0.2, 0.2, 0.7, 1];
  for (const weights of [[1, 0, 0, 1], [3, 1, 2, 0], [5, 1, 1, 5], [1, 2, 2, 4]]) {
    const pair = JointTable.fromWeights(weights, { length: 2, vocabularySize: 2 });
    const law = JointTable.fromWeights(
      [...sequences(4, 2)].map(([a, b, c, d]) => weights[2 * a! + b!]! * weights[2 * c! + d!]!),
      { length: 4, vocabularySize: 2 },
    );
    const naive = new NaiveLaw(law);
    const predictor = exactPredictor(law);
    const mean = new Float64Array(16);
    let path = 0;
    for (const steps of sequences(4, grid.length - 1)) {
      const probability = steps.reduce((value, j) => value * (grid[j + 1]! - grid[j]!), 1);
      if (probability === 0) continue;
      const order = [0, 1, 2, 3]
        .map((j) => Int32Array.from([0, 1, 2, 3].filter((i) => steps[i] === j)))
        .filter(({ length }) => length > 0);
      const masses = outputLaw(predictor, { order });
      path += probability * naive.divergenceFrom(masses, 2);
      masses.forEach((mass, cell) => mean[cell]! += probability * mass);
    }
    const errors = pairsOnGridErrors(pair, { pairs: 2, grid });
    // Sums of 256 assignments.
    assertClose(errors.pathError, path, { absolute: 1e-13 });
    assertClose(errors.endpointError, naive.divergenceFrom(mean, 2), { absolute: 1e-13 });
  }
});

Deno.test("pairsOnGridErrors() of tied bits is P ln 2 / T and -P ln(1 - 1/(2T)), a ratio of 2 ln 2", () => {
  const pair = tiedPairs({ pairs: 1, vocabularySize: 2 });
  for (const steps of [1, 2, 64, 4096]) {
    const grid = Array.from({ length: steps + 1 }, (_, j) => j / steps);
    const { pathError, endpointError } = pairsOnGridErrors(pair, { pairs: 500, grid });
    assertClose(pathError, 500 * Math.LN2 / steps, { relative: 1e-12 });
    assertClose(endpointError, -500 * Math.log1p(-1 / (2 * steps)), { relative: 1e-12 });
    assertClose(pathError / endpointError, 2 * Math.LN2, { relative: 1 / steps });
  }
});

Deno.test("pairsOnGridErrors() refuses a law that is no pair, odd numbers of pairs, and bad grids", () => {
  const pair = tiedPairs({ pairs: 1, vocabularySize: 2 });
  throws(
    () => pairsOnGridErrors(tiedPairs({ pairs: 2, vocabularySize: 2 }), { pairs: 2, grid: [0, 1] }),
    {
      name: "RangeError",
      message: "Cannot use a pair: it must have 2 tokens, got 4",
    },
  );
  for (const pairs of [0, 1.5, NaN]) {
    throws(() => pairsOnGridErrors(pair, { pairs, grid: [0, 1] }), {
      name: "RangeError",
      message: `Cannot place pairs: their number must be a positive integer, got ${pairs}`,
    });
  }
  throws(() => pairsOnGridErrors(pair, { pairs: 1, grid: [0, 0.5] }), RangeError);
});
