import { drawSubset, streamFamily } from "@unmask/random";
import { quantile } from "simple-statistics";
import { LARGEST_P, mannWhitneyP } from "./mann_whitney.ts";
import { timeRatio } from "./time_ratio.ts";

/** What is known of the noise of a machine, from a run against itself or by default. */
export interface NoiseModel {
  /** No smaller difference is called a change, in logarithms: two runs of one program differ by it. */
  readonly floor: number;
  /** Nor one of fewer standard errors than this. */
  readonly multiple: number;
  /**
   * How far processes are usually apart in a call.
   *
   * @param call Key of the call
   * @returns Standard deviation of the logarithms; 0 where nothing is known
   */
  usualScatter(call: string): number;
}

/** Times before and after, one a process. */
type Sides = readonly [readonly number[], readonly number[]];

/** Where no run against itself is known: what calm machines show. */
export const usualNoise: NoiseModel = {
  floor: Math.log(1.05),
  multiple: 4,
  usualScatter: () => 0,
};

/**
 * The noise of a comparison: the least share by which times must differ to be called a change.
 *
 *     exp(max(floor, multiple * sigma * sqrt(1/n + 1/m))) - 1
 *
 * where `sigma` is the standard deviation of the logarithms about the mean of their own side. Where it
 * is known what is usual for the call, that counts twice, since it is of more processes: a few may agree
 * or disagree by chance.
 *
 * @param sides Times before and after, one a process
 * @param model What is known of the machine; `call`, key of the call
 * @returns A share: 0.05 for 5%
 */
export function noiseOf(
  sides: Sides,
  { model, call }: { model: NoiseModel; call: string },
): number {
  const error = errorOf(sides, model.usualScatter(call));
  return Math.expm1(Math.max(model.floor, model.multiple * error));
}

/**
 * The noise that is to be expected before anything is measured.
 *
 * @param call Key of the call
 * @param options The `model` of the machine, and how many `processes` a side has
 * @returns A share, as {@linkcode noiseOf} gives it
 */
export function expectedNoise(
  call: string,
  { model, processes }: { model: NoiseModel; processes: number },
): number {
  const error = model.usualScatter(call) * Math.sqrt(2 / processes);
  return Math.expm1(Math.max(model.floor, model.multiple * error));
}

/** Standard error of the difference of the means of the logarithms. */
function errorOf(sides: Sides, usual: number): number {
  const own = scatterOf(sides);
  const sigma = usual > 0 ? Math.sqrt((own ** 2 + 2 * usual ** 2) / 3) : own;
  return sigma * Math.sqrt(1 / sides[0].length + 1 / sides[1].length);
}

/** Standard deviation of the logarithms about the mean of their side, of all sides together. */
function scatterOf(sides: readonly (readonly number[])[]): number {
  let squares = 0;
  let freedom = 0;
  for (const side of sides) {
    // Against the first, so that times that agree scatter by 0 and not by a rounding.
    const logs = side.map((time) => Math.log(time / side[0]!));
    const mean = logs.reduce((sum, log) => sum + log, 0) / logs.length;
    squares += logs.reduce((sum, log) => sum + (log - mean) ** 2, 0);
    freedom += logs.length - 1;
  }
  return freedom > 0 ? Math.sqrt(squares / freedom) : 0;
}

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
    // The same for all calls, since a slow process is slow in many.
    const dealt = [...drawSubset(all, 2 * half, streams.at(deal))];
    return Math.max(...pools.map(({ call, pool }) => {
      const times = dealt.map((at) => pool[at]!);
      const sides: Sides = [times.slice(0, half), times.slice(half)];
      const size = Math.abs(Math.log(timeRatio(...sides).ratio));
      if (!(size > floor && mannWhitneyP(...sides) <= LARGEST_P)) return 0;
      return size / errorOf(sides, scatters.get(call)!);
    }));
  });
  // Times that agree have no error, and the floor is what stands for them.
  return quantile(worst.map((one) => Number.isFinite(one) ? one : 0), CALM_SHARE);
}
