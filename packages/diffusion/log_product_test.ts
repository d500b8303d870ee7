import { strictEqual } from "node:assert/strict";
import { assertClose } from "@unmask/testing";
import { LogProduct } from "./log_product.ts";

Deno.test("LogProduct is the sum of logarithms where the product leaves the range of doubles", () => {
  const product = new LogProduct();
  let sum = 0;
  for (let i = 1; i <= 2000; i++) {
    const factor = i % 50 === 0 ? 1e-300 : 1 / (1 + i % 7);
    product.times(factor);
    sum += Math.log(factor);
  }
  // 2000 roundings of the product against those of a sum of about 30,000.
  assertClose(product.value, sum, { relative: 1e-13 });
});

Deno.test("LogProduct of nothing is 0, and -Infinity once a factor is 0", () => {
  strictEqual(new LogProduct().value, 0);
  const product = new LogProduct();
  for (const factor of [0.5, 0, 0.5]) product.times(factor);
  strictEqual(product.value, -Infinity);
});
