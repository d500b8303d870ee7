import {
  decideWorstSchedule,
  type LinearForm,
  type WorstScheduleDecision,
} from "@unmask/convergence";

/** Parts of which a constant is a whole number. */
const PARTS = 64;

/** Rounds of a decision: what is within a few per cent of the best constant stays undecided. */
const ROUNDS = 400;

/** Rounds for the constant 1/16, which is 4% above the best at `s = 16`, `L = 17`. */
const SIXTEENTH_ROUNDS = 2000;

/** What is decided of an existence statement with a constant to be found. */
export interface LowerConstant {
  /** The largest constant proved, a multiple of 1/64. */
  readonly proved: number;
  /** Schedules in the mixture that proves it. */
  readonly schedules: number;
  /** What is decided of the constant 1/16. */
  readonly sixteenth: "proved" | "refuted" | "undecided";
}

/**
 * The largest constant, in parts of 64, with which the worst schedule within limits is proved to be
 * at least so bad, for every law.
 *
 *     max over smallest <= s_t <= largest of EKL(sizes) >= constant * sum_j b_j Z_j
 *
 * By bisection: what holds with a constant holds with every smaller one. A fraction of a second.
 *
 * @param numerators `b_1 .. b_L`
 * @param limits `smallest` and `largest` size
 * @returns The constant, and the verdict on 1/16
 */
export function lowerConstant(
  numerators: readonly bigint[],
  limits: { smallest: number; largest: number },
): LowerConstant {
  const length = numerators.length;
  const decide = (form: LinearForm, rounds: number): WorstScheduleDecision =>
    decideWorstSchedule(form, { length, rounds, ...limits });
  let proved = 0;
  let schedules = 0;
  let beyond = PARTS + 1;
  while (beyond - proved > 1) {
    const parts = (proved + beyond) >> 1;
    const decision = decide({
      numerators: numerators.map((numerator) => numerator * BigInt(parts)),
      denominator: BigInt(PARTS),
    }, ROUNDS);
    if (decision.verdict === "proved") {
      proved = parts;
      schedules = decision.mixture.schedules.length;
    } else beyond = parts;
  }
  return {
    proved: proved / PARTS,
    schedules,
    sixteenth: decide({ numerators, denominator: 16n }, SIXTEENTH_ROUNDS).verdict,
  };
}
