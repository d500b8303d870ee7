import { compensatedSum, curveMeasures, type InformationCurve } from "@unmask/information";
import { checkBlockSteps } from "@unmask/schedules";
import { type BlockSchedule, joinBlocks } from "./block_schedule.ts";
import { fewestSteps } from "./fewest_steps.ts";
import { frontier } from "./frontier.ts";
import { optimalSchedule, type PlannedSchedule } from "./optimal_schedule.ts";

/**
 * Share of the entropy by which a computed path error may exceed the exact one, as for the fewest
 * steps of one curve.
 */
const ROUNDING = 2 ** -49;

/**
 * The schedule of least path error in exactly `steps` steps, the blocks unmasked from left to right.
 *
 *     min over T_1 + .. + T_m = T, 1 <= T_b <= |B_b|, of sum_b error_b(T_b)
 *
 * The least error of a block is convex in its steps, since the cost of an iteration is concave
 * Monge; so each further step goes to the block that gains most by it, the earlier one of two that
 * gain as much, and no other split does better. Blocks that share one curve object are planned once.
 * `O(n^2)` time and memory for each different block of `n` tokens, as {@linkcode frontier};
 * one block is an ordinary plan.
 *
 * @param curves The block information curve of each block, from left to right
 * @param options `steps` `T`, an integer from the number of blocks to `L`
 * @returns An optimal schedule: all sizes in order of unmasking, and those of each block
 * @throws {RangeError} On steps out of that range, or a block too long for its frontier
 */
export function optimalBlockSchedule(
  curves: readonly InformationCurve[],
  options: { steps: number },
): BlockSchedule {
  checkBlockSteps(curves.map(({ length }) => length), options.steps);
  if (curves.length === 1) return joinBlocks([optimalSchedule(curves[0]!, options)]);
  return schedulesOf(curves, bestSplit(groupsOf(curves), options));
}

/**
 * The blocks' schedule of fewest steps whose path error is at most `error`.
 *
 * Errors are compared up to the rounding of a curve, as in `fewestSteps`. At least one step a block,
 * at most one a token, whose error is 0. Cost as {@linkcode optimalBlockSchedule}.
 *
 * @param curves The block information curve of each block, from left to right
 * @param options `error`, the budget in nats, at least 0
 * @returns The optimal schedule for that number of steps
 * @throws {RangeError} On a negative or NaN budget, or a block too long for its frontier
 */
export function fewestBlockSteps(
  curves: readonly InformationCurve[],
  options: { error: number },
): BlockSchedule {
  const { error } = options;
  if (!(error >= 0)) {
    throw new RangeError(`Cannot plan: the error must be at least 0 nats, got ${error}`);
  }
  if (curves.length === 1) return joinBlocks([fewestSteps(curves[0]!, options)]);
  const groups = groupsOf(curves);
  const entropy = compensatedSum(
    Float64Array.from(groups, ({ curve, blocks }) => blocks.length * curveMeasures(curve).entropy),
  );
  const allowed = error + ROUNDING * entropy;
  const errorOf = (steps: number): number =>
    compensatedSum(
      Float64Array.from(bestSplit(groups, { steps }), ({ group, steps: each, blocks }) =>
        blocks * group.errors[each - 1]!),
    );
  // The least error does not rise with the steps, so the first number within the budget is bisected.
  let fewest = curves.length;
  let enough = curves.reduce((sum, { length }) => sum + length, 0);
  while (fewest < enough) {
    const steps = Math.floor((fewest + enough) / 2);
    if (errorOf(steps) <= allowed) enough = steps;
    else fewest = steps + 1;
  }
  return schedulesOf(curves, bestSplit(groups, { steps: fewest }));
}

/** Blocks that share one curve. */
interface Group {
  readonly curve: InformationCurve;
  /** Which blocks they are, ascending. */
  readonly blocks: readonly number[];
  /** Least path error of one of them in `1, 2, ..` steps. */
  readonly errors: readonly number[];
}

/** Steps that each of the next `blocks` blocks of a group takes. */
interface Share {
  readonly group: Group;
  readonly blocks: number;
  readonly steps: number;
}

function groupsOf(curves: readonly InformationCurve[]): Group[] {
  const blocks = new Map<InformationCurve, number[]>();
  curves.forEach((curve, b) => {
    const alike = blocks.get(curve);
    if (alike === undefined) blocks.set(curve, [b]);
    else alike.push(b);
  });
  return [...blocks].map(([curve, alike]) => ({
    curve,
    blocks: alike,
    errors: frontier(curve).map(({ pathError }) => pathError),
  }));
}

/** The split of least error: step by step to where it gains most, a whole group at a time. */
function bestSplit(groups: readonly Group[], { steps }: { steps: number }): Share[] {
  // `level` steps for every block of a group, and one more for the first `ahead`.
  const levels = groups.map((group) => ({ group, level: 1, ahead: 0 }));
  let left = steps - groups.reduce((sum, { blocks }) => sum + blocks.length, 0);
  while (left > 0) {
    let best: typeof levels[number] | undefined;
    let most = -Infinity;
    for (const candidate of levels) {
      const { errors } = candidate.group;
      if (candidate.level === errors.length) continue;
      const gain = errors[candidate.level - 1]! - errors[candidate.level]!;
      if (gain > most) {
        most = gain;
        best = candidate;
      }
    }
    const { blocks } = best!.group;
    if (left < blocks.length) best!.ahead = left;
    else best!.level++;
    left -= Math.min(left, blocks.length);
  }
  return levels.flatMap(({ group, level, ahead }) => [
    { group, blocks: ahead, steps: level + 1 },
    { group, blocks: group.blocks.length - ahead, steps: level },
  ]).filter(({ blocks }) => blocks > 0);
}

function schedulesOf(
  curves: readonly InformationCurve[],
  shares: readonly Share[],
): BlockSchedule {
  const planned = new Array<PlannedSchedule>(curves.length);
  const next = new Map<Group, number>();
  for (const { group, blocks, steps } of shares) {
    const schedule = optimalSchedule(group.curve, { steps });
    const first = next.get(group) ?? 0;
    for (const b of group.blocks.slice(first, first + blocks)) planned[b] = schedule;
    next.set(group, first + blocks);
  }
  return joinBlocks(planned);
}
