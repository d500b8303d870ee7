import { type MaskSizes, maskSizes, type ScheduleFamily } from "@unmask/schedules";
import { BadInput } from "./bad_input.ts";
import type { Io } from "./io.ts";
import { anyText, integer, sizeList } from "./notation.ts";
import { valueOption } from "./option.ts";
import { readSizesFile } from "./plan/read_sizes_file.ts";
import { familyNames, scheduleFamilyNotation } from "./schedule_notation.ts";

/** The number of iterations. */
export const stepsOption = valueOption("--steps", {
  notation: integer(1),
  metavar: "T",
  help: "iterations, from 1 to the length",
});

/** The options that give one schedule: sizes, a file of them, or a family and a number of steps. */
export const scheduleOptions = {
  sizes: valueOption("--sizes", {
    notation: sizeList,
    metavar: "SIZES",
    help: "tokens per iteration in order of unmasking, as in 3,3,2",
  }),
  "sizes-file": valueOption("--sizes-file", {
    notation: anyText,
    metavar: "FILE",
    help:
      "in place of --sizes: a JSON list of them, an answer of plan --json, or what plan --format csv, llada or mdlm writes; - is standard input",
  }),
  schedule: valueOption("--schedule", {
    notation: scheduleFamilyNotation,
    metavar: "NAME",
    help: `in place of --sizes: ${familyNames.join(", ")}`,
  }),
  steps: stepsOption,
};

/** The values of {@linkcode scheduleOptions}. */
export interface ScheduleValues {
  /** Sizes as written. */
  readonly sizes: readonly number[] | undefined;
  /** Path of a file of sizes. */
  readonly "sizes-file": string | undefined;
  /** The family named. */
  readonly schedule: ScheduleFamily | undefined;
  /** Number of iterations. */
  readonly steps: number | undefined;
}

/**
 * Checks that the options name exactly one schedule, before anything is opened.
 *
 * @param values What was given
 * @param action As in "run error"
 * @throws {BadInput} On none, on several, or on a family without steps
 */
export function checkScheduleValues(values: ScheduleValues, action: string): void {
  const { sizes, "sizes-file": file, schedule, steps } = values;
  const given = [
    ...(sizes ? ["--sizes"] : []),
    ...(file ? ["--sizes-file"] : []),
    ...(schedule ? ["--schedule"] : []),
    ...(steps ? ["--steps"] : []),
  ];
  if (["--sizes", "--sizes-file", "--schedule,--steps"].includes(given.join())) return;
  throw new BadInput(
    `Cannot ${action}: the schedule must be given as --sizes SIZES, as --sizes-file FILE, or as --schedule NAME and --steps T, got ${
      given.length === 0 ? "none" : given.join(" and ")
    }`,
  );
}

/**
 * The sizes that checked options stand for.
 *
 * @param values What was given
 * @param options `length`, tokens in a sequence; `io`, where files are read; `inBlocks`, whether a file
 *   may hold a list for each block
 * @returns The sizes
 * @throws {BadInput | RangeError} On sizes that do not sum to the length, or more steps than tokens
 */
export function sizesOf(
  values: ScheduleValues,
  { length, io, inBlocks = false }: { length: number; io: Io; inBlocks?: boolean },
): MaskSizes {
  const { sizes, "sizes-file": file, schedule, steps } = values;
  if (sizes !== undefined) return maskSizes(sizes, { length });
  if (file !== undefined) return readSizesFile(file, { length, inBlocks }, io);
  return schedule!.sizes({ length, steps: steps! });
}
