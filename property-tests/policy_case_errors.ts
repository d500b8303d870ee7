import {
  exactPredictor,
  type PolicyErrors,
  policyErrors,
  type UnmaskingPolicy,
} from "@unmask/diffusion";
import type { Source } from "@unmask/information";
import {
  buildPolicy,
  buildSource,
  type NaivePolicyErrors,
  naivePolicyErrors,
  type PolicyCase,
} from "@unmask/testing";

/** Divergences of up to 243 cells, each term within a few roundings of a value near 100 nats. */
export const tolerance = { absolute: 1e-11, relative: 1e-12 };

/** The exact errors of a policy with the exact predictor. */
export function exactOf(law: Source, policy: UnmaskingPolicy): PolicyErrors {
  return policyErrors(law, { predictor: exactPredictor(law), policy });
}

/** The same, from the definitions. */
export function naiveOf(law: Source, policy: UnmaskingPolicy): NaivePolicyErrors {
  return naivePolicyErrors(law, { predictor: exactPredictor(law), policy });
}

/** The exact errors of a case. */
export function errorsOf({ source, policy }: PolicyCase): PolicyErrors {
  return exactOf(buildSource(source), buildPolicy(policy));
}

/** The same sets, filled one token after another, each seeing the last: the classic bug. */
export function serially(policy: UnmaskingPolicy): UnmaskingPolicy {
  return {
    name: `${policy.name}, serially`,
    rules: (space) => {
      const fixed = policy.rules(space);
      return fixed.map(({ probability, rule }) => ({
        probability,
        rule: {
          readsPredictions: rule.readsPredictions,
          // One token of the set at a time: what a fill that looks at its own tokens amounts to.
          propose(view): { candidates: Int32Array; size: number } {
            const { candidates } = rule.propose({ ...view, iteration: 0 });
            return { candidates: candidates.subarray(0, 1), size: 1 };
          },
        },
      }));
    },
  };
}
