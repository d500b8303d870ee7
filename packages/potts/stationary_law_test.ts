import { deepStrictEqual, strictEqual, throws } from "node:assert/strict";
import { arbitraryMasses, assertClose } from "@unmask/testing";
import fc from "fast-check";
import { stationaryLaw } from "./stationary_law.ts";
import { transitionMatrix } from "./transition_matrix.ts";

Deno.test("stationaryLaw() of two states is (b, a) / (a + b)", () => {
  for (const [a, b] of [[0.25, 0.125], [1, 1], [1e-12, 3e-12], [1e-300, 1e-12]] as const) {
    const [first, second] = stationaryLaw(transitionMatrix([[1 - a, a], [b, 1 - b]]));
    assertClose(first!, b / (a + b), { relative: 1e-15 });
    assertClose(second!, a / (a + b), { relative: 1e-15 });
  }
});

Deno.test("stationaryLaw() keeps the digits of masses near 1e-24 in a chain that hardly moves", () => {
  // A walk on a line: balance pi(x) P(x, x+1) = pi(x+1) P(x+1, x) makes pi = 1, e, e^2 over their sum.
  const e = 1e-12;
  const law = stationaryLaw(transitionMatrix([
    [1 - e * e, e * e, 0],
    [e, 1 - e - e * e, e * e],
    [0, e, 1 - e],
  ]));
  [1, e, e * e].forEach((weight, x) => assertClose(law[x]!, weight, { relative: 2e-12 }));
  assertClose(law[2]! / law[1]!, e, { relative: 1e-15 });
});

Deno.test("stationaryLaw() of a periodic chain is uniform on its cycle", () => {
  const law = stationaryLaw(transitionMatrix([[0, 1, 0], [0, 0, 1], [1, 0, 0]]));
  for (const mass of law) assertClose(mass, 1 / 3, { relative: 1e-15 });
});

Deno.test("stationaryLaw() gives transient states no mass, wherever they are", () => {
  // 0 -> 2 <-> 3, and 1 -> 0: only 2 and 3 recur.
  const law = stationaryLaw(transitionMatrix([
    [0, 0, 1, 0],
    [1, 0, 0, 0],
    [0, 0, 0.5, 0.5],
    [0, 0, 1, 0],
  ]));
  deepStrictEqual([law[0], law[1]], [0, 0]);
  assertClose(law[2]!, 2 / 3, { relative: 1e-15 });
  assertClose(law[3]!, 1 / 3, { relative: 1e-15 });
});

Deno.test("stationaryLaw() of one state, and of one absorbing state, is certain", () => {
  deepStrictEqual([...stationaryLaw(transitionMatrix([[1]]))], [1]);
  deepStrictEqual([...stationaryLaw(transitionMatrix([[0.5, 0.5], [0, 1]]))], [0, 1]);
});

Deno.test("stationaryLaw() solves pi P = pi, ugly chains included", () => {
  const chains = fc.integer({ min: 1, max: 6 }).chain((states) =>
    fc.array(arbitraryMasses(states), { minLength: states, maxLength: states })
  );
  let unique = 0;
  fc.assert(
    fc.property(chains, (rows) => {
      const transitions = transitionMatrix(rows);
      let law: Float64Array;
      try {
        law = stationaryLaw(transitions);
      } catch (error) {
        if (error instanceof RangeError && /one recurrent class/.test(error.message)) return;
        throw error;
      }
      unique++;
      assertClose(law.reduce((a, b) => a + b), 1, { relative: 1e-14 });
      law.forEach((mass, y) => {
        const after = law.reduce((sum, before, x) => sum + before * rows[x]![y]!, 0);
        // Rows sum to 1 to a rounding, which the elimination takes as exact.
        assertClose(after, mass, { relative: 1e-12, absolute: 1e-15 });
      });
    }),
    { seed: 8, numRuns: 500 },
  );
  strictEqual(unique > 300, true, `${unique} chains had one recurrent class`);
});

Deno.test("stationaryLaw() refuses two recurrent classes, naming states of both", () => {
  throws(() => stationaryLaw(transitionMatrix([[1, 0], [0, 1]])), {
    name: "RangeError",
    message:
      "Cannot start a chain from its stationary law: it must have one recurrent class, got state 1 that never comes to state 0; give `initial`",
  });
  // A transient state that may end in either.
  throws(
    () => stationaryLaw(transitionMatrix([[0, 0.5, 0.5], [0, 1, 0], [0, 0, 1]])),
    /got state 2 that never comes to state 1/,
  );
});
