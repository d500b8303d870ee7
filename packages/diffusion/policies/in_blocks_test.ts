import { deepStrictEqual, strictEqual, throws } from "node:assert/strict";
import { streamFamily } from "@unmask/random";
import { buildSource } from "@unmask/testing";
import { exactPredictor } from "../mask_predictor.ts";
import { unmaskingSteps } from "../unmasking_steps.ts";
import type { UnmaskingPolicy } from "../unmasking_policy.ts";
import { autoregressive } from "./autoregressive.ts";
import { bisection } from "./bisection.ts";
import { entropyBounded } from "./entropy_bounded.ts";
import { inBlocks } from "./in_blocks.ts";
import { randomisedSizes } from "./randomised_sizes.ts";
import { remaskingGrid } from "./remasking_grid.ts";
import { negativeEntropy } from "./token_score.ts";
import { topPositions } from "./top_positions.ts";

const predictor = exactPredictor(
  buildSource({ kind: "potts-chain", length: 7, states: 2, coupling: 1 }),
);

/** The sets that a policy reveals, in ascending order. */
function setsOf(policy: UnmaskingPolicy): number[][] {
  const stream = streamFamily({ seed: 201, cell: policy.name, purpose: "blocks" }).at(0);
  return Array.from(
    unmaskingSteps(predictor, { policy, stream }),
    ({ positions }) => [...positions].sort((a, b) => a - b),
  );
}

Deno.test("inBlocks() follows the policy inside as if each block were a sequence", () => {
  deepStrictEqual(setsOf(inBlocks({ lengths: [3, 4], inside: bisection })), [
    [1],
    [0, 2],
    [5],
    [4, 6],
    [3],
  ]);
  deepStrictEqual(
    setsOf(inBlocks({ lengths: [2, 3, 2], inside: [bisection, autoregressive, bisection] })),
    [[1], [0], [2], [3], [4], [6], [5]],
  );
});

Deno.test("inBlocks() ends a block without a clock when it is whole", () => {
  const sizes = setsOf(
    inBlocks({ lengths: [3, 4], inside: topPositions(negativeEntropy, { count: 2 }) }),
  );
  deepStrictEqual(sizes.map(({ length }) => length), [2, 1, 2, 2]);
  deepStrictEqual(sizes.slice(0, 2).flat().sort(), [0, 1, 2]);
  // Everything at once in each block.
  deepStrictEqual(setsOf(inBlocks({ lengths: [3, 4], inside: entropyBounded(99) })), [
    [0, 1, 2],
    [3, 4, 5, 6],
  ]);
});

Deno.test("inBlocks() draws a rule for each block: products of their chances", () => {
  const inside = randomisedSizes([{ weight: 0.25, sizes: [2] }, { weight: 0.75, sizes: [1, 1] }]);
  const rules = inBlocks({ lengths: [2, 2], inside }).rules({ length: 4, vocabularySize: 2 });
  deepStrictEqual(
    rules.map(({ probability, rule }) => [probability, rule.iterations]),
    [[1 / 16, 2], [3 / 16, 3], [3 / 16, 3], [9 / 16, 4]],
  );
});

Deno.test("inBlocks() refuses blocks that do not fit, saying why", () => {
  const rules = (lengths: readonly number[], length = 7): unknown =>
    inBlocks({ lengths, inside: bisection }).rules({ length, vocabularySize: 2 });
  throws(() => rules([3, 3]), /lengths must sum to that of the sequence, 7, got 6/);
  throws(() => rules([]), /must sum to that of the sequence, 7, got 0/);
  for (const wrong of [0, -1, 1.5, NaN]) {
    throws(() => rules([7, wrong]), /lengths must be integers of at least 1, got/);
  }
  throws(() => inBlocks({ lengths: [3, 4], inside: [bisection] }), {
    name: "RangeError",
    message: "Cannot unmask blocks: there must be a policy for each of 2, got 1",
  });
  throws(
    () => inBlocks({ lengths: [3, 4], inside: [bisection, entropyBounded(1)] }).rules(predictor),
    /either all policies must have a clock or none, got both/,
  );
  const halves = randomisedSizes([{ weight: 0.5, sizes: [1] }, { weight: 0.5, sizes: [1] }]);
  throws(
    () =>
      inBlocks({ lengths: new Array(13).fill(1), inside: halves }).rules({
        length: 13,
        vocabularySize: 2,
      }),
    /combinations of rules must be at most 4096, got 8192/,
  );
});

Deno.test("inBlocks() refuses a policy inside that masks again: it would reach the blocks before", () => {
  const policy = inBlocks({
    lengths: [3, 4],
    inside: remaskingGrid({ grid: [0, 0.5, 0.7, 1], cap: 0.5 }),
  });
  strictEqual(policy.name, "blocks:inside=remasking:cap=0.5");
  throws(() => setsOf(policy), /a policy inside must not mask tokens again/);
});
