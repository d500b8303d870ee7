import { deepStrictEqual, strictEqual } from "node:assert/strict";
import { copies } from "@unmask/information";
import { maskSizes } from "@unmask/schedules";
import { assertClose } from "@unmask/testing";
import { averageSize } from "./average_size.ts";

Deno.test("averageSize is about one constant size: the divisors of the length", () => {
  deepStrictEqual(
    [...averageSize.schedules!(6)].map((sizes) => sizes.join()),
    ["6", "3,3", "2,2,2", "1,1,1,1,1,1"],
  );
  for (const sizes of [[2, 1], [2, 2, 1], [1, 2]]) {
    strictEqual(averageSize.applies(maskSizes(sizes)), false);
  }
  strictEqual(averageSize.applies(maskSizes([1])), true);
});

Deno.test("averageSize's value is (s - 1) Z_L, at any length", () => {
  for (const length of [2, 8, 80]) {
    const trits = copies({ length, vocabularySize: 3 }).informationCurve();
    const pairs = maskSizes(new Array<number>(length / 2).fill(2));
    assertClose(averageSize.evaluate(trits, pairs), Math.log(3), { relative: 1e-15 });
    assertClose(averageSize.evaluate(trits, maskSizes([length])), (length - 1) * Math.log(3), {
      relative: 1e-15,
    });
  }
});
