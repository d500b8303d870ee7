import { deepStrictEqual, strictEqual, throws } from "node:assert/strict";
import { assertClose } from "@unmask/testing";
import { fitContextTransitions } from "./fit_context_transitions.ts";
import { fitTransitions } from "./fit_transitions.ts";

/** abracadabra with a=0 b=1 c=2 d=3 r=4. */
const abracadabra = [0, 1, 4, 0, 2, 0, 3, 0, 1, 4, 0];

Deno.test("fitContextTransitions() has the counts of a hand, one half added to each", () => {
  const { transitions, ...how } = fitContextTransitions(abracadabra, { states: 5, order: 2 });
  deepStrictEqual(how, { tokens: 11, smoothing: { name: "additive", pseudoCount: 0.5 } });
  // ab is followed by r twice; ra by c, and once more at the end by nothing; aa never occurs.
  const row = (a: number, b: number): number[] => [
    ...transitions.values.subarray(5 * (5 * a + b), 5 * (5 * a + b + 1)),
  ];
  const hand: readonly [number[], number[]][] = [
    [row(0, 1), [0.5, 0.5, 0.5, 0.5, 2.5].map((count) => count / 4.5)],
    [row(4, 0), [0.5, 0.5, 1.5, 0.5, 0.5].map((count) => count / 3.5)],
    [row(0, 0), [0.2, 0.2, 0.2, 0.2, 0.2]],
  ];
  for (const [actual, expected] of hand) {
    actual.forEach((mass, y) => assertClose(mass, expected[y]!, { relative: 1e-15 }));
  }
});

Deno.test("fitContextTransitions() at order 1 is fitTransitions()", () => {
  const options = { states: 5, pseudoCount: 0.25 };
  const { transitions, smoothing } = fitContextTransitions(abracadabra, { ...options, order: 1 });
  strictEqual(smoothing.pseudoCount, 0.25);
  deepStrictEqual(transitions.values, fitTransitions(abracadabra, options).transitions.values);
});

Deno.test("fitContextTransitions() of a text shorter than a context is uniform", () => {
  const { transitions } = fitContextTransitions([0, 1], { states: 2, order: 3 });
  strictEqual(transitions.values.every((mass) => mass === 0.5), true);
});

Deno.test("fitContextTransitions() refuses texts and options that it cannot fit, saying why", () => {
  const refusals: readonly [number[], Parameters<typeof fitContextTransitions>[1], string][] = [
    [[1, 1, 1], { states: 2, order: 2 }, "the text must have two symbols, got 1"],
    [[0, 2], { states: 2, order: 2 }, "tokens must be from 0 to 1, got 2 at 1"],
    [[0, 1], { states: 2, order: 0 }, "order must be an integer of at least 1, got 0"],
    [[0, 1], { states: 2, order: NaN }, "order must be an integer of at least 1, got NaN"],
    [[0, 1], { states: 33, order: 2 }, "contexts states^order must be at most 1024, got 33^2"],
    [
      [0, 1],
      { states: 2, order: 2, pseudoCount: 0 },
      "the pseudo-count must be positive and finite, got 0",
    ],
  ];
  for (const [tokens, options, rule] of refusals) {
    throws(() => fitContextTransitions(tokens, options), {
      name: "RangeError",
      message: `Cannot fit a chain: ${rule}`,
    });
  }
});
