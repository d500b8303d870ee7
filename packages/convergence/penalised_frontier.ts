/** A number of steps and the least path error in it. */
export interface FrontierVertex {
  /** Number of steps. */
  readonly steps: number;
  /** Least path error in that many steps, in units of the frontier. */
  readonly error: number;
}

/**
 * A corner of a frontier, the least path error as a function of the number of steps: an optimum that
 * some penalty per step makes better than any with more steps or fewer.
 */
export interface FrontierCorner extends FrontierVertex {
  /** A penalty whose solution it is; infinite and 0 for the two ends. */
  readonly penalty: number;
}

/** Two corners between which something is looked for. */
export interface CornerPair<Vertex extends FrontierVertex> {
  /** The corner with fewer steps. */
  readonly few: Vertex;
  /** The corner with more steps. */
  readonly many: Vertex;
}

/**
 * A convex frontier whose corners are found by penalties: that of one sequence, or of blocks together.
 *
 * Every optimum is a corner or lies on the straight line between two neighbouring corners, where both
 * are solutions of one penalty and what lies between them is joined from the two.
 */
export interface PenalisedFrontier<Corner extends FrontierCorner> {
  /** The corner with the fewest steps. */
  readonly fewest: Corner;
  /** The corner with the most steps. */
  readonly most: Corner;
  /** What one unit of {@linkcode FrontierVertex.error} is, in nats: a power of two. */
  readonly unit: number;
  /**
   * The corner that a penalty makes best.
   *
   * @param penalty Price of a step, in units of the frontier
   * @returns One of the solutions, where several are
   */
  solution(penalty: number): Corner;
  /**
   * About the penalty whose solution has so many steps: a place to begin a search, and no more.
   *
   * @param steps Positive
   * @returns In units of the frontier
   */
  penaltyAt(steps: number): number;
  /**
   * About the steps in which the least error falls to so much.
   *
   * @param error In units of the frontier
   * @returns A positive number
   */
  stepsAt(error: number): number;
}

/**
 * How far below a chord of the frontier, relative to the penalised errors that are compared, a corner
 * must lie to count as one: penalised errors carry the rounding of as many sums as there are steps.
 */
const CORNER = 2 ** -47;

/**
 * What one further step saves between two corners, on average.
 *
 * @param pair The two corners
 * @returns Saving per step, at least 0 up to rounding, in units of the frontier
 */
export function chordSlope({ few, many }: CornerPair<FrontierVertex>): number {
  return (few.error - many.error) / (many.steps - few.steps);
}

/**
 * The corner furthest below the chord between two corners, for the price of one solution.
 *
 * @param frontier The frontier
 * @param pair The two corners
 * @returns The corner; undefined where the frontier is the chord itself, up to rounding
 */
export function cornerBelow<Corner extends FrontierCorner>(
  frontier: PenalisedFrontier<Corner>,
  { few, many }: CornerPair<FrontierVertex>,
): Corner | undefined {
  if (many.steps - few.steps < 2) return undefined;
  const slope = chordSlope({ few, many });
  if (!(slope > 0)) return undefined;
  const corner = frontier.solution(slope);
  if (!(corner.steps > few.steps && corner.steps < many.steps)) return undefined;
  const chord = few.error + slope * few.steps;
  const below = chord - (corner.error + slope * corner.steps);
  return below > CORNER * chord ? corner : undefined;
}
