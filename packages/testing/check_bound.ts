import { BOUND_SLACK, pathError } from "@unmask/convergence";
import { CURVE_TOLERANCE, type CurveMeasures, curveMeasures } from "@unmask/information";
import type { InformationCurve, Source } from "@unmask/information";
import { type MaskSizes, maskSizes } from "@unmask/schedules";
import fc from "fast-check";
import { arbitraryCase, type Case } from "./arbitraries.ts";
import type { Arbitrary } from "./arbitrary.ts";
import { smallestCase } from "./smaller_cases.ts";
import { buildSource, type SourceSpec } from "./source_spec.ts";

/** A law and a schedule, with what a claim about them may speak of. */
export interface BoundCase {
  /** The law as plain data. */
  readonly spec: SourceSpec;
  /** The law. */
  readonly source: Source;
  /** Its exact information curve. */
  readonly curve: InformationCurve;
  /** Entropy, TC, DTC and MI of the law, in nats. */
  readonly measures: CurveMeasures;
  /** Mask sizes in order of unmasking. */
  readonly sizes: MaskSizes;
}

/** A claimed bound on the path error; it need not be linear in the curve. */
export interface BoundClaim {
  /** The claim in words. */
  readonly name: string;
  /** An `upper` bound is at least the path error, a `lower` bound at most. */
  readonly kind: "upper" | "lower";
  /** Whether the claim speaks of this case; every case when absent. */
  applies?(at: BoundCase): boolean;
  /** What the claim says of the case, in nats. */
  value(at: BoundCase): number;
}

/** How to search. */
export interface CheckBoundOptions {
  /** Cases to try, 1,000 by default. */
  readonly numRuns?: number;
  /** Seed of the search, fixed by default. */
  readonly seed?: number;
  /** Where laws and schedules come from, {@linkcode arbitraryCase} by default. */
  readonly arbitrary?: Arbitrary<Case>;
}

/** What a search for a counterexample found. */
export type BoundSearch =
  | {
    readonly outcome: "refuted";
    /** A law that breaks the claim, as small as shrinking makes it. */
    readonly source: SourceSpec;
    /** The schedule that breaks it, in order of unmasking. */
    readonly sizes: readonly number[];
    /** Path error in nats. */
    readonly pathError: number;
    /** What the claim says, in nats; NaN counts as broken. */
    readonly value: number;
    /** Cases tried before the first that broke it, that one included. */
    readonly cases: number;
    /** Steps by which the counterexample was made smaller. */
    readonly shrinks: number;
  }
  | {
    readonly outcome: "survived";
    /** Cases that the claim applied to; 0 means that nothing was tested. */
    readonly cases: number;
    /** The case that came closest; absent where both sides were always next to 0. */
    readonly tightest?: {
      /** Smaller side over greater side as claimed, 1 where the bound is attained. */
      readonly ratio: number;
      /** The law as plain data. */
      readonly source: SourceSpec;
      /** The schedule. */
      readonly sizes: readonly number[];
    };
  };

/** Below this many nats a ratio of two sides would show the rounding of enumerated entropies. */
const LEAST_RATIO_SIDE = 1e-6;

/**
 * Searches for a law and a schedule that break a claimed bound on the path error, and makes what it
 * finds small; where it finds nothing it says how close it came.
 *
 *     upper: EKL(sizes) <= value,   lower: EKL(sizes) >= value,   for every law and schedule
 *
 * For claims that are not linear in the curve; a linear one is better decided than searched, by
 * `decideBound`. The comparison allows 1e-12 of the sides and 1e-12 nats, the rounding of exact
 * curves. One curve per case, and a few hundred more to shrink a counterexample.
 *
 * @param bound The claim
 * @param options `numRuns`, `seed`, `arbitrary`
 * @returns `refuted` with a small counterexample, or `survived` with the tightest case
 * @throws {Error} Whatever the claim throws, with the case that made it throw
 */
export function checkBound(bound: BoundClaim, options: CheckBoundOptions = {}): BoundSearch {
  const { numRuns = 1000, seed = 250521400, arbitrary = arbitraryCase() } = options;
  let cases = 0;
  let tightest: { ratio: number; source: SourceSpec; sizes: readonly number[] } | undefined;
  const property = fc.property(arbitrary, (value) => {
    const sides = bothSides(bound, value);
    if (sides === null) return;
    cases++;
    if (!keeps(bound.kind, sides)) throw new BrokenBound(bound.name);
    const ratio = closeness(bound.kind, sides);
    if (ratio > (tightest?.ratio ?? 0)) tightest = { ratio, ...value };
  });
  const search = fc.check(property, { numRuns, seed });
  if (!search.failed) return { outcome: "survived", cases, ...(tightest ? { tightest } : {}) };
  if (!(search.errorInstance instanceof BrokenBound)) {
    throw new Error(
      `Cannot check the claim "${bound.name}": it must not throw, got ${search.errorInstance} on ${
        JSON.stringify(search.counterexample![0])
      }`,
      { cause: search.errorInstance },
    );
  }
  const { value, steps } = smallestCase(search.counterexample![0], (smaller) => {
    const sides = bothSides(bound, smaller);
    return sides !== null && !keeps(bound.kind, sides);
  });
  return {
    outcome: "refuted",
    ...value,
    ...bothSides(bound, value)!,
    cases: search.numRuns,
    shrinks: search.numShrinks + steps,
  };
}

/** Thrown inside the search where a case breaks the claim; anything else thrown is an error. */
class BrokenBound extends Error {}

interface Sides {
  readonly pathError: number;
  readonly value: number;
}

/** Path error and claimed value, or null where the claim does not apply. */
function bothSides(bound: BoundClaim, { source: spec, sizes }: Case): Sides | null {
  const source = buildSource(spec);
  const curve = source.informationCurve();
  const at: BoundCase = {
    spec,
    source,
    curve,
    measures: curveMeasures(curve),
    sizes: maskSizes(sizes, { length: source.length }),
  };
  if (bound.applies && !bound.applies(at)) return null;
  return { pathError: pathError(curve, sizes), value: bound.value(at) };
}

function keeps(kind: "upper" | "lower", { pathError, value }: Sides): boolean {
  if (value === Infinity || value === -Infinity) return (value > 0) === (kind === "upper");
  const slack = CURVE_TOLERANCE + BOUND_SLACK * Math.max(pathError, Math.abs(value));
  return kind === "upper" ? pathError <= value + slack : pathError >= value - slack;
}

function closeness(kind: "upper" | "lower", { pathError, value }: Sides): number {
  const [least, greatest] = kind === "upper" ? [pathError, value] : [value, pathError];
  return greatest >= LEAST_RATIO_SIDE ? least / greatest : 0;
}
