import { assertClose } from "./close.ts";
import { matrixGame } from "./matrix_game.ts";

/** A few pivots on numbers near 1. */
const tolerance = { absolute: 1e-13 };

Deno.test("matrixGame() is the value of games that are solved by hand", () => {
  // Rock, paper, scissors with 1 added to each payoff.
  assertClose(matrixGame([[1, 2, 0], [0, 1, 2], [2, 0, 1]]).value, 1, tolerance);
  // Two by two without a saddle: (ad - bc) / (a + d - b - c).
  assertClose(matrixGame([[3, 1], [0, 2]]).value, 6 / 4, tolerance);
  // A saddle point in pure strategies.
  assertClose(matrixGame([[4, 5], [2, 3]]).value, 3, tolerance);
  assertClose(matrixGame([[7]]).value, 7, tolerance);
});

Deno.test("matrixGame() ignores a dominated row and a repeated one", () => {
  assertClose(matrixGame([[3, 1], [0, 2], [4, 4], [3, 1]]).value, 6 / 4, tolerance);
});

Deno.test("matrixGame() mixes the rows so that no column pays more than the value", () => {
  const payoffs = [[3, 1, 2], [0, 2, 4], [4, 4, 0], [1, 3, 1]];
  const { value, mixture } = matrixGame(payoffs);
  assertClose(mixture.reduce((sum, weight) => sum + weight, 0), 1, tolerance);
  const columns = [0, 1, 2].map((k) =>
    mixture.reduce((sum, weight, i) => sum + weight * payoffs[i]![k]!, 0)
  );
  assertClose(Math.max(...columns), value, tolerance);
});
