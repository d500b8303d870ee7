import { deepStrictEqual, ok, strictEqual, throws } from "node:assert/strict";
import { readRecords } from "../../benchmarks/read_records.ts";
import { readClaimData } from "../claim_files.ts";
import { breakEven } from "./judge.ts";
import { stepsAndTime } from "./make.ts";
import { LENGTH, models, NO_LOSS, type Result } from "./result.ts";
import { type BenchmarkRecord, recordedTimes, recordName } from "./times.ts";

Deno.test("the times of the claim are those of the record that it names", async () => {
  const { rows } = await readClaimData(stepsAndTime);
  const own = rows.filter(({ part }) => part === "time");
  const named = (await readRecords()).filter((record) => recordName(record) === own[0]!["record"]);
  strictEqual(named.length, 1, "run deno task reproduce --full steps-and-time");
  deepStrictEqual(own, JSON.parse(JSON.stringify(recordedTimes(named))));
});

/** A record of three workloads, in which a sequence takes a millisecond a step, or ten token by token. */
function recordOf(date: string): BenchmarkRecord {
  const workload = (name: string, engine: string, times: Record<number, number>): unknown => ({
    name,
    times: Object.entries(times).flatMap(([size, milliseconds]) =>
      [[engine, 1], ["one thread", 1.5], ["graphics adapter", 0.1]].map(([engine, factor]) => ({
        engine,
        size: Number(size),
        median: 1e6 * milliseconds * Number(factor),
        processMedians: [0.9e6 * milliseconds, 1.2e6 * milliseconds],
      }))
    ),
  });
  return {
    date,
    environment: { cpuModel: "Model X", cores: 4 },
    workloads: [
      workload("masked-sequence", "all threads", { 1: 1, 64: 64 }),
      workload("masked-sequences", "all threads", { 1: 16, 4: 64 }),
      workload("next-tokens", "cached", { 1: 10, 32: 64 }),
    ],
  } as unknown as BenchmarkRecord;
}

Deno.test("times are of the newest record, for one sequence of those that were drawn together", () => {
  const rows = recordedTimes([
    recordOf("2026-03-02"),
    recordOf("2026-03-04"),
    recordOf("2026-03-03"),
  ]);
  const said = rows.map((
    { model, steps, batch, milliseconds },
  ) => [model, steps, batch, milliseconds]);
  deepStrictEqual(said, [
    [models.masked, 1, 1, 1],
    [models.masked, 64, 1, 64],
    [models.masked, 1, 32, 0.5],
    [models.masked, 4, 32, 2],
    [models.next, LENGTH, 1, 10],
    [models.next, LENGTH, 32, 2],
  ]);
  ok(rows.every(({ record }) => record === "Model X, 4 cores, 2026-03-04"));
  const { fastest, slowest } = rows[3]!;
  ok(Math.abs(fastest! - 1.8) < 1e-12 && Math.abs(slowest! - 2.4) < 1e-12);
});

Deno.test("a record without the workloads has no times", () => {
  const { workloads, ...rest } = recordOf("2026-03-02");
  throws(
    () => recordedTimes([{ ...rest, workloads: workloads.slice(1) }]),
    /must have masked-sequence, masked-sequences, next-tokens at all sizes, got none; run deno task bench --full$/,
  );
});

Deno.test("a newer record that lacks the largest sizes is passed over", () => {
  const { workloads, ...newer } = recordOf("2026-03-05");
  const small = workloads.map((workload) => ({ ...workload, times: workload.times.slice(0, 3) }));
  const rows = recordedTimes([recordOf("2026-03-02"), { ...newer, workloads: small }]);
  ok(rows.every(({ record }) => record === "Model X, 4 cores, 2026-03-02"));
});

Deno.test("equal times lie where the lines meet", () => {
  const row = (model: Result["model"], steps: number, milliseconds: number): Result => ({
    ...{ part: "time", model, steps, positions: 0, ...NO_LOSS, batch: 1, milliseconds },
    ...{ fastest: null, slowest: null, record: null },
  });
  const rows = [row(models.masked, 16, 33), row(models.masked, 1, 3), row(models.next, 64, 15)];
  // 1 + 2 T milliseconds.
  strictEqual(breakEven(rows, 1), 7);
  strictEqual(breakEven([...rows.slice(0, 2), row(models.next, 64, 0.5)], 1), 0);
});
