import { ok, strictEqual } from "node:assert/strict";
import { frontier, optimalSchedule, pathError } from "@unmask/convergence";
import { endpointError, exactPredictor } from "@unmask/diffusion";
import { assertReference, referenceCases } from "./reference_cases.ts";
import { buildSource } from "./source_spec.ts";

Deno.test("path and endpoint errors of every kind of source are the references'", async () => {
  let path = 0;
  let endpoint = 0;
  for (const { source, schedules } of await referenceCases()) {
    const law = buildSource(source);
    const curve = law.informationCurve();
    for (const { sizes, pathError: error, endpointError: endpointReference } of schedules) {
      assertReference(pathError(curve, sizes), error);
      path++;
      if (endpointReference === undefined) continue;
      const predictor = exactPredictor(law);
      assertReference(endpointError(law, { predictor, sizes }), endpointReference);
      endpoint++;
    }
  }
  // Two of long chains are known by their path error alone.
  strictEqual(path, 47);
  strictEqual(endpoint, 45);
});

Deno.test("the optimum of every kind of source is the references', for every number of steps", async () => {
  let compared = 0;
  for (const { source, optimal } of await referenceCases()) {
    const curve = buildSource(source).informationCurve();
    const points = frontier(curve);
    for (const { steps, pathError: error } of optimal) {
      assertReference(optimalSchedule(curve, { steps }).pathError, error);
      assertReference(points[steps - 1]!.pathError, error);
      compared++;
    }
  }
  strictEqual(compared, 57);
});

Deno.test("path errors in masking order, and endpoint errors of one token at a time, are refused", async () => {
  const refused = { path: 0, endpoint: 0 };
  for (const { source, length, schedules } of await referenceCases()) {
    const law = buildSource(source);
    const curve = law.informationCurve();
    const ones = new Array<number>(length).fill(1);
    for (const { sizes, pathError: error, endpointError: endpointReference } of schedules) {
      // Some schedules are their own mirror, and a code may not care.
      if (refuses(pathError(curve, sizes.toReversed()), error)) refused.path++;
      if (endpointReference === undefined || Number(endpointReference) === 0) continue;
      const predictor = exactPredictor(law);
      ok(refuses(endpointError(law, { predictor, sizes: ones }), endpointReference));
      refused.endpoint++;
    }
  }
  ok(refused.path >= 20 && refused.endpoint >= 40, JSON.stringify(refused));
});

function refuses(value: number, reference: string): boolean {
  try {
    assertReference(value, reference);
    return false;
  } catch {
    return true;
  }
}
