import { deepStrictEqual, ok, rejects, strictEqual, throws } from "node:assert/strict";
import { cellOfSequence, JointTable, klDivergence, MASK } from "@unmask/information";
import { streamFamily } from "@unmask/random";
import {
  assertDrawnFrom,
  buildPolicy,
  buildSource,
  everyPolicy,
  type PolicySpec,
  rememberedPredictor,
} from "@unmask/testing";
import { type AsyncMaskPredictor, awaited } from "./async_mask_predictor.ts";
import { inTurn } from "./batch_mask_predictor.ts";
import { enumeratePolicy } from "./enumerate_policy.ts";
import { exactPredictor } from "./mask_predictor.ts";
import { MASS_SCALE } from "./partial_sequences.ts";
import { unmask } from "./unmask.ts";
import { unmaskBatch, unmaskBatchAwaited } from "./unmask_batch.ts";
import { unmaskByPolicy } from "./unmask_by_policy.ts";
import { unmaskingSteps } from "./unmasking_steps.ts";
import type { UnmaskingPolicy } from "./unmasking_policy.ts";

/** Three bits that tend to agree: any two drawn together are drawn wrongly. */
const law = JointTable.fromWeights([9, 1, 2, 2, 1, 1, 1, 8], { length: 3, vocabularySize: 2 });
const predictor = rememberedPredictor(exactPredictor(law));
const policies: readonly PolicySpec[] = [
  ...everyPolicy(3),
  { policy: "remasking", grid: [0, 0.6, 0.8, 1], cap: 0.2 },
];
const DRAWS = 8000;

/** The law of a policy's sequences, by enumeration. */
function lawOf(policy: UnmaskingPolicy): Float64Array {
  return enumeratePolicy(predictor, { policy }).scaledLaw.map((mass) => mass / MASS_SCALE);
}

// Each chi-square test refuses a right sampler with probability 1e-6; seeds are fixed.
for (const spec of policies) {
  Deno.test(`unmaskByPolicy() and unmaskBatch() sample the enumerated law, not the target: ${JSON.stringify(spec)}`, () => {
    const policy = buildPolicy(spec);
    const expected = lawOf(policy);
    const streams = streamFamily({ seed: 191, cell: policy.name, purpose: "policies" });
    let evaluations = 0;
    const alone = Array.from({ length: DRAWS }, (_, n) => {
      const drawn = unmaskByPolicy(predictor, { policy, stream: streams.at(n) });
      evaluations += drawn.evaluations;
      return cellOfSequence(drawn.tokens, 2);
    });
    const drawAlone = (n: number): number => alone[n]!;
    assertDrawnFrom(expected, { draws: DRAWS, draw: drawAlone });
    const mean = enumeratePolicy(predictor, { policy }).evaluations;
    // Evaluations lie within 3 of each other, so 1.5 / sqrt(n) is at least a standard error.
    ok(Math.abs(evaluations / DRAWS - mean) <= 5 * 1.5 / Math.sqrt(DRAWS));
    // Other streams, in batches: as a test of its own.
    const others = streamFamily({ seed: 192, cell: policy.name, purpose: "policies" });
    const batched = unmaskBatch(inTurn(predictor), {
      policy,
      streams: others,
      from: 0,
      count: DRAWS,
    });
    const drawBatched = (n: number): number => cellOfSequence(batched[n]!.tokens, 2);
    assertDrawnFrom(expected, { draws: DRAWS, draw: drawBatched });
    // Negative control: the target, which is what a serial fill draws from.
    if (klDivergence(law.probabilities, expected) < 1e-12) return;
    for (const draw of [drawAlone, drawBatched]) {
      throws(() => assertDrawnFrom(law.probabilities, { draws: DRAWS, draw }), /chi-square/);
    }
  });
}

Deno.test("a serial fill is refused by the law of every policy that has an error", () => {
  const streams = streamFamily({ seed: 193, cell: "serial", purpose: "policies" });
  const serial = Array.from(
    { length: DRAWS },
    (_, n) => cellOfSequence(unmask(predictor, { sizes: [1, 1, 1], stream: streams.at(n) }), 2),
  );
  const draw = (n: number): number => serial[n]!;
  assertDrawnFrom(law.probabilities, { draws: DRAWS, draw });
  let refused = 0;
  for (const spec of policies) {
    const expected = lawOf(buildPolicy(spec));
    if (klDivergence(law.probabilities, expected) < 1e-12) continue;
    throws(() => assertDrawnFrom(expected, { draws: DRAWS, draw }), /chi-square/);
    refused++;
  }
  ok(refused >= policies.length - 3, `${refused} of ${policies.length}`);
});

Deno.test("an iteration asks once, with the state before it, and tells what it revealed", () => {
  const states: number[][] = [];
  const spied = {
    ...predictor,
    predict(state: Int32Array, positions: Int32Array, out: Float64Array): void {
      states.push([...state]);
      predictor.predict(state, positions, out);
    },
  };
  const streams = streamFamily({ seed: 194, cell: "spy", purpose: "policies" });
  const policy = buildPolicy({ policy: "bisection" });
  const { tokens, evaluations } = unmaskByPolicy(spied, { policy, stream: streams.at(0) });
  const steps = unmaskingSteps(predictor, { policy, stream: streams.at(0) });
  const revealed = Array.from(steps, ({ positions }) => [...positions]);
  deepStrictEqual(states, [[MASK, MASK, MASK], [MASK, tokens[1]!, MASK]]);
  deepStrictEqual(revealed, [[1], [0, 2]]);
  strictEqual(evaluations, 2);
});

Deno.test("unmaskBatch() gives the sequences of one by one, for any size of batch", () => {
  const chain = rememberedPredictor(
    exactPredictor(buildSource({ kind: "potts-chain", length: 6, states: 3, coupling: 1 })),
  );
  for (
    const spec of [...everyPolicy(6), { policy: "remasking", grid: [0, 0.5, 0.7, 1], cap: 0.3 }]
  ) {
    const policy = buildPolicy(spec as PolicySpec);
    const streams = streamFamily({ seed: 195, cell: policy.name, purpose: "policies" });
    const alone = Array.from(
      { length: 20 },
      (_, n) => unmaskByPolicy(chain, { policy, stream: streams.at(n) }),
    );
    for (const size of [1, 3, 7, 20]) {
      const batched = [];
      for (let from = 0; from < 20; from += size) {
        const count = Math.min(size, 20 - from);
        batched.push(...unmaskBatch(inTurn(chain), { policy, streams, from, count }));
      }
      deepStrictEqual(batched, alone);
    }
  }
});

Deno.test("unmaskBatchAwaited() gives the sequences of unmaskBatch(), and refuses an answer that is short", async () => {
  const chain = inTurn(exactPredictor(
    buildSource({ kind: "potts-chain", length: 6, states: 3, coupling: 1 }),
  ));
  const streams = streamFamily({ seed: 197, cell: "awaited", purpose: "policies" });
  for (const spec of everyPolicy(6)) {
    const options = { policy: buildPolicy(spec), streams, from: 2, count: 9 };
    const waited = await unmaskBatchAwaited(awaited(chain), options);
    deepStrictEqual(waited, unmaskBatch(chain, options));
    const short: AsyncMaskPredictor = {
      ...chain,
      rows: async (requests) => (await awaited(chain).rows(requests)).subarray(1),
    };
    await rejects(() => unmaskBatchAwaited(short, options), /must be non-negative and sum to 1/);
  }
});

Deno.test("a sequence knows in which iteration each of its tokens was drawn", () => {
  const chain = exactPredictor(
    buildSource({ kind: "potts-chain", length: 6, states: 3, coupling: 1 }),
  );
  const stream = streamFamily({ seed: 198, cell: "drawn in", purpose: "policies" }).at(0);
  const draw = (spec: PolicySpec): number[] => {
    return [...unmaskByPolicy(chain, { policy: buildPolicy(spec), stream }).drawnIn];
  };
  deepStrictEqual(draw({ policy: "autoregressive" }), [0, 1, 2, 3, 4, 5]);
  deepStrictEqual(draw({ policy: "bisection" }), [2, 1, 2, 0, 2, 1]);
  for (let n = 0; n < 20; n++) {
    deepStrictEqual(draw({ policy: "random", sizes: [1, 3, 2] }).sort(), [0, 1, 1, 1, 2, 2]);
  }
});

Deno.test("seeds from 0 to 2^53 - 1 draw each their own sequences, and -1 is refused", () => {
  const chain = exactPredictor(
    buildSource({ kind: "potts-chain", length: 32, states: 4, coupling: 1 }),
  );
  const policy = buildPolicy({ policy: "entropy-bounded", gamma: 1 });
  const drawn = [0, 1, 2 ** 32 - 1, 2 ** 32, 2 ** 53 - 1].map((seed) => {
    const streams = streamFamily({ seed, cell: "seeds", purpose: "policies" });
    return unmaskByPolicy(chain, { policy, stream: streams.at(0) }).tokens.join();
  });
  strictEqual(new Set(drawn).size, drawn.length);
  for (const seed of [-1, 2 ** 53, 0.5, NaN]) {
    throws(() => streamFamily({ seed, cell: "seeds", purpose: "policies" }), RangeError);
  }
});

Deno.test("unmaskBatch() draws none where none are asked for, and refuses counts that are none", () => {
  const policy = buildPolicy({ policy: "autoregressive" });
  const streams = streamFamily({ seed: 196, cell: "counts", purpose: "policies" });
  const batch = inTurn(predictor);
  deepStrictEqual(unmaskBatch(batch, { policy, streams, from: 5, count: 0 }), []);
  for (const wrong of [-1, 1.5, NaN, Infinity]) {
    throws(() => unmaskBatch(batch, { policy, streams, from: 0, count: wrong }), {
      name: "RangeError",
      message: `Cannot draw sequences: count must be an integer of at least 0, got ${wrong}`,
    });
    throws(() => unmaskBatch(batch, { policy, streams, from: wrong, count: 1 }), /from must be/);
  }
});
