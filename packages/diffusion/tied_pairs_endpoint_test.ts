import { strictEqual, throws } from "node:assert/strict";
import { tiedPairs } from "@unmask/information";
import { assertClose, compositions } from "@unmask/testing";
import { endpointError } from "./endpoint_error.ts";
import { exactPredictor } from "./mask_predictor.ts";
import { tiedPairsEndpointError } from "./tied_pairs_endpoint.ts";

/**
 * `-ln E K^-D` in integers, for `K = 2`: the pairs untouched and half revealed determine the odds,
 * so iterations are counted forward, set by set. Shares nothing with the code under test.
 */
function countedForward(pairs: number, sizes: readonly number[]): number {
  // Ways, each weighted by 2^(pairs that were not drawn together), by the number of half pairs.
  let ways = new Map<number, bigint>([[0, 1n]]);
  let left = 2 * pairs;
  let total = 1n;
  for (const size of sizes) {
    const next = new Map<number, bigint>();
    for (const [half, count] of ways) {
      const untouched = (left - half) / 2;
      for (let finished = 0; finished <= Math.min(half, size); finished++) {
        for (let both = 0; 2 * both <= size - finished; both++) {
          const opened = size - finished - 2 * both;
          if (opened + both > untouched) continue;
          const sets = choose(half, finished) * choose(untouched, both) *
            choose(untouched - both, opened) * 2n ** BigInt(opened);
          const after = half - finished + opened;
          const weight = 2n ** BigInt(finished);
          next.set(after, (next.get(after) ?? 0n) + count * sets * weight);
        }
      }
    }
    total *= choose(left, size);
    left -= size;
    ways = next;
  }
  // A ratio of large integers, taken with 60 bits to spare.
  const scaled = (ways.get(0)! << 60n) / (total * 2n ** BigInt(pairs));
  return -Math.log(Number(scaled) / 2 ** 60);
}

function choose(n: number, k: number): bigint {
  if (k > n) return 0n;
  let product = 1n;
  for (let i = 1; i <= k; i++) product = product * BigInt(n - k + i) / BigInt(i);
  return product;
}

/** Enumerated laws of at most 256 sequences, and log-factorials of at most 16. */
const tolerance = { absolute: 1e-13 };

Deno.test("tiedPairsEndpointError() is the enumerated endpoint error under every schedule", () => {
  for (const [pairs, states] of [[1, 1], [1, 5], [2, 2], [2, 3], [3, 2], [4, 2]] as const) {
    const shape = { pairs, vocabularySize: states };
    const law = tiedPairs(shape);
    const predictor = exactPredictor(law);
    for (const sizes of compositions(law.length)) {
      const expected = endpointError(law, { predictor, sizes });
      assertClose(tiedPairsEndpointError(shape, { sizes }), expected, tolerance);
    }
  }
});

Deno.test("tiedPairsEndpointError() is the count of sets in integers at 60 tokens", () => {
  for (const sizes of [[30, 30], [1, 59], [20, 20, 20], [7, 1, 25, 2, 25], Array(30).fill(2)]) {
    const error = tiedPairsEndpointError({ pairs: 30, vocabularySize: 2 }, { sizes });
    assertClose(error, countedForward(30, sizes), { absolute: 1e-11 });
  }
});

Deno.test("tiedPairsEndpointError() is P ln K in one shot, and 0 for all ones", () => {
  for (const pairs of [1, 10, 1000]) {
    const law = { pairs, vocabularySize: 27 };
    const error = tiedPairsEndpointError(law, { sizes: [2 * pairs] });
    assertClose(error, pairs * Math.log(27), { absolute: 1e-10 });
    strictEqual(tiedPairsEndpointError(law, { sizes: Array(2 * pairs).fill(1) }), 0);
  }
});

Deno.test("tiedPairsEndpointError() of equal sizes is that of chance sizes, less a part of a nat", () => {
  // Equal sizes are a draw of independent places given its counts. Weighted by K^-D the counts of T
  // places keep their means, and their variances change by a factor v in each of T - 1 directions:
  // by the local limit law the error is P b + (T-1)/2 ln v + O(1/P).
  const pairs = 2000;
  for (const [steps, states] of [[2, 2], [4, 2], [10, 3], [10, 27]] as const) {
    const sizes = Array<number>(steps).fill(2 * pairs / steps);
    const error = tiedPairsEndpointError({ pairs, vocabularySize: states }, { sizes });
    const blind = 1 / (states * steps - states + 1);
    const v = 1 + (blind * steps - 1) / (steps - 1);
    const chance = -pairs * Math.log1p((1 / states - 1) / steps);
    assertClose(error, chance + (steps - 1) / 2 * Math.log(v), { absolute: 10 / pairs });
  }
});

Deno.test("tiedPairsEndpointError() refuses other lengths, odd shapes and what is too long", () => {
  const law = { pairs: 2, vocabularySize: 2 };
  throws(() => tiedPairsEndpointError(law, { sizes: [2, 3] }), RangeError);
  throws(() => tiedPairsEndpointError({ ...law, pairs: 0.5 }, { sizes: [1] }), {
    name: "RangeError",
    message: "Cannot sum over tied pairs: pairs must be a positive integer, got 0.5",
  });
  throws(() => tiedPairsEndpointError({ ...law, pairs: NaN }, { sizes: [2, 2] }), RangeError);
  throws(() => tiedPairsEndpointError({ ...law, vocabularySize: NaN }, { sizes: [2, 2] }), {
    name: "RangeError",
    message: "Cannot sum over tied pairs: vocabulary size must be a positive integer, got NaN",
  });
  throws(() => tiedPairsEndpointError({ ...law, pairs: 8193 }, { sizes: [16386] }), {
    name: "RangeError",
    message: "Cannot sum over tied pairs: their length must be at most 16384, got 16386",
  });
});

Deno.test("a single set of two among 2,048 tokens is a pair with chance 1/2,047, to the promised 1e-10", () => {
  const sizes = Array.from({ length: 2047 }, (_, t) => t === 1000 ? 2 : 1);
  const error = tiedPairsEndpointError({ pairs: 1024, vocabularySize: 2 }, { sizes });
  // Then it is right half of the time: -ln(1 - 1/2 / 2047).
  assertClose(error, -Math.log1p(-0.5 / 2047), { absolute: 1e-10 });
});
