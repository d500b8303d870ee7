import { type LengthDecision, linearForm, stepCurve, stepLaw } from "@unmask/convergence";
import { type MaskSizes, maskSizes } from "@unmask/schedules";
import { compositions, naivePathError } from "@unmask/testing";
import type { Engine } from "../../engine.ts";
import { decidedBound, type DecidedBoundTask } from "../../questions/decided_bound.ts";

/** Most pairs of a token and a step curve, over all schedules: a tenth of a second. */
const PAIRS = 2 ** 18;

/** Both sides summed on every step curve, for one schedule after another. */
export const engine: Engine<DecidedBoundTask, LengthDecision> = {
  name: "step curves",
  kind: "naive",
  question: decidedBound,
  handles: ({ length, sizes }) => length ** 2 * (sizes ? 1 : 2 ** (length - 1)) <= PAIRS,
  prepare: ({ bound, length, sizes }) => () => {
    const steps = Array.from({ length: length - 1 }, (_, k) => {
      return stepCurve({ length, dimension: k + 1 });
    });
    let schedules = 0;
    for (const schedule of sizes ? [sizes] : compositions(length)) {
      const checked: MaskSizes = maskSizes(schedule);
      if (!bound.applies(checked)) continue;
      schedules++;
      const { numerators, denominator } = linearForm(bound.coefficients, checked);
      for (const [k, curve] of steps.entries()) {
        const z = curve.tokenMutualInformation;
        const allowed = numerators.reduce((sum, b, j) => sum + b * BigInt(z[j]!), 0n);
        const pathError = naivePathError(curve.conditionalEntropies, checked);
        if (BigInt(pathError) * denominator > allowed) {
          return {
            verdict: "refuted",
            schedules,
            counterexample: {
              sizes: checked,
              source: stepLaw({ length, dimension: k + 1 }),
              pathError,
              allowed: { numerator: allowed, denominator },
            },
          };
        }
      }
    }
    return { verdict: "proved", schedules };
  },
};
