import { totalCorrelation } from "@unmask/information";
import { assertClose, buildSource, naivePathError } from "@unmask/testing";
import { ngramPredictor } from "./ngram_predictor.ts";
import { trainingError } from "./training_error.ts";

const weights = Array.from({ length: 81 }, (_, cell) => (cell * 37 % 101) ** 2);
const law = buildSource({ kind: "table", length: 4, states: 3, weights });
const schedules = [[4], [2, 2], [1, 3], [1, 1, 1, 1]];

Deno.test("marginals alone have the total correlation for path error, whatever the schedule", () => {
  const predictor = ngramPredictor(law, { order: 0 });
  for (const sizes of schedules) {
    const total = naivePathError(law.informationCurve().conditionalEntropies, sizes) +
      trainingError(law, { predictor, sizes });
    assertClose(total, totalCorrelation(law), { relative: 1e-12 });
  }
});

Deno.test("one token at a time, memory of `order` tokens costs what it does not remember", () => {
  // KL(p || q) = sum_i H(X_i | X_{i-n} .. X_{i-1}) - H(X), by the chain rule.
  const entropies = (from: number, to: number): number =>
    law.subsetEntropy(Array.from({ length: to - from }, (_, i) => from + i));
  for (const order of [0, 1, 2, 3]) {
    let expected = -entropies(0, 4);
    for (let i = 0; i < 4; i++) {
      const first = Math.max(0, i - order);
      expected += entropies(first, i + 1) - entropies(first, i);
    }
    const error = trainingError(law, {
      predictor: ngramPredictor(law, { order }),
      sizes: [1, 1, 1, 1],
    });
    assertClose(error, expected, { absolute: 1e-13 });
  }
});

Deno.test("an order-1 chain is its own order-1 approximation", () => {
  const chain = buildSource({ kind: "potts-chain", length: 4, states: 3, coupling: 1.5 });
  for (const sizes of schedules) {
    const predictor = ngramPredictor(chain, { order: 1 });
    assertClose(trainingError(chain, { predictor, sizes }), 0, { absolute: 1e-14 });
  }
  const blind = trainingError(chain, {
    predictor: ngramPredictor(chain, { order: 0 }),
    sizes: [1, 1, 1, 1],
  });
  assertClose(blind, totalCorrelation(chain), { relative: 1e-12 });
});
