import type { InformationCurve } from "@unmask/information";
import type { MaskSizes } from "@unmask/schedules";
import { FrontierHull, scheduleBetween, type ScheduleCorner } from "./frontier_hull.ts";
import type { CornerPair, FrontierCorner, PenalisedFrontier } from "./penalised_frontier.ts";

/** Blocks that share one curve. */
interface BlockGroup {
  readonly hull: FrontierHull;
  /** Which blocks they are, ascending. */
  readonly blocks: readonly number[];
  /** Units of the group's hull in one unit of the joint frontier, a power of two. */
  readonly scale: number;
}

/** A corner of the frontier of all blocks: a corner of each group, all of one penalty. */
export interface JointCorner extends FrontierCorner {
  /** The corner that every block of a group is at, by group. */
  readonly parts: readonly ScheduleCorner[];
}

/**
 * The least sum of the path errors of blocks against the steps that they take together.
 *
 * A sum of convex frontiers under a common budget: at a common penalty per step each block is at its
 * own solution, and the sum is the joint one, since nothing else couples the blocks. Blocks that share
 * one curve object are solved once: `O(n)` a penalty for each different block of `n` tokens.
 */
export class JointFrontier implements PenalisedFrontier<JointCorner> {
  /** One step for every block. */
  readonly fewest: JointCorner;
  /** One token at a time. */
  readonly most: JointCorner;
  /** The largest of the groups' units. */
  readonly unit: number;
  readonly #groups: readonly BlockGroup[];
  readonly #blocks: number;

  /**
   * The joint frontier of blocks.
   *
   * @param curves The block information curve of each block, from left to right; one at least
   */
  constructor(curves: readonly InformationCurve[]) {
    const alike = Map.groupBy(curves.keys(), (block) => curves[block]!);
    const hulls = [...alike].map(([curve, blocks]) => ({ hull: new FrontierHull(curve), blocks }));
    this.unit = hulls.reduce((unit, { hull }) => Math.max(unit, hull.unit), 0);
    this.#groups = hulls.map((group) => ({ ...group, scale: this.unit / group.hull.unit }));
    this.#blocks = curves.length;
    this.fewest = this.#corner(this.#groups.map(({ hull }) => hull.fewest), Infinity);
    this.most = this.#corner(this.#groups.map(({ hull }) => hull.most), 0);
  }

  /**
   * The corner that a penalty makes best.
   *
   * @param penalty Price of a step, in units of the frontier
   * @returns One of the solutions, where several are
   */
  solution(penalty: number): JointCorner {
    return this.#corner(
      this.#groups.map(({ hull, scale }) => hull.solution(penalty * scale)),
      penalty,
    );
  }

  /**
   * About the penalty at which the blocks take so many steps together: as many each.
   *
   * @param steps Steps of all blocks, positive
   * @returns The penalty, in units of the frontier
   */
  penaltyAt(steps: number): number {
    const each = this.#groups.map(({ hull, scale }) =>
      hull.penaltyAt(steps / this.#blocks) / scale
    );
    return Math.max(...each);
  }

  /**
   * About the steps of all blocks at which their errors sum to so much: as much error each.
   *
   * @param error In units of the frontier
   * @returns Their sum
   */
  stepsAt(error: number): number {
    return this.#groups.reduce(
      (sum, { hull, blocks, scale }) =>
        sum + blocks.length * hull.stepsAt(error / this.#blocks * scale),
      0,
    );
  }

  /**
   * The best schedules of all blocks between two neighbouring corners: a step more saves as much in any
   * block that can still take one, so they go to the groups in order and evenly within each.
   *
   * @param pair Corners with no corner between them
   * @param options `steps` from those of `few` to those of `many`
   * @returns The schedule of each block, from left to right
   */
  schedulesBetween(
    { few, many }: CornerPair<JointCorner>,
    { steps }: { steps: number },
  ): MaskSizes[] {
    const schedules = new Array<MaskSizes>(this.#blocks);
    let left = steps - few.steps;
    this.#groups.forEach(({ blocks }, g) => {
      const pair = { few: few.parts[g]!, many: many.parts[g]! };
      const taken = Math.min(left, blocks.length * (pair.many.steps - pair.few.steps));
      left -= taken;
      const level = pair.few.steps + Math.floor(taken / blocks.length);
      const ahead = taken % blocks.length;
      const lower = scheduleBetween(pair, { steps: level });
      const higher = ahead > 0 ? scheduleBetween(pair, { steps: level + 1 }) : lower;
      blocks.forEach((block, i) => schedules[block] = i < ahead ? higher : lower);
    });
    return schedules;
  }

  #corner(parts: readonly ScheduleCorner[], penalty: number): JointCorner {
    let steps = 0;
    let error = 0;
    this.#groups.forEach(({ blocks, scale }, g) => {
      steps += blocks.length * parts[g]!.steps;
      error += blocks.length * parts[g]!.error / scale;
    });
    return { steps, error, penalty, parts };
  }
}
