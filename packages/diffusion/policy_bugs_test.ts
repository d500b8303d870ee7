import { throws } from "node:assert/strict";
import { JointTable, MASK } from "@unmask/information";
import { streamFamily } from "@unmask/random";
import { inTurn } from "./batch_mask_predictor.ts";
import { estimatePolicy } from "./estimate_policy.ts";
import { exactPredictor, type MaskPredictor } from "./mask_predictor.ts";
import { autoregressive } from "./policies/autoregressive.ts";
import { bernoulliGrid } from "./policies/bernoulli_grid.ts";
import { entropyBounded } from "./policies/entropy_bounded.ts";
import { inBlocks } from "./policies/in_blocks.ts";
import { policyErrors } from "./policy_errors.ts";
import { unmaskBatch } from "./unmask_batch.ts";
import { unmaskByPolicy } from "./unmask_by_policy.ts";
import {
  onlyRule,
  type Proposal,
  type UnmaskingPolicy,
  type UnmaskingRule,
} from "./unmasking_policy.ts";

/** The first token is always 1, so that messages of all paths show the same state. */
const law = JointTable.fromWeights([0, 0, 0, 0, 1, 2, 3, 4], { length: 3, vocabularySize: 2 });
const exact = exactPredictor(law);

/** Every way to follow a policy. */
function ways(
  policy: UnmaskingPolicy,
  predictor: MaskPredictor = exact,
): Readonly<Record<string, () => unknown>> {
  const streams = streamFamily({ seed: 211, cell: policy.name, purpose: "bugs" });
  return {
    unmaskByPolicy: () => unmaskByPolicy(predictor, { policy, stream: streams.at(0) }),
    unmaskBatch: () => unmaskBatch(inTurn(predictor), { policy, streams, from: 0, count: 3 }),
    policyErrors: () => policyErrors(law, { predictor, policy }),
    estimatePolicy: () => estimatePolicy(law, { predictor, policy, draws: 2, streams }),
  };
}

function assertRefused(
  policy: UnmaskingPolicy,
  message: RegExp,
  predictor: MaskPredictor = exact,
): void {
  for (const [way, follow] of Object.entries(ways(policy, predictor))) {
    throws(follow, { name: "RangeError", message }, way);
  }
}

/** A policy that reveals position 0 first, and then does something else. */
function thenDoing(
  propose: (masked: Int32Array) => Proposal,
  rule: Partial<UnmaskingRule> = {},
): UnmaskingPolicy {
  return {
    name: "broken",
    rules: () =>
      onlyRule({
        readsPredictions: false,
        ...rule,
        propose: ({ iteration, candidates }) =>
          iteration === 0 ? { candidates: Int32Array.of(0), size: 1 } : propose(candidates),
      }),
  };
}

/** Where a bug of the second iteration shows. */
const where = "in iteration 1 at the state 1 _ _";

const bugs: Readonly<Record<string, readonly [UnmaskingPolicy, string]>> = {
  "that reveals nothing": [
    thenDoing((candidates) => ({ candidates, size: 0 })),
    `it must reveal at least one token in every iteration, got 0 ${where}`,
  ],
  "without a proposal": [
    thenDoing(() => undefined as unknown as Proposal),
    `a proposal must have candidates and a size, got undefined ${where}`,
  ],
  "without a size": [
    thenDoing((candidates) => ({ candidates }) as unknown as Proposal),
    "a proposal must have candidates and a size, got",
  ],
  "that has nothing to reveal": [
    thenDoing(() => ({ candidates: new Int32Array(0), size: 0 })),
    `it must reveal at least one token in every iteration, got 0 ${where}`,
  ],
  "that may reveal nothing": [
    thenDoing((candidates) => ({ candidates, size: Float64Array.of(0.5, 0.5, 0) })),
    `it must reveal at least one token in every iteration, got none with chance 0.5 ${where}`,
  ],
  "that reveals a token again": [
    thenDoing(() => ({ candidates: Int32Array.of(1, 0), size: 2 })),
    `it must reveal masked positions that it asked about, each once, got position 0 ${where}`,
  ],
  "that reveals a position twice with another between": [
    thenDoing(() => ({ candidates: Int32Array.of(2, 1, 2), size: 3 })),
    `it must reveal masked positions that it asked about, each once, got position 2 ${where}`,
  ],
  "that reveals twice a position it asked about": [
    thenDoing(() => ({ candidates: Int32Array.of(2, 2), size: 2 }), {
      candidates: (state) => Int32Array.from([0, 1, 2]).filter((i) => state[i] === MASK),
    }),
    `it must reveal masked positions that it asked about, each once, got position 2 ${where}`,
  ],
  "that reveals a position twice": [
    thenDoing(() => ({ candidates: Int32Array.of(1, 1), size: 2 })),
    `it must reveal masked positions that it asked about, each once, got position 1 ${where}`,
  ],
  "that reveals a position that is none": [
    thenDoing(() => ({ candidates: Int32Array.of(3), size: 1 })),
    `it must reveal masked positions that it asked about, each once, got position 3 ${where}`,
  ],
  "that reveals what it did not ask about": [
    thenDoing(() => ({ candidates: Int32Array.of(2), size: 1 }), {
      candidates: (state) => Int32Array.of(state.indexOf(MASK)),
    }),
    `it must reveal masked positions that it asked about, each once, got position 2 ${where}`,
  ],
  "with more tokens than candidates": [
    thenDoing((candidates) => ({ candidates, size: 3 })),
    `the number of tokens must be an integer from 1 to its 2 candidates, got 3 ${where}`,
  ],
  "with half a token": [
    thenDoing((candidates) => ({ candidates, size: 1.5 })),
    `the number of tokens must be an integer from 1 to its 2 candidates, got 1.5 ${where}`,
  ],
  "with a number of tokens that is none": [
    thenDoing((candidates) => ({ candidates, size: NaN })),
    `the number of tokens must be an integer from 1 to its 2 candidates, got NaN ${where}`,
  ],
  "with too few probabilities of sizes": [
    thenDoing((candidates) => ({ candidates, size: Float64Array.of(0, 1) })),
    `sizes must have the 3 probabilities of 0 to 2 tokens, got 2 ${where}`,
  ],
  "with probabilities of sizes that do not sum to 1": [
    thenDoing((candidates) => ({ candidates, size: Float64Array.of(0, 0.5, 0.25) })),
    `must be non-negative and sum to 1, got a sum of 0.75 ${where}`,
  ],
  "with a negative probability of a size": [
    thenDoing((candidates) => ({ candidates, size: Float64Array.of(0, 1.5, -0.5) })),
    `must be non-negative and sum to 1, got a sum of NaN ${where}`,
  ],
  "that masks again without a clock": [
    thenDoing((candidates) => ({ candidates, size: 1, remask: 0.5 })),
    `a rule that masks tokens again must have a clock, got none ${where}`,
  ],
  "that masks again and does not say so": [
    thenDoing((candidates) => ({ candidates, size: 1, remask: 0.5 }), { iterations: 3 }),
    `a policy that masks tokens again must say so, got a chance of 0.5 ${where}`,
  ],
  "with a chance to mask again above 1": [
    thenDoing((candidates) => ({ candidates, size: 1, remask: 1.5 })),
    `the chance to mask a token again must be from 0 to 1, got 1.5 ${where}`,
  ],
  "that asks about a revealed position": [
    thenDoing((candidates) => ({ candidates, size: 1 }), {
      candidates: (state) => state[0] === MASK ? Int32Array.of(0) : Int32Array.of(0, 1, 2),
    }),
    `it must ask about masked positions in ascending order, got position 0 ${where}`,
  ],
  "that asks out of order, so that rows would be mistaken": [
    thenDoing((candidates) => ({ candidates, size: 1 }), {
      candidates: (state) => state[0] === MASK ? Int32Array.of(0) : Int32Array.of(2, 1),
    }),
    `it must ask about masked positions in ascending order, got position 1 ${where}`,
  ],
  "that asks about nothing while tokens are masked": [
    thenDoing((candidates) => ({ candidates, size: 1 }), {
      candidates: (state) => state[0] === MASK ? Int32Array.of(0) : new Int32Array(0),
    }),
    "nothing must be masked in the end, got the state 1 _ _ after",
  ],
  "whose clock ends with tokens masked": [
    thenDoing((candidates) => ({ candidates, size: 0 }), { iterations: 2 }),
    "nothing must be masked in the end, got the state 1 _ _ after 2 iterations",
  ],
};

for (const [bug, [policy, message]] of Object.entries(bugs)) {
  Deno.test(`a policy ${bug} is refused by every way to follow it, with its state`, () => {
    const start = policy.name === "broken" ? "^Cannot follow the policy broken: " : "";
    assertRefused(policy, new RegExp(start + ".*" + RegExp.escape(message)));
  });
}

Deno.test("rules whose chances are no law, or whose clock would never run out, are refused", () => {
  const rule = autoregressive.rules(law)[0]!.rule;
  const policyOf = (
    probabilities: readonly number[],
    iterations = rule.iterations!,
  ): UnmaskingPolicy => ({
    name: "mixture",
    rules: () =>
      probabilities.map((probability) => ({ probability, rule: { ...rule, iterations } })),
  });
  for (
    const [weights, sum] of [[[0.5], "0.5"], [[2, -1], "NaN"], [[NaN], "NaN"], [[], "0"]] as const
  ) {
    const message = new RegExp(
      `^Cannot follow the policy mixture: the probabilities .* got a sum of ${sum}$`,
    );
    assertRefused(policyOf(weights), message);
    assertRefused(inBlocks({ lengths: [3], inside: policyOf(weights) }), message);
  }
  for (const clock of [NaN, Infinity, -1, 1.5]) {
    assertRefused(
      policyOf([1], clock),
      new RegExp(`^Cannot follow the policy mixture: a clock must be .* got ${clock}$`),
    );
  }
});

/** The exact predictor until a token is revealed; then its first row is what a fault makes of it. */
function faulty(fault: (row: Float64Array) => void): MaskPredictor {
  return {
    ...exact,
    predict(state, positions, out): void {
      exact.predict(state, positions, out);
      if (state.some((token) => token !== MASK)) fault(out.subarray(0, 2));
    },
  };
}

const faults: Readonly<Record<string, readonly [(row: Float64Array) => void, string]>> = {
  "a NaN": [(row) => row[1] = NaN, "NaN"],
  "a negative entry": [(row) => row.set([1.5, -0.5]), "NaN"],
  "a row that does not sum to 1": [(row) => row.set([0.5, 0.25]), "0.75"],
  "an infinite entry": [(row) => row.set([Infinity, 0]), "Infinity"],
};

Deno.test("a predictor that is no law is refused by every way, with position and iteration", () => {
  for (const [fault, sum] of Object.values(faults)) {
    const message = new RegExp(
      `^Cannot use a prediction: the row of position 1 in iteration 1 must be non-negative and sum to 1, got a sum of ${sum}$`,
    );
    for (
      const policy of [autoregressive, inBlocks({ lengths: [1, 2], inside: entropyBounded(0) })]
    ) {
      assertRefused(policy, message, faulty(fault));
    }
  }
});

Deno.test("a predictor that fills too few rows is refused by every way, whatever rows held before", () => {
  const lazy: MaskPredictor = {
    ...exact,
    predict(state, positions, out): void {
      exact.predict(state, positions.subarray(0, 1), out);
    },
  };
  const message = /the row of position 1 in iteration 0 must be .* got a sum of NaN$/;
  assertRefused(entropyBounded(5), message, lazy);
  assertRefused(bernoulliGrid([0, 1]), message, lazy);
});
