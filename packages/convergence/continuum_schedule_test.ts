import { deepStrictEqual, ok, strictEqual, throws } from "node:assert/strict";
import {
  curveFromConditionalEntropies,
  curveFromTokenMutualInformation,
  type InformationCurve,
} from "@unmask/information";
import { revealedCounts, sizesFromRevealedFraction } from "@unmask/schedules";
import { arbitraryCurveCase, assertClose } from "@unmask/testing";
import fc from "fast-check";
import { continuumError, continuumSchedule } from "./continuum_schedule.ts";
import { optimalSchedule } from "./optimal_schedule.ts";
import { pathError } from "./path_error.ts";

/** `Z_j = c z((j - 1) / (L - 1))`. */
function smoothCurve(length: number, z: (v: number) => number): InformationCurve {
  const values = Float64Array.from({ length }, (_, j) => z(j / Math.max(1, length - 1)));
  return curveFromTokenMutualInformation(8, values);
}

/** The revealed share for `Z = v^p` where `Z'` to an exponent, 1/2 in the continuum, grows linearly. */
function slopePower(power: number, exponent: number): (u: number) => number {
  // Z = v^p, Z'^e is a power p e - e of v: its integral grows as v^(e (p - 1) + 1).
  return (u) => u ** (1 / (exponent * (power - 1) + 1));
}

Deno.test("continuumSchedule() is that of a hand", () => {
  // Z = 0, 1, 1, 5: roots 1, 0, 2 and the last repeated; sums 0, 1, 1, 3, 5.
  const curve = curveFromConditionalEntropies([5, 4, 4, 0]);
  // 5/2 is reached at 2 + 3/4.
  deepStrictEqual([...continuumSchedule(curve, { steps: 2 }).sizes], [3, 1]);
  // 5/3 at 2.33, 10/3 at 3.17.
  deepStrictEqual([...continuumSchedule(curve, { steps: 3 }).sizes], [2, 1, 1]);
  strictEqual(continuumError(curve, { steps: 2 }), 25 / 4);
});

Deno.test("continuumSchedule() is balanced on a straight curve and on a flat one", () => {
  for (const slope of [1 / 64, 0]) {
    for (let length = 1; length <= 40; length++) {
      const curve = smoothCurve(length, (v) => slope * v);
      for (let steps = 1; steps <= length; steps++) {
        const { sizes } = continuumSchedule(curve, { steps });
        ok(Math.max(...sizes) - Math.min(...sizes) <= 1, `${length} ${steps}: ${sizes}`);
      }
    }
  }
});

Deno.test("continuumSchedule() of Z = c v^p reveals u^(2 / (p + 1))", () => {
  const [length, steps] = [2 ** 16, 16];
  for (const power of [0.5, 1, 2, 3, 5]) {
    const counts = revealedCounts(
      continuumSchedule(smoothCurve(length, (v) => 3 * v ** power), { steps }).sizes,
    );
    let [offHalf, offOne] = [0, 0];
    counts.forEach((revealed, t) => {
      const share = revealed / length;
      offHalf = Math.max(offHalf, Math.abs(share - slopePower(power, 1 / 2)(t / steps)));
      offOne = Math.max(offOne, Math.abs(share - slopePower(power, 1)(t / steps)));
    });
    // The first increment's share of the integral is L^(-(p+1)/2), 2.4e-4 for p = 1/2.
    ok(offHalf < 5e-4, `off by ${offHalf} for power ${power}`);
    // Equal information in every step is another schedule.
    ok(power === 1 || offOne > 0.02, `equal information is off by ${offOne} only`);
  }
});

Deno.test("continuumSchedule() isolates the one step of a code", () => {
  for (let k = 1; k < 12; k++) {
    const curve = smoothCurve(12, (v) => v * 11 >= k - 1e-9 ? 1 : 0);
    strictEqual(continuumSchedule(curve, { steps: 2 }).sizes[0], k);
    strictEqual(continuumSchedule(curve, { steps: 2 }).pathError, 0);
  }
});

Deno.test("continuumSchedule() never beats the optimum, on any curve", () => {
  fc.assert(
    fc.property(arbitraryCurveCase({ most: 24 }), ({ tokenMutualInformation, sizes }) => {
      const curve = curveFromTokenMutualInformation(6, tokenMutualInformation);
      const steps = sizes.length;
      const mine = continuumSchedule(curve, { steps });
      strictEqual(mine.sizes.length, steps);
      strictEqual(mine.pathError, pathError(curve, mine.sizes));
      // Sums of at most 24 terms of at most 6 nats.
      ok(mine.pathError >= optimalSchedule(curve, { steps }).pathError - 1e-13);
    }),
    { seed: 41, numRuns: 300 },
  );
});

const smooth: readonly [name: string, z: (v: number) => number][] = [
  ["a square", (v) => v ** 2],
  ["saturation", (v) => 1 - Math.exp(-5 * v)],
  ["an S", (v) => v ** 2 / (v ** 2 + (1 - v) ** 2)],
];

for (const [name, z] of smooth) {
  Deno.test(`the continuum's error over the optimum tends to 1 on ${name}`, () => {
    const curve = smoothCurve(4096, z);
    const ratios = [4, 16, 64].map((steps) => {
      const optimum = optimalSchedule(curve, { steps }).pathError;
      return {
        schedule: continuumSchedule(curve, { steps }).pathError / optimum,
        formula: continuumError(curve, { steps }) / optimum,
        equalInformation: pathError(
          curve,
          sizesFromRevealedFraction((u) => inverseOf(z, u * z(1)), { length: 4096, steps }),
        ) / optimum,
      };
    });
    const last = ratios.at(-1)!;
    ok(ratios.every((ratio, i) => i === 0 || ratio.schedule < ratios[i - 1]!.schedule));
    ok(last.schedule < 1.005, `${last.schedule}`);
    // The formula leaves out terms of relative size 1/T and T/L, 1/64 each.
    ok(Math.abs(last.formula - 1) < 0.05, `${last.formula}`);
    // Steps of equal information are not even close.
    ok(last.equalInformation > 1.05, `${last.equalInformation}`);
  });
}

/** Where an increasing function on [0, 1] takes a value, by bisection. */
function inverseOf(z: (v: number) => number, value: number): number {
  let [low, high] = [0, 1];
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (z(middle) < value) low = middle;
    else high = middle;
  }
  return high;
}

Deno.test("continuumError() of a straight curve is L^2 d / 2T, the optimum that less L d / 2", () => {
  const [length, steps] = [64, 8];
  const curve = smoothCurve(length, (v) => v);
  const increment = 1 / (length - 1);
  assertClose(continuumError(curve, { steps }), length ** 2 * increment / (2 * steps), {
    relative: 1e-14,
  });
  assertClose(
    continuumError(curve, { steps }) - length * increment / 2,
    optimalSchedule(curve, { steps }).pathError,
    { relative: 1e-13 },
  );
});

Deno.test("continuumError() is 0 where nothing depends on anything", () => {
  strictEqual(continuumError(curveFromConditionalEntropies([2, 2, 2]), { steps: 2 }), 0);
});

Deno.test("the continuum refuses steps that no schedule has", () => {
  const curve = curveFromConditionalEntropies([2, 1, 1]);
  for (const steps of [0, 4, 1.5, NaN, Infinity]) {
    throws(() => continuumSchedule(curve, { steps }), /Cannot schedule .* steps/);
    throws(() => continuumError(curve, { steps }), /steps must be an integer from 1 to 3, got/);
  }
});
