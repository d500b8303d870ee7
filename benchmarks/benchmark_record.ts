import * as v from "valibot";
import { engineKinds } from "./engine.ts";

const text = v.pipe(v.string(), v.minLength(1));
const count = v.pipe(v.number(), v.integer(), v.minValue(1));
const positive = v.pipe(v.number(), v.gtValue(0));
const notNegative = v.pipe(v.number(), v.minValue(0));
const day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/));

/** What was measured of one engine at one size of a workload. Times are nanoseconds per call. */
const recordedTime = v.strictObject({
  engine: v.pipe(text, v.description("name of the engine")),
  kind: v.pipe(v.picklist(engineKinds), v.description("how it goes about it")),
  size: v.pipe(v.number(), v.description("size of the workload")),
  work: v.pipe(notNegative, v.description("units of work in one call")),
  toleranceUsed: v.pipe(
    v.number(),
    v.minValue(0),
    v.maxValue(1),
    v.description("largest share of the tolerance that the answer used"),
  ),
  batches: v.pipe(
    v.array(count),
    v.description("for each process, calls in one sample"),
  ),
  samples: v.pipe(
    v.array(v.pipe(v.array(positive), v.minLength(1))),
    v.minLength(1),
    v.description("for each process, its samples in the order in which they were taken, ns a call"),
  ),
  processMedians: v.pipe(
    v.array(positive),
    v.minLength(1),
    v.description("for each process, the median of its samples, ns a call"),
  ),
  median: v.pipe(positive, v.description("median of the medians of the processes, ns a call")),
  interval: v.pipe(
    v.strictTuple([positive, positive]),
    v.description("95% bootstrap interval of it, processes drawn with replacement"),
  ),
  medianAbsoluteDeviation: v.pipe(
    notNegative,
    v.description("median absolute deviation of all samples from their median, ns a call"),
  ),
  peakMemory: v.nullable(
    v.pipe(positive, v.description("largest resident memory of a process of its own, bytes")),
  ),
});

/** How the median time of an engine grows with the size. */
const recordedGrowth = v.strictObject({
  engine: v.pipe(text, v.description("name of the engine")),
  law: v.pipe(
    v.picklist(["exponent", "factor"]),
    v.description("`exponent` of the size, or `factor` per unit of size"),
  ),
  value: v.pipe(v.number(), v.description("the fitted number, from all sizes")),
});

/** A claim about growth, with what was found. */
const recordedLaw = v.strictObject({
  engine: v.pipe(text, v.description("name of the engine")),
  law: v.pipe(
    v.picklist(["exponent", "factor"]),
    v.description("`exponent` of the size, or `factor` per unit of size"),
  ),
  from: v.pipe(v.number(), v.description("size from which it is claimed")),
  atMost: v.pipe(v.number(), v.description("what is claimed")),
  value: v.nullable(
    v.pipe(v.number(), v.description("what was fitted from there on; null for too few sizes")),
  ),
});

const recordedWorkload = v.strictObject({
  name: v.pipe(text, v.description("name of the workload")),
  title: v.pipe(text, v.description("what is computed, with its fixed parameters")),
  sizeLabel: v.pipe(text, v.description("what a size counts, such as `length L`")),
  growth: v.pipe(
    v.picklist(["power", "exponential"]),
    v.description("the law that times are expected to follow in the size"),
  ),
  unit: v.pipe(text, v.description("unit of work, plural")),
  theory: v.nullable(
    v.pipe(text, v.description("where the value comes from that answers were held against")),
  ),
  times: v.pipe(v.array(recordedTime), v.description("what was measured, a call each")),
  growths: v.pipe(v.array(recordedGrowth), v.description("how each engine grows")),
  costLaws: v.pipe(v.array(recordedLaw), v.description("what is claimed of its growth")),
});

const environment = v.strictObject({
  cpuModel: v.pipe(text, v.description("processor, as the operating system names it")),
  cores: v.pipe(count, v.description("cores that the operating system shows")),
  memory: v.pipe(notNegative, v.description("GiB")),
  platform: v.pipe(text, v.description("operating system and architecture")),
  adapter: v.pipe(
    v.exactOptional(v.nullable(text)),
    v.description("graphics adapter that networks were computed on; absent in old records"),
  ),
  load: v.pipe(notNegative, v.description("load of the last minute before the run")),
  deno: v.pipe(text, v.description("version of Deno")),
  v8: v.pipe(text, v.description("version of V8")),
  mathFingerprint: v.pipe(
    text,
    v.description("fingerprint of the Math functions, which engines round differently"),
  ),
  commit: v.pipe(
    v.nullable(v.pipe(v.string(), v.regex(/^[0-9a-f]{40,64}$/))),
    v.description("what was checked out; null without git"),
  ),
});

const plan = v.strictObject({
  processes: v.pipe(count, v.description("fresh processes that each went through all calls")),
  time: v.pipe(notNegative, v.description("milliseconds of calls that count, in each process")),
  warmupTime: v.pipe(notNegative, v.description("milliseconds of calls before, which do not")),
  samples: v.pipe(
    count,
    v.description("fewest samples in each process, but for calls that start their own"),
  ),
  rounds: v.exactOptional(v.pipe(
    count,
    v.description("in records from before there were fresh processes: rounds of the one there was"),
  )),
});

/** A run of the suite, as it is written to `record/<machine>/<date>.json`. */
export const benchmarkRecordSchema = v.pipe(
  v.strictObject({
    schema: v.pipe(v.literal(2), v.description("raised when a field changes its meaning")),
    date: v.pipe(day, v.description("day of the run, in UTC")),
    environment: v.pipe(environment, v.description("the machine and what ran on it")),
    plan: v.pipe(plan, v.description("how it was measured")),
    workloads: v.pipe(v.array(recordedWorkload), v.description("what was measured")),
  }),
  v.title("Benchmark record"),
  v.description("One run of the speed benchmarks on one machine. Times are nanoseconds per call."),
);

/** A run of the suite. */
export type BenchmarkRecord = v.InferOutput<typeof benchmarkRecordSchema>;

/** One workload with everything measured of it. */
export type RecordedWorkload = v.InferOutput<typeof recordedWorkload>;

/** What was measured of one engine at one size of a workload. */
export type RecordedTime = v.InferOutput<typeof recordedTime>;

/** How the median time of an engine grows with the size. */
export type RecordedGrowth = v.InferOutput<typeof recordedGrowth>;

/** A claim about growth, with what was found. */
export type RecordedLaw = v.InferOutput<typeof recordedLaw>;
