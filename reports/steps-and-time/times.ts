import type { readRecords } from "../../benchmarks/read_records.ts";
import { LENGTH, type ModelName, models, NO_LOSS, type Result } from "./result.ts";

/** A record of the benchmarks. */
export type BenchmarkRecord = Awaited<ReturnType<typeof readRecords>>[number];

/**
 * Which workload times what, by which engines, of which the faster one counts. Sizes are steps of a mask
 * predictor, or sequences side by side; the largest is left to full runs.
 */
const workloads = [
  {
    name: "masked-sequence",
    model: models.masked,
    engines: ["one thread", "all threads"],
    batch: 1,
    largest: 64,
  },
  {
    name: "masked-sequences",
    model: models.masked,
    engines: ["one thread", "all threads"],
    batch: 32,
    largest: 4,
  },
  {
    name: "next-tokens",
    model: models.next,
    engines: ["cached"],
    batch: undefined,
    largest: 32,
  },
] as const;

/**
 * The times of the newest record that has them: how long both models take for a sequence, alone and 32
 * together.
 *
 * @param records Records of the benchmarks
 * @returns Rows with times
 * @throws {RangeError} When no record has them: `deno task bench --full` makes one
 */
export function recordedTimes(records: readonly BenchmarkRecord[]): Result[] {
  const newest = records
    .filter((record) =>
      workloads.every(({ name, largest }) =>
        workloadOf(record, name)?.times.some(({ size }) => size === largest)
      )
    )
    .toSorted((a, b) => a.date < b.date ? -1 : a.date > b.date ? 1 : 0).at(-1);
  if (newest === undefined) {
    throw new RangeError(
      `Cannot tell times: a record must have ${
        workloads.map(({ name }) => name).join(", ")
      } at all sizes, got none; run deno task bench --full`,
    );
  }
  return workloads.flatMap(({ name, model, engines, batch }) =>
    fastestOf(workloadOf(newest, name)!.times, engines)
      .map(({ size, median, processMedians }) => {
        const together = batch ?? size;
        const perSequence = (nanoseconds: number): number => nanoseconds / 1e6 / together;
        return timeRow(model, model === models.next ? LENGTH : size, {
          batch: together,
          milliseconds: perSequence(median),
          fastest: perSequence(Math.min(...processMedians)),
          slowest: perSequence(Math.max(...processMedians)),
          record: recordName(newest),
        });
      })
  );
}

/**
 * What a record is called in the results.
 *
 * @param record A record
 * @returns Processor, cores and day
 */
export function recordName({ environment, date }: BenchmarkRecord): string {
  return `${environment.cpuModel}, ${environment.cores} cores, ${date}`;
}

function workloadOf(
  { workloads }: BenchmarkRecord,
  wanted: string,
): BenchmarkRecord["workloads"][number] | undefined {
  return workloads.find(({ name }) => name === wanted);
}

type RecordedTime = BenchmarkRecord["workloads"][number]["times"][number];

/** Of each size the time of the faster engine. */
function fastestOf(
  times: readonly RecordedTime[],
  engines: readonly string[],
): readonly RecordedTime[] {
  const own = times.filter(({ engine }) => engines.includes(engine));
  return [...Map.groupBy(own, ({ size }) => size).values()].map((rivals) =>
    rivals.reduce((a, b) => b.median < a.median ? b : a)
  );
}

type Timed = Pick<Result, "batch" | "milliseconds" | "fastest" | "slowest" | "record">;

function timeRow(model: ModelName, steps: number, timed: Timed): Result {
  const positions = model === models.next ? LENGTH : steps * LENGTH;
  return { part: "time", model, steps, positions, ...NO_LOSS, ...timed };
}
