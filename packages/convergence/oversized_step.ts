import { informationBetween, type InformationCurve } from "@unmask/information";
import { maskSizes, uniform } from "@unmask/schedules";
import {
  type ErrorFacts,
  type FailureSignature,
  inNats,
  NEGLIGIBLE_ERROR,
  SIGNATURE_FACTOR,
} from "./failure_signature.ts";
import { pathError } from "./path_error.ts";

/**
 * An iteration so large that it spoils the 1/T law.
 *
 * Recognised where the sizes cost more than twice what balanced ones do in as many steps, and the
 * costliest iteration reveals at least twice the mean size `L/T`. Balanced and optimal sizes never
 * are; nor is a large size where the curve is flat. O(L).
 *
 * @param facts `curve` and `sizes`
 * @returns The signature, or undefined
 */
export function oversizedStep({ curve, sizes }: ErrorFacts): FailureSignature | undefined {
  const proved = maskSizes(sizes, { length: curve.length });
  const { length } = curve;
  const steps = proved.length;
  const error = pathError(curve, proved);
  const balanced = pathError(curve, uniform.sizes({ length, steps }));
  if (!(error > SIGNATURE_FACTOR * balanced && error - balanced > NEGLIGIBLE_ERROR)) {
    return undefined;
  }
  const costs = stepCosts(curve, proved);
  const worst = costs.indexOf(costs.reduce((most, cost) => Math.max(most, cost)));
  const mean = length / steps;
  if (!(proved[worst]! >= SIGNATURE_FACTOR * mean)) return undefined;
  return {
    key: "oversized-step",
    name: "oversized step",
    sentence:
      `Step ${worst + 1} of ${steps} reveals ${proved[worst]} tokens, against ${
        Number(mean.toPrecision(3))
      } on average, and alone costs ${inNats(costs[worst]!)} of ${inNats(error)}; ` +
      `balanced sizes in ${steps} steps would cost ${inNats(balanced)}.`,
    advice: "Spread the tokens evenly over the steps, or plan the sizes on the curve.",
  };
}

/** `sum_{j=1}^{sizes[t]} (Z_{N_t + j} - Z_{N_t + 1})` for each iteration. */
function stepCosts(curve: InformationCurve, sizes: readonly number[]): number[] {
  let from = 0;
  return sizes.map((size) => {
    let cost = 0;
    for (let j = 1; j < size; j++) cost += informationBetween(curve, { from, to: from + j });
    from += size;
    return cost;
  });
}
