import {
  cornerBelow,
  type CornerPair,
  type FrontierCorner,
  type PenalisedFrontier,
} from "./penalised_frontier.ts";

/** Penalties that are guessed before only chords are followed, which always arrive. */
const GUESSES = 8;

/**
 * How far beyond the target a guess aims while corners are known on one side of it only, as a factor:
 * a corner on the other side, and close, is worth more than one that is closer still on the same side.
 */
const BEYOND = 1.01;

/** What is looked for on a frontier: where a falling or rising measure of its corners meets a target. */
export interface FrontierTarget {
  /** Rises with the number of steps (`steps`) or falls (`error`). */
  readonly measure: "steps" | "error";
  /** The value to meet, in steps or in units of the frontier; not beyond its two ends. */
  readonly value: number;
}

/**
 * The neighbouring corners of a frontier between which it meets a target.
 *
 * Errors fall about as `1/T`, so penalties are guessed as powers of the measure, `steps^-2` or
 * `error^2`, first from the frontier's own estimate and then between the corners found. Where a guess
 * finds nothing new, the slope of the chord either finds a corner between the two or proves that
 * there is none. About ten passes for any number of steps on a smooth curve.
 *
 * @param frontier The frontier
 * @param target What is looked for
 * @returns `few`, the last corner short of the target, and `many`, the first that meets it; both the
 *   same corner where it has exactly the steps that are wanted
 */
export function cornersAround<Corner extends FrontierCorner>(
  frontier: PenalisedFrontier<Corner>,
  target: FrontierTarget,
): CornerPair<Corner> {
  const { measure, value } = target;
  const meets = (corner: Corner): boolean =>
    measure === "steps" ? corner.steps >= value : corner.error <= value;
  let few = frontier.fewest;
  let many = frontier.most;
  let guess = frontier.penaltyAt(measure === "steps" ? value : frontier.stepsAt(value));
  for (let trial = 0;; trial++) {
    const guessed = trial < GUESSES && guess > many.penalty && guess < few.penalty;
    const corner = guessed ? frontier.solution(guess) : cornerBelow(frontier, { few, many });
    if (corner === undefined) return { few, many };
    if (!(corner.steps > few.steps && corner.steps < many.steps)) {
      guess = NaN;
      continue;
    }
    if (measure === "steps" && corner.steps === value) return { few: corner, many: corner };
    if (meets(corner)) many = corner;
    else few = corner;
    guess = interpolatedPenalty({ few, many }, target);
  }
}

/** The penalty at the target if penalties are a power of the measure; NaN where nothing is known. */
function interpolatedPenalty(
  { few, many }: CornerPair<FrontierCorner>,
  { measure, value }: FrontierTarget,
): number {
  const [left, right] = [few[measure], many[measure]];
  if (!(left > 0 && right > 0 && value > 0)) return NaN;
  if (few.penalty < Infinity && many.penalty > 0) {
    const share = Math.log(value / left) / Math.log(right / left);
    return few.penalty * (many.penalty / few.penalty) ** share;
  }
  const exponent = measure === "steps" ? -2 : 2;
  if (few.penalty < Infinity) return few.penalty * (value / left) ** exponent / BEYOND;
  if (many.penalty > 0) return many.penalty * (value / right) ** exponent * BEYOND;
  return NaN;
}
