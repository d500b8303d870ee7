import { choleskyFactor, choleskySolve } from "./cholesky.ts";
import type { SplineFit } from "./spline_fit.ts";

/** Penalties that are tried, as powers of ten of the fit's scale. */
const EXPONENTS = Array.from({ length: 19 }, (_, i) => -5 + i / 2);

/**
 * How much more than itself a free parameter counts in the cross-validation: at 1 the choice is too
 * often much too rough, see S. Wood, "Generalized additive models", 2017, section 6.2.5.
 */
const PARAMETER_COST = 1.4;

/** Weight of a step up against the heaviest function, so that steps up are under 1e-7 of the rest. */
const RISE_WEIGHT = 1e8;

/** Most rounds of finding which steps are held at zero; each round changes few. */
const MOST_ROUNDS = 60;

/** A penalty that was tried: all that does not depend on the losses. */
interface Trial {
  readonly weight: number;
  readonly factor: Float64Array;
  /** `trace (A + weight P)^-1 A`: effective free parameters. */
  readonly parameters: number;
}

/** A smooth curve through losses. */
export interface MonotoneSmooth {
  /** Coefficients, not increasing. */
  readonly coefficients: Float64Array;
  /** Effective free parameters before the shape is imposed, at least 2. */
  readonly parameters: number;
}

/**
 * Penalised least-squares splines that do not increase.
 *
 *     min |y - X b|^2_W + lambda b^T P b   over b_1 >= b_2 >= ..
 *
 * `lambda` minimises the generalised cross-validation `n RSS / (n - 1.4 tr)^2` of the fit without the
 * constraint. The constraint is a heavy penalty on the steps that rise, round by round until the same
 * steps do. The matrices are factored once: O(n^2) for each penalty and O(n^3) a round for each log.
 */
export class MonotoneSmoother {
  readonly #fit: SplineFit;
  readonly #places: number;
  readonly #trials: readonly Trial[];

  /**
   * Factors the matrices of every penalty.
   *
   * @param fit Fit at the places of the losses
   */
  constructor(fit: SplineFit) {
    this.#fit = fit;
    this.#places = fit.rows.values.length;
    this.#trials = EXPONENTS.map((exponent) => trial(fit, fit.scale * 10 ** exponent));
  }

  /**
   * The smooth curve through losses.
   *
   * @param least Their coefficients without smoothing, see `leastSquares`
   * @param misfit Their distance from those
   * @returns The curve
   */
  smooth(least: Float64Array, misfit: number): MonotoneSmooth {
    const { normal } = this.#fit;
    const size = least.length;
    const side = product(normal, least);
    let best: { score: number; trial: Trial; coefficients: Float64Array } | undefined;
    for (const trial of this.#trials) {
      const coefficients = choleskySolve(trial.factor, side.slice());
      const change = coefficients.map((value, i) => value - least[i]!);
      const moved = product(normal, change);
      let squares = misfit;
      for (let i = 0; i < size; i++) squares += change[i]! * moved[i]!;
      const free = this.#places - PARAMETER_COST * trial.parameters;
      // Rougher fits than the places can judge are passed over.
      const score = free > 0 ? squares / free ** 2 : Infinity;
      if (best === undefined || score < best.score) best = { score, trial, coefficients };
    }
    const { trial, coefficients } = best!;
    return {
      coefficients: this.#withoutRises(coefficients, side, trial),
      parameters: trial.parameters,
    };
  }

  #withoutRises(
    unconstrained: Float64Array,
    side: Float64Array,
    { weight }: Trial,
  ): Float64Array {
    const { normal, penalty } = this.#fit;
    const size = unconstrained.length;
    let heaviest = 0;
    for (let i = 0; i < size; i++) heaviest = Math.max(heaviest, normal[i * size + i]!);
    const heavy = RISE_WEIGHT * heaviest;
    let coefficients = unconstrained;
    let held = "";
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const rises: number[] = [];
      for (let i = 0; i + 1 < size; i++) {
        if (coefficients[i + 1]! > coefficients[i]!) rises.push(i);
      }
      const key = rises.join();
      if (key === held) break;
      held = key;
      const matrix = normal.map((value, i) => value + weight * penalty[i]!);
      for (const i of rises) {
        matrix[i * size + i]! += heavy;
        matrix[(i + 1) * size + i + 1]! += heavy;
        matrix[(i + 1) * size + i]! -= heavy;
        matrix[i * size + i + 1]! -= heavy;
      }
      coefficients = choleskySolve(choleskyFactor(matrix, size), side.slice());
    }
    const flat = coefficients.slice();
    for (let i = 1; i < size; i++) flat[i] = Math.min(flat[i]!, flat[i - 1]!);
    return flat;
  }
}

function trial({ normal, penalty, basis: { size } }: SplineFit, weight: number): Trial {
  const factor = choleskyFactor(
    normal.map((value, i) => value + weight * penalty[i]!),
    size,
  );
  let parameters = 0;
  for (let i = 0; i < size; i++) {
    parameters += choleskySolve(factor, normal.slice(i * size, (i + 1) * size))[i]!;
  }
  return { weight, factor, parameters };
}

function product(matrix: Float64Array, vector: Float64Array): Float64Array {
  const size = vector.length;
  const result = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    let sum = 0;
    for (let j = 0; j < size; j++) sum += matrix[i * size + j]! * vector[j]!;
    result[i] = sum;
  }
  return result;
}
