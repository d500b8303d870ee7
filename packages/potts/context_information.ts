import { compensatedSum } from "@unmask/information";

/** What the curve of a chain given its first token is made of, in nats. */
export interface ContextInformation {
  /** Mean of `H(X_i | X_0)` over the `n` tokens after the first. */
  readonly tokenEntropy: number;
  /**
   * `D_d = sum_{p=1}^{n-d} I(X_p; X_{p+d} | X_{p-1})` for `d = 1 ..`, cut where negligible: what a
   * token tells of another, `d` later, beyond what the token before it has told.
   */
  readonly stepInformation: Float64Array;
}

/**
 * The context information of a stationary chain, whose pairs depend on their distance alone.
 *
 *     H(X_d | X_0) = H - I_d,   D_d = (n - d) (I_d - I_{d+1}) = (n - d) (H(X_{d+1}|X_0) - H(X_d|X_0))
 *
 * The difference is taken of the smaller quantity, information between tokens that hardly know each
 * other and entropy between near-copies: its rounding is a last bit of that one. O(D) beside the
 * entropies asked for.
 *
 * @param options `length`, the tokens `n` after the first; `tokenEntropy` `H` of one token;
 *   `pairInformation`, `I_1 .. I_D`, cut where negligible; `gapEntropy`, `H(X_d | X_0)`
 * @returns The context information, in nats
 */
export function stationaryContext(
  options: {
    length: number;
    tokenEntropy: number;
    pairInformation: ArrayLike<number>;
    gapEntropy: (distance: number) => number;
  },
): ContextInformation {
  const { length, tokenEntropy, pairInformation, gapEntropy } = options;
  const shared = (d: number): number => pairInformation[d - 1] ?? 0;
  const isWeak = (d: number): boolean => 2 * shared(d) < tokenEntropy;
  const stepInformation = Float64Array.from(
    { length: Math.min(length - 1, pairInformation.length) },
    (_, i) => {
      const d = i + 1;
      const step = isWeak(d) ? shared(d) - shared(d + 1) : gapEntropy(d + 1) - gapEntropy(d);
      // Rounding may leave a step that is 0 a hair below.
      return (length - d) * Math.max(0, step);
    },
  );
  const entropies = Float64Array.from(
    { length },
    (_, i) => isWeak(i + 1) ? tokenEntropy - shared(i + 1) : gapEntropy(i + 1),
  );
  return { tokenEntropy: Math.max(0, compensatedSum(entropies) / length), stepInformation };
}
