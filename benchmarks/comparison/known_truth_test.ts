import assert from "node:assert/strict";
import { drawInteger, drawNormals, streamFamily } from "@unmask/random";
import type { RecordedNoise } from "./recorded_noise.ts";
import { selfTest } from "./known_truth.ts";

/** Two runs of 300 calls with ten processes each, whose times scatter by 1 to 3% as a process has them. */
function simulated(drift = 0): RecordedNoise {
  const stream = streamFamily({ seed: 20261130, cell: "simulated runs", purpose: "times" }).at(0);
  const calls = Array.from({ length: 300 }, (_, index) => {
    const sigma = 0.01 + 0.02 * index / 299;
    const run = (factor: number): number[] =>
      Array.from(drawNormals(10, stream), (z) => 1000 * Math.exp(factor + sigma * z));
    return { call: `call ${index}`, first: run(0), second: run(drift) };
  });
  return { schema: 1, date: "2026-11-30", commit: null, calls };
}

const plan = {
  times: 100,
  processes: 5,
  streams: streamFamily({ seed: 1, cell: "self-test", purpose: "deals" }),
};

Deno.test("the comparison calls no difference in itself and finds 20% in at least 95 of 100", () => {
  const { calm, found } = selfTest(simulated(0.02), { ...plan, slowdown: 1.2 });
  assert.ok(calm >= 95, `calm ${calm}`);
  assert.ok(found >= 95, `found ${found}`);
});

Deno.test("a slowdown below the noise is not found", () => {
  const { found } = selfTest(simulated(), { ...plan, slowdown: 1.005 });
  assert.ok(found <= 5, `found ${found}`);
});

Deno.test("selfTest() refuses sides with more processes than were recorded", () => {
  assert.throws(
    () => selfTest(simulated(), { ...plan, processes: 11, slowdown: 1.2 }),
    /both sides together must have at most 20 processes, got 22/,
  );
});

/** Runs in which every tenth call is twice as slow in a third of the processes, as compiled code can be. */
function bistable(): RecordedNoise {
  const stream = streamFamily({ seed: 3, cell: "simulated runs", purpose: "modes" }).at(0);
  const { calls, ...rest } = simulated();
  const slow = (times: readonly number[]): number[] =>
    times.map((time) => drawInteger(3, stream) === 0 ? 2 * time : time);
  return {
    ...rest,
    calls: calls.map((call, index) =>
      index % 10 > 0 ? call : { ...call, first: slow(call.first), second: slow(call.second) }
    ),
  };
}

Deno.test("calls of two speeds are called no difference, and hide none of the quiet calls", () => {
  const { calm, quiet, foundQuiet } = selfTest(bistable(), { ...plan, slowdown: 1.2 });
  assert.ok(calm >= 95, `calm ${calm}`);
  assert.ok(quiet >= 265 && quiet <= 270, `quiet ${quiet}`);
  assert.ok(foundQuiet >= 95, `found ${foundQuiet}`);
});
