import { deepStrictEqual, strictEqual } from "node:assert/strict";
import { assertClose } from "@unmask/testing";
import { stationaryContext } from "./context_information.ts";

Deno.test("stationaryContext() of weak pairs asks for no entropy, and keeps their digits", () => {
  // I_d = 1e-30 * 4^-d: entropies of ln 2 less that have no digit of a difference.
  const { tokenEntropy, stepInformation } = stationaryContext({
    length: 4,
    tokenEntropy: Math.LN2,
    pairInformation: [1, 2, 3, 4].map((d) => 1e-30 * 4 ** -d),
    gapEntropy: () => {
      throw new Error("an entropy was asked for");
    },
  });
  strictEqual(tokenEntropy, Math.LN2);
  [1, 2, 3].forEach((d) =>
    assertClose(stepInformation[d - 1]!, (4 - d) * 0.75e-30 * 4 ** -d, { relative: 1e-15 })
  );
});

Deno.test("stationaryContext() of near-copies takes its steps from their entropies", () => {
  // H(X_d | X_0) = 1e-20 d: informations of ln 2 less that all round to ln 2.
  const { tokenEntropy, stepInformation } = stationaryContext({
    length: 3,
    tokenEntropy: Math.LN2,
    pairInformation: [Math.LN2, Math.LN2, Math.LN2],
    gapEntropy: (d) => 1e-20 * d,
  });
  assertClose(tokenEntropy, 2e-20, { relative: 1e-15 });
  assertClose(stepInformation[0]!, 2e-20, { relative: 1e-15 });
  assertClose(stepInformation[1]!, 1e-20, { relative: 1e-15 });
});

Deno.test("tokens beyond the last pair that can be seen are independent of the first", () => {
  const { tokenEntropy, stepInformation } = stationaryContext({
    length: 4,
    tokenEntropy: 1,
    pairInformation: [0.25],
    gapEntropy: () => NaN,
  });
  strictEqual(tokenEntropy, 3.75 / 4);
  deepStrictEqual([...stepInformation], [0.75]);
});
