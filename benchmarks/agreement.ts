import type { Tolerance } from "./workload.ts";

/**
 * Refuses figures that are not the expected ones.
 *
 *     |figure - expected| <= absolute + relative |expected|      for every figure
 *
 * @param figures What an engine answered
 * @param expected What it had to answer
 * @param options `tolerance`; `answer` and `judge`, names for the message
 * @returns The largest share of the tolerance that any figure uses, in [0, 1]
 * @throws {RangeError} When figures are missing, too far off, or not numbers
 */
export function assertAgreement(
  figures: ArrayLike<number>,
  expected: ArrayLike<number>,
  options: { tolerance: Tolerance; answer: string; judge: string },
): number {
  const { tolerance: { relative = 0, absolute = 0 }, answer, judge } = options;
  const refuse = (rule: string, got: string): never => {
    throw new RangeError(`Cannot time ${answer}: ${rule} ${judge}, got ${got}`);
  };
  if (figures.length !== expected.length) {
    refuse(`it must give the ${expected.length} figures of`, `${figures.length}`);
  }
  let worst = 0;
  for (let i = 0; i < expected.length; i++) {
    const off = Math.abs(figures[i]! - expected[i]!);
    const allowed = absolute + relative * Math.abs(expected[i]!);
    if (!(off <= allowed)) {
      refuse(
        `its answer must agree with`,
        `${figures[i]} for ${expected[i]} (figure ${i}, ${allowed} allowed)`,
      );
    }
    if (off > 0) worst = Math.max(worst, off / allowed);
  }
  return worst;
}
