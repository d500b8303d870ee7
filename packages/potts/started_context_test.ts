import { deepStrictEqual, strictEqual } from "node:assert/strict";
import { assertClose } from "@unmask/testing";
import { stationaryContext } from "./context_information.ts";
import { startedContext } from "./started_context.ts";

/** Informations of a stationary chain, of which the first pair is strong and the others weak. */
const information = [0.7, 0.25, 0.0625, 0.015625];
const length = 4;
const pairAt = (distance: number): number => information[distance - 1] ?? 0;

/** The same chain as one whose tokens have one law from `settled` on. */
function started(settled: number): ReturnType<typeof startedContext> {
  return startedContext({
    length,
    settled,
    tokenEntropies: new Array(settled + 1).fill(1),
    pairRow: (d) => new Float64Array(Math.min(length + 1 - d, settled + 1)).fill(pairAt(d)),
    gapEntropy: (_, d) => 1 - pairAt(d),
  });
}

Deno.test("a chain whose tokens have one law has the context of a stationary chain", () => {
  const expected = stationaryContext({
    length,
    tokenEntropy: 1,
    pairInformation: information,
    gapEntropy: (d) => 1 - pairAt(d),
  });
  for (const settled of [0, 1, 2, 4]) {
    const { tokenEntropy, stepInformation } = started(settled);
    assertClose(tokenEntropy, expected.tokenEntropy, { relative: 1e-15 });
    strictEqual(stepInformation.length, 3);
    stepInformation.forEach((step, i) =>
      assertClose(step, expected.stepInformation[i]!, { relative: 1e-15 })
    );
  }
});

Deno.test("independent tokens have no steps and their own entropies", () => {
  const { tokenEntropy, stepInformation } = startedContext({
    length: 2,
    settled: 2,
    tokenEntropies: [3, 1, 2],
    pairRow: (d) => new Float64Array(3 - d),
    gapEntropy: () => NaN,
  });
  strictEqual(tokenEntropy, 1.5);
  deepStrictEqual([...stepInformation], []);
});
