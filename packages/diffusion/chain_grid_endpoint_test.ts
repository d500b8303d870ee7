import { ok, throws } from "node:assert/strict";
import { assertClose, buildSource, sequences, type SourceSpec } from "@unmask/testing";
import { chainGridEndpoint } from "./chain_grid_endpoint.ts";
import { endpointLaw, outputLaw } from "./endpoint_law.ts";
import { exactPredictor } from "./mask_predictor.ts";

const chains: readonly SourceSpec[] = [
  { kind: "potts-chain", length: 4, states: 2, coupling: 1.5 },
  { kind: "potts-chain", length: 3, states: 3, coupling: -2 },
  {
    kind: "markov-chain",
    length: 4,
    transitions: [[0.7, 0.3], [0, 1]],
    initial: [0.6, 0.4],
  },
  { kind: "potts-chain", length: 1, states: 3, coupling: 0 },
];

const grids = [[0, 1], [0, 0.5, 1], [0, 0.2, 0.2, 0.7, 1], [0, 1, 1]];

Deno.test("chainGridEndpoint() is the mean output law over every assignment of tokens to steps", () => {
  for (const spec of chains) {
    const law = buildSource(spec);
    const predictor = exactPredictor(law);
    for (const grid of grids) {
      const mean = new Float64Array(law.vocabularySize ** law.length);
      for (const steps of sequences(law.length, grid.length - 1)) {
        const probability = steps.reduce((value, j) => value * (grid[j + 1]! - grid[j]!), 1);
        if (probability === 0) continue;
        const order = grid.slice(1)
          .map((_, j) => Int32Array.from([...steps.keys()].filter((i) => steps[i] === j)))
          .filter((set) => set.length > 0);
        outputLaw(predictor, { order }).forEach((mass, x) => mean[x]! += probability * mass);
      }
      const endpoint = chainGridEndpoint(law, { grid });
      [...sequences(law.length, law.vocabularySize)].forEach((tokens, x) => {
        const probability = Math.exp(endpoint.logProbability(Int32Array.from(tokens)));
        // Sums of at most 256 assignments of weight 1 together.
        assertClose(probability, mean[x]!, { absolute: 1e-14 });
      });
    }
  }
});

Deno.test("chainGridEndpoint() sums to 1 over all sequences, and is not the law of equal sizes", () => {
  const law = buildSource({ kind: "potts-chain", length: 8, states: 2, coupling: 2 });
  const endpoint = chainGridEndpoint(law, { grid: [0, 0.25, 0.5, 0.75, 1] });
  const masses = [...sequences(8, 2)].map((x) =>
    Math.exp(endpoint.logProbability(Int32Array.from(x)))
  );
  assertClose(masses.reduce((sum, mass) => sum + mass, 0), 1, { absolute: 1e-13 });
  const fixed = endpointLaw(exactPredictor(law), { sizes: [2, 2, 2, 2] });
  ok(Math.abs(masses[0]! - fixed[0]!) > 1e-3);
});

Deno.test("chainGridEndpoint() refuses foreign sequences, bad grids and chains that are too long", () => {
  const law = buildSource(chains[0]!);
  throws(() => chainGridEndpoint(law, { grid: [0, 0.5] }), RangeError);
  const endpoint = chainGridEndpoint(law, { grid: [0, 1] });
  throws(() => endpoint.logProbability(Int32Array.of(0, 1, 2, 0)), RangeError);
  throws(() => endpoint.logProbability(Int32Array.of(0, 1)), RangeError);
  const long = buildSource({ kind: "potts-chain", length: 257, states: 2, coupling: 1 });
  throws(() => chainGridEndpoint(long, { grid: [0, 1] }), {
    name: "RangeError",
    message: "Cannot sum over a chain: its length must be at most 256, got 257",
  });
});
