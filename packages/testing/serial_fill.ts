import type { MaskPredictor, UnmaskingOrder } from "@unmask/diffusion";
import { outputLaw } from "@unmask/diffusion";

/**
 * The classic bug of this field, for negative controls: tokens of one iteration filled one after
 * another, each seeing the last.
 *
 * With an exact predictor it samples the law exactly, whatever the schedule, so every error it is
 * asked for is 0. A test of parallel sampling that this passes tests nothing.
 *
 * @param predictor The mask predictor
 * @param options `order`, an ordered partition of the positions
 * @returns The law of its output: `K^L` masses, row-major, last token fastest
 */
export function serialOutputLaw(
  predictor: MaskPredictor,
  options: { order: UnmaskingOrder },
): Float64Array {
  const oneByOne = options.order.flatMap((positions) =>
    Array.from(positions, (position) => Int32Array.of(position))
  );
  return outputLaw(predictor, { order: oneByOne });
}
