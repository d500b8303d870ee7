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
export type Sides = readonly [readonly number[], readonly number[]];

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

/**
 * Standard error of the difference of the means of the logarithms.
 *
 * @param sides Times
 * @param usual How far processes are usually apart; 0 where that is not known
 * @returns In logarithms
 */
export function errorOf(sides: Sides, usual: number): number {
  const own = scatterOf(sides);
  const sigma = usual > 0 ? Math.sqrt((own ** 2 + 2 * usual ** 2) / 3) : own;
  return sigma * Math.sqrt(1 / sides[0].length + 1 / sides[1].length);
}

/**
 * Standard deviation of the logarithms about the mean of their side, of all sides together.
 *
 * @param sides Times
 * @returns In logarithms; 0 where no side has two
 */
export function scatterOf(sides: readonly (readonly number[])[]): number {
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
