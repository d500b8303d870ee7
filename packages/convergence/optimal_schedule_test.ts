import { ok, strictEqual, throws } from "node:assert/strict";
import {
  curveFromConditionalEntropies,
  curveFromTokenMutualInformation,
  curveMeasures,
  type InformationCurve,
} from "@unmask/information";
import {
  assertClose,
  assertReference,
  buildableCases,
  buildSource,
  compositions,
} from "@unmask/testing";
import fc from "fast-check";
import { layeredProgram } from "./layered_program.ts";
import { optimalSchedule } from "./optimal_schedule.ts";
import { pathError } from "./path_error.ts";

Deno.test("optimalSchedule() has every optimum of every reference case", async () => {
  const cases = await buildableCases(["potts-chain", "table", "markov-chain"]);
  let optima = 0;
  for (const reference of cases) {
    const curve = buildSource(reference.source).informationCurve();
    for (const { steps, pathError: expected } of reference.optimal) {
      const plan = optimalSchedule(curve, { steps });
      strictEqual(plan.sizes.length, steps);
      strictEqual(plan.pathError, pathError(curve, plan.sizes));
      assertReference(plan.pathError, expected);
      optima++;
    }
  }
  strictEqual(optima, 4 + 5 + 6 + 5 + 4 + 5 + 3 + 5 + 2);
});

/** Least path error for each number of steps, over all compositions. */
function bruteForce(curve: InformationCurve): number[] {
  const least = new Array<number>(curve.length).fill(Infinity);
  for (const sizes of compositions(curve.length)) {
    const t = sizes.length - 1;
    least[t] = Math.min(least[t]!, pathError(curve, sizes));
  }
  return least;
}

/** Increments of `Z`: any, plateaus and steps, a few rises, near-ties, and far below 1. */
const increments: readonly fc.Arbitrary<number>[] = [
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.integer({ min: 0, max: 2 }),
  fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, {
    weight: 1,
    arbitrary: fc.integer({ min: -30, max: 0 }).map((exponent) => 2 ** exponent),
  }),
  fc.integer({ min: -8, max: 8 }).map((steps) => 1 + steps * 2 ** -52),
  fc.integer({ min: 0, max: 9 }).map((digit) => digit * 1e-200),
];

/** Curves of every shape: none, straight, every step, random ones, and Potts chains. */
function* curves(): Generator<InformationCurve> {
  for (const length of [1, 2, 3, 5, 8, 11, 14]) {
    const curveOf = (rises: readonly number[]): InformationCurve => {
      const z = new Float64Array(length);
      for (let j = 1; j < length; j++) z[j] = z[j - 1]! + rises[j - 1]!;
      return curveFromTokenMutualInformation(z[length - 1]! + 1, z);
    };
    yield curveOf(new Array<number>(length - 1).fill(0));
    yield curveOf(new Array<number>(length - 1).fill(0.125));
    for (let k = 1; k < length; k++) {
      yield curveOf(Array.from({ length: length - 1 }, (_, j) => j === k - 1 ? 1 : 0));
    }
    for (const rise of increments) {
      const rises = fc.array(rise, { minLength: length - 1, maxLength: length - 1 });
      for (const sample of fc.sample(rises, { seed: 81, numRuns: length < 12 ? 8 : 3 })) {
        yield curveOf(sample);
      }
    }
  }
  for (const coupling of [-3, -0.5, 0.5, 3, 12]) {
    yield buildSource({ kind: "potts-chain", length: 12, states: 3, coupling }).informationCurve();
  }
}

Deno.test("optimalSchedule() is the best of all compositions, on curves of every shape", () => {
  let checked = 0;
  for (const curve of curves()) {
    const scale = curveMeasures(curve).totalCorrelation;
    bruteForce(curve).forEach((least, t) => {
      const plan = optimalSchedule(curve, { steps: t + 1 });
      strictEqual(plan.sizes.length, t + 1);
      // Differences of Z near one are rounded by 2^-53, whatever they leave.
      assertClose(plan.pathError, least, { absolute: 1e-15 * scale, relative: 1e-12 });
      ok(plan.pathError >= least);
      checked++;
    });
  }
  ok(checked > 1000, `${checked} optima`);
});

Deno.test("optimalSchedule() of a step curve has error 0 as soon as one cut can fall on the step", () => {
  const step = curveFromTokenMutualInformation(1, [0, 0, 0, 1, 1, 1, 1]);
  const plan = optimalSchedule(step, { steps: 2 });
  strictEqual(plan.sizes.join(), "3,4");
  strictEqual(plan.pathError, 0);
});

Deno.test("optimalSchedule() puts the small sizes where the curve is steep", () => {
  const steepFirst = curveFromConditionalEntropies([8, 1, 0.9, 0.8, 0.7, 0.6]);
  strictEqual(optimalSchedule(steepFirst, { steps: 2 }).sizes.join(), "1,5");
});

Deno.test("optimalSchedule() refuses steps that no schedule has, saying why", () => {
  const curve = curveFromConditionalEntropies([1, 0.5, 0.25]);
  const refusals: readonly [number, string][] = [
    [0, "steps must be an integer of at least 1, got 0"],
    [-1, "steps must be an integer of at least 1, got -1"],
    [1.5, "steps must be an integer of at least 1, got 1.5"],
    [NaN, "steps must be an integer of at least 1, got NaN"],
    [Infinity, "steps must be an integer of at least 1, got Infinity"],
    [4, "steps must be at most the length 3, got 4"],
  ];
  for (const [steps, rule] of refusals) {
    throws(() => optimalSchedule(curve, { steps }), {
      name: "RangeError",
      message: `Cannot plan: ${rule}`,
    });
  }
});

/** Longer curves with plateaus, steps and ties, and smooth ones, of random lengths up to 400. */
function longCurves(): InformationCurve[] {
  const lengths = fc.sample(fc.integer({ min: 15, max: 400 }), { seed: 82, numRuns: 30 });
  return lengths.map((length, i) => {
    const rise = increments[i % increments.length]!;
    const [rises] = fc.sample(fc.array(rise, { minLength: length - 1, maxLength: length - 1 }), {
      seed: i,
      numRuns: 1,
    });
    const z = new Float64Array(length);
    for (let j = 1; j < length; j++) z[j] = z[j - 1]! + rises![j - 1]!;
    return curveFromTokenMutualInformation(z[length - 1]! + 1, z);
  });
}

Deno.test("optimalSchedule() equals the layered program for every number of steps up to 400 tokens", () => {
  let checked = 0;
  for (const curve of longCurves()) {
    const program = layeredProgram(curve, { maximumSteps: curve.length });
    const scale = curveMeasures(curve).totalCorrelation;
    for (let steps = 1; steps <= curve.length; steps++) {
      const plan = optimalSchedule(curve, { steps });
      strictEqual(plan.sizes.length, steps);
      // Both choose between sums of up to 400 rounded terms.
      assertClose(plan.pathError, pathError(curve, program.schedule(steps)), {
        absolute: 1e-15 * scale,
        relative: 1e-12,
      });
      checked++;
    }
  }
  ok(checked > 4000, `${checked} optima`);
});

Deno.test("optimalSchedule() is exact where all sums are: on a million tokens with whole informations", () => {
  // Z rises by 1 every 1,024 tokens: cuts belong on the rises, and every product is an integer.
  const length = 2 ** 20;
  const stairs = curveFromTokenMutualInformation(
    1024,
    Float64Array.from({ length }, (_, j) => Math.floor(j / 1024)),
  );
  const every = optimalSchedule(stairs, { steps: 1024 });
  strictEqual(every.pathError, 0);
  ok(every.sizes.every((size) => size === 1024));
  // With every second rise cut, each block of 2,048 tokens has 1,024 one rise up.
  strictEqual(optimalSchedule(stairs, { steps: 512 }).pathError, 512 * 1024);
  // A step fewer joins one more pair of blocks: the frontier is straight between the two.
  strictEqual(optimalSchedule(stairs, { steps: 1000 }).pathError, 24 * 1024);
});

Deno.test("optimalSchedule() of a straight curve of 65,536 tokens is the balanced one at any number of steps", () => {
  const length = 2 ** 16;
  // A power of two as the rise: sums of the curve are exact.
  const straight = curveFromTokenMutualInformation(
    1,
    Float64Array.from({ length }, (_, j) => j * 2 ** -16),
  );
  for (const steps of [1, 2, 3, 100, 255, 4096, 20_000, 40_000, 65_535, 65_536]) {
    const plan = optimalSchedule(straight, { steps });
    strictEqual(plan.sizes.length, steps);
    // A block of s tokens costs s (s - 1) / 2 rises, so sizes that differ by one at most are best.
    const size = Math.floor(length / steps);
    const larger = length % steps;
    const rises = (steps - larger) * size * (size - 1) / 2 + larger * size * (size + 1) / 2;
    assertClose(plan.pathError, rises * 2 ** -16, { relative: 1e-15 });
  }
});

Deno.test("the layered program of a curve shifted by one does not find the optimum: the check can fail", () => {
  const curve = buildSource({ kind: "potts-chain", length: 30, states: 3, coupling: 2 })
    .informationCurve();
  const z = curve.tokenMutualInformation;
  const shifted = curveFromTokenMutualInformation(
    curve.conditionalEntropies[0]!,
    Float64Array.from(z, (_, j) => z[Math.max(0, j - 1)]!),
  );
  const program = layeredProgram(shifted, { maximumSteps: 30 });
  const misled = [5, 8, 12].filter((steps) =>
    pathError(curve, program.schedule(steps)) >
      optimalSchedule(curve, { steps }).pathError * (1 + 1e-9)
  );
  strictEqual(misled.length, 3);
});
