import { deepStrictEqual, ok, rejects } from "node:assert/strict";
import { streamFamily } from "@unmask/random";
import { buildSource } from "@unmask/testing";
import { awaited } from "./async_mask_predictor.ts";
import { inTurn } from "./batch_mask_predictor.ts";
import { estimatePathError } from "./estimate_path_error.ts";
import { estimatePathErrorInBatches } from "./estimate_path_error_in_batches.ts";
import { exactPredictor } from "./mask_predictor.ts";
import { uniformMixture } from "./uniform_mixture.ts";

const law = buildSource({ kind: "potts-chain", length: 7, states: 3, coupling: 1.5 });
const one = uniformMixture(exactPredictor(law), { share: 0.2 });
const predictor = awaited(inTurn(one));
const streams = streamFamily({ seed: 311, cell: "a Potts chain", purpose: "path error" });

Deno.test("estimatePathErrorInBatches() is estimatePathError() of the same draws, whatever the batch", async () => {
  const sizes = [3, 2, 2];
  const expected = estimatePathError(law, { predictor: one, sizes, draws: 30, streams });
  for (const batch of [1, 7, 1000]) {
    const { mean, standardError, draws } = await estimatePathErrorInBatches(law, {
      predictor,
      sizes,
      draws: 30,
      streams,
      batch,
    });
    deepStrictEqual(draws, 30);
    ok(Math.abs(mean - expected.mean) < 1e-13, `${mean} ${expected.mean}`);
    ok(Math.abs(standardError - expected.standardError) < 1e-13);
  }
});

Deno.test("estimatePathErrorInBatches() tells sizes from others", async () => {
  const at = (sizes: number[]): Promise<{ mean: number; standardError: number }> =>
    estimatePathErrorInBatches(law, { predictor, sizes, draws: 400, streams });
  const [few, many] = await Promise.all([at([7]), at([1, 1, 1, 1, 1, 1, 1])]);
  ok(few.mean - many.mean > 4 * Math.hypot(few.standardError, many.standardError));
});

Deno.test("estimatePathErrorInBatches() refuses too few draws, other sizes and another space", async () => {
  const options = { predictor, sizes: [7], draws: 2, streams };
  await rejects(estimatePathErrorInBatches(law, { ...options, draws: 1 }), {
    name: "RangeError",
    message: "Cannot estimate a path error: draws must be an integer of at least 2, got 1",
  });
  await rejects(estimatePathErrorInBatches(law, { ...options, sizes: [6] }), RangeError);
  await rejects(
    estimatePathErrorInBatches(law, { ...options, predictor: { ...predictor, length: 6 } }),
    /Cannot hold a predictor against a law/,
  );
});
