import { frontier, pathError } from "@unmask/convergence";
import {
  estimatePolicy,
  exactPredictor,
  type MaskPredictor,
  policyErrors,
  randomPositions,
  remaskingGrid,
  tempered,
  type UnmaskingPolicy,
} from "@unmask/diffusion";
import type { InformationCurve, Source } from "@unmask/information";
import { streamFamily } from "@unmask/random";
import { uniform } from "@unmask/schedules";
import { laws, OTHER_LAW, type Result } from "./result.ts";
import { type NamedLaw, SEED } from "./sources.ts";
import { longSweep, smallSweep, sweptPolicies, type SweptPolicy } from "./swept_policies.ts";

/** Draws of a long sequence for each policy. */
const DRAWS = 64;

/** Means of evaluations are sums of rounded masses; this is far above their rounding and below any mean that is meant. */
const ROUNDING = 1e-9;

const NOT_ESTIMATED = {
  estimatedEvaluations: null,
  evaluationsStandardError: null,
  estimatedPathError: null,
  pathErrorStandardError: null,
} as const;

/**
 * Every policy on a law that is enumerated.
 *
 * @param named The law
 * @returns Exact rows
 */
export async function enumerated(named: NamedLaw): Promise<Result[]> {
  const law = await named.law();
  const curve = law.informationCurve();
  const predictor = exactPredictor(law);
  const exact = (swept: SweptPolicy, by: MaskPredictor = predictor): Result => {
    const errors = policyErrors(law, { predictor: by, policy: swept.policy });
    const evaluations = whole(errors.evaluations);
    return {
      ...described(named, law, swept),
      evaluations,
      pathError: swept.family === OTHER_LAW ? null : errors.pathError,
      endpointError: errors.endpointError,
      ...NOT_ESTIMATED,
      randomOptimum: leastRandom(curve, evaluations),
    };
  };
  return [
    ...sweptPolicies(curve, smallSweep).map((swept) => exact(swept)),
    ...(remasked.includes(named.name)
      ? [
        exact(otherLaw("remasking", "cap = 0.3, T = 3", remaskingGrid({ grid: thirds, cap: 0.3 }))),
      ]
      : []),
    ...[3, law.length].map((steps) => {
      const policy = randomPositions(uniform.sizes({ length: law.length, steps }));
      const swept = otherLaw("temperature", `0.7, T = ${steps}`, policy);
      return exact(swept, tempered(predictor, { temperature: 0.7 }));
    }),
  ];
}

const thirds = [0, 1 / 3, 2 / 3, 1];

/** Laws on which tokens are masked again: enumerating that takes as long as all else on the law. */
const remasked: readonly string[] = [laws.strong, laws.table];

/**
 * Every policy on a law that is drawn from.
 *
 * @param named The law
 * @returns Rows with estimates; for random positions with fixed sizes also their exact error, from the curve
 */
export async function drawn(named: NamedLaw): Promise<Result[]> {
  const law = await named.law();
  const curve = law.informationCurve();
  const predictor = exactPredictor(law);
  return sweptPolicies(curve, longSweep)
    // One token an iteration takes as long as all others and has no error.
    .filter(({ name }) => name !== "left to right")
    .map((swept): Result => {
      const { policy, name, parameters, sizes } = swept;
      const estimates = estimatePolicy(law, {
        predictor,
        policy,
        draws: DRAWS,
        streams: streamFamily({
          seed: SEED,
          cell: `policies:${named.name}`,
          purpose: `${name} ${parameters}`,
        }),
      });
      const evaluations = estimates.evaluations.mean;
      return {
        ...described(named, law, swept),
        evaluations: sizes?.length ?? null,
        pathError: sizes === undefined ? null : pathError(curve, sizes),
        endpointError: null,
        estimatedEvaluations: evaluations,
        evaluationsStandardError: estimates.evaluations.standardError,
        estimatedPathError: estimates.pathError!.mean,
        pathErrorStandardError: estimates.pathError!.standardError,
        randomOptimum: leastRandom(curve, evaluations),
      };
    });
}

function otherLaw(name: string, parameters: string, policy: UnmaskingPolicy): SweptPolicy {
  return { family: OTHER_LAW, name, parameters, policy };
}

type Described = "law" | "length" | "family" | "policy" | "parameters" | "promised";

function described(
  named: NamedLaw,
  { length }: Source,
  { family, name, parameters, promised }: SweptPolicy,
): Pick<Result, Described> {
  return { law: named.name, length, family, policy: name, parameters, promised: promised ?? null };
}

/** A mean of evaluations, to the whole number that it is but for rounding. */
function whole(evaluations: number): number {
  const nearest = Math.round(evaluations);
  return Math.abs(evaluations - nearest) <= ROUNDING ? nearest : evaluations;
}

/** The least path error of random positions at mean evaluations, on the straight line between whole ones. */
function leastRandom(curve: InformationCurve, evaluations: number): number {
  const points = frontier(curve);
  const below = Math.floor(evaluations);
  const share = evaluations - below;
  const least = points[below - 1]!.pathError;
  return share === 0 ? least : (1 - share) * least + share * points[below]!.pathError;
}
