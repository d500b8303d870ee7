import { deepStrictEqual, ok, strictEqual, throws } from "node:assert/strict";
import { streamFamily } from "@unmask/random";
import { buildSource } from "@unmask/testing";
import { estimateTrainingError } from "./estimate_training_error.ts";
import { exactPredictor, type MaskPredictor } from "./mask_predictor.ts";
import { noisyLogits } from "./noisy_logits.ts";
import { tempered } from "./tempered.ts";
import { trainingError } from "./training_error.ts";
import { uniformMixture } from "./uniform_mixture.ts";

const laws = {
  "a Potts chain": buildSource({ kind: "potts-chain", length: 6, states: 3, coupling: 1.5 }),
  "a started chain": buildSource({
    kind: "markov-chain",
    length: 6,
    transitions: [[0.7, 0.2, 0.1], [0.1, 0.1, 0.8], [0.45, 0.5, 0.05]],
    initial: [1, 0, 0],
  }),
  "a table": buildSource({
    kind: "table",
    length: 4,
    states: 4,
    weights: Array.from({ length: 256 }, (_, cell) => (cell * 37 % 101) ** 2),
  }),
} as const;

const departures: Record<string, (predictor: MaskPredictor) => MaskPredictor> = {
  "a mixture": (predictor) => uniformMixture(predictor, { share: 0.2 }),
  "a low temperature": (predictor) => tempered(predictor, { temperature: 0.7 }),
  "noise": (predictor) => noisyLogits(predictor, { scale: 0.5, seed: 5 }),
};

/** Seeds are fixed, so each test passes for good; a fresh seed fails with probability 6.4e-5. */
const STANDARD_ERRORS = 4;

for (const [name, law] of Object.entries(laws)) {
  Deno.test(`estimateTrainingError() of ${name} is within 4 standard errors of the exact value`, () => {
    const { length } = law;
    for (const [departure, depart] of Object.entries(departures)) {
      const predictor = depart(exactPredictor(law));
      for (const sizes of [[2, length - 2], [length - 2, 2], new Array(length).fill(1)]) {
        const exact = trainingError(law, { predictor, sizes });
        const { mean, standardError, draws } = estimateTrainingError(law, {
          predictor,
          sizes,
          draws: 1000,
          streams: streamFamily({ seed: 262, cell: `${name} ${departure}`, purpose: `${sizes}` }),
        });
        strictEqual(draws, 1000);
        ok(
          Math.abs(mean - exact) <= STANDARD_ERRORS * standardError,
          `${departure}, ${sizes}: ${mean} +- ${standardError} against ${exact}`,
        );
      }
    }
  });
}

Deno.test("the estimate tells a schedule from the same read in masking order", () => {
  const law = laws["a Potts chain"];
  const predictor = uniformMixture(exactPredictor(law), { share: 0.5 });
  const { mean, standardError } = estimateTrainingError(law, {
    predictor,
    sizes: [1, 5],
    draws: 1000,
    streams: streamFamily({ seed: 263, cell: "order", purpose: "training error" }),
  });
  const reversed = trainingError(law, { predictor, sizes: [5, 1] });
  ok(Math.abs(mean - reversed) > 10 * standardError);
});

Deno.test("estimateTrainingError() reaches lengths that no enumeration does", () => {
  // Every token but the first of each path is fixed by copies: (L - 1) ln(1 / (1 - share/2)).
  const law = buildSource({ kind: "copies", length: 300, states: 2 });
  const predictor = uniformMixture(exactPredictor(law), { share: 0.1 });
  const { mean, standardError } = estimateTrainingError(law, {
    predictor,
    sizes: [1, 99, 200],
    draws: 2,
    streams: streamFamily({ seed: 264, cell: "copies", purpose: "training error" }),
  });
  ok(Math.abs(mean + 299 * Math.log(0.95)) < 1e-11, `${mean}`);
  ok(standardError < 1e-12);
});

Deno.test("estimateTrainingError() is infinite for a predictor that excludes a token", () => {
  const law = laws["a table"];
  const predictor: MaskPredictor = {
    length: 4,
    vocabularySize: 4,
    predict: (_state, positions, out) => positions.forEach((_, i) => out.set([1, 0, 0, 0], 4 * i)),
  };
  const streams = streamFamily({ seed: 265, cell: "stubborn", purpose: "training error" });
  deepStrictEqual(estimateTrainingError(law, { predictor, sizes: [4], draws: 3, streams }), {
    mean: Infinity,
    standardError: Infinity,
    draws: 3,
  });
});

Deno.test("estimateTrainingError() refuses too few draws and another space", () => {
  const law = laws["a table"];
  const predictor = exactPredictor(law);
  const streams = streamFamily({ seed: 266, cell: "refusals", purpose: "training error" });
  for (const draws of [1, 2.5, NaN]) {
    throws(() => estimateTrainingError(law, { predictor, sizes: [4], draws, streams }), {
      name: "RangeError",
      message:
        `Cannot estimate a training error: draws must be an integer of at least 2, got ${draws}`,
    });
  }
  throws(() => {
    const other = exactPredictor(laws["a Potts chain"]);
    estimateTrainingError(law, { predictor: other, sizes: [4], draws: 2, streams });
  }, /Cannot hold a predictor against a law/);
});
