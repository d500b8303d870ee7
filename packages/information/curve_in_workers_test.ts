import { deepStrictEqual, rejects } from "node:assert/strict";
import { assertClose } from "@unmask/testing";
import { curveInWorkers } from "./curve_in_workers.ts";
import { JointTable } from "./joint_table.ts";

Deno.test("curveInWorkers() has the bytes of informationCurve() where workers start, and the curve of the law", async () => {
  // 4^13 = 2^26 cells, the fewest that are worth it. Thirteen tokens that are 0, 1 or 2 by weight.
  const tokenLaw = [0.5, 0.3, 0.2];
  const masses = Float64Array.from({ length: 3 ** 13 }, (_, cell) => {
    let mass = 1;
    for (let left = cell, token = 0; token < 13; token++, left = Math.floor(left / 3)) {
      mass *= tokenLaw[left % 3]!;
    }
    return mass;
  });
  const law = JointTable.fromProbabilities(masses, { length: 13, vocabularySize: 3 });
  const curve = await curveInWorkers(law, { workers: 2 });
  deepStrictEqual(curve, law.informationCurve());
  const exact = -tokenLaw.reduce((sum, mass) => sum + mass * Math.log(mass), 0);
  for (const value of curve.conditionalEntropies) {
    assertClose(value, exact, { absolute: curve.resolution });
  }
});

Deno.test("curveInWorkers() of a small law, or with one worker, is informationCurve()", async () => {
  const law = JointTable.fromWeights([3, 1, 1, 2], { length: 2, vocabularySize: 2 });
  for (const workers of [1, 8]) {
    deepStrictEqual(await curveInWorkers(law, { workers }), law.informationCurve());
  }
});

Deno.test("curveInWorkers() refuses a number of workers that is none", async () => {
  const law = JointTable.fromWeights([3, 1, 1, 2], { length: 2, vocabularySize: 2 });
  for (const workers of [0, 1.5, NaN, 257]) {
    await rejects(curveInWorkers(law, { workers }), {
      name: "RangeError",
      message:
        `Cannot start workers: their number must be an integer from 1 to 256, got ${workers}`,
    });
  }
});
