import { deepStrictEqual, ok, strictEqual, throws } from "node:assert/strict";
import { JointTable } from "@unmask/information";
import { maskSizes } from "@unmask/schedules";
import {
  arbitrarySizes,
  assertClose,
  compositions,
  NaiveLaw,
  naivePathError,
  orderedPartitions,
} from "@unmask/testing";
import fc from "fast-check";
import { decideBound, type Decision } from "./decide_bound.ts";
import { flattenedExponent } from "./flattened_exponent.ts";
import { type LinearForm, linearForm } from "./linear_form.ts";
import { pathErrorCoefficients } from "./path_error.ts";
import type { StepLaw } from "./step_curve.ts";

/** The claim on every step curve, from the staircase; the largest k on which it fails, if any. */
function firstFailure(form: LinearForm, sizes: readonly number[]): number | undefined {
  const length = form.numerators.length;
  for (let k = length - 1; k >= 1; k--) {
    const f = Array.from({ length }, (_, j) => j < k ? 1 : 0);
    const error = BigInt(naivePathError(f, sizes));
    const allowed = form.numerators.slice(k).reduce((sum, b) => sum + b, 0n);
    if (error * form.denominator > allowed) return k;
  }
  return undefined;
}

function assertDecides(form: LinearForm, sizes: readonly number[]): Decision["verdict"] {
  const decision = decideBound(form, maskSizes(sizes));
  const k = firstFailure(form, sizes);
  strictEqual(decision.verdict, k === undefined ? "proved" : "refuted");
  if (decision.verdict === "refuted") {
    const { source, pathError, allowed } = decision.counterexample;
    strictEqual(source.dimension, k);
    strictEqual(source.length, form.numerators.length);
    deepStrictEqual(decision.counterexample.sizes, sizes);
    ok(BigInt(pathError) * allowed.denominator > allowed.numerator);
    strictEqual(allowed.denominator, form.denominator);
    strictEqual(
      allowed.numerator,
      form.numerators.slice(source.dimension).reduce((sum, b) => sum + b, 0n),
    );
  }
  return decision.verdict;
}

const lengths = fc.integer({ min: 1, max: 9 });

Deno.test("decideBound() is the inequality on every step curve, for any rational form", () => {
  const verdicts = { proved: 0, refuted: 0 };
  const cases = lengths.chain((length) =>
    fc.record({
      sizes: arbitrarySizes(length),
      numerators: fc.array(
        fc.oneof(
          { weight: 4, arbitrary: fc.bigInt({ min: -2n, max: 9n }) },
          { weight: 1, arbitrary: fc.bigInt({ min: -(2n ** 80n), max: 2n ** 80n }) },
        ),
        { minLength: length, maxLength: length },
      ),
      denominator: fc.oneof(
        fc.bigInt({ min: 1n, max: 5n }),
        fc.bigInt({ min: 1n, max: 2n ** 80n }),
      ),
    })
  );
  fc.assert(
    fc.property(cases, ({ sizes, ...form }) => {
      verdicts[assertDecides(form, sizes)]++;
    }),
    { seed: 41, numRuns: 1000 },
  );
  ok(verdicts.proved > 100 && verdicts.refuted > 100, JSON.stringify(verdicts));
});

Deno.test("decideBound() proves the path error itself, and refutes it less the least fraction", () => {
  const denominator = 2n ** 90n;
  const cases = fc.integer({ min: 2, max: 9 }).chain((length) =>
    fc.record({ sizes: arbitrarySizes(length), j: fc.integer({ min: 1, max: length - 1 }) })
  );
  fc.assert(
    fc.property(cases, ({ sizes, j }) => {
      const exact = Array.from(
        pathErrorCoefficients(maskSizes(sizes)),
        (a) => BigInt(a) * denominator,
      );
      strictEqual(assertDecides({ numerators: exact, denominator }, sizes), "proved");
      // A double cannot tell this form from the last one.
      const less = exact.with(j, exact[j]! - 1n);
      strictEqual(assertDecides({ numerators: less, denominator }, sizes), "refuted");
    }),
    { seed: 42, numRuns: 200 },
  );
});

Deno.test("the first coefficient, of Z_1 = 0, is of no consequence, and one token has no others", () => {
  const sizes = maskSizes([2, 1]);
  for (const first of [-(10n ** 30n), 0n, 10n ** 30n]) {
    strictEqual(
      decideBound({ numerators: [first, 0n, 1n], denominator: 1n }, sizes).verdict,
      "proved",
    );
    strictEqual(
      decideBound({ numerators: [first, 0n, 0n], denominator: 1n }, sizes).verdict,
      "refuted",
    );
    strictEqual(
      decideBound({ numerators: [first], denominator: 1n }, maskSizes([1])).verdict,
      "proved",
    );
  }
});

Deno.test("decideBound() refuses a form that is none, or of another length", () => {
  const sizes = maskSizes([1, 1]);
  throws(
    () => decideBound({ numerators: [0n], denominator: 1n }, sizes),
    /Cannot decide a bound: it must have 2 coefficients, got 1/,
  );
  throws(
    () => decideBound({ numerators: [0n, 1n], denominator: 0n }, sizes),
    /denominator must be at least 1, got 0/,
  );
});

/** The codewords of the law: the values at 0 .. L-1 of every polynomial below its dimension. */
function codewords({ field, length, dimension }: StepLaw): number[][] {
  const words: number[][] = [];
  for (let polynomial = 0; polynomial < field ** dimension; polynomial++) {
    const coefficients = Array.from(
      { length: dimension },
      (_, i) => Math.floor(polynomial / field ** i) % field,
    );
    words.push(Array.from(
      { length },
      (_, point) => coefficients.reduceRight((value, a) => (value * point + a) % field, 0),
    ));
  }
  return words;
}

/** Mean over all ordered partitions of the divergence from the law to the sampler's product laws. */
function sampledPathError(
  entropy: (positions: readonly number[]) => number,
  sizes: readonly number[],
): number {
  let sum = 0;
  let partitions = 0;
  for (const sets of orderedPartitions(sizes)) {
    partitions++;
    const revealed: number[] = [];
    for (const set of sets) {
      const before = entropy(revealed);
      for (const i of set) sum += entropy([...revealed, i]) - before;
      sum -= entropy([...revealed, ...set]) - before;
      revealed.push(...set);
    }
  }
  return sum / partitions;
}

Deno.test("the law that refutes a claim does so when its code is built and enumerated", () => {
  let built = 0;
  for (const length of [2, 3, 4, 5]) {
    for (const composition of compositions(length)) {
      const sizes = maskSizes(composition);
      // Half of the best constant in EKL <= c MI: false unless all sizes are 1.
      const numerators = new Array<bigint>(length).fill(0n);
      numerators[length - 1] = BigInt(Math.max(...sizes) - 1);
      const decision = decideBound({ numerators, denominator: 2n }, sizes);
      if (Math.max(...sizes) === 1) {
        strictEqual(decision.verdict, "proved");
        continue;
      }
      ok(decision.verdict === "refuted");
      const { source, pathError, allowed } = decision.counterexample;
      const { field } = source;
      const weights = new Float64Array(field ** length);
      for (const word of codewords(source)) {
        weights[word.reduce((cell, token) => cell * field + token, 0)]!++;
      }
      const law = JointTable.fromWeights(weights, { length, vocabularySize: field });
      const naive = new NaiveLaw(law);
      const entropies = new Map<string, number>();
      const entropy = (positions: readonly number[]): number => {
        const key = [...positions].sort().join();
        if (!entropies.has(key)) entropies.set(key, naive.entropy(positions));
        return entropies.get(key)!;
      };
      const unit = Math.log(field);
      // Entropies of a few nats, a few hundred roundings.
      assertClose(sampledPathError(entropy, sizes), pathError * unit, { absolute: 1e-12 });
      const z = law.informationCurve().tokenMutualInformation;
      const claimed = Number(numerators[length - 1]) / 2 * z[length - 1]!;
      assertClose(claimed, Number(allowed.numerator) / 2 * unit, { absolute: 1e-12 });
      ok(pathError * unit > claimed + 0.1);
      built++;
    }
  }
  strictEqual(built, 1 + 3 + 7 + 15);
});

Deno.test("the flattened exponent is refuted by a code of 121 words, counted", () => {
  const sizes = maskSizes([8]);
  const decision = decideBound(linearForm(flattenedExponent.coefficients, sizes), sizes);
  ok(decision.verdict === "refuted");
  const { source, pathError, allowed } = decision.counterexample;
  deepStrictEqual(source, { kind: "reed-solomon", field: 11, length: 8, dimension: 2 });
  const words = codewords(source);
  const entropy = (positions: readonly number[]): number => {
    const counts = new Map<string, number>();
    for (const word of words) {
      const key = positions.map((i) => word[i]).join();
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    let sum = 0;
    for (const n of counts.values()) sum -= n / words.length * Math.log(n / words.length);
    return sum;
  };
  const all = [0, 1, 2, 3, 4, 5, 6, 7];
  // One shot costs TC = 8 ln 11 - 2 ln 11; the claim allows (2 * 3 - 1) / 8 * MI, MI = 8 ln 11.
  assertClose(sampledPathError(entropy, sizes), 6 * Math.log(11), { relative: 1e-13 });
  strictEqual(pathError, 6);
  deepStrictEqual(allowed, { numerator: 5n, denominator: 1n });
  const informations = all.map((i) =>
    entropy([i]) + entropy(all.filter((j) => j !== i)) - entropy(all)
  );
  const mutual = informations.reduce((sum, value) => sum + value, 0);
  assertClose(5 / 8 * mutual, 5 * Math.log(11), { relative: 1e-13 });
});

Deno.test("the flattened exponent fails for all ones and from a largest size of 7 on, only", () => {
  for (let largest = 1; largest <= 40; largest++) {
    const sizes = maskSizes([1, largest, 1]);
    const { verdict } = decideBound(linearForm(flattenedExponent.coefficients, sizes), sizes);
    strictEqual(verdict, largest === 1 || largest >= 7 ? "refuted" : "proved", `${largest}`);
  }
});
