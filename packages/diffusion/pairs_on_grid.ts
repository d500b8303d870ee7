import { klDivergence, type LogProbability } from "@unmask/information";
import { chanceTogetherOnGrid } from "@unmask/schedules";

/** Both errors of one law and sampler, which are one number only in special cases. */
export interface PathAndEndpoint {
  /** `E_M KL(p || p_{Y|M})` in nats. */
  readonly pathError: number;
  /** `KL(p || E_M p_{Y|M})` in nats, at most the path error. */
  readonly endpointError: number;
}

/**
 * Exact errors of independent pairs of tokens, all of one law, on a time grid: at any length.
 *
 *     path error     = P c KL(p || p_1 x p_2)
 *     endpoint error = P KL(p || (1-c) p + c p_1 x p_2),   c = sum_j (t_{j+1} - t_j)^2
 *
 * `c` is the chance that the two tokens of a pair are revealed in one iteration, `1/T` for `T` equal
 * steps. A time grid treats each token by itself, so the sampler's law is a product over pairs and
 * `P` drops out of the ratio. O(K^2) time and memory.
 *
 * @param pair The law of one pair, of length 2
 * @param options `pairs`, their number `P`; `grid`, revealed fractions `0 = t_0 <= .. <= t_T = 1`
 * @returns Both errors of the `2 P` tokens
 * @throws {RangeError} On a law that is not of two tokens, a number of pairs that is no positive
 *   integer, or fractions that are no time grid
 */
export function pairsOnGridErrors(
  pair: LogProbability,
  options: { pairs: number; grid: readonly number[] },
): PathAndEndpoint {
  const { vocabularySize } = pair;
  const { pairs } = options;
  if (pair.length !== 2) {
    throw new RangeError(`Cannot use a pair: it must have 2 tokens, got ${pair.length}`);
  }
  if (!(Number.isSafeInteger(pairs) && pairs >= 1)) {
    throw new RangeError(
      `Cannot place pairs: their number must be a positive integer, got ${pairs}`,
    );
  }
  const together = chanceTogetherOnGrid(options.grid);
  const joint = new Float64Array(vocabularySize ** 2);
  const first = new Float64Array(vocabularySize);
  const second = new Float64Array(vocabularySize);
  for (let cell = 0; cell < joint.length; cell++) {
    const a = Math.floor(cell / vocabularySize);
    const b = cell % vocabularySize;
    joint[cell] = Math.exp(pair.logProbability(Int32Array.of(a, b)));
    first[a]! += joint[cell]!;
    second[b]! += joint[cell]!;
  }
  const apart = joint.map((_, cell) =>
    first[Math.floor(cell / vocabularySize)]! * second[cell % vocabularySize]!
  );
  const mixed = joint.map((mass, cell) => mass + together * (apart[cell]! - mass));
  return {
    pathError: pairs * together * klDivergence(joint, apart),
    endpointError: pairs * klDivergence(joint, mixed),
  };
}
