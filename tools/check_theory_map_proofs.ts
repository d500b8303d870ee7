import {
  balancedLimits,
  type Bound,
  decideEverySchedule,
  decideWorstSchedule,
  linearForm,
} from "@unmask/convergence";
import { uniform } from "@unmask/schedules";

/** Greatest length up to which a status is decided again: half a million schedules a bound. */
export const PROOF_LENGTH_LIMIT = 20;

/**
 * The first length at which a bound is not proved for every law, and, if it is about a given
 * schedule, for every schedule that it applies to.
 *
 * @param bound A bound with coefficients
 * @param upTo Greatest length to decide
 * @returns The least length where the decision is not `proved`, `null` where there is none
 */
export function firstUnproved(bound: Bound, upTo: number): number | null {
  for (let length = 1; length <= upTo; length++) {
    if (!(bound.kind === "upper" ? everySchedule(bound, length) : worstSchedule(bound, length))) {
      return length;
    }
  }
  return null;
}

function everySchedule(bound: Bound, length: number): boolean {
  const { coefficients, schedules } = bound;
  return decideEverySchedule({
    applies: (sizes) => bound.applies(sizes),
    coefficients: coefficients!,
    ...(schedules && { schedules: (count: number) => schedules(count) }),
  }, { length }).verdict === "proved";
}

/** An existence statement, for the balanced sizes of every power of two that it applies to. */
function worstSchedule(bound: Bound, length: number): boolean {
  for (let size = 1; size < 2 * length; size *= 2) {
    const sizes = uniform.sizes({ length, steps: Math.ceil(length / size) });
    if (!bound.applies(sizes)) continue;
    const form = linearForm(bound.coefficients!, sizes);
    const { verdict } = decideWorstSchedule(form, { length, ...balancedLimits(sizes) });
    if (verdict !== "proved") return false;
  }
  return true;
}
