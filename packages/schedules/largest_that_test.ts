import { ok, strictEqual } from "node:assert/strict";
import { largestThat } from "./largest_that.ts";

Deno.test("largestThat() finds every threshold in a range, and says where there is none", () => {
  for (let threshold = 3; threshold <= 40; threshold++) {
    strictEqual(largestThat((value) => value <= threshold, { least: 3, most: 40 }), threshold);
  }
  strictEqual(largestThat(() => false, { least: 3, most: 40 }), undefined);
  strictEqual(largestThat(() => true, { least: 7, most: 7 }), 7);
});

Deno.test("largestThat() bisects: a range of 2^40 takes no more than 42 calls", () => {
  let calls = 0;
  const holds = (value: number): boolean => {
    calls++;
    return value <= 12345;
  };
  strictEqual(largestThat(holds, { least: 0, most: 2 ** 40 }), 12345);
  ok(calls <= 42, `${calls}`);
});
