import { deepStrictEqual, throws } from "node:assert/strict";
import { contextTransitions } from "./context_transitions.ts";

const rows = [0.5, 0.5, 0.25, 0.75, 1, 0, 0.1, 0.9];

Deno.test("contextTransitions() copies its numbers", () => {
  const given = [...rows];
  const { values, ...shape } = contextTransitions(given, { states: 2, order: 2 });
  given[0] = 0.25;
  deepStrictEqual([...values], rows);
  deepStrictEqual(shape, { states: 2, order: 2 } as typeof shape);
});

Deno.test("contextTransitions() refuses what is no table of transitions, saying why", () => {
  const refusals: readonly [number[], { states: number; order: number }, string][] = [
    [[], { states: 0, order: 1 }, "states must be an integer of at least 1, got 0"],
    [rows, { states: NaN, order: 1 }, "states must be an integer of at least 1, got NaN"],
    [rows, { states: 2, order: 0 }, "order must be an integer of at least 1, got 0"],
    [rows, { states: 2, order: 1.5 }, "order must be an integer of at least 1, got 1.5"],
    [rows, { states: 27, order: 3 }, "contexts states^order must be at most 1024, got 27^3"],
    [rows, { states: 2, order: 1 }, "they must be states^(order + 1) = 4 values, got 8"],
    [
      rows.with(3, -0.75),
      { states: 2, order: 2 },
      "every entry must be finite and at least 0, got -0.75 in row 1",
    ],
    [
      rows.with(7, NaN),
      { states: 2, order: 2 },
      "every entry must be finite and at least 0, got NaN in row 3",
    ],
    [rows.with(4, 0.5), { states: 2, order: 2 }, "row 2 must sum to 1 within 1e-9, got 0.5"],
  ];
  for (const [values, shape, rule] of refusals) {
    throws(() => contextTransitions(values, shape), {
      name: "RangeError",
      message: `Cannot use transitions: ${rule}`,
    });
  }
});
