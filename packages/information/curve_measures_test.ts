import { assertClose } from "@unmask/testing";
import { deepStrictEqual } from "node:assert/strict";
import { curveMeasures } from "./curve_measures.ts";
import {
  curveFromConditionalEntropies,
  curveFromTokenMutualInformation,
} from "./information_curve.ts";

Deno.test("curveMeasures() is that of a hand", () => {
  deepStrictEqual(curveMeasures(curveFromConditionalEntropies([2, 1.5, 1.5, 0.25])), {
    entropy: 5.25,
    totalCorrelation: 2.75, // 0 + 0.5 + 0.5 + 1.75
    dualTotalCorrelation: 4.25, // 1.75 + 1.25 + 1.25 + 0
    totalMutualInformation: 7, // 4 * 1.75
  });
});

Deno.test("curveMeasures() of a single token has its entropy and no correlation", () => {
  deepStrictEqual(curveMeasures(curveFromConditionalEntropies([0.7])), {
    entropy: 0.7,
    totalCorrelation: 0,
    dualTotalCorrelation: 0,
    totalMutualInformation: 0,
  });
});

Deno.test("curveMeasures() keeps weak correlations that differences of entropies lose", () => {
  const curve = curveFromTokenMutualInformation(1, [0, 1e-30, 3e-30]);
  const { totalCorrelation, dualTotalCorrelation } = curveMeasures(curve);
  assertClose(totalCorrelation, 4e-30, { relative: 1e-15 });
  assertClose(dualTotalCorrelation, 5e-30, { relative: 1e-15 });
});
