import { deepStrictEqual, ok, strictEqual } from "node:assert/strict";
import { copies } from "@unmask/information";
import {
  dualTotalCorrelationSchedule,
  type MaskSizes,
  maskSizes,
  totalCorrelationSchedule,
} from "@unmask/schedules";
import { assertClose, compositions } from "@unmask/testing";
import type { Bound } from "./bound.ts";
import { dtcSchedule, tcSchedule } from "./known_correlation_bounds.ts";

type ZetaSchedule = (options: { length: number; zeta: number }) => MaskSizes;

const pairs: readonly [Bound, ZetaSchedule][] = [
  [tcSchedule, totalCorrelationSchedule],
  [dtcSchedule, dualTotalCorrelationSchedule],
];

/** The largest zeta up to L + 1 that builds the sizes, by trying all. */
function zetaByTrying(sizes: readonly number[], schedule: ZetaSchedule): number | undefined {
  const length = sizes.reduce((sum, size) => sum + size, 0);
  for (let zeta = length + 1; zeta >= 2; zeta--) {
    if (schedule({ length, zeta }).join() === sizes.join()) return zeta;
  }
  return undefined;
}

Deno.test("each bound applies to the schedules of some zeta alone, with the largest such zeta", () => {
  const coefficients = new Float64Array(12);
  for (const [bound, schedule] of pairs) {
    for (let length = 1; length <= 12; length++) {
      const listed = new Set([...bound.schedules!(length)].map((sizes) => sizes.join()));
      let applied = 0;
      for (const composition of compositions(length)) {
        const sizes = maskSizes(composition);
        const zeta = zetaByTrying(sizes, schedule);
        strictEqual(bound.applies(sizes), zeta !== undefined, `${bound.key} ${sizes}`);
        strictEqual(listed.has(sizes.join()), zeta !== undefined);
        if (zeta === undefined) continue;
        strictEqual(bound.coefficients!(sizes, coefficients.subarray(0, length)), zeta - 1);
        applied++;
      }
      strictEqual(applied, listed.size);
      strictEqual([...bound.schedules!(length)].length, listed.size);
    }
  }
});

Deno.test("long schedules find their zeta too", () => {
  const out = new Float64Array(10_000);
  for (const [bound, schedule] of pairs) {
    for (const zeta of [2, 3, 7, 99, 100, 101, 3333, 5000]) {
      const sizes = schedule({ length: 10_000, zeta });
      ok(bound.applies(sizes));
      // Distinct largest sets make distinct zeta below the root of the length.
      if (zeta <= 100) strictEqual(bound.coefficients!(sizes, out), zeta - 1);
      ok(bound.coefficients!(sizes, out) >= zeta - 1);
    }
    ok(!bound.applies(maskSizes(new Array<number>(5000).fill(2))));
    ok(!bound.applies(maskSizes([10_000])));
  }
});

Deno.test("the values are TC and DTC over zeta - 1", () => {
  // Eight copies of a bit: TC = 7 ln 2, DTC = ln 2. zeta = 2: floor(8 / 2), floor(4 / 2), 1, 1.
  const bits = copies({ length: 8, vocabularySize: 2 }).informationCurve();
  const [large, small] = [[4, 2, 1, 1], [1, 1, 2, 4]].map((sizes) => maskSizes(sizes)) as [
    MaskSizes,
    MaskSizes,
  ];
  deepStrictEqual([tcSchedule.applies(large), tcSchedule.applies(small)], [true, false]);
  deepStrictEqual([dtcSchedule.applies(large), dtcSchedule.applies(small)], [false, true]);
  assertClose(tcSchedule.evaluate(bits, large), 7 * Math.LN2, { relative: 1e-15 });
  assertClose(dtcSchedule.evaluate(bits, small), Math.LN2, { relative: 1e-14 });
  const ones = maskSizes(new Array<number>(8).fill(1));
  assertClose(tcSchedule.evaluate(bits, ones), 7 / 8 * Math.LN2, { relative: 1e-15 });
});
