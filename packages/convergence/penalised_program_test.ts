import { ok, strictEqual } from "node:assert/strict";
import { curveFromTokenMutualInformation } from "@unmask/information";
import { compositions } from "@unmask/testing";
import fc from "fast-check";
import { pathError } from "./path_error.ts";
import { PenalisedProgram } from "./penalised_program.ts";

/** `EKL` by its definition as an area over the curve; exact for small integers. */
function area(z: readonly number[], sizes: readonly number[]): number {
  let revealed = 0;
  let sum = 0;
  for (const size of sizes) {
    for (let j = 0; j < size; j++) sum += z[revealed + j]! - z[revealed]!;
    revealed += size;
  }
  return sum;
}

/** The program of a curve with these informations. */
function programOf(z: Float64Array): PenalisedProgram {
  return new PenalisedProgram(curveFromTokenMutualInformation(z.at(-1)! + 1, z));
}

function sizesOf(counts: Int32Array): number[] {
  return Array.from(counts, (end, t) => end - (t === 0 ? 0 : counts[t - 1]!));
}

/** Whole informations with plateaus and steps, and whole penalties: all sums are exact, ties too. */
const cases = fc.integer({ min: 1, max: 11 }).chain((length) =>
  fc.record({
    z: fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 5 })), {
      minLength: length - 1,
      maxLength: length - 1,
    }).map((rises) => {
      const z = [0];
      for (const rise of rises) z.push(z[z.length - 1]! + rise);
      return z;
    }),
    penalty: fc.integer({ min: 0, max: 9 }),
  })
);

Deno.test("PenalisedProgram has the least penalised error of all compositions, exactly", () => {
  let ties = 0;
  fc.assert(
    fc.property(cases, ({ z, penalty }) => {
      let least = Infinity;
      let attained = 0;
      for (const sizes of compositions(z.length)) {
        const value = area(z, sizes) + penalty * sizes.length;
        if (value === least) attained++;
        if (value < least) [least, attained] = [value, 1];
      }
      if (attained > 1) ties++;
      const program = programOf(Float64Array.from(z));
      const counts = program.solve(penalty);
      strictEqual(program.error(counts), area(z, sizesOf(counts)));
      strictEqual(area(z, sizesOf(counts)) + penalty * counts.length, least);
    }),
    { seed: 93, numRuns: 300 },
  );
  ok(ties >= 30, `${ties} ties`);
});

Deno.test("PenalisedProgram may be asked for one penalty after another", () => {
  const z = Float64Array.from({ length: 50 }, (_, j) => Math.sqrt(j));
  const program = programOf(z);
  const first = program.solve(3).join();
  const counts = [0, 1e-3, 0.1, 1, 10, 1e4].map((penalty) => program.solve(penalty).length);
  strictEqual(counts[0], 50);
  strictEqual(counts.at(-1), 1);
  counts.reduce((more, fewer) => {
    ok(fewer <= more, "dearer steps are not more steps");
    return fewer;
  });
  strictEqual(program.solve(3).join(), first);
});

Deno.test("PenalisedProgram prices a flat stretch at 0 exactly, however long and high", () => {
  const z = Float64Array.from({ length: 100_000 }, (_, j) => j < 1000 ? 0.1 * j : 0.1 * 999);
  const program = programOf(z);
  const flatFrom999 = Int32Array.from({ length: 1000 }, (_, t) => t === 999 ? 100_000 : t + 1);
  strictEqual(program.error(flatFrom999), 0);
});

Deno.test("the least penalised error of the curve read backwards is another: the check can fail", () => {
  const z = [0, 0, 1, 4, 9, 10];
  const backwards = z.map((_, j) => 10 - z[z.length - 1 - j]!);
  const counts = programOf(Float64Array.from(backwards)).solve(2);
  const least = [...compositions(6)]
    .map((sizes) => area(z, sizes) + 2 * sizes.length)
    .reduce((a, b) => Math.min(a, b));
  ok(area(z, sizesOf(counts)) + 2 * counts.length > least);
});

Deno.test("PenalisedProgram prices long schedules as a compensated sum does", () => {
  // Moments reach 10^10 times the rise of a block, which is left after they are subtracted.
  const z = Float64Array.from({ length: 2 ** 18 }, (_, j) => Math.log1p(j));
  const curve = curveFromTokenMutualInformation(z.at(-1)! + 1, z);
  const counts = programOf(z).solve(1e-4);
  const sizes = sizesOf(counts);
  ok(sizes.length > 2 ** 14);
  const expected = pathError(curve, sizes);
  // L times the last bit of the rise of each block; without the low parts of the moments 1e-9.
  ok(Math.abs(programOf(z).error(counts) - expected) <= 1e-12 * expected);
});
