import type { MaskPredictor, UnmaskingPolicy } from "@unmask/diffusion";
import { MASK } from "@unmask/information";
import { DEFAULT_DRAWS, FEWEST_DRAWS } from "./default_draws.ts";
import type { NamedSource } from "./open_source.ts";

/** Elementary operations that draws may take where their number is a matter of choice: some ten seconds. */
const COST_AT_EASE = 2 ** 28;

/**
 * How many sequences to draw where the user did not say: fewer where one takes long, which a first one
 * tells, by what its predictions cost and not by a clock, so that it is the same number everywhere.
 *
 * @param source The source
 * @param options The `predictor` and `policy` that are to be drawn with; `seed`
 * @returns From {@linkcode FEWEST_DRAWS} to {@linkcode DEFAULT_DRAWS}
 * @throws {RangeError} As the sampler
 */
export async function drawsAtEase(
  source: NamedSource,
  { predictor, policy, seed }: { predictor: MaskPredictor; policy: UnmaskingPolicy; seed: number },
): Promise<number> {
  const { unmaskingSteps } = await import("@unmask/diffusion");
  const { streamFamily } = await import("@unmask/random");
  const stream = streamFamily({ seed, cell: source.canonical, purpose: "cost of a draw" }).at(0);
  let masked = source.length;
  let cost = 0;
  for (const { state } of unmaskingSteps(predictor, { policy, stream })) {
    cost += source.predictionCost?.(masked) ?? masked;
    masked = state.reduce((count, token) => count + (token === MASK ? 1 : 0), 0);
  }
  // A draw is two sequences: one of the law's own, and one that is sampled.
  const affordable = Math.floor(COST_AT_EASE / (2 * cost));
  return Math.max(FEWEST_DRAWS, Math.min(DEFAULT_DRAWS, affordable));
}
