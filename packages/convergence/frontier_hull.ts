import { informationBetween, type InformationCurve } from "@unmask/information";
import { type MaskSizes, maskSizes } from "@unmask/schedules";
import { joinedCounts } from "./joined_counts.ts";
import type { CornerPair, FrontierCorner, PenalisedFrontier } from "./penalised_frontier.ts";
import { PenalisedProgram } from "./penalised_program.ts";

/** A corner of the frontier of one sequence. */
export interface ScheduleCorner extends FrontierCorner {
  /** Revealed counts after each step, `N_1 .. N_T = L`. */
  readonly counts: Int32Array;
}

/**
 * The frontier of one curve: the lower convex hull of the points (steps, least path error), found
 * corner by corner.
 */
export class FrontierHull implements PenalisedFrontier<ScheduleCorner> {
  /** All at once. */
  readonly fewest: ScheduleCorner;
  /** One token at a time. */
  readonly most: ScheduleCorner;
  /** A power of two near `Z_L`. */
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
    const { length, conditionalEntropies, tokenMutualInformation } = curve;
    const greatest = tokenMutualInformation[length - 1]!;
    this.unit = greatest > 0 ? 2 ** Math.floor(Math.log2(greatest)) : 1;
    const scaled = {
      conditionalEntropies: conditionalEntropies.map((f) => f / this.unit),
      tokenMutualInformation: tokenMutualInformation.map((z) => z / this.unit),
    };
    this.#program = new PenalisedProgram(scaled);
    let sum = 0;
    for (let j = 1; j < length; j++) {
      sum += Math.sqrt(informationBetween(scaled, { from: j - 1, to: j }));
    }
    this.#roughness = sum ** 2;
    this.fewest = this.#corner(Int32Array.of(length), Infinity);
    this.most = this.#corner(Int32Array.from({ length }, (_, t) => t + 1), 0);
  }

  /**
   * The corner that a penalty makes best. O(L).
   *
   * @param penalty Price of a step, in units of the hull
   * @returns One of the solutions, where several are
   */
  solution(penalty: number): ScheduleCorner {
    return this.#corner(this.#program.solve(penalty), penalty);
  }

  /**
   * About the penalty whose solution has so many steps, in the continuum limit.
   *
   *     error ~ r / 2T,   penalty ~ r / 2T^2,   r = (sum_j sqrt(Z_{j+1} - Z_j))^2
   *
   * @param steps `T`, positive
   * @returns The penalty, in units of the hull
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

  #corner(counts: Int32Array, penalty: number): ScheduleCorner {
    return { steps: counts.length, error: this.#program.error(counts), counts, penalty };
  }
}

/**
 * An optimal schedule between two neighbouring corners.
 *
 * @param pair Corners with no corner between them
 * @param options `steps` from those of `few` to those of `many`
 * @returns Mask sizes in order of unmasking
 */
export function scheduleBetween(
  { few, many }: CornerPair<ScheduleCorner>,
  { steps }: { steps: number },
): MaskSizes {
  const counts = steps === few.steps
    ? few.counts
    : steps === many.steps
    ? many.counts
    : joinedCounts(few.counts, many.counts, { steps });
  return maskSizes(Array.from(counts, (end, t) => end - (t === 0 ? 0 : counts[t - 1]!)));
}
