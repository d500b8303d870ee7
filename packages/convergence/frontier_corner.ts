import type { InformationCurve } from "@unmask/information";
import { type MaskSizes, maskSizes } from "@unmask/schedules";
import { joinedCounts } from "./joined_counts.ts";
import { PenalisedProgram } from "./penalised_program.ts";

/** A number of steps and the least path error in it. */
export interface FrontierVertex {
  /** Number of steps. */
  readonly steps: number;
  /** Least path error in that many steps, in units of the hull. */
  readonly error: number;
}

/**
 * A corner of the frontier, the least path error as a function of the number of steps: an optimal
 * schedule that some penalty per step makes better than any with more steps or fewer.
 */
export interface Corner extends FrontierVertex {
  /** Revealed counts after each step, `N_1 .. N_T = L`. */
  readonly counts: Int32Array;
  /** A penalty whose solution it is; 0 and infinite for the two ends. */
  readonly penalty: number;
}

/** Two corners between which something is looked for. */
export interface CornerPair<Vertex extends FrontierVertex = Corner> {
  /** The corner with fewer steps. */
  readonly few: Vertex;
  /** The corner with more steps. */
  readonly many: Vertex;
}

/**
 * How far below a chord of the frontier, relative to the penalised errors that are compared, a corner
 * must lie to count as one: penalised errors carry the rounding of as many sums as there are steps.
 */
const CORNER = 2 ** -47;

/**
 * The lower convex hull of the points (steps, least path error), found corner by corner.
 *
 * The optimum is convex in the number of steps, so every optimum is a corner or lies on the straight
 * line between two neighbouring corners, where both are solutions of one penalty and a schedule
 * between them is joined from the two.
 */
export class FrontierHull {
  /** All at once: the corner with the fewest steps. */
  readonly oneShot: Corner;
  /** One token at a time: the corner with the most steps. */
  readonly singles: Corner;
  /** What one unit of {@linkcode Corner.error} is, in nats: a power of two near `Z_L`. */
  readonly unit: number;
  readonly #program: PenalisedProgram;
  /** `(sum_j sqrt(Z_{j+1} - Z_j))^2`, the constant of the continuum limit. */
  readonly #roughness: number;

  /**
   * The hull of a curve, of which only the two ends are known yet. O(L).
   *
   * @param curve Exact information curve
   */
  constructor(curve: InformationCurve) {
    const { length, tokenMutualInformation } = curve;
    const greatest = tokenMutualInformation[length - 1]!;
    this.unit = greatest > 0 ? 2 ** Math.floor(Math.log2(greatest)) : 1;
    const scaled = tokenMutualInformation.map((z) => z / this.unit);
    this.#program = new PenalisedProgram(scaled);
    let sum = 0;
    for (let j = 1; j < length; j++) sum += Math.sqrt(scaled[j]! - scaled[j - 1]!);
    this.#roughness = sum ** 2;
    this.oneShot = this.#corner(Int32Array.of(length), Infinity);
    this.singles = this.#corner(Int32Array.from({ length }, (_, t) => t + 1), 0);
  }

  /**
   * The corner that a penalty makes best. O(L).
   *
   * @param penalty Price of a step, in units of the hull
   * @returns One of the solutions, where several are
   */
  solution(penalty: number): Corner {
    return this.#corner(this.#program.solve(penalty), penalty);
  }

  /**
   * The corner furthest below the chord between two corners. O(L).
   *
   * @param pair The two corners
   * @returns The corner; undefined where the frontier is the chord itself, up to rounding
   */
  cornerBelow({ few, many }: CornerPair<FrontierVertex>): Corner | undefined {
    if (many.steps - few.steps < 2) return undefined;
    const slope = chordSlope({ few, many });
    if (!(slope > 0)) return undefined;
    const corner = this.solution(slope);
    if (!(corner.steps > few.steps && corner.steps < many.steps)) return undefined;
    const chord = few.error + slope * few.steps;
    const below = chord - (corner.error + slope * corner.steps);
    return below > CORNER * chord ? corner : undefined;
  }

  /**
   * About the penalty whose solution has so many steps, in the continuum limit.
   *
   *     error ~ r / 2T,   penalty ~ r / 2T^2,   r = (sum_j sqrt(Z_{j+1} - Z_j))^2
   *
   * @param steps `T`, positive
   * @returns The penalty, in units of the hull; a place to begin a search, and no more
   */
  penaltyAt(steps: number): number {
    return this.#roughness / (2 * steps ** 2);
  }

  /**
   * About the steps in which the least error falls to so much, in the same limit.
   *
   * @param error In units of the hull
   * @returns `r / (2 error + Z_L)`: the second term is that of one token a step, where the error is 0
   */
  stepsAt(error: number): number {
    return this.#roughness / (2 * error + 1);
  }

  #corner(counts: Int32Array, penalty: number): Corner {
    return { steps: counts.length, error: this.#program.error(counts), counts, penalty };
  }
}

/**
 * What one further step saves between two corners, on average.
 *
 * @param pair The two corners
 * @returns Saving per step, at least 0 up to rounding, in units of the hull
 */
export function chordSlope({ few, many }: CornerPair<FrontierVertex>): number {
  return (few.error - many.error) / (many.steps - few.steps);
}

/**
 * An optimal schedule between two neighbouring corners.
 *
 * @param pair Corners with no corner between them
 * @param options `steps` from those of `few` to those of `many`
 * @returns Mask sizes in order of unmasking
 */
export function scheduleBetween(
  { few, many }: CornerPair,
  { steps }: { steps: number },
): MaskSizes {
  const counts = steps === few.steps
    ? few.counts
    : steps === many.steps
    ? many.counts
    : joinedCounts(few.counts, many.counts, { steps });
  return maskSizes(Array.from(counts, (end, t) => end - (t === 0 ? 0 : counts[t - 1]!)));
}
