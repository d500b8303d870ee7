import { ok, strictEqual } from "node:assert/strict";
import { geometricGridSchedule, geometricGridSpan, maskSizes } from "@unmask/schedules";
import {
  arbitrarySource,
  assertClose,
  buildSource,
  compositions,
  naivePathError,
} from "@unmask/testing";
import fc from "fast-check";
import { stepCurve } from "./step_curve.ts";
import { wainwrightGeometric } from "./wainwright_geometric.ts";

/** `sum_{j=2}^{L-2} (j/L)(1 - j/L)(h_j - h_{j-1})`, `h_j = L Z_{j+1}`, on the step k: j = k only. */
const functionalOnStep = (length: number, k: number): number =>
  k >= 2 && k <= length - 2 ? k / length * (1 - k / length) * length : 0;

Deno.test("it applies to the grids of whole resolutions alone, with the largest of them", () => {
  for (let length = 1; length <= 12; length++) {
    // The largest whole resolution of each schedule that is not all ones, by trying all.
    const largest = new Map<string, number>();
    if (length >= 3) {
      const least = Math.max(1, Math.ceil(geometricGridSpan(length)));
      for (let resolution = least; resolution <= 500; resolution++) {
        largest.set(geometricGridSchedule({ length, resolution }).join(), resolution);
      }
    }
    let applied = 0;
    for (const composition of compositions(length)) {
      const sizes = maskSizes(composition);
      const resolution = largest.get(sizes.join());
      strictEqual(wainwrightGeometric.applies(sizes), resolution !== undefined, `${sizes}`);
      if (resolution === undefined) continue;
      applied++;
      for (let k = 1; k < length; k++) {
        const value = wainwrightGeometric.evaluate(stepCurve({ length, dimension: k }), sizes);
        const expected = sizes.length === length
          ? 0 // all ones come from every large resolution
          : 2 * geometricGridSpan(length) / resolution * functionalOnStep(length, k);
        assertClose(value, expected, { relative: 1e-14 });
      }
    }
    strictEqual(applied, largest.size);
  }
});

Deno.test("long grids are known again", () => {
  for (const length of [1000, 4097]) {
    for (const resolution of [16, 17, 30, 100, 999, 3000, 20_000]) {
      const sizes = geometricGridSchedule({ length, resolution });
      ok(wainwrightGeometric.applies(sizes), `${length} ${resolution}`);
    }
  }
  ok(!wainwrightGeometric.applies(maskSizes([1, 998, 1])));
  ok(!wainwrightGeometric.applies(maskSizes(new Array<number>(500).fill(2))));
});

Deno.test("it holds on every small law and every step curve", () => {
  let checked = 0;
  const check = (
    curve: ReturnType<typeof stepCurve>,
    resolution: number,
  ): void => {
    const sizes = geometricGridSchedule({ length: curve.length, resolution });
    const error = naivePathError(curve.conditionalEntropies, sizes);
    ok(error <= wainwrightGeometric.evaluate(curve, sizes) + 1e-13);
    checked++;
  };
  fc.assert(
    fc.property(arbitrarySource(), fc.integer({ min: 0, max: 5 }), (spec, excess) => {
      const curve = buildSource(spec).informationCurve();
      if (curve.length < 3) return;
      check(curve, Math.max(1, Math.ceil(geometricGridSpan(curve.length))) + excess);
    }),
    { seed: 71, numRuns: 200 },
  );
  for (const length of [3, 4, 5, 10, 33, 64]) {
    const least = Math.max(1, Math.ceil(geometricGridSpan(length)));
    for (let resolution = least; resolution <= least + 40; resolution++) {
      for (let k = 1; k < length; k++) check(stepCurve({ length, dimension: k }), resolution);
    }
  }
  ok(checked > 4000);
});
