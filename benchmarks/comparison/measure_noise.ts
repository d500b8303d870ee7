import { streamFamily } from "@unmask/random";
import { quantile } from "simple-statistics";
import { dealProcesses } from "./deal_processes.ts";
import { LARGEST_P, mannWhitneyP } from "./mann_whitney.ts";
import { errorOf, type NoiseModel, scatterOf, type Sides } from "./noise.ts";
import { timeRatio } from "./time_ratio.ts";

/** Share of the calls of a run against itself whose difference lies below the floor. */
const FLOOR_SHARE = 0.95;

/** Fewest standard errors, and the room above the most that a run against itself showed. */
const LEAST_MULTIPLE = 3;
const ROOM = 1.25;

/** Processes of both runs are dealt anew so often, to sides of so many, .. */
const DEALS = 200;
const PROCESSES = 5;

/** .. and in this share of the deals no call at all may be said to have changed. */
const CALM_SHARE = 0.98;

/**
 * What a program run against itself tells of the noise.
 *
 * @param runs For each call, the times of both runs
 * @returns The floor that 95% of the calls stay below and all whose times agree within each run; the
 *   multiple of standard errors that all others stay below with a quarter to spare, and below which
 *   no call is seen to change in 98% of the ways in which the processes of both could have been dealt;
 *   and the scatter of each call
 * @throws {RangeError} When there is no call
 */
export function measureNoise(
  runs: ReadonlyMap<string, Sides>,
): NoiseModel {
  if (!(runs.size > 0)) {
    throw new RangeError("Cannot tell the noise: there must be a call, got none");
  }
  const scatters = new Map([...runs].map(([call, sides]) => [call, scatterOf(sides)]));
  const differences = [...runs].map(([call, [a, b]]) => ({
    size: Math.abs(Math.log(timeRatio(a, b).ratio)),
    error: scatters.get(call)! * Math.sqrt(1 / a.length + 1 / b.length),
  }));
  // No multiple of a standard error of zero reaches a difference: only the floor can.
  const floor = Math.max(
    quantile(differences.map(({ size }) => size), FLOOR_SHARE),
    ...differences.filter(({ error }) => error === 0).map(({ size }) => size),
  );
  const most = Math.max(
    ...differences.filter(({ size }) => size > floor).map(({ size, error }) => size / error),
  );
  return {
    floor,
    multiple: Math.max(LEAST_MULTIPLE, ROOM * most, calmMultiple(runs, { floor, scatters })),
    usualScatter: (call) => scatters.get(call) ?? 0,
  };
}

/** The multiple that keeps comparisons of a program with itself calm, all calls at once. */
function calmMultiple(
  runs: ReadonlyMap<string, Sides>,
  { floor, scatters }: { floor: number; scatters: ReadonlyMap<string, number> },
): number {
  const pools = [...runs].map(([call, [a, b]]) => ({ call, pool: [...a, ...b] }));
  const all = Math.min(...pools.map(({ pool }) => pool.length));
  const half = Math.min(PROCESSES, Math.floor(all / 2));
  const streams = streamFamily({ seed: 0, cell: "benchmarks", purpose: "noise" });
  const worst = Array.from({ length: DEALS }, (_, deal) => {
    const sidesOf = dealProcesses(all, { processes: half, stream: streams.at(deal) });
    return Math.max(...pools.map(({ call, pool }) => {
      const sides = sidesOf(pool);
      const size = Math.abs(Math.log(timeRatio(...sides).ratio));
      if (!(size > floor && mannWhitneyP(...sides) <= LARGEST_P)) return 0;
      return size / errorOf(sides, scatters.get(call)!);
    }));
  });
  // Times that agree have no error, and the floor is what stands for them.
  return quantile(worst.map((one) => Number.isFinite(one) ? one : 0), CALM_SHARE);
}
