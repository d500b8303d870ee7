import { arccos } from "./arccos.ts";
import { cosine } from "./cosine.ts";
import { cubic } from "./cubic.ts";
import { dilated } from "./dilated.ts";
import { exponential } from "./exponential.ts";
import { frontLoaded } from "./front_loaded.ts";
import { geometric } from "./geometric.ts";
import { linear } from "./linear.ts";
import { log } from "./log.ts";
import type { ScheduleFamily } from "./schedule_family.ts";
import { sqrt } from "./sqrt.ts";
import { square } from "./square.ts";
import { unbalanced } from "./unbalanced.ts";
import { uniform } from "./uniform.ts";

/** Every named family without parameters, in the fixed order of tables and figures. */
export const scheduleFamilies: readonly ScheduleFamily[] = Object.freeze([
  uniform,
  linear,
  cosine,
  arccos,
  square,
  cubic,
  sqrt,
  log,
  exponential,
  geometric,
  dilated,
  unbalanced,
  frontLoaded,
]);

/**
 * The family of that name, as written on a command line.
 *
 * @param name One of the names in `scheduleFamilies`, letter for letter
 * @returns The family
 * @throws RangeError if no family has the name; the message lists those that exist
 */
export function scheduleFamily(name: string): ScheduleFamily {
  const family = scheduleFamilies.find((candidate) => candidate.name === name);
  if (family === undefined) {
    const known = scheduleFamilies.map((candidate) => candidate.name).join(", ");
    throw new RangeError(`Cannot find a schedule: name must be one of ${known}, got ${name}`);
  }
  return family;
}
