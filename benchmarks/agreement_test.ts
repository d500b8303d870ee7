import assert from "node:assert/strict";
import { assertAgreement } from "./agreement.ts";

const names = { answer: "a", judge: "b" };
const within = { relative: 0.1, absolute: 1, because: "round numbers" };

Deno.test("the share of the tolerance that is used is that of the worst figure", () => {
  assert.equal(assertAgreement([11, -99], [10, -100], { tolerance: within, ...names }), 0.5);
  const exact = { because: "integers" };
  assert.equal(assertAgreement([3, 0], [3, 0], { tolerance: exact, ...names }), 0);
});

Deno.test("figures too far off, missing, surplus or not numbers are refused", () => {
  const wrong = [[12.1, -100], [10], [10, -100, 0], [10, NaN], [Infinity, -100]];
  for (const figures of wrong) {
    assert.throws(
      () => assertAgreement(figures, [10, -100], { tolerance: within, ...names }),
      RangeError,
    );
  }
});
