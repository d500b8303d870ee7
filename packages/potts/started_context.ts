import { compensatedSum } from "@unmask/information";
import { NEGLIGIBLE_SHARE } from "./chain_curve.ts";
import type { ContextInformation } from "./context_information.ts";

/**
 * The context information of a chain with a given start, pair by pair.
 *
 *     D_d = sum_{p=1}^{n-d} [ I(X_p; X_{p+d}) - I(X_{p-1}; X_{p+d}) ]
 *
 * The differences are taken as in `stationaryContext`. `n^2 / 2` pairs for `n` tokens; from where the
 * laws of the tokens have settled, every pair is the same and is counted.
 *
 * @param options `length`, the tokens `n` after the first; `settled`, the position from which on all
 *   tokens have one law; `tokenEntropies` up to there; `pairRow`, `I(X_a; X_{a+d})` for `a` up to
 *   there; `gapEntropy`, `H(X_{p+d} | X_p)`
 * @returns The context information, in nats
 */
export function startedContext(
  options: {
    length: number;
    settled: number;
    tokenEntropies: readonly number[];
    pairRow: (distance: number) => Float64Array;
    gapEntropy: (position: number, distance: number) => number;
  },
): ContextInformation {
  const { length, settled, tokenEntropies, pairRow, gapEntropy } = options;
  const tokenEntropy = (i: number): number => tokenEntropies[Math.min(i, settled)]!;
  const entropies = Float64Array.from({ length }, (_, i) => tokenEntropy(i + 1));
  const steps: number[] = [];
  let near = pairRow(1);
  const negligible = NEGLIGIBLE_SHARE * compensatedSum(near);
  for (let d = 1; d <= length && compensatedSum(near) > negligible; d++) {
    const isWeak = (a: number): boolean => 2 * near[a]! < tokenEntropy(a + d);
    entropies[d - 1] = isWeak(0) ? tokenEntropy(d) - near[0]! : gapEntropy(0, d);
    if (d === length) break;
    const far = pairRow(d + 1);
    let sum = 0;
    for (let p = 1; p <= Math.min(length - d, settled + 1); p++) {
      const a = Math.min(p, settled);
      const step = isWeak(a) ? near[a]! - far[p - 1]! : gapEntropy(p - 1, d + 1) - gapEntropy(p, d);
      sum += (p > settled ? length - d - settled : 1) * Math.max(0, step);
    }
    steps.push(sum);
    near = far;
  }
  return {
    tokenEntropy: Math.max(0, compensatedSum(entropies) / length),
    stepInformation: Float64Array.from(steps),
  };
}
