import { deepStrictEqual, ok, strictEqual, throws } from "node:assert/strict";
import {
  type BlockCurveSource,
  curveFromTokenMutualInformation,
  curveMeasures,
  type InformationCurve,
  type Source,
} from "@unmask/information";
import {
  arbitraryCurve,
  assertClose,
  buildSource,
  compositions,
  type SourceSpec,
} from "@unmask/testing";
import fc from "fast-check";
import { blockPathError } from "./block_path_error.ts";
import { fewestBlockSteps, optimalBlockSchedule } from "./block_plan.ts";
import { frontier } from "./frontier.ts";
import { optimalSchedule } from "./optimal_schedule.ts";

function curveOf(z: readonly number[]): InformationCurve {
  return curveFromTokenMutualInformation(z.at(-1)! + 0.5, z);
}

function chain(
  options: { length: number; states: number; coupling: number },
): BlockCurveSource & Source {
  const spec: SourceSpec = { kind: "potts-chain", ...options };
  return buildSource(spec) as BlockCurveSource & Source;
}

/** `sum_t sum_j (Z_{N_t + j} - Z_{N_t + 1})`, apart from the code under test. */
function errorOf(z: readonly number[], sizes: readonly number[]): number {
  let revealed = 0;
  let sum = 0;
  for (const size of sizes) {
    for (let j = 0; j < size; j++) sum += z[revealed + j]! - z[revealed]!;
    revealed += size;
  }
  return sum;
}

/** Least error for each number of steps, over all compositions of every block: no convexity used. */
function bruteForce(blocks: readonly (readonly number[])[]): number[] {
  let least = [0];
  for (const z of blocks) {
    const next: number[] = [];
    for (const sizes of compositions(z.length)) {
      const error = errorOf(z, sizes);
      least.forEach((before, steps) => {
        const at = steps + sizes.length;
        next[at] = Math.min(next[at] ?? Infinity, before + error);
      });
    }
    least = Array.from(next, (value) => value ?? Infinity);
  }
  return least;
}

/** Blocks of up to five tokens, some of them alike: plateaus, steps and smooth curves. */
const blocks = fc.array(fc.integer({ min: 1, max: 5 }).chain(arbitraryCurve), {
  minLength: 1,
  maxLength: 3,
}).chain((distinct) =>
  fc.array(fc.nat({ max: distinct.length - 1 }), { minLength: 1, maxLength: 4 })
    .map((which) => ({ distinct, which }))
);

Deno.test("optimalBlockSchedule() is the best of all splits and all compositions of every block", () => {
  let checked = 0;
  for (const { distinct, which } of fc.sample(blocks, { seed: 91, numRuns: 150 })) {
    const curves = distinct.map(curveOf);
    const chosen = which.map((i) => curves[i]!);
    bruteForce(which.map((i) => distinct[i]!)).forEach((least, steps) => {
      if (least === Infinity) return;
      const plan = optimalBlockSchedule(chosen, { steps });
      strictEqual(plan.sizes.length, steps);
      strictEqual(blockPathError(chosen, plan.sizes).pathError, plan.pathError);
      deepStrictEqual(
        plan.blocks.map(({ sizes }) => sizes.reduce((sum, size) => sum + size, 0)),
        chosen.map(({ length }) => length),
      );
      // Sums of at most 20 terms of at most 6 nats; ties are broken by rounding.
      assertClose(plan.pathError, least, { absolute: 1e-12 });
      checked++;
    });
  }
  ok(checked > 700, `${checked} optima`);
});

Deno.test("the same number of steps for every block is not the best split where blocks differ", () => {
  const [flat, steep] = [curveOf([0, 0, 0, 0]), curveOf([0, 1, 2, 3])];
  const plan = optimalBlockSchedule([flat, steep], { steps: 4 });
  deepStrictEqual(plan.blocks.map(({ sizes }) => sizes.length), [1, 3]);
  strictEqual(plan.pathError, 1);
  // Two steps each: 2,2 of the steep block costs 1 + 1.
  strictEqual(blockPathError([flat, steep], [2, 2, 2, 2]).pathError, 2);
});

Deno.test("as many steps as tokens make no error, one a block the sum of the total correlations", () => {
  const curves = chain({ length: 24, states: 3, coupling: 2 }).blockCurves([8, 8, 8]);
  strictEqual(optimalBlockSchedule(curves, { steps: 24 }).pathError, 0);
  const once = optimalBlockSchedule(curves, { steps: 3 });
  deepStrictEqual([...once.sizes], [8, 8, 8]);
  const sum = curves.reduce((total, curve) => total + curveMeasures(curve).totalCorrelation, 0);
  assertClose(once.pathError, sum, { relative: 1e-14 });
});

Deno.test("steps beyond what blocks alike can share evenly go to the earlier ones", () => {
  const curve = curveOf([0, 1, 2, 3]);
  const plan = optimalBlockSchedule([curve, curve, curve], { steps: 5 });
  deepStrictEqual(plan.blocks.map(({ sizes }) => sizes.length), [2, 2, 1]);
});

Deno.test("one block is planned as a sequence without blocks", () => {
  const curve = chain({ length: 20, states: 3, coupling: 2 }).informationCurve();
  const plan = optimalBlockSchedule([curve], { steps: 6 });
  strictEqual(plan.pathError, optimalSchedule(curve, { steps: 6 }).pathError);
  strictEqual(
    fewestBlockSteps([curve], { error: 1 }).sizes.length,
    frontier(curve).findIndex(({ pathError }) => pathError <= 1) + 1,
  );
});

Deno.test("fewestBlockSteps() is within the budget, and one step fewer is not, for every budget", () => {
  const law = chain({ length: 22, states: 4, coupling: 1.5 });
  const curves = law.blockCurves([6, 6, 6, 4]);
  const most = optimalBlockSchedule(curves, { steps: 4 }).pathError;
  for (let share = 0; share <= 105; share += 5) {
    const error = most * share / 100;
    const plan = fewestBlockSteps(curves, { error });
    // The allowance for the rounding of a curve.
    ok(plan.pathError <= error + 1e-12);
    if (plan.sizes.length === 4) continue;
    ok(optimalBlockSchedule(curves, { steps: plan.sizes.length - 1 }).pathError > error);
  }
  strictEqual(fewestBlockSteps(curves, { error: 0 }).sizes.length, 22);
  strictEqual(fewestBlockSteps(curves, { error: Infinity }).sizes.length, 4);
});

Deno.test("steps and budgets that blocks cannot have are refused", () => {
  const curves = [curveOf([0, 1]), curveOf([0, 1])];
  throws(() => optimalBlockSchedule(curves, { steps: 1 }), {
    name: "RangeError",
    message:
      "Cannot plan blocks: steps must be an integer of at least one for each of 2 blocks, got 1",
  });
  throws(() => optimalBlockSchedule(curves, { steps: 5 }), /at most the length 4, got 5/);
  throws(() => optimalBlockSchedule(curves, { steps: NaN }), /got NaN/);
  for (const error of [-1, NaN]) {
    throws(() => fewestBlockSteps(curves, { error }), {
      name: "RangeError",
      message: `Cannot plan: the error must be at least 0 nats, got ${error}`,
    });
  }
});

Deno.test("optimalBlockSchedule() of long blocks has no error to save by moving a step between them", () => {
  const curves = [2, 4, 2].map((coupling, b) =>
    chain({ length: [6000, 9000, 5000][b]!, states: 4, coupling }).informationCurve()
  );
  const { blocks, sizes, pathError } = optimalBlockSchedule(curves, { steps: 700 });
  strictEqual(sizes.length, 700);
  const errorIn = (b: number, change: number): number =>
    optimalSchedule(curves[b]!, { steps: blocks[b]!.sizes.length + change }).pathError;
  for (const b of [0, 1, 2]) {
    assertClose(errorIn(b, 0), blocks[b]!.pathError, { relative: 1e-13 });
    for (const other of [0, 1, 2]) {
      if (other === b) continue;
      const saved = errorIn(b, 0) - errorIn(b, 1);
      const lost = errorIn(other, -1) - errorIn(other, 0);
      ok(saved <= lost + 1e-12 * pathError, `a step from block ${other} to block ${b}`);
    }
  }
});
