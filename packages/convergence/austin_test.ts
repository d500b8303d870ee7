import { deepStrictEqual, strictEqual } from "node:assert/strict";
import { copies } from "@unmask/information";
import { maskSizes } from "@unmask/schedules";
import { assertClose } from "@unmask/testing";
import { austin } from "./austin.ts";

Deno.test("austin is about single tokens and then one shot, whatever their number", () => {
  const listed = [...austin.schedules!(4)].map((sizes) => sizes.join());
  deepStrictEqual(listed, ["4", "1,3", "1,1,2", "1,1,1,1"]);
  deepStrictEqual([...austin.schedules!(1)].map((sizes) => sizes.join()), ["1"]);
  for (const sizes of listed) {
    strictEqual(austin.applies(maskSizes(sizes.split(",").map(Number))), true);
  }
  for (const sizes of [[3, 1], [2, 2], [2, 1, 1], [1, 2, 1]]) {
    strictEqual(austin.applies(maskSizes(sizes)), false);
  }
});

Deno.test("austin's value is ((L - k + 1) / k) DTC", () => {
  // Eight copies of a bit: DTC = ln 2. k = 3: singles, singles, and 6 at once.
  const bits = copies({ length: 8, vocabularySize: 2 }).informationCurve();
  assertClose(austin.evaluate(bits, maskSizes([1, 1, 6])), 6 / 3 * Math.LN2, { relative: 1e-14 });
  assertClose(austin.evaluate(bits, maskSizes([8])), 8 * Math.LN2, { relative: 1e-14 });
  const one = copies({ length: 1, vocabularySize: 2 }).informationCurve();
  strictEqual(austin.evaluate(one, maskSizes([1])), 0);
});
