import { deepStrictEqual, ok, strictEqual, throws } from "node:assert/strict";
import fc from "fast-check";
import { beta } from "./beta.ts";
import { scheduleFamilies, scheduleFamily } from "./families.ts";

Deno.test("scheduleFamilies are these, in this order", () => {
  deepStrictEqual(
    scheduleFamilies.map((family) => family.name),
    [
      "uniform",
      "linear",
      "cosine",
      "arccos",
      "square",
      "cubic",
      "sqrt",
      "log",
      "exponential",
      "geometric",
      "dilated",
      "unbalanced",
      "front-loaded",
    ],
  );
});

for (const family of [...scheduleFamilies, beta({ a: 2, b: 3 }), beta({ a: 0.3, b: 0.1 })]) {
  Deno.test(`${family.name} has exactly as many sizes as steps, all of at least 1, for every length to 40`, () => {
    for (let length = 1; length <= 40; length++) {
      for (let steps = 1; steps <= length; steps++) {
        const sizes = family.sizes({ length, steps });
        strictEqual(sizes.length, steps);
        ok(sizes.every((size) => Number.isInteger(size) && size >= 1));
        strictEqual(sizes.reduce((sum, size) => sum + size), length);
      }
    }
  });

  Deno.test(`${family.name} sums to the length in every number of steps, to a million tokens`, () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000 }).chain((length) =>
          fc.tuple(fc.constant(length), fc.integer({ min: 1, max: Math.min(length, 300) }))
        ),
        ([length, steps]) => {
          const sizes = family.sizes({ length, steps });
          return sizes.length === steps && sizes.every((size) => size >= 1) &&
            sizes.reduce((sum, size) => sum + size) === length;
        },
      ),
      { seed: 31, numRuns: 50 },
    );
  });

  Deno.test(`${family.name} says its formula and what it does`, () => {
    ok(/^(N_t|sizes) = /.test(family.formula));
    ok(family.description.endsWith("."));
  });
}

Deno.test("scheduleFamily() finds each family by its name", () => {
  for (const family of scheduleFamilies) strictEqual(scheduleFamily(family.name), family);
});

Deno.test("scheduleFamily() refuses an unknown name and lists the known ones", () => {
  for (const name of ["Uniform", "frontLoaded", "", "constructor"]) {
    throws(() => scheduleFamily(name), {
      name: "RangeError",
      message:
        `Cannot find a schedule: name must be one of uniform, linear, cosine, arccos, square, cubic, sqrt, log, exponential, geometric, dilated, unbalanced, front-loaded, got ${name}`,
    });
  }
});
