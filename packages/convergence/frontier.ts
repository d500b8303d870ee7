import type { InformationCurve } from "@unmask/information";
import { FrontierHull } from "./frontier_hull.ts";
import { cornerBelow, type CornerPair, type FrontierVertex } from "./penalised_frontier.ts";

/** Longest sequence whose frontier is given at every number of steps; longer ones give corners. */
export const FRONTIER_LENGTH_LIMIT = 4096;

/**
 * Most tokens visited while corners of a long frontier are looked for, some ten seconds' work: every
 * corner up to 16,384 tokens, hundreds of corners of a million tokens.
 */
export const FRONTIER_WORK_LIMIT = 2 ** 29;

/** The least path error in a number of steps. */
export interface FrontierPoint {
  /** Number of steps. */
  readonly steps: number;
  /** Least path error in nats. */
  readonly pathError: number;
}

/** Corners of a frontier. */
export interface FrontierCorners {
  /** The corners found, by rising steps: the first is one step, the last all of them. */
  readonly points: readonly FrontierPoint[];
  /**
   * Whether these are all corners, so that the least error is linear between neighbouring points;
   * where not, it lies below the straight line and above the ones on either side continued.
   */
  readonly complete: boolean;
}

/**
 * The least path error for every number of steps: the price list of a law.
 *
 * Falls from the total correlation at one step to 0 at `L` steps, and is convex. O(L) for each of
 * the frontier's corners, O(L^2) at worst.
 *
 * @param curve Exact information curve
 * @returns `L` points, for `1 .. L` steps
 * @throws {RangeError} When `L` is above {@linkcode FRONTIER_LENGTH_LIMIT}; see
 *   {@linkcode frontierCorners}
 */
export function frontier(curve: InformationCurve): FrontierPoint[] {
  const { length } = curve;
  if (!(length <= FRONTIER_LENGTH_LIMIT)) {
    throw new RangeError(
      `Cannot give the frontier at every number of steps: the length must be at most ${FRONTIER_LENGTH_LIMIT}, got ${length}`,
    );
  }
  const { corners } = cornersOf(curve, { work: Infinity });
  const points: FrontierPoint[] = [corners[0]!];
  corners.slice(1).forEach((many, i) => {
    const few = corners[i]!;
    for (let steps = few.steps + 1; steps < many.steps; steps++) {
      const share = (steps - few.steps) / (many.steps - few.steps);
      points.push({ steps, pathError: (1 - share) * few.pathError + share * many.pathError });
    }
    points.push(many);
  });
  return points;
}

/**
 * The corners of the frontier: between two neighbouring ones the least path error is linear in the
 * number of steps.
 *
 * O(L) a corner. Where there are more corners than the work allows, wide gaps are halved before narrow
 * ones: on a curve whose error falls as `1/T`, corners are then spread evenly over `log T`.
 *
 * @param curve Exact information curve
 * @param options `work`, most tokens to visit, {@linkcode FRONTIER_WORK_LIMIT} by default; `onCorner`
 *   is called with the number of corners found so far and the share of the work that is done
 * @returns The corners
 */
export function frontierCorners(
  curve: InformationCurve,
  options: { work?: number; onCorner?(found: number, share: number): void } = {},
): FrontierCorners {
  const { work = FRONTIER_WORK_LIMIT, onCorner } = options;
  const { corners, complete } = cornersOf(curve, { work, ...(onCorner ? { onCorner } : {}) });
  return { points: corners, complete };
}

function cornersOf(
  curve: InformationCurve,
  { work, onCorner }: { work: number; onCorner?(found: number, share: number): void },
): { corners: FrontierPoint[]; complete: boolean } {
  const hull = new FrontierHull(curve);
  const point = ({ steps, error }: FrontierVertex): FrontierPoint => ({
    steps,
    pathError: error * hull.unit,
  });
  const corners = [hull.fewest, hull.most].slice(0, Math.min(2, curve.length)).map(point);
  const passes = Math.floor(work / curve.length);
  // In the order in which they open: wide gaps before the narrow ones within them.
  const open: CornerPair<FrontierVertex>[] = [{ few: hull.fewest, many: hull.most }];
  let pass = 0;
  for (; pass < open.length && pass < passes; pass++) {
    const pair = open[pass]!;
    const corner = cornerBelow(hull, pair);
    if (corner === undefined) continue;
    corners.push(point(corner));
    // Without its schedule: thousands of those would take gigabytes.
    const vertex = { steps: corner.steps, error: corner.error };
    open.push({ few: pair.few, many: vertex }, { few: vertex, many: pair.many });
    onCorner?.(corners.length, (pass + 1) / passes);
  }
  corners.sort((a, b) => a.steps - b.steps);
  return { corners, complete: pass === open.length };
}
