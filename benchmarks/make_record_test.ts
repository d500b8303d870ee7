import assert from "node:assert/strict";
import * as v from "valibot";
import type { CheckedLine, TimedLine } from "./bench_process.ts";
import { benchmarkRecordSchema, type RecordedWorkload } from "./benchmark_record.ts";
import { makeRecord } from "./make_record.ts";
import { callKey, type MeasuredWorkload } from "./measured_calls.ts";
import { madeRecord } from "./naive/made_record.ts";

const { date, environment, plan, workloads } = madeRecord();

const { times: _, growths: __, ...about } = workloads[0]!;

const checked = (size: number, engine = "closed form"): CheckedLine => ({
  workload: "made-up",
  engine,
  size,
  kind: "fast",
  work: 3 * size,
  toleranceUsed: 0.123456,
});

/** What a process says: its samples, calls in one of them, and its peak. */
type Timed = Pick<TimedLine, "samples" | "batch" | "peakMemory">;

/** The recorded workload of calls that processes timed so. */
function recorded(
  calls: readonly (readonly [CheckedLine, readonly Timed[]])[],
  others: Partial<MeasuredWorkload> = {},
): RecordedWorkload {
  const timed = new Map(calls.map(([call, lines]) => {
    const { workload, engine, size } = call;
    return [callKey(call), lines.map((line) => ({ workload, engine, size, ...line }))];
  }));
  const measured = { ...about, calls: calls.map(([call]) => call), timed, ...others };
  const record = makeRecord([measured], { date, environment, plan });
  // Every record can be written and read.
  assert.deepEqual(v.parse(benchmarkRecordSchema, JSON.parse(JSON.stringify(record))), record);
  assert.deepEqual([record.date, record.environment, record.plan], [date, environment, plan]);
  return record.workloads[0]!;
}

/** One process that took this long. */
const took = (time: number): Timed => ({ samples: [time], batch: 1, peakMemory: null });

Deno.test("a recorded time is the median of medians of processes, with its spread and all samples", () => {
  const { times } = recorded([[checked(4), [
    { samples: [30, 10, 20], batch: 8, peakMemory: null },
    { samples: [60, 40], batch: 7, peakMemory: null },
  ]]]);
  assert.deepEqual(times, [{
    engine: "closed form",
    kind: "fast",
    size: 4,
    work: 12,
    toleranceUsed: 0.1235,
    batches: [8, 7],
    // In the order in which they were taken.
    samples: [[30, 10, 20], [60, 40]],
    processMedians: [20, 50],
    median: 35,
    // Two draws of two: 20, 35, 35 or 50, each end in a quarter of the cases.
    interval: [20, 50],
    // From 30 they lie 20, 10, 0, 10, 30 apart.
    medianAbsoluteDeviation: 10,
    peakMemory: null,
  }]);
});

Deno.test("times are kept to four digits, and the largest peak to the byte", () => {
  const { times: [time] } = recorded([[checked(4), [
    { samples: [1234.56], batch: 1, peakMemory: 123_456_789 },
    { samples: [0.001234567], batch: 1, peakMemory: null },
    { samples: [1e9 / 3], batch: 1, peakMemory: 123_456_788 },
  ]]]);
  assert.deepEqual(time!.samples, [[1235], [0.001235], [333_300_000]]);
  assert.equal(time!.median, 1235);
  assert.equal(time!.peakMemory, 123_456_789);
});

Deno.test("growth is the exponent or the factor of each engine, and none of two sizes", () => {
  const times = (law: (size: number) => number, sizes: number[], engine?: string) =>
    sizes.map((size) => [checked(size, engine), [took(law(size))]] as const);
  const calls = [
    ...times((size) => 3 * size ** 2, [2, 4, 8, 16]),
    ...times((size) => 5 * size, [2, 4], "other"),
  ];
  const square = { engine: "closed form", law: "exponent", value: 2 };
  assert.deepEqual(recorded(calls).growths, [square]);
  const doubling = times((size) => 3 * 2 ** size, [1, 2, 3, 5]);
  assert.deepEqual(recorded(doubling, { growth: "exponential" }).growths, [
    { engine: "closed form", law: "factor", value: 2 },
  ]);
});

Deno.test("a cost law is fitted from the size on from which it is claimed, where three sizes are", () => {
  // Quadratic up to 8, linear from there on.
  const law = (size: number): number => size <= 8 ? size ** 2 : 8 * size;
  const calls = [2, 4, 8, 16, 32, 64].map((size) => [checked(size), [took(law(size))]] as const);
  const claim = { engine: "closed form", atMost: 1.15 };
  const { costLaws, growths } = recorded(calls, {
    costLaws: [
      { ...claim, from: 8 },
      { ...claim, from: 32 },
      { ...claim, from: 8, engine: "left out by a filter" },
    ],
  });
  assert.deepEqual(costLaws, [
    { ...claim, law: "exponent", from: 8, value: 1 },
    { ...claim, law: "exponent", from: 32, value: null },
  ]);
  assert.ok(growths[0]!.value > 1.3 && growths[0]!.value < 1.6);
});

Deno.test("a call that no process timed makes no record", () => {
  assert.throws(() => recorded([[checked(4), []]]));
});
