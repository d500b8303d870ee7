import assert from "node:assert/strict";
import * as v from "valibot";
import { benchmarkRecordSchema } from "./benchmark_record.ts";
import { fromFirstSchema } from "./first_schema.ts";
import { madeRecord } from "./naive/made_record.ts";

Deno.test("fromFirstSchema() leaves today's records and other things alone", () => {
  const record = madeRecord();
  assert.equal(fromFirstSchema(record), record);
  for (const other of [null, 1, "text", {}, []]) assert.equal(fromFirstSchema(other), other);
});

Deno.test("fromFirstSchema() reads rounds of one process where processes stand", () => {
  const { environment, date } = madeRecord();
  const first = {
    schema: 1,
    date,
    environment,
    plan: { rounds: 2, time: 30, warmupTime: 10, samples: 1 },
    workloads: [{
      name: "made-up",
      title: "a thing",
      sizeLabel: "length L",
      growth: "power",
      unit: "tokens",
      theory: null,
      times: [{
        engine: "closed form",
        kind: "fast",
        size: 4,
        work: 4,
        toleranceUsed: 0,
        batch: 8,
        samples: 20,
        median: 5,
        medianAbsoluteDeviation: 1,
        roundMedians: [4, 6],
      }],
      growths: [],
    }],
  };
  const record = v.parse(benchmarkRecordSchema, fromFirstSchema(first));
  assert.deepEqual([record.plan.processes, record.plan.rounds], [1, 2]);
  const [time] = record.workloads[0]!.times;
  assert.deepEqual(time!.processMedians, [4, 6]);
  assert.deepEqual(time!.interval, [4, 6]);
  assert.deepEqual(time!.samples, [[4], [6]]);
  assert.equal(time!.peakMemory, null);
});
