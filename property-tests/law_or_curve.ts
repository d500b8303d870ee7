import assert from "node:assert/strict";
import { buildSource, type Case, type CurveCase, NaiveLaw } from "@unmask/testing";

/** A schedule with a law, whose curve is enumerated, or with a curve itself. */
export type LawOrCurve = Case | CurveCase;

/** `Z_1 .. Z_L` of a case, by enumeration where it is a law. */
export function tokenMutualInformation(value: LawOrCurve): readonly number[] {
  if ("tokenMutualInformation" in value) return value.tokenMutualInformation;
  const curve = new NaiveLaw(buildSource(value.source)).curve();
  return curve.map((entropy) => curve[0]! - entropy);
}

/** `sum_t sum_j (Z_{N_t + j} - Z_{N_t + 1})`, apart from the code under test. */
export function errorOf(z: readonly number[], sizes: readonly number[]): number {
  let revealed = 0;
  let sum = 0;
  for (const size of sizes) {
    for (let j = 0; j < size; j++) sum += z[revealed + j]! - z[revealed]!;
    revealed += size;
  }
  return sum;
}

/** `TC = sum_j Z_j`. */
export function totalCorrelationOf(z: readonly number[]): number {
  return z.reduce((sum, value) => sum + value, 0);
}

/** `DTC = sum_j (Z_L - Z_j)`. */
export function dualTotalCorrelationOf(z: readonly number[]): number {
  return z.reduce((sum, value) => sum + z[z.length - 1]! - value, 0);
}

/**
 * Asserts `smaller <= larger` up to the rounding of the longest sums here: 40 terms of at most
 * 6 nats, and enumerated entropies of a few nats.
 */
export function assertAtMost(smaller: number, larger: number): void {
  const slack = 1e-12 + 1e-12 * Math.abs(larger);
  assert.ok(smaller <= larger + slack, `${smaller} is above ${larger}`);
}
