import { deepStrictEqual, throws } from "node:assert/strict";
import { assertClose } from "@unmask/testing";
import type { Proposal } from "../unmasking_policy.ts";
import { bernoulliGrid } from "./bernoulli_grid.ts";
import { remaskingGrid } from "./remasking_grid.ts";
import type { UnmaskingPolicy } from "../unmasking_policy.ts";

/** What a policy proposes in each iteration while `masked` tokens are. */
function proposals(policy: UnmaskingPolicy, masked: number): Proposal[] {
  const { rule } = policy.rules({ length: 4, vocabularySize: 2 })[0]!;
  const candidates = Int32Array.from({ length: masked }, (_, i) => i);
  return Array.from({ length: rule.iterations! }, (_, iteration) =>
    rule.propose({
      iteration,
      state: new Int32Array(4),
      candidates,
      predictions: new Float64Array(0),
    }));
}

/** Chance of one masked token to be revealed. */
function revealChances(policy: UnmaskingPolicy): number[] {
  return proposals(policy, 1).map(({ size }) => (size as Float64Array)[1]!);
}

Deno.test("remaskingGrid() keeps the share of revealed tokens on its grid, on average", () => {
  for (const grid of [[0, 0.25, 0.5, 1], [0, 0.3, 0.3, 0.9, 1], [0, 0.5, 1, 1]]) {
    for (const cap of [0, 0.1, 0.5, 1]) {
      const policy = remaskingGrid({ grid, cap });
      const reveal = revealChances(policy);
      proposals(policy, 1).forEach(({ remask = 0 }, j) => {
        const [from, to] = [grid[j]!, grid[j + 1]!];
        assertClose(from * (1 - remask) + (1 - from) * reveal[j]!, to, { absolute: 1e-15 });
      });
    }
  }
});

Deno.test("remaskingGrid() masks again by its cap, or as much as the grid can bear, as by hand", () => {
  const remasks = (cap: number): (number | undefined)[] =>
    proposals(remaskingGrid({ grid: [0, 0.5, 0.75, 1], cap }), 1).map(({ remask }) => remask);
  deepStrictEqual(remasks(0.25), [0, 0.25, 0]);
  deepStrictEqual(remasks(1), [0, 0.5, 0]);
  // (0.75 - 0.75 * 0.5) / 0.5 at cap 0.25; all that is masked at cap 1.
  deepStrictEqual(revealChances(remaskingGrid({ grid: [0, 0.5, 0.75, 1], cap: 0.25 })), [
    0.5,
    0.75,
    1,
  ]);
  deepStrictEqual(revealChances(remaskingGrid({ grid: [0, 0.5, 0.75, 1], cap: 1 })), [0.5, 1, 1]);
});

Deno.test("remaskingGrid() at cap 0 is the grid alone", () => {
  const grid = [0, 0.2, 0.7, 0.7, 1];
  for (const masked of [0, 1, 3]) {
    deepStrictEqual(
      proposals(remaskingGrid({ grid, cap: 0 }), masked).map(({ size }) => size),
      proposals(bernoulliGrid(grid), masked).map(({ size }) => size),
    );
  }
});

Deno.test("remaskingGrid() and bernoulliGrid() refuse caps and fractions out of range", () => {
  for (const cap of [-0.1, 1.1, NaN, Infinity]) {
    throws(() => remaskingGrid({ grid: [0, 1], cap }), {
      name: "RangeError",
      message: `Cannot mask tokens again: cap must be from 0 to 1, got ${cap}`,
    });
  }
  for (const grid of [[0, 0.5], [0.1, 1], [0, 0.6, 0.5, 1], [0, NaN, 1], [1], []]) {
    throws(() => bernoulliGrid(grid), RangeError);
    throws(() => remaskingGrid({ grid, cap: 0.5 }), RangeError);
  }
});
