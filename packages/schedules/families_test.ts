import { deepStrictEqual, ok, strictEqual, throws } from "node:assert/strict";
import { scheduleFamilies, scheduleFamily } from "./families.ts";

Deno.test("scheduleFamilies are these, in this order", () => {
  deepStrictEqual(
    scheduleFamilies.map((family) => family.name),
    ["uniform", "linear", "cosine", "geometric", "unbalanced", "front-loaded"],
  );
});

for (const family of scheduleFamilies) {
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
        `Cannot find a schedule: name must be one of uniform, linear, cosine, geometric, unbalanced, front-loaded, got ${name}`,
    });
  }
});
