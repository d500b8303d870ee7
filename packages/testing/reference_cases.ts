import { assertClose } from "./close.ts";
import type { SourceSpec } from "./source_spec.ts";

/** A schedule with its errors to 30 digits. */
export interface ReferenceSchedule {
  /** Mask sizes in order of unmasking. */
  readonly sizes: readonly number[];
  /** Path error in nats. */
  readonly pathError: string;
  /** Endpoint error in nats, absent for long chains. */
  readonly endpointError?: string;
}

/** A law with its measures to 30 digits, by enumeration in 50-digit arithmetic (mpmath 1.3.0). */
export interface ReferenceCase {
  /** Name in words. */
  readonly name: string;
  /** The law. */
  readonly source: SourceSpec;
  /** Tokens in a sequence. */
  readonly length: number;
  /** `H(X)` in nats. */
  readonly entropy: string;
  /** `f(0) .. f(L-1)` in nats. */
  readonly informationCurve: readonly string[];
  /** `I(X_i; X_-i)` for each `i` in nats, absent for long chains. */
  readonly tokenMutualInformation?: readonly string[];
  /** TC in nats. */
  readonly totalCorrelation: string;
  /** DTC in nats. */
  readonly dualTotalCorrelation: string;
  /** Schedules with their errors. */
  readonly schedules: readonly ReferenceSchedule[];
  /** The optimum for some numbers of steps; long chains list sizes only through `steps`. */
  readonly optimal: readonly { readonly steps: number; readonly pathError: string }[];
}

/**
 * The 50-digit reference cases that every closed form and engine is held against.
 *
 * @returns The cases of `testdata/cases.json`
 */
export async function referenceCases(): Promise<readonly ReferenceCase[]> {
  const url = new URL("./testdata/cases.json", import.meta.url);
  const { cases } = JSON.parse(await Deno.readTextFile(url));
  return cases;
}

/**
 * The reference cases of some kinds of source.
 *
 * @param kinds Kinds of `buildSource`
 * @returns Their cases
 */
export async function buildableCases(
  kinds: readonly SourceSpec["kind"][],
): Promise<readonly ReferenceCase[]> {
  return (await referenceCases()).filter(({ source }) => kinds.includes(source.kind));
}

/**
 * Asserts that a computed number agrees with a reference to 1e-12 of it, and to 1e-14 nats where it
 * is 0: entropies of a few nats carry a few roundings of 2e-16.
 *
 * @param actual What was computed
 * @param reference Decimal digits of the exact value
 * @throws {assert.AssertionError} When they differ by more
 */
export function assertReference(actual: number, reference: string): void {
  const expected = Number(reference);
  assertClose(actual, expected, expected === 0 ? { absolute: 1e-14 } : { relative: 1e-12 });
}
