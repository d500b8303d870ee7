import { ok, strictEqual, throws } from "node:assert/strict";
import { curveFromTokenMutualInformation } from "@unmask/information";
import {
  arbitrarySource,
  assertClose,
  buildSource,
  compositions,
  naivePathError,
} from "@unmask/testing";
import fc from "fast-check";
import { extremeSchedules } from "./extreme_schedules.ts";

const within = (sizes: readonly number[], smallest: number, largest: number): boolean =>
  sizes.every((size) => size >= smallest && size <= largest);

Deno.test("extremeSchedules() is the best and the worst of all schedules within the limits", () => {
  const curves = fc.oneof(
    arbitrarySource().map((spec) => buildSource(spec).informationCurve()),
    fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 0, maxLength: 8 }).map((rises) => {
      const z = [0];
      for (const rise of rises) z.push(z.at(-1)! + rise);
      return curveFromTokenMutualInformation(z.at(-1)!, z);
    }),
  );
  let searched = 0;
  fc.assert(
    fc.property(curves, ({ length, ...rest }) => {
      const curve = { length, ...rest };
      for (let smallest = 1; smallest <= length; smallest++) {
        for (let largest = smallest; largest <= length; largest++) {
          const errors = [...compositions(length)]
            .filter((sizes) => within(sizes, smallest, largest))
            .map((sizes) => naivePathError(curve.conditionalEntropies, sizes));
          if (errors.length === 0) {
            throws(
              () => extremeSchedules(curve, { smallest, largest }),
              /must be able to sum to \d+, and none do/,
            );
            continue;
          }
          const { best, worst } = extremeSchedules(curve, { smallest, largest });
          // A few dozen roundings of a few nats.
          assertClose(best.pathError, Math.min(...errors), { absolute: 1e-13 });
          assertClose(worst.pathError, Math.max(...errors), { absolute: 1e-13 });
          for (const { sizes, pathError } of [best, worst]) {
            ok(within(sizes, smallest, largest));
            assertClose(pathError, naivePathError(curve.conditionalEntropies, sizes), {
              absolute: 1e-13,
            });
          }
          searched++;
        }
      }
    }),
    { seed: 51, numRuns: 100 },
  );
  ok(searched > 500);
});

Deno.test("on a code a balanced schedule may cost nothing and another a whole token", () => {
  const code = curveFromTokenMutualInformation(1, [0, 0, 1, 1]);
  const { best, worst } = extremeSchedules(code, { smallest: 1, largest: 2 });
  strictEqual(best.pathError, 0);
  strictEqual(worst.pathError, 1);
  strictEqual(worst.sizes.join(), "1,2,1");
});

Deno.test("extremeSchedules() refuses limits that are none, and more work than it can do", () => {
  const curve = curveFromTokenMutualInformation(1, [0, 0, 1, 1]);
  for (const smallest of [0, 5, 1.5, NaN, -1]) {
    throws(
      () => extremeSchedules(curve, { smallest, largest: 4 }),
      /the smallest size must be an integer from 1 to 4, got/,
    );
  }
  for (const largest of [1, 5, 2.5, NaN]) {
    throws(
      () => extremeSchedules(curve, { smallest: 2, largest }),
      /the largest size must be an integer from 2 to 4, got/,
    );
  }
  throws(() => extremeSchedules(curve, { smallest: 3, largest: 3 }), /to sum to 4, and none do/);
  const long = curveFromTokenMutualInformation(0, new Float64Array(2 ** 16));
  throws(
    () => extremeSchedules(long, { smallest: 1, largest: 2 ** 15 }),
    /length times sizes must be at most 1073741824, got 2147483648/,
  );
});
