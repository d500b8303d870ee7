import {
  beta,
  BETA_PARAMETER_RANGE,
  scheduleFamilies,
  type ScheduleFamily,
} from "@unmask/schedules";
import { finiteNumber, type Notation } from "./notation.ts";

/** Every family as it is written: fixed names, and those that take parameters. */
export const familyNames: readonly string[] = [
  ...scheduleFamilies.map(({ name }) => name),
  "beta(a,b)",
];

/** Families of schedules: a name, or `beta(a,b)` with two decimal numbers. */
export const scheduleFamilyNotation: Notation<ScheduleFamily> = {
  rule: `one of ${familyNames.join(", ")} with a and b from 2^-20 to 2^20`,
  read: (text) => scheduleFamilies.find(({ name }) => name === text) ?? readBeta(text),
};

function readBeta(text: string): ScheduleFamily | undefined {
  const parameters = /^beta\(([^,]*),([^,]*)\)$/.exec(text)?.slice(1)
    .map((written) => finiteNumber.read(written.trim()));
  const [a, b] = parameters ?? [];
  return inRange(a) && inRange(b) ? beta({ a, b }) : undefined;
}

function inRange(value: number | undefined): value is number {
  const { least, most } = BETA_PARAMETER_RANGE;
  return value !== undefined && value >= least && value <= most;
}
