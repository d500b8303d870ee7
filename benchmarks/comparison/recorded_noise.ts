import { readFile } from "node:fs/promises";
import * as v from "valibot";
import type { BenchmarkRecord } from "../benchmark_record.ts";
import { type Environment, machineName } from "../environment.ts";
import { callsOf } from "./compare_records.ts";
import { measureNoise } from "./measure_noise.ts";
import type { NoiseModel } from "./noise.ts";

const medians = v.pipe(v.array(v.pipe(v.number(), v.gtValue(0))), v.minLength(1));

/** Two runs of one program, as they are written to `record/<machine>/noise.json`. */
export const noiseSchema = v.pipe(
  v.strictObject({
    schema: v.pipe(v.literal(1), v.description("raised when a field changes its meaning")),
    date: v.pipe(v.string(), v.description("day of the second run, in UTC")),
    commit: v.pipe(
      v.nullable(v.string()),
      v.description("what was checked out; null without git"),
    ),
    calls: v.pipe(
      v.array(v.strictObject({
        call: v.pipe(v.string(), v.description("workload, its title, engine and size")),
        first: v.pipe(medians, v.description("median of each process of the first run, ns a call")),
        second: v.pipe(medians, v.description("the same of the second run")),
      })),
      v.minLength(1),
      v.description("calls that both runs made"),
    ),
  }),
  v.title("Noise of a machine"),
  v.description("Two runs of one program on one machine. Times are nanoseconds per call."),
);

/** Two runs of one program on one machine, as `record/<machine>/noise.json` holds them. */
export type RecordedNoise = v.InferOutput<typeof noiseSchema>;

/**
 * What two runs of one program leave behind: for each call the medians of the processes of both.
 *
 * @param first The first run
 * @param second The second run
 * @returns The calls that both have, but for those of one process
 */
export function noiseOfRuns(first: BenchmarkRecord, second: BenchmarkRecord): RecordedNoise {
  const later = callsOf(second);
  return {
    schema: 1,
    date: second.date,
    commit: second.environment.commit,
    calls: [...callsOf(first)].flatMap(([call, { time }]) => {
      const rival = later.get(call)?.time;
      // What one process measured tells nothing of how far processes are apart.
      return rival === undefined || time.processMedians.length < 2
        ? []
        : [{ call, first: time.processMedians, second: rival.processMedians }];
    }),
  };
}

/**
 * What such runs tell of the noise.
 *
 * @param recorded The runs
 * @returns The model
 */
export function modelOf({ calls }: RecordedNoise): NoiseModel {
  return measureNoise(new Map(calls.map(({ call, first, second }) => [call, [first, second]])));
}

/**
 * The noise of a machine, from its run against itself.
 *
 * @param environment The machine
 * @param folder Where machines have their folders
 * @returns The runs with their model; null where there are none
 * @throws {RangeError} When the file is not of its schema
 */
export async function recordedNoise(
  environment: Pick<Environment, "cpuModel" | "cores">,
  folder: URL = new URL("../record/", import.meta.url),
): Promise<{ date: string; recorded: RecordedNoise; model: NoiseModel } | null> {
  const name = `${machineName(environment as Environment)}/noise.json`;
  const file = new URL(name, folder);
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  if (text === null) return null;
  const result = v.safeParse(noiseSchema, jsonIn(text), { abortEarly: true });
  if (!result.success) {
    const [issue] = result.issues;
    throw new RangeError(
      `Cannot tell the noise: ${
        v.getDotPath(issue) ?? "all"
      } of ${name} must be of its schema, got ${issue.received}`,
    );
  }
  return { date: result.output.date, recorded: result.output, model: modelOf(result.output) };
}

/** The value of a JSON text; undefined, which is of no schema, where it is not JSON. */
function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
