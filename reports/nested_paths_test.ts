import { ok } from "node:assert/strict";
import { exactPredictor, inTurn } from "@unmask/diffusion";
import { measurePathNll, scoredBy } from "@unmask/measurement";
import { pottsChain } from "@unmask/potts";
import { streamFamily } from "@unmask/random";
import { maskSizes } from "@unmask/schedules";
import { drawRows } from "@unmask/testing";
import { nestedPaths, nllAlong } from "./nested_paths.ts";

const LENGTH = 6;
const chain = pottsChain({ length: LENGTH, states: 3, coupling: 2 });
const model = scoredBy(inTurn(exactPredictor(chain)));
const sequences = drawRows(chain, { count: 40, seed: 2 });
const streams = streamFamily({ seed: 4, cell: "nested paths", purpose: "test" });
const paths = await nestedPaths(model, { sequences, streams });
const near = (a: number, b: number): boolean => Math.abs(a - b) < 1e-12;

Deno.test("nllAlong() of the exact predictor, one token at a time, is -ln p, whatever the order", () => {
  const nll = nllAlong(paths, maskSizes([1, 1, 1, 1, 1, 1], { length: LENGTH }));
  ok(sequences.every((tokens, n) => near(nll[n]!, -chain.logProbability(tokens))));
});

Deno.test("nllAlong() in one shot is that of uniform letters, and so no serial sampler's", () => {
  const nll = nllAlong(paths, maskSizes([LENGTH], { length: LENGTH }));
  ok(nll.every((value) => near(value, LENGTH * Math.log(3))));
  ok(sequences.some((tokens, n) => !near(nll[n]!, -chain.logProbability(tokens))));
});

Deno.test("nllAlong() is what paths asked one by one have, with sizes in order of unmasking", async () => {
  const sizes = maskSizes([1, 3, 2], { length: LENGTH });
  const reversed = maskSizes([2, 3, 1], { length: LENGTH });
  const [asked] = await measurePathNll(model, { sequences, streams, schedules: [sizes] });
  const nll = nllAlong(paths, sizes);
  ok(asked!.bySequence.every((value, n) => near(value, nll[n]!)));
  const other = nllAlong(paths, reversed);
  ok(asked!.bySequence.some((value, n) => !near(value, other[n]!)));
});

Deno.test("nestedPaths() of some positions leaves the others masked", async () => {
  const ends = await nestedPaths(model, { sequences, streams, positions: [0, LENGTH - 1] });
  const nll = nllAlong(ends, maskSizes([1, 1], { length: 2 }));
  // The law of the two ends of the chain, by summing over what lies between.
  const law = new Float64Array(9);
  for (let cell = 0; cell < 3 ** LENGTH; cell++) {
    const tokens = Int32Array.from({ length: LENGTH }, (_, i) => Math.floor(cell / 3 ** i) % 3);
    law[tokens[0]! * 3 + tokens[LENGTH - 1]!]! += Math.exp(chain.logProbability(tokens));
  }
  ok(
    sequences.every((tokens, n) =>
      near(nll[n]!, -Math.log(law[tokens[0]! * 3 + tokens[LENGTH - 1]!]!))
    ),
  );
});
