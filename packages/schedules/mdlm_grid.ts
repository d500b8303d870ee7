import { type MaskSizes, maskSizes } from "./mask_sizes.ts";

/**
 * Mask sizes as MDLM's sampler takes time: a descending grid of masked fractions.
 *
 *     t_j = (L - N_j) / L,   j = 0..T;   N_0 = 0, N_T = L, so t_0 = 1 and t_T = 0
 *
 * Between `t_j` and `t_{j+1}` the sampler reveals each masked token by itself, with probability
 * `(t_j - t_{j+1}) / t_j`. So iteration j reveals `sizes[j]` tokens in expectation, a random number of them, and the path
 * error is that of the grid, which differs from that of the sizes. Each fraction is the double nearest to the quotient.
 * O(T) time and memory.
 *
 * @param sizes T sizes in order of unmasking
 * @returns T + 1 fractions, strictly decreasing from 1 to 0
 * @see Sahoo et al., arXiv 2406.07524, and diffusion.py of github.com/kuleshov-group/mdlm
 */
export function mdlmGrid(sizes: MaskSizes): readonly number[] {
  const length = sizes.reduce((sum, size) => sum + size, 0);
  const grid = [1];
  let masked = length;
  for (const size of sizes) {
    masked -= size;
    grid.push(masked / length);
  }
  return grid;
}

/**
 * Largest distance of a fraction from a multiple of 1/L. Six decimals (half a unit is 5e-7) are read up to 65,536
 * tokens, single precision (2^-25) up to 2^21 tokens; a sixteenth of a token leaves no doubt which one is meant.
 */
function toleranceOf(length: number): number {
  return Math.min(2 ** -20, 1 / (16 * length));
}

/**
 * Mask sizes from a time grid, the inverse of `mdlmGrid`.
 *
 *     sizes[j] = round(L t_j) - round(L t_{j+1})
 *
 * The grid of any sizes, also one that went through six decimals or single precision. A grid that reveals no whole
 * number of tokens in expectation, as the evenly spaced one of the sampler mostly does, has no sizes and is refused.
 * O(T) time and memory.
 *
 * @param grid T + 1 masked fractions, strictly decreasing from 1 to 0
 * @param options.length Tokens in the sequence, L
 * @returns T sizes in order of unmasking with sum L
 * @throws RangeError if the length is no integer of at least 1, the grid does not start at 1, decrease and end at 0, or
 * a fraction is not within `min(2^-20, 1/(16 L))` of a multiple of 1/L
 */
export function sizesFromMdlmGrid(
  grid: readonly number[],
  options: { length: number },
): MaskSizes {
  const { length } = options;
  if (!(Number.isSafeInteger(length) && length >= 1)) {
    refuse("length must be an integer of at least 1", `${length}`);
  }
  if (!(grid.length >= 2)) refuse("it must have at least 2 times", `${grid.length}`);
  if (!(grid[0] === 1)) refuse("it must start at 1, all tokens masked", `${grid[0]}`);
  const last = grid[grid.length - 1];
  if (!(last === 0)) refuse("it must end at 0, no token masked", `${last}`);
  const tolerance = toleranceOf(length);
  const sizes: number[] = [];
  let masked = length;
  for (let j = 1; j < grid.length; j++) {
    const time = grid[j]!;
    if (!(time < grid[j - 1]!)) {
      refuse("it must decrease", `${time} after ${grid[j - 1]} at [${j}]`);
    }
    const next = Math.round(time * length);
    if (!(Math.abs(time - next / length) <= tolerance)) {
      refuse(
        `every time must be a number of masked tokens over the length ${length}`,
        `${time} at [${j}]: ${Number((time * length).toPrecision(6))} tokens`,
      );
    }
    if (!(next < masked)) {
      refuse("it must reveal at least one token in every step", `${time} at [${j}]`);
    }
    sizes.push(masked - next);
    masked = next;
  }
  return maskSizes(sizes, { length });
}

function refuse(rule: string, got: string): never {
  throw new RangeError(`Cannot read an MDLM time grid: ${rule}, got ${got}`);
}
