import { deepStrictEqual, strictEqual, throws } from "node:assert/strict";
import { assertClose } from "@unmask/testing";
import { fitTransitions } from "./fit_transitions.ts";

/** abracadabra with a=0 b=1 c=2 d=3 r=4: pairs ab 2, br 2, ra 2, ac, ca, ad, da. */
const abracadabra = [0, 1, 4, 0, 2, 0, 3, 0, 1, 4, 0];

function assertRows(values: Float64Array, rows: readonly (readonly number[])[]): void {
  strictEqual(values.length, rows.flat().length);
  rows.flat().forEach((value, i) => assertClose(values[i]!, value, { relative: 1e-15 }));
}

Deno.test("fitTransitions() has the counts of a hand, one half added to each", () => {
  const { transitions, ...how } = fitTransitions(abracadabra, { states: 5 });
  deepStrictEqual(how, {
    order: 1,
    tokens: 11,
    smoothing: { name: "additive", pseudoCount: 0.5 },
  });
  // a is followed 4 times (its last is at the end), b and r twice, c and d once; 5 halves added.
  assertRows(transitions.values, [
    [0.5, 2.5, 1.5, 1.5, 0.5].map((count) => count / 6.5),
    [0.5, 0.5, 0.5, 0.5, 2.5].map((count) => count / 4.5),
    [1.5, 0.5, 0.5, 0.5, 0.5].map((count) => count / 3.5),
    [1.5, 0.5, 0.5, 0.5, 0.5].map((count) => count / 3.5),
    [2.5, 0.5, 0.5, 0.5, 0.5].map((count) => count / 4.5),
  ]);
});

Deno.test("fitTransitions() adds the pseudo-count asked for", () => {
  const { transitions, smoothing } = fitTransitions([0, 1, 0], { states: 2, pseudoCount: 1e-9 });
  strictEqual(smoothing.pseudoCount, 1e-9);
  assertRows(transitions.values, [
    [1e-9 / (1 + 2e-9), (1 + 1e-9) / (1 + 2e-9)],
    [(1 + 1e-9) / (1 + 2e-9), 1e-9 / (1 + 2e-9)],
  ]);
});

Deno.test("fitTransitions() of a token never followed is uniform", () => {
  const { transitions } = fitTransitions([0, 1], { states: 3 });
  assertRows(transitions.values.subarray(3), [[1 / 3, 1 / 3, 1 / 3], [1 / 3, 1 / 3, 1 / 3]]);
});

Deno.test("fitTransitions() at order 0 repeats the law of one token, the last included", () => {
  const { transitions, order } = fitTransitions([0, 1, 1], { states: 2, order: 0 });
  strictEqual(order, 0);
  assertRows(transitions.values, [[1.5 / 4, 2.5 / 4], [1.5 / 4, 2.5 / 4]]);
});

Deno.test("fitTransitions() refuses texts and options that it cannot fit, saying why", () => {
  const refusals: readonly [number[], Parameters<typeof fitTransitions>[1], string][] = [
    [[], { states: 2 }, "the text must have two symbols, got 0"],
    [[1, 1, 1], { states: 2 }, "the text must have two symbols, got 1"],
    [[0, 2], { states: 2 }, "tokens must be from 0 to 1, got 2 at 1"],
    [[-1, 0], { states: 2 }, "tokens must be from 0 to 1, got -1 at 0"],
    [[0, 0.5], { states: 2 }, "tokens must be from 0 to 1, got 0.5 at 1"],
    [[0, NaN], { states: 2 }, "tokens must be from 0 to 1, got NaN at 1"],
    [[0, 1], { states: 0 }, "states must be an integer from 1 to 1024, got 0"],
    [[0, 1], { states: NaN }, "states must be an integer from 1 to 1024, got NaN"],
    [[0, 1], { states: 1e9 }, "states must be an integer from 1 to 1024, got 1000000000"],
    [[0, 1], { states: 2, order: 2 }, "order must be 0 or 1, got 2"],
    [[0, 1], { states: 2, order: NaN }, "order must be 0 or 1, got NaN"],
    [[0, 1], { states: 2, pseudoCount: 0 }, "the pseudo-count must be positive and finite, got 0"],
    [
      [0, 1],
      { states: 2, pseudoCount: Infinity },
      "the pseudo-count must be positive and finite, got Infinity",
    ],
  ];
  for (const [tokens, options, rule] of refusals) {
    throws(() => fitTransitions(tokens, options), {
      name: "RangeError",
      message: `Cannot fit a chain: ${rule}`,
    });
  }
});
