/**
 * How often each token of a sequence follows each context of `order` tokens.
 *
 *     n(c, y) = number of times y follows the context c = x_1 .. x_n,   row  sum_j x_j K^(n-j)
 *
 * At order 0 there is one context, the empty one. O(n + K^(order + 1)) time.
 *
 * @param tokens Tokens in `0 .. states - 1`, at least two of them different
 * @param options `states` `K`; `order`, tokens in a context
 * @returns Counts, row-major, one row of `states` for each context
 * @throws {RangeError} On fewer than two different symbols, or a token outside the vocabulary
 */
export function contextCounts(
  tokens: ArrayLike<number>,
  { states, order }: { states: number; order: number },
): Float64Array {
  const contexts = states ** order;
  const counts = new Float64Array(contexts * states);
  const seen = new Uint8Array(states);
  let context = 0;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    if (!(Number.isSafeInteger(token) && token >= 0 && token < states)) {
      throw new RangeError(
        `Cannot fit a chain: tokens must be from 0 to ${states - 1}, got ${token} at ${i}`,
      );
    }
    seen[token] = 1;
    const cell = context * states + token;
    if (i >= order) counts[cell]!++;
    context = cell % contexts;
  }
  const symbols = seen.reduce((sum, one) => sum + one, 0);
  if (!(symbols >= 2)) {
    throw new RangeError(`Cannot fit a chain: the text must have two symbols, got ${symbols}`);
  }
  return counts;
}
