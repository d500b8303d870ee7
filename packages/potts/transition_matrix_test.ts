import { deepStrictEqual, strictEqual, throws } from "node:assert/strict";
import { STATE_LIMIT, type TransitionMatrix, transitionMatrix } from "./transition_matrix.ts";

Deno.test("transitionMatrix() copies the rows and changes none", () => {
  const rows = [[0.25, 0.75], [1e-300, 1]];
  const matrix = transitionMatrix(rows);
  rows[0]![0] = 9;
  strictEqual(matrix.states, 2);
  deepStrictEqual([...matrix.values], [0.25, 0.75, 1e-300, 1]);
});

Deno.test("transitionMatrix() takes rows that are off by rounding, and no more", () => {
  strictEqual(transitionMatrix([[0.1, 0.9 + 0.9e-9], [0, 1]]).states, 2);
  throws(() => transitionMatrix([[0.1, 0.9 + 1.1e-9], [0, 1]]), /row 0 must sum to 1 within 1e-9/);
});

Deno.test("transitionMatrix() refuses what is no transition matrix, saying why", () => {
  const entry = "every entry must be finite and at least 0";
  const refusals: readonly [number[][], string][] = [
    [[], "states must be from 1 to 1024, got 0"],
    [[[1, 0]], "row 0 must have 1 entries, got 2"],
    [[[1, 0], [1]], "row 1 must have 2 entries, got 1"],
    [[[1, 0], [0.5, 0.25]], "row 1 must sum to 1 within 1e-9, got 0.75"],
    [[[1, 0], [1.5, -0.5]], `${entry}, got -0.5 in row 1`],
    [[[NaN, 0], [0, 1]], `${entry}, got NaN in row 0`],
    [[[1, 0], [Infinity, 0]], `${entry}, got Infinity in row 1`],
  ];
  for (const [rows, rule] of refusals) {
    throws(() => transitionMatrix(rows), {
      name: "RangeError",
      message: `Cannot use transitions: ${rule}`,
    });
  }
  const many = new Array<number[]>(STATE_LIMIT + 1).fill([]);
  throws(() => transitionMatrix(many), /states must be from 1 to 1024, got 1025/);
});

Deno.test("a plain object is no TransitionMatrix to the compiler", () => {
  // @ts-expect-error: an unproved matrix; `deno check` fails if this ever compiles
  const unproved: TransitionMatrix = { states: 1, values: Float64Array.of(3) };
  strictEqual(unproved.states, 1);
});
