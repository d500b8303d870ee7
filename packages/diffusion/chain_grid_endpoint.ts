import { checkSequence, type ConditionalLaw, type LogProbability } from "@unmask/information";
import { timeGrid } from "@unmask/schedules";
import { GapPredictions } from "./gap_predictions.ts";
import { exactPredictor } from "./mask_predictor.ts";

/** Longest chain: one probability takes `T L^4 / 24` steps, a few seconds' work for T = 8. */
export const CHAIN_ENDPOINT_LENGTH_LIMIT = 2 ** 8;

/**
 * The exact law of the sequences that the parallel sampler returns on a time grid, for a Markov
 * chain: one probability at a time, at lengths whose laws cannot be listed.
 *
 *     q(x) = F_0(-1, L),   F_T(a, b) = 1[b = a+1]
 *     F_j(a, b) = sum over the sets R between a and b that step j reveals,
 *                 prod_{i in R} rho p(x_i | x_a, x_b) * prod_gaps (1-rho)^{gap-1} F_{j+1}(gap's ends)
 *
 * Between two revealed tokens a chain does not know what lies beyond, and on a grid each masked
 * token is revealed in step `j` by itself, with chance `rho = (t_{j+1} - t_j)/(1 - t_j)`; so the mean
 * over the orders is taken gap by gap, and over the sets `R` from left to right.
 * With the law's own log-probability it makes endpoint error a mean over sequences, exact or
 * estimated.
 *
 * About `T L^4 / 24` steps for a probability, and memory for at most 2^22 predictions that are kept
 * for the next one. Only for chains of order
 * 1: for another law, whose conditionals see beyond the nearest revealed tokens, the answer is of no
 * meaning.
 *
 * @param chain Conditionals of a Markov chain, such as those of `pottsChain` or `markovChain`
 * @param options `grid`, revealed fractions `0 = t_0 <= .. <= t_T = 1`
 * @returns The endpoint law, through its log-probability
 * @throws {RangeError} On fractions that are no time grid, or a length above
 *   {@linkcode CHAIN_ENDPOINT_LENGTH_LIMIT}
 */
export function chainGridEndpoint(
  chain: ConditionalLaw,
  options: { grid: readonly number[] },
): LogProbability {
  const { length, vocabularySize } = chain;
  const grid = timeGrid(options.grid);
  if (!(length <= CHAIN_ENDPOINT_LENGTH_LIMIT)) {
    throw new RangeError(
      `Cannot sum over a chain: its length must be at most ${CHAIN_ENDPOINT_LENGTH_LIMIT}, got ${length}`,
    );
  }
  const gaps = new GapPredictions(exactPredictor(chain));
  return {
    length,
    vocabularySize,
    logProbability(tokens: Int32Array): number {
      checkSequence(tokens, chain);
      const rows = gaps.of(tokens);
      // Ends of a gap count from 1, so that 0 and L + 1 are the ends of the sequence; `F_j(a, b)` is
      // at row b, since sums run over a.
      const width = length + 2;
      let after: Float64Array = new Float64Array(width ** 2);
      for (let a = 0; a <= length; a++) after[(a + 1) * width + a] = 1;
      for (let j = grid.length - 2; j >= 0; j--) {
        const masked = 1 - grid[j]!;
        // Steps at revealed fraction 1 find nothing masked.
        const chance = masked > 0 ? (grid[j + 1]! - grid[j]!) / masked : 0;
        after = stepBefore(after, { chance, rows, width, whole: j === 0 });
      }
      return Math.log(after[(length + 1) * width]!);
    },
  };
}

/** `F_j` of every gap from `F_{j+1}`; where `whole`, of the whole sequence alone. */
function stepBefore(
  after: Float64Array,
  { chance, rows, width, whole }: {
    chance: number;
    rows: readonly Float64Array[];
    width: number;
    whole: boolean;
  },
): Float64Array {
  const stay = Float64Array.from({ length: width }, (_, gap) => (1 - chance) ** gap);
  const before = new Float64Array(after.length);
  const reached = new Float64Array(width);
  for (let a = 0; a < (whole ? 1 : width - 1); a++) {
    for (let b = whole ? width - 1 : a + 1; b < width; b++) {
      const row = rows[a * width + b]!;
      reached[a] = 1;
      for (let m = a + 1; m <= b; m++) {
        let sum = 0;
        // The last step leaves no token masked: its gaps are single.
        for (let from = chance === 1 ? m - 1 : a; from < m; from++) {
          sum += reached[from]! * stay[m - from - 1]! * after[m * width + from]!;
        }
        reached[m] = m < b ? sum * chance * row[m - a - 1]! : sum;
      }
      before[b * width + a] = reached[b]!;
    }
  }
  return before;
}
