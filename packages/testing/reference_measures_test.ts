import { strictEqual, throws } from "node:assert/strict";
import { buildableCases } from "./reference_cases.ts";
import { assertReferenceMeasures } from "./reference_measures.ts";

Deno.test("assertReferenceMeasures() refuses a case with any one number changed", async () => {
  const [reference] = await buildableCases(["table"]);
  strictEqual(assertReferenceMeasures(reference!), reference!.length + 8);
  const off = (digits: string): string => String(Number(digits) * (1 + 1e-11));
  const { informationCurve, tokenMutualInformation } = reference!;
  for (
    const changed of [
      { entropy: off(reference!.entropy) },
      { totalCorrelation: off(reference!.totalCorrelation) },
      { dualTotalCorrelation: off(reference!.dualTotalCorrelation) },
      { informationCurve: informationCurve.with(-1, off(informationCurve.at(-1)!)) },
      { informationCurve: informationCurve.slice(1) },
      { tokenMutualInformation: tokenMutualInformation!.map(off) },
    ]
  ) {
    throws(() => assertReferenceMeasures({ ...reference!, ...changed }), {
      name: "AssertionError",
    });
  }
});
