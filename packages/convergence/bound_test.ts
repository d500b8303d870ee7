import { strictEqual } from "node:assert/strict";
import { BOUND_SLACK, respects } from "./bound.ts";

Deno.test("respects() compares by kind, ties included", () => {
  strictEqual(respects(1, { value: 2, kind: "upper" }), true);
  strictEqual(respects(2, { value: 2, kind: "upper" }), true);
  strictEqual(respects(3, { value: 2, kind: "upper" }), false);
  strictEqual(respects(1, { value: 2, kind: "lower" }), false);
  strictEqual(respects(2, { value: 2, kind: "lower" }), true);
  strictEqual(respects(3, { value: 2, kind: "lower" }), true);
});

Deno.test("respects() forgives rounding, on any scale, and no more", () => {
  for (const scale of [1e-200, 1e-12, 1, 1e9]) {
    const within = scale * (1 + 0.9 * BOUND_SLACK);
    const beyond = scale * (1 + 1.2 * BOUND_SLACK);
    strictEqual(respects(within, { value: scale, kind: "upper" }), true);
    strictEqual(respects(beyond, { value: scale, kind: "upper" }), false);
    strictEqual(respects(scale, { value: within, kind: "lower" }), true);
    strictEqual(respects(scale, { value: beyond, kind: "lower" }), false);
  }
  strictEqual(respects(1e-300, { value: 0, kind: "upper" }), false);
  strictEqual(respects(0, { value: 0, kind: "upper" }), true);
});

Deno.test("respects() is false of NaN, on either side", () => {
  for (const kind of ["upper", "lower"] as const) {
    strictEqual(respects(NaN, { value: 1, kind }), false);
    strictEqual(respects(1, { value: NaN, kind }), false);
  }
});
