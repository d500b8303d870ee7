import { ok, strictEqual } from "node:assert/strict";
import { pathError } from "@unmask/convergence";
import { curveFromTokenMutualInformation } from "@unmask/information";
import { type Comparison, comparisonWith, gainText } from "./comparison.ts";

function rows(errors: Readonly<Record<string, number>>): Comparison[] {
  return Object.entries(errors).map(([schedule, pathError]) => ({
    schedule,
    sizes: [2],
    pathError,
  }));
}

Deno.test("gainText() measures the plan by uniform sizes and by the best of the families", () => {
  const all = rows({ uniform: 4, cosine: 2.5, square: 3 });
  strictEqual(
    gainText(2, all),
    "The plan saves 50.0% of the error of uniform sizes, and 20.0% of the best family's (cosine).",
  );
  strictEqual(
    gainText(2.4999, all),
    "The plan saves 37.5% of the error of uniform sizes; cosine sizes are within 0.1% of the least error.",
  );
});

Deno.test("gainText() says where uniform sizes are the best family, or the optimum", () => {
  strictEqual(
    gainText(3, rows({ uniform: 4, cosine: 5, linear: 4 })),
    "The plan saves 25.0% of the error of uniform sizes, the best of the families.",
  );
  ok(gainText(3.9999, rows({ uniform: 4, cosine: 5 })).includes("within 0.1%"));
  ok(gainText(0, rows({ uniform: 0, cosine: 5 })).startsWith("Nothing to gain"));
});

Deno.test("gainText() does not count a schedule made for the curve, or by a theorem, as a family", () => {
  strictEqual(
    gainText(
      2,
      rows({ uniform: 4, cosine: 2.5, continuum: 2, tc: 2, dtc: 2, "geometric-grid": 2 }),
    ),
    "The plan saves 50.0% of the error of uniform sizes, and 20.0% of the best family's (cosine).",
  );
});

Deno.test("gainText() names a family without error", () => {
  strictEqual(
    gainText(0, rows({ uniform: 4, cosine: 0 })),
    "The plan saves 100.0% of the error of uniform sizes; cosine sizes make no error either.",
  );
});

Deno.test("comparisonWith() gives schedules of the curve's length, in at most the steps, priced", () => {
  const curve = curveFromTokenMutualInformation(
    1,
    Float64Array.from({ length: 50 }, (_, j) => (j / 49) ** 2),
  );
  for (const steps of [1, 2, 7, 20, 49, 50]) {
    for (const row of comparisonWith(curve, { steps })) {
      strictEqual(row.sizes.reduce((sum, size) => sum + size), 50);
      strictEqual(row.pathError, pathError(curve, row.sizes));
      strictEqual(row.steps ?? steps, row.sizes.length);
      ok(row.steps === undefined || row.steps < steps);
    }
  }
});
