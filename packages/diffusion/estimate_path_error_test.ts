import { deepStrictEqual, ok, strictEqual, throws } from "node:assert/strict";
import { copies, JointTable } from "@unmask/information";
import { streamFamily } from "@unmask/random";
import { buildSource, naivePathError } from "@unmask/testing";
import { estimatePathError } from "./estimate_path_error.ts";
import { exactPredictor, type MaskPredictor } from "./mask_predictor.ts";

const weather = [[0.7, 0.2, 0.1], [0.1, 0.1, 0.8], [0.45, 0.5, 0.05]];

const sources = {
  "a Potts chain": buildSource({ kind: "potts-chain", length: 24, states: 4, coupling: 2 }),
  "a repelling Potts chain": buildSource({
    kind: "potts-chain",
    length: 16,
    states: 2,
    coupling: -1.5,
  }),
  "a Markov chain": buildSource({ kind: "markov-chain", length: 20, transitions: weather }),
  "a started Markov chain": buildSource({
    kind: "markov-chain",
    length: 20,
    transitions: weather,
    initial: [1, 0, 0],
  }),
  "a table": JointTable.fromWeights(
    Array.from({ length: 256 }, (_, cell) => (cell * 37 % 101) ** 2),
    { length: 4, vocabularySize: 4 },
  ),
} as const;

/** Seeds are fixed, so each test passes for good; a fresh seed fails with probability 6.4e-5. */
const STANDARD_ERRORS = 4;

for (const [name, law] of Object.entries(sources)) {
  Deno.test(`estimatePathError() of ${name} is within 4 standard errors of the exact value`, () => {
    const predictor = exactPredictor(law);
    const { conditionalEntropies } = law.informationCurve();
    const front = law.length - 3;
    for (const sizes of [[law.length], [front, 3], [3, front], [1, 2, front]]) {
      const exact = naivePathError(conditionalEntropies, sizes);
      const streams = streamFamily({ seed: 151, cell: `${name} ${sizes}`, purpose: "path error" });
      const { mean, standardError, draws } = estimatePathError(law, {
        predictor,
        sizes,
        draws: 2000,
        streams,
      });
      strictEqual(draws, 2000);
      ok(standardError > 0);
      ok(
        Math.abs(mean - exact) <= STANDARD_ERRORS * standardError,
        `${sizes}: ${mean} +- ${standardError} against ${exact}`,
      );
    }
  });
}

Deno.test("the estimate tells a schedule from the same read in masking order", () => {
  const law = sources["a Potts chain"];
  const sizes = [20, 4];
  const { mean, standardError } = estimatePathError(law, {
    predictor: exactPredictor(law),
    sizes,
    draws: 2000,
    streams: streamFamily({ seed: 152, cell: "order", purpose: "path error" }),
  });
  const reversed = naivePathError(
    law.informationCurve().conditionalEntropies,
    sizes.toReversed(),
  );
  ok(Math.abs(mean - reversed) > 10 * standardError);
});

Deno.test("estimatePathError() of one token per iteration is 0 on every path", () => {
  const law = sources["a table"];
  const { mean, standardError } = estimatePathError(law, {
    predictor: exactPredictor(law),
    sizes: [1, 1, 1, 1],
    draws: 50,
    streams: streamFamily({ seed: 153, cell: "ones", purpose: "path error" }),
  });
  ok(Math.abs(mean) < 1e-14 && standardError < 1e-14);
});

Deno.test("estimatePathError() adds what a worse predictor loses", () => {
  // Every row mixed half and half with the uniform law: copies lose ln(4/3) at each forced token.
  const law = copies({ length: 3, vocabularySize: 2 });
  const exact = exactPredictor(law);
  const blurred: MaskPredictor = {
    ...exact,
    predict(state, positions, out): void {
      exact.predict(state, positions, out);
      for (let i = 0; i < 2 * positions.length; i++) out[i] = out[i]! / 2 + 1 / 4;
    },
  };
  const { mean } = estimatePathError(law, {
    predictor: blurred,
    sizes: [1, 1, 1],
    draws: 10,
    streams: streamFamily({ seed: 154, cell: "blurred", purpose: "path error" }),
  });
  ok(Math.abs(mean - 2 * Math.log(4 / 3)) < 1e-14);
});

Deno.test("estimatePathError() is infinite when the predictor excludes what the law draws", () => {
  const law = copies({ length: 2, vocabularySize: 2 });
  const stubborn: MaskPredictor = {
    length: 2,
    vocabularySize: 2,
    predict(_state, positions, out): void {
      for (let row = 0; row < positions.length; row++) out.set([1, 0], 2 * row);
    },
  };
  const estimate = estimatePathError(law, {
    predictor: stubborn,
    sizes: [2],
    draws: 20,
    streams: streamFamily({ seed: 155, cell: "stubborn", purpose: "path error" }),
  });
  deepStrictEqual(estimate, { mean: Infinity, standardError: Infinity, draws: 20 });
});

Deno.test("estimatePathError() of the first draws is that of the same streams alone", () => {
  const law = sources["a Markov chain"];
  const streams = streamFamily({ seed: 156, cell: "prefix", purpose: "path error" });
  const options = { predictor: exactPredictor(law), sizes: [10, 10], streams };
  const first = estimatePathError(law, { ...options, draws: 10 });
  estimatePathError(law, { ...options, draws: 100 });
  deepStrictEqual(estimatePathError(law, { ...options, draws: 10 }), first);
});

Deno.test("estimatePathError() refuses too few draws and other lengths, saying why", () => {
  const law = sources["a table"];
  const streams = streamFamily({ seed: 157, cell: "refusals", purpose: "path error" });
  const options = { predictor: exactPredictor(law), sizes: [2, 2], streams };
  for (const draws of [0, 1, 1.5, NaN]) {
    throws(() => estimatePathError(law, { ...options, draws }), {
      name: "RangeError",
      message: `Cannot estimate a path error: draws must be an integer of at least 2, got ${draws}`,
    });
  }
  throws(() => estimatePathError(law, { ...options, sizes: [2, 1], draws: 2 }), /length 4, got 3/);
});
