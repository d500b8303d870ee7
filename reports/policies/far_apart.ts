import { onlyRule, type Proposal, type TokenScore, type UnmaskingPolicy } from "@unmask/diffusion";

/**
 * The surest positions with given sizes, as `topPositions`, but among equally sure ones those first
 * whose numbers, read backwards in bits, are smallest: 0, 32, 16, 48 of 64. Where a law is the same
 * at every position this alone decides what the first iteration reveals.
 *
 * @param score Score to rank by
 * @param options `sizes` in order of unmasking
 * @returns The policy
 */
export function surestFarApart(
  score: TokenScore,
  { sizes }: { sizes: readonly number[] },
): UnmaskingPolicy {
  return {
    name: `${score.name}, ties far apart`,
    rules: ({ length, vocabularySize }) => {
      const bits = Math.ceil(Math.log2(length));
      return onlyRule({
        iterations: sizes.length,
        readsPredictions: true,
        propose({ iteration, candidates, predictions }): Proposal {
          const ranked = Array.from(candidates, (position, row) => ({
            position,
            score: score.of(
              predictions.subarray(row * vocabularySize, (row + 1) * vocabularySize),
            ),
            place: reversed(position, bits),
          })).sort((a, b) => b.score - a.score || a.place - b.place);
          const size = sizes[iteration]!;
          return {
            candidates: Int32Array.from(ranked.slice(0, size), ({ position }) => position),
            size,
          };
        },
      });
    },
  };
}

/** A number whose bits are those of another from the last to the first. */
function reversed(value: number, bits: number): number {
  let result = 0;
  for (let bit = 0; bit < bits; bit++) result = result * 2 + ((value >> bit) & 1);
  return result;
}
