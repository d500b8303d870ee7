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
  for (const length of [1, 2, 3, 5, 8, 11]) {
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
      for (const sample of fc.sample(rises, { seed: 81, numRuns: 8 })) yield curveOf(sample);
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
      // Costs of the program are up to L Z_L; a tie may be broken by their rounding.
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

Deno.test("optimalSchedule() refuses a cost above its limit before it takes the memory", () => {
  const curve = curveFromTokenMutualInformation(1, new Float64Array(2 ** 18));
  throws(() => optimalSchedule(curve, { steps: 200 }), {
    name: "RangeError",
    message: "Cannot plan exactly: length times steps must be at most 33554432, got 262144 x 200",
  });
});
