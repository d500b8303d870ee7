import assert from "node:assert/strict";
import { drawNormals, streamFamily } from "@unmask/random";
import { compareTimes } from "./compare_times.ts";

const before = [100, 101, 99, 102, 100];
const times = (factor: number): number[] => before.map((time) => factor * time);

Deno.test("compareTimes() calls 20% more slower and 20% less faster, and says by how much", () => {
  const slower = compareTimes(before, times(1.2));
  assert.equal(slower.change, "slower");
  assert.ok(Math.abs(slower.ratio - 1.2) < 1e-12);
  // All pairs of times differ by 20% give or take 3%, and the floor of the noise is 5%.
  assert.ok(slower.interval[0] > 1.16 && slower.interval[1] < 1.24);
  assert.ok(Math.abs(slower.noise - 0.05) < 1e-12);
  assert.ok(Math.abs(slower.p - 2 / 252) < 1e-12);
  assert.equal(compareTimes(times(1.2), before).change, "faster");
});

Deno.test("compareTimes() sees no change in the same times, in 4% or behind a larger spread", () => {
  assert.equal(compareTimes(before, before).change, null);
  assert.equal(compareTimes(before, times(1.04)).change, null);
  const uneasy = [100, 101, 99, 170, 100];
  assert.equal(compareTimes(uneasy, times(1.2)).change, null);
  assert.equal(compareTimes(before, uneasy).change, null);
});

Deno.test("compareTimes() tells that fewer than five and five can show no change", () => {
  for (const [few, canShow] of [[1, false], [4, false], [5, true]] as const) {
    const { change, ...said } = compareTimes(before.slice(0, few), times(9).slice(0, few));
    assert.equal(said.canShow, canShow);
    assert.equal(change, canShow ? "slower" : null);
  }
  // One against many: 2/20 is the least.
  assert.equal(compareTimes([1], new Array(19).fill(9)).canShow, false);
  assert.equal(compareTimes([1, 1], new Array(19).fill(9)).canShow, true);
});

Deno.test("compareTimes() calls two samples of one law a change in 1 of 250 cases", () => {
  // A process's own factor of 10%, which is worse than machines are, and five times from each side.
  const stream = streamFamily({ seed: 20261124, cell: "same law", purpose: "times" }).at(0);
  const cases = 2000;
  let changes = 0;
  for (let i = 0; i < cases; i++) {
    const draws = Array.from(drawNormals(10, stream), (z) => Math.exp(0.1 * z));
    if (compareTimes(draws.slice(0, 5), draws.slice(5)).change !== null) changes++;
  }
  // Four standard errors or more with eight degrees of freedom: 0.4%, 8 of them; at three standard
  // deviations 17.
  assert.ok(changes <= 17, `${changes}`);
});

Deno.test("compareTimes() refuses empty sides and times that are not positive", () => {
  for (const bad of [[], [0], [-1], [NaN], [Infinity]]) {
    assert.throws(() => compareTimes(bad, before), /Cannot compare times: they must be positive/);
    assert.throws(() => compareTimes(before, bad), RangeError);
  }
});
