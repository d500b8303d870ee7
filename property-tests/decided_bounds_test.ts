import assert from "node:assert/strict";
import {
  decideBound,
  type Decision,
  type LinearForm,
  pathErrorCoefficients,
} from "@unmask/convergence";
import { JointTable } from "@unmask/information";
import { type MaskSizes, maskSizes } from "@unmask/schedules";
import {
  arbitraryCurve,
  arbitrarySizes,
  assertClose,
  NaiveLaw,
  sequences,
  testTheorem,
} from "@unmask/testing";
import fc from "fast-check";
import { errorOf } from "./law_or_curve.ts";
import { regressions } from "./regressions.ts";

/** A schedule, a claimed right side, and a curve to try a proof on. */
interface Claim {
  readonly sizes: readonly number[];
  readonly numerators: readonly number[];
  readonly denominator: number;
  readonly z: readonly number[];
}

/** Forms near the path error itself are the ones that are barely true or barely false. */
const claims = fc.integer({ min: 2, max: 5 }).chain((length) =>
  arbitrarySizes(length).chain((sizes) => {
    const denominator = fc.integer({ min: 1, max: 3 });
    const exactly = Array.from(pathErrorCoefficients(maskSizes(sizes)));
    const any = fc.array(fc.integer({ min: -2, max: 4 }), {
      minLength: length,
      maxLength: length,
    });
    const near = fc.tuple(fc.nat({ max: length - 1 }), fc.integer({ min: -1, max: 1 }));
    return fc.record({
      sizes: fc.constant(sizes),
      form: fc.oneof(
        fc.record({ numerators: any, denominator }),
        fc.tuple(near, denominator).map(([[index, change], d]) => ({
          numerators: exactly.map((value, j) => value * d + (j === index ? change : 0)),
          denominator: d,
        })),
      ),
      z: arbitraryCurve(length),
    }).map(({ form, ...rest }): Claim => ({ ...rest, ...form }));
  })
);

function formOf({ numerators, denominator }: Claim): LinearForm {
  return { numerators: numerators.map(BigInt), denominator: BigInt(denominator) };
}

/** `sum_j (b_j / d) Z_j`. */
function rightSide({ numerators, denominator }: Claim, z: readonly number[]): number {
  return numerators.reduce((sum, value, j) => sum + value / denominator * z[j]!, 0);
}

/** Curves of the codes that refute, by enumeration: ten of them up to five tokens. */
const codeCurves = new Map<string, readonly number[]>();

/** `Z_1 .. Z_L` of polynomials of fewer than `dimension` coefficients, evaluated at 0 .. L-1. */
function codeCurve(code: { field: number; length: number; dimension: number }): readonly number[] {
  const { field, length, dimension } = code;
  const key = `${field} ${length} ${dimension}`;
  const known = codeCurves.get(key);
  if (known !== undefined) return known;
  const weights = new Array<number>(field ** length).fill(0);
  for (const coefficients of sequences(dimension, field)) {
    let cell = 0;
    for (let point = 0; point < length; point++) {
      const value = coefficients.reduceRight((sum, coefficient) => sum * point + coefficient, 0);
      cell = cell * field + value % field;
    }
    weights[cell] = 1;
  }
  const table = JointTable.fromWeights(weights, { length, vocabularySize: field });
  const curve = new NaiveLaw(table).curve();
  const z = curve.map((entropy) => curve[0]! - entropy);
  codeCurves.set(key, z);
  return z;
}

type Decider = (form: LinearForm, sizes: MaskSizes) => Decision;

/** A proof survives a generated curve; a refutation is a law that enumerates to a violation. */
function assertDecided(claim: Claim, decide: Decider): void {
  const decision = decide(formOf(claim), maskSizes(claim.sizes));
  if (decision.verdict === "proved") {
    const error = errorOf(claim.z, claim.sizes);
    // Sums of five terms of at most 4 * 6 nats.
    assert.ok(error <= rightSide(claim, claim.z) + 1e-12, `${error} breaks a proof`);
    return;
  }
  const { sizes, source, pathError, allowed } = decision.counterexample;
  const z = codeCurve(source);
  const error = errorOf(z, sizes);
  const value = rightSide(claim, z);
  assert.ok(error > value + 1e-12, `${error} does not break ${value}`);
  const unit = Math.log(source.field);
  assertClose(error, pathError * unit, { absolute: 1e-12 });
  const units = Number(allowed.numerator) / Number(allowed.denominator);
  assertClose(value, units * unit, { absolute: 1e-12 });
}

testTheorem<Claim>({
  name: "decideBound: a proof holds on every curve, a refutation is a law that breaks the claim",
  arbitrary: claims,
  regressions,
  statement: (claim) => {
    assertDecided(claim, decideBound);
    // Where some step curve breaks the claim there is no proof: the extreme points are all tried.
    const decision = decideBound(formOf(claim), maskSizes(claim.sizes));
    const broken = claim.z.slice(1).some((_, k) => {
      const step = claim.z.map((_, j) => j > k ? 1 : 0);
      return errorOf(step, claim.sizes) > rightSide(claim, step) + 1e-9;
    });
    assert.equal(decision.verdict, broken ? "refuted" : "proved");
  },
  mutants: {
    "a decider that proves everything": (claim) =>
      assertDecided(claim, () => ({ verdict: "proved" })),
    "a schedule read in masking order": (claim) =>
      assertDecided(claim, (form, sizes) => decideBound(form, maskSizes(sizes.toReversed()))),
    "coefficients shifted by one": (claim) =>
      assertDecided(claim, (form, sizes) => {
        const numerators = [0n, ...form.numerators.slice(0, -1)];
        return decideBound({ ...form, numerators }, sizes);
      }),
    "one more in every right side": (claim) =>
      assertDecided(claim, (form, sizes) => {
        const numerators = form.numerators.with(-1, form.numerators.at(-1)! + form.denominator);
        return decideBound({ ...form, numerators }, sizes);
      }),
    "no denominator": (claim) =>
      assertDecided(claim, (form, sizes) => decideBound({ ...form, denominator: 1n }, sizes)),
  },
});
