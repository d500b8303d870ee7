import { assertClose } from "./close.ts";
import { matrixGameValue } from "./matrix_game.ts";

/** A few pivots on numbers near 1. */
const tolerance = { absolute: 1e-13 };

Deno.test("matrixGameValue() is the value of games that are solved by hand", () => {
  // Rock, paper, scissors with 1 added to each payoff.
  assertClose(matrixGameValue([[1, 2, 0], [0, 1, 2], [2, 0, 1]]), 1, tolerance);
  // Two by two without a saddle: (ad - bc) / (a + d - b - c).
  assertClose(matrixGameValue([[3, 1], [0, 2]]), 6 / 4, tolerance);
  // A saddle point in pure strategies.
  assertClose(matrixGameValue([[4, 5], [2, 3]]), 3, tolerance);
  assertClose(matrixGameValue([[7]]), 7, tolerance);
});

Deno.test("matrixGameValue() ignores a dominated row and a repeated one", () => {
  assertClose(matrixGameValue([[3, 1], [0, 2], [4, 4], [3, 1]]), 6 / 4, tolerance);
});
