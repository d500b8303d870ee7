import fc from "fast-check";
import { arbitraryMasses, arbitrarySizes, arbitrarySource } from "./arbitraries.ts";
import type { Arbitrary } from "./arbitrary.ts";
import { arbitraryTimeGrid } from "./arbitrary_grids.ts";
import type { PolicySpec } from "./policy_spec.ts";
import type { SourceSpec } from "./source_spec.ts";

/** A small source and a policy for its sequences. */
export interface PolicyCase {
  /** The source as plain data. */
  readonly source: SourceSpec;
  /** The policy as plain data. */
  readonly policy: PolicySpec;
}

/** Which policies are generated. */
export interface PolicyChoice {
  /** Whether the sets may depend on chance, and not on the tokens and the predictions alone; both where absent. */
  readonly random?: boolean;
}

/** Steps of a grid: 3^5 ways to spread five tokens over them. */
const GRID_STEPS = 3;

/**
 * Policies that unmask, without masking again: every kind, on its own and inside blocks.
 *
 * @param length Tokens in a sequence, at least 1
 * @param choice Which of them
 * @returns An arbitrary of specifications, as plain data
 */
export function arbitraryPolicy(length: number, choice: PolicyChoice = {}): Arbitrary<PolicySpec> {
  const alone = {
    true: clockedByChance(length),
    false: fc.oneof(
      { weight: 2, arbitrary: clockedWithoutChance(length) },
      { weight: 4, arbitrary: withoutClock() },
    ),
  };
  const of = (random: boolean): Arbitrary<PolicySpec> =>
    fc.oneof(
      { weight: 4, arbitrary: alone[`${random}`] },
      { weight: 1, arbitrary: blocksOf(length, random) },
    );
  if (choice.random !== undefined) return of(choice.random);
  return fc.oneof({ weight: 1, arbitrary: of(true) }, { weight: 2, arbitrary: of(false) });
}

/**
 * A grid whose sampler masks tokens again.
 *
 * @returns An arbitrary of specifications, as plain data
 */
export function arbitraryRemasking(): Arbitrary<PolicySpec> {
  return fc.record({
    grid: arbitraryTimeGrid({ steps: GRID_STEPS }),
    cap: fc.oneof(fc.constantFrom(0, 0.5, 1), fc.double({ min: 0, max: 1, noNaN: true })),
  }).map((options): PolicySpec => ({ policy: "remasking", ...options }));
}

/**
 * A small source with a policy for it.
 *
 * @param choice Which policies
 * @returns An arbitrary of cases, as plain data
 */
export function arbitraryPolicyCase(choice: PolicyChoice = {}): Arbitrary<PolicyCase> {
  return arbitrarySource().chain((source) =>
    arbitraryPolicy(source.length, choice).map((policy) => ({ source, policy }))
  );
}

/**
 * Rules that read predictions and go on until nothing is masked, for sequences of any length.
 *
 * Their thresholds are often such that generated laws attain them exactly.
 *
 * @returns An arbitrary of specifications, as plain data
 */
function withoutClock(): Arbitrary<PolicySpec> {
  const entropies = fc.oneof(
    fc.constantFrom(0, Math.LN2, Math.log(3), 2 * Math.LN2, 20),
    fc.double({ min: 0, max: 2, noNaN: true }),
  );
  const scores = fc.constantFrom("confidence", "margin", "entropy");
  return fc.oneof(
    fc.record({ score: scores, count: fc.integer({ min: 1, max: 6 }) })
      .map((options): PolicySpec => ({ policy: "top", ...options })),
    fc.oneof(fc.constantFrom(1, 1 / 2, 1 / 3, 2 / 3), fc.double({ min: 0.01, max: 1, noNaN: true }))
      .map((threshold): PolicySpec => ({ policy: "confidence-threshold", threshold })),
    fc.oneof(fc.constantFrom(1, 1 / 2, 2, 9), fc.double({ min: 0.01, max: 4, noNaN: true }))
      .map((factor): PolicySpec => ({ policy: "confidence-factor", factor })),
    entropies.map((gamma): PolicySpec => ({ policy: "entropy-bounded", gamma })),
    entropies.map((threshold): PolicySpec => ({ policy: "entropy-sum", threshold })),
  );
}

function clockedWithoutChance(length: number): Arbitrary<PolicySpec> {
  return fc.oneof(
    fc.record({
      score: fc.constantFrom("confidence", "margin", "entropy"),
      sizes: arbitrarySizes(length),
    }).map((options): PolicySpec => ({ policy: "top", ...options })),
    fc.constantFrom("autoregressive", "bisection", "dilated")
      .map((policy): PolicySpec => ({ policy })),
  );
}

function clockedByChance(length: number): Arbitrary<PolicySpec> {
  return fc.oneof(
    arbitrarySizes(length).map((sizes): PolicySpec => ({ policy: "random", sizes })),
    arbitraryTimeGrid({ steps: GRID_STEPS })
      .map((grid): PolicySpec => ({ policy: "bernoulli-grid", grid })),
    fc.integer({ min: 1, max: 3 }).chain((schedules) =>
      fc.tuple(
        arbitraryMasses(schedules),
        fc.array(arbitrarySizes(length), { minLength: schedules, maxLength: schedules }),
      )
    ).map(([weights, schedules]): PolicySpec => ({
      policy: "randomised-sizes",
      mixture: schedules.map((sizes, n) => ({ weight: weights[n]!, sizes })),
    })),
  );
}

/** Blocks, all with a clock or all without one, and a policy for each. */
function blocksOf(length: number, random: boolean): Arbitrary<PolicySpec> {
  return fc.tuple(arbitrarySizes(length), fc.boolean()).chain(([lengths, clocked]) =>
    fc.tuple(...lengths.map((tokens, b) => {
      if (random) return b === 0 ? clockedByChance(tokens) : clockedAny(tokens);
      return clocked ? clockedWithoutChance(tokens) : withoutClock();
    })).map((inside): PolicySpec => ({ policy: "blocks", lengths, inside }))
  );
}

function clockedAny(length: number): Arbitrary<PolicySpec> {
  return fc.oneof(clockedByChance(length), clockedWithoutChance(length));
}
