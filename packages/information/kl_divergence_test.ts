import { ok, strictEqual, throws } from "node:assert/strict";
import { arbitraryMasses, assertClose } from "@unmask/testing";
import fc from "fast-check";
import { klDivergence, relativeEntropyKernel, relativeEntropyTerm } from "./kl_divergence.ts";

/**
 * phi(u) = (1 + u) ln(1 + u) - u at these doubles, with mpmath 1.3.0:
 *
 *     mp.dps = 800; x = mpf(u); mp.nstr((1 + x) * log(1 + x) - x, 20)
 *
 * Both sides of each branch are among them.
 */
const kernelReference: readonly (readonly [number, string])[] = [
  [2 ** -40, "4.1359030627638845137e-25"],
  [-(2 ** -40), "4.135903062766392235e-25"],
  [1e-10, "4.9999999998333336977e-21"],
  [0.1, "0.0048411977847573465774"],
  [-0.1, "0.0051755359079563294801"],
  [0.125, "0.0075059151134313863561"],
  [-0.125, "0.0081600314535427047469"],
  [0.12500000000000003, "0.0075059151134313896253"],
  [-0.12500000000000003, "0.0081600314535427084532"],
  [-0.5, "0.15342640972002734529"],
  [-1 + 2 ** -30, "0.99999997970236892179"],
  [1, "0.38629436111989061883"],
  [1e8, "1742068093.8159172962"],
  [1e300, "6.8977552789821374147e302"],
];

Deno.test("relativeEntropyKernel() is right to 1e-14 on both sides of its branches", () => {
  for (const [u, reference] of kernelReference) {
    assertClose(relativeEntropyKernel(u), Number(reference), { relative: 1e-14 });
  }
});

Deno.test("the kernel computed as it is written loses half its digits at 1e-10", () => {
  const u = 1e-10;
  throws(() => assertClose((1 + u) * Math.log1p(u) - u, 4.99999999983333e-21, { relative: 1e-8 }));
});

Deno.test("relativeEntropyKernel() is 0 at 0, 1 at -1, and NaN below and for NaN", () => {
  strictEqual(relativeEntropyKernel(0), 0);
  strictEqual(relativeEntropyKernel(-1), 1);
  strictEqual(relativeEntropyKernel(-1.5), NaN);
  strictEqual(relativeEntropyKernel(NaN), NaN);
});

Deno.test("relativeEntropyTerm() has its limits at the ends", () => {
  strictEqual(relativeEntropyTerm(0, 0), 0);
  strictEqual(relativeEntropyTerm(0, 0.25), 0.25);
  strictEqual(relativeEntropyTerm(0.25, 0), Infinity);
  strictEqual(relativeEntropyTerm(0.25, 0.25), 0);
  strictEqual(relativeEntropyTerm(NaN, 0), NaN);
  strictEqual(relativeEntropyTerm(NaN, 0.5), NaN);
});

Deno.test("klDivergence() is that of a hand", () => {
  // p = (1/2, 1/2), q = (1/4, 3/4): ln 2 / 2 + ln(2/3) / 2 = ln(4/3) / 2.
  const divergence = klDivergence(Float64Array.of(0.5, 0.5), Float64Array.of(0.25, 0.75));
  assertClose(divergence, Math.log(4 / 3) / 2, { relative: 1e-15 });
});

Deno.test("klDivergence() is 0 of a law from itself, and infinite off the support of the other", () => {
  const law = Float64Array.of(0.2, 0, 0.8);
  strictEqual(klDivergence(law, law), 0);
  strictEqual(klDivergence(law, Float64Array.of(1, 0, 0)), Infinity);
  strictEqual(klDivergence(Float64Array.of(1, 0, 0), law), relativeEntropyTerm(1, 0.2) + 0.8);
});

/**
 * KL of (1/4, 3/4) from (1/4 + d, 3/4 - d), with mpmath 1.3.0 at 800 digits:
 *
 *     sum(a * log(a / b) for a, b in zip(p, q))
 */
const nearlyEqual: readonly (readonly [number, string])[] = [
  [2 ** -30, "2.3129646308062029321e-18"],
  [2 ** -50, "2.1036290805893614928e-30"],
];

Deno.test("klDivergence() of nearly equal laws keeps its digits", () => {
  for (const [d, reference] of nearlyEqual) {
    const target = Float64Array.of(0.25, 0.75);
    const model = Float64Array.of(0.25 + d, 0.75 - d);
    assertClose(klDivergence(target, model), Number(reference), { relative: 1e-14 });
    const plain = target.reduce((sum, p, i) => sum + p * Math.log(p / model[i]!), 0);
    ok(Math.abs(plain / Number(reference) - 1) > 0.5, "the plain sum must lose them");
  }
});

Deno.test("klDivergence() is finite where the ratio of masses, or its logarithm times it, is not", () => {
  // mpmath 1.3.0: -log(mpf(1e-307)), -log(mpf(5e-324)); the excess of the rest is q = 1 - 1e-307.
  const certain = Float64Array.of(1, 0);
  assertClose(klDivergence(certain, Float64Array.of(1e-307, 1)), 706.89362354917202508, {
    relative: 1e-14,
  });
  assertClose(klDivergence(certain, Float64Array.of(5e-324, 1)), 744.44007192138126231, {
    relative: 1e-14,
  });
});

Deno.test("klDivergence() is at least 0, and 0 only between equal laws", () => {
  const laws = fc.integer({ min: 1, max: 6 }).chain((n) =>
    fc.tuple(arbitraryMasses(n), arbitraryMasses(n))
  );
  fc.assert(
    fc.property(laws, ([p, q]) => {
      const divergence = klDivergence(Float64Array.from(p), Float64Array.from(q));
      ok(divergence >= 0);
      // Pinsker: KL >= (sum |p - q|)^2 / 2, up to the rounding of masses that sum to 1.
      const distance = p.reduce((sum, mass, i) => sum + Math.abs(mass - q[i]!), 0);
      ok(divergence >= distance ** 2 / 2 * (1 - 1e-9) - 1e-15);
    }),
    { seed: 1, numRuns: 500 },
  );
});

Deno.test("klDivergence() refuses laws on different outcomes", () => {
  throws(() => klDivergence(Float64Array.of(1), Float64Array.of(0.5, 0.5)), {
    name: "RangeError",
    message: "Cannot compare laws: both must have 1 outcomes, got 2",
  });
});
