import { sharpStep } from "@unmask/convergence";
import { curveFromTokenMutualInformation } from "@unmask/information";
import { maskSizes } from "@unmask/schedules";
import { arbitraryCase, arbitraryCurveCase, assertClose, testTheorem } from "@unmask/testing";
import fc from "fast-check";
import { assertAtMost, errorOf, type LawOrCurve, tokenMutualInformation } from "./law_or_curve.ts";
import { regressions } from "./regressions.ts";

/** `sum_t (s_t - less)(Z_{N_t + s_t - early} - Z_{N_t + 1})`; the theorem has 1 and 0. */
function stepSum(
  z: readonly number[],
  options: { sizes: readonly number[]; less?: number; early?: number },
): number {
  const { sizes, less = 1, early = 0 } = options;
  let revealed = 0;
  let sum = 0;
  for (const size of sizes) {
    const last = Math.max(revealed, revealed + size - 1 - early);
    sum += (size - less) * (z[last]! - z[revealed]!);
    revealed += size;
  }
  return sum;
}

testTheorem<LawOrCurve>({
  name: "path error is at most sum_t (s_t - 1)(Z_{N_t + s_t} - Z_{N_t + 1})",
  arbitrary: fc.oneof(arbitraryCase(), arbitraryCurveCase({ most: 20 })),
  regressions,
  statement: (value) => {
    const z = tokenMutualInformation(value);
    const bound = stepSum(z, { sizes: value.sizes });
    assertAtMost(errorOf(z, value.sizes), bound);
    if ("source" in value) return;
    const curve = curveFromTokenMutualInformation(z[z.length - 1]!, z);
    const evaluated = sharpStep.evaluate(curve, maskSizes(value.sizes));
    // Differences of neighbouring values, each rounded once.
    assertClose(evaluated, bound, { relative: 1e-13, absolute: 1e-14 });
  },
  mutants: {
    "s_t - 2 for s_t - 1": (value) => assertBound(value, { less: 2 }),
    "an index shifted by one": (value) => assertBound(value, { early: 1 }),
    "half the factor": (value) => assertBound(value, { factor: 1 / 2 }),
    "a schedule read in masking order": (value) => assertBound(value, { reversed: true }),
  },
});

function assertBound(
  value: LawOrCurve,
  options: { less?: number; early?: number; factor?: number; reversed?: boolean },
): void {
  const { factor = 1, reversed = false, ...formula } = options;
  const z = tokenMutualInformation(value);
  const sizes = reversed ? value.sizes.toReversed() : value.sizes;
  assertAtMost(errorOf(z, value.sizes), factor * stepSum(z, { sizes, ...formula }));
}
