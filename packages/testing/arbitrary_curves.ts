import fc from "fast-check";
import { arbitrarySizes } from "./arbitraries.ts";
import type { Arbitrary } from "./arbitrary.ts";

/** An information curve and a schedule of its length, as plain data. */
export interface CurveCase {
  /** `Z_1 .. Z_L` in nats, non-decreasing from 0; `f(0) = Z_L` or any value above it. */
  readonly tokenMutualInformation: readonly number[];
  /** Mask sizes in order of unmasking, summing to `L`. */
  readonly sizes: readonly number[];
}

/**
 * The token mutual informations of an information curve: every curve of the length can occur.
 *
 *     Z = sum_k w_k 1[j > k],   w_k >= 0,   k = 1 .. L-1
 *
 * Step curves exactly (the extreme points), mixtures of a few steps, mixtures of all, stairs with equal
 * rises, and smooth ones: concave, convex and S-shaped. Zero everywhere for `L = 1`, and now and then for any length.
 *
 * @param length `L`, an integer of at least 1
 * @returns An arbitrary of `Z_1 .. Z_L` in nats, each at most 6
 */
export function arbitraryCurve(length: number): Arbitrary<number[]> {
  if (length === 1) return fc.constant([0]);
  const height = fc.oneof(
    fc.constantFrom(1, Math.LN2, 6, 1e-6),
    fc.double({ min: 0.01, max: 6, noNaN: true }),
  );
  const step = fc.tuple(fc.integer({ min: 1, max: length - 1 }), height);
  const steps = (least: number, most: number): Arbitrary<number[]> =>
    fc.array(step, { minLength: least, maxLength: most }).map((chosen) =>
      scaled(
        Array.from(
          { length },
          (_, j) => chosen.reduce((sum, [k, weight]) => j >= k ? sum + weight : sum, 0),
        ),
      )
    );
  const increments = fc.array(
    // Not down to subnormals: twice the half of the smallest double is 0.
    fc.oneof(fc.constant(0), fc.double({ min: 1e-9, max: 6 / length, noNaN: true })),
    { minLength: length - 1, maxLength: length - 1 },
  ).map((gaps) => {
    const z = [0];
    for (const gap of gaps) z.push(z[z.length - 1]! + gap);
    return z;
  });
  // Equal rises: straight lines and stairs, on which many schedules tie.
  const stairs = fc.array(fc.integer({ min: 0, max: 2 }), {
    minLength: length - 1,
    maxLength: length - 1,
  }).map((rises) => {
    const z = [0];
    for (const rise of rises) z.push(z[z.length - 1]! + rise / 4);
    return z;
  });
  const smooth = fc.tuple(
    height,
    fc.double({ min: 0.05, max: 12, noNaN: true }),
    fc.double({ min: 0.05, max: 12, noNaN: true }),
  ).map(([top, rise, settle]) =>
    Array.from({ length }, (_, j) => {
      const share = j / (length - 1);
      return top * share ** rise / (share ** rise + (1 - share) ** settle);
    })
  );
  return fc.oneof(
    { weight: 3, arbitrary: steps(1, 1) },
    { weight: 3, arbitrary: steps(0, 3) },
    { weight: 2, arbitrary: increments },
    { weight: 2, arbitrary: stairs.map(scaled) },
    { weight: 2, arbitrary: smooth.map(monotone) },
  );
}

/**
 * A curve with a schedule of its length.
 *
 * @param options Lengths from `least`, 1 by default, to `most`, 12 by default
 * @returns An arbitrary of cases, as plain data
 */
export function arbitraryCurveCase(
  options: { least?: number; most?: number } = {},
): Arbitrary<CurveCase> {
  const { least = 1, most = 12 } = options;
  return fc.integer({ min: least, max: most }).chain((length) =>
    fc.record({ tokenMutualInformation: arbitraryCurve(length), sizes: arbitrarySizes(length) })
  );
}

/** Keeps a sum of steps at most 6 nats, so that tolerances in nats mean the same for every curve. */
function scaled(z: number[]): number[] {
  const last = z[z.length - 1]!;
  return last > 6 ? z.map((value) => Math.min(6, value * 6 / last)) : z;
}

/** The running maximum: powers of neighbouring shares may round past each other. */
function monotone(z: number[]): number[] {
  let highest = 0;
  return z.map((value) => highest = Math.max(highest, value));
}
