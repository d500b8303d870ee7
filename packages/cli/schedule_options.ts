import { type MaskSizes, maskSizes, type ScheduleFamily } from "@unmask/schedules";
import { BadInput } from "./bad_input.ts";
import { integer, sizeList } from "./notation.ts";
import { valueOption } from "./option.ts";
import { familyNames, scheduleFamilyNotation } from "./schedule_notation.ts";

/** The number of iterations. */
export const stepsOption = valueOption("--steps", {
  notation: integer(1),
  metavar: "T",
  help: "iterations, from 1 to the length",
});

/** The options that give one schedule: sizes, or a family and a number of steps. */
export const scheduleOptions = {
  sizes: valueOption("--sizes", {
    notation: sizeList,
    metavar: "SIZES",
    help: "tokens per iteration in order of unmasking, as in 3,3,2",
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
 * @throws {BadInput} On none, on both, or on a family without steps
 */
export function checkScheduleValues(values: ScheduleValues, action: string): void {
  const { sizes, schedule, steps } = values;
  const given = [
    ...(sizes ? ["--sizes"] : []),
    ...(schedule ? ["--schedule"] : []),
    ...(steps ? ["--steps"] : []),
  ];
  if (given.join() === "--sizes" || given.join() === "--schedule,--steps") return;
  throw new BadInput(
    `Cannot ${action}: the schedule must be given as --sizes SIZES, or as --schedule NAME and --steps T, got ${
      given.length === 0 ? "none" : given.join(" and ")
    }`,
  );
}

/**
 * The sizes that checked options stand for.
 *
 * @param values What was given
 * @param length Tokens in a sequence
 * @returns The sizes
 * @throws {RangeError} On sizes that do not sum to the length, or more steps than tokens
 */
export function sizesOf(values: ScheduleValues, length: number): MaskSizes {
  const { sizes, schedule, steps } = values;
  if (sizes !== undefined) return maskSizes(sizes, { length });
  return schedule!.sizes({ length, steps: steps! });
}
