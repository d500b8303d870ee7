import * as v from "valibot";

/** Names of workloads, engines and machines: nothing in them means anything to a page. */
const name = v.pipe(v.string(), v.regex(/^[a-z0-9]+(?:[ -][a-z0-9]+)*$/), v.maxLength(80));
const commit = v.pipe(v.string(), v.regex(/^[0-9a-f]{40}$/));
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1e9));
const seconds = v.pipe(v.number(), v.minValue(1e-12), v.maxValue(1e6));
const times = v.pipe(v.array(seconds), v.minLength(1), v.maxLength(50));
const call = { workload: name, engine: name, size: count };

const schema = v.strictObject({
  schema: v.literal(1),
  base: commit,
  head: commit,
  machine: name,
  pairs: v.pipe(count, v.minValue(1), v.maxValue(50)),
  answers: v.strictObject({ base: v.nullable(count), head: v.nullable(count) }),
  breaches: v.pipe(
    v.array(v.variant("kind", [
      v.strictObject({ kind: v.literal("head does not run") }),
      v.strictObject({ kind: v.literal("lost answer"), ...call }),
      v.strictObject({ kind: v.literal("answer changes between runs"), ...call }),
    ])),
    v.maxLength(400),
  ),
  calls: v.pipe(v.array(v.strictObject({ ...call, base: times, head: times })), v.maxLength(400)),
});

/**
 * What a comparison of two commits leaves behind: numbers, names and commits, no free text, since a
 * program with more rights reads it that cannot trust who wrote it.
 *
 * Times are seconds, one for each run; `answers` counts checked answers, null where the benchmarks of
 * that commit do not run.
 */
export type PairFigures = v.InferOutput<typeof schema>;

/** Largest file that is read, in bytes: some hundred calls take a tenth of it. */
export const PAIR_BYTES = 262_144;

/**
 * Reads figures that a stranger may have written.
 *
 * @param text A JSON text
 * @returns The figures
 * @throws {RangeError} When the text is too long, is not JSON, or holds anything but figures; the
 *   message repeats nothing of it
 */
export function readPairFigures(text: string): PairFigures {
  if (!(text.length <= PAIR_BYTES)) {
    throw new RangeError(`Cannot read figures: they must be at most ${PAIR_BYTES} bytes`);
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new RangeError("Cannot read figures: they must be JSON");
  }
  const result = v.safeParse(schema, value, { abortEarly: true });
  if (!result.success) {
    // A path into a stranger's record is the stranger's text as well.
    throw new RangeError("Cannot read figures: they must be of the schema, with nothing besides");
  }
  return result.output;
}
