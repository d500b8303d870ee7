import assert from "node:assert/strict";
import {
  curveMeasures,
  dualTotalCorrelation,
  totalCorrelation,
  totalTokenMutualInformation,
} from "@unmask/information";
import { assertClose } from "./close.ts";
import { assertReference, type ReferenceCase } from "./reference_cases.ts";
import { buildSource } from "./source_spec.ts";

/**
 * Asserts that a source of a reference case has the case's information curve, entropy, total and
 * dual total correlation and total token mutual information, each by its curve and by its subset
 * entropies.
 *
 * @param reference A case
 * @returns How many numbers were compared
 * @throws {assert.AssertionError} When one differs
 */
export function assertReferenceMeasures(reference: ReferenceCase): number {
  const source = buildSource(reference.source);
  const curve = source.informationCurve();
  assert.equal(curve.length, reference.length);
  assert.equal(reference.informationCurve.length, reference.length);
  reference.informationCurve.forEach((value, k) => {
    assertReference(curve.conditionalEntropies[k]!, value);
  });
  const measures = curveMeasures(curve);
  const all = Array.from({ length: source.length }, (_, i) => i);
  assertReference(measures.entropy, reference.entropy);
  assertReference(source.subsetEntropy(all), reference.entropy);
  assertReference(measures.totalCorrelation, reference.totalCorrelation);
  assertReference(totalCorrelation(source), reference.totalCorrelation);
  assertReference(measures.dualTotalCorrelation, reference.dualTotalCorrelation);
  assertReference(dualTotalCorrelation(source), reference.dualTotalCorrelation);
  // Of long chains the reference has the sum only, as TC + DTC; adding doubles costs a rounding.
  const perToken = reference.tokenMutualInformation ??
    [reference.totalCorrelation, reference.dualTotalCorrelation];
  const total = perToken.reduce((sum, value) => sum + Number(value), 0);
  assertClose(measures.totalMutualInformation, total, { relative: 1e-12 });
  assertClose(totalTokenMutualInformation(source), total, { relative: 1e-12 });
  return reference.length + 8;
}
