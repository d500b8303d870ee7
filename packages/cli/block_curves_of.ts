import type { InformationCurve } from "@unmask/information";
import type { BlockLengths } from "@unmask/schedules";
import { BadInput } from "./bad_input.ts";
import type { NamedSource } from "./open_source.ts";

/**
 * The curves of a source's blocks, where there is a law to compute them from.
 *
 * @param source The source
 * @param lengths Lengths of the blocks
 * @returns A curve of each block; blocks that are alike share one object
 * @throws {BadInput} Where only a curve is known, or an enumeration costs too much
 */
export async function blockCurvesOf(
  source: NamedSource,
  lengths: BlockLengths,
): Promise<InformationCurve[]> {
  if (source.blockCurves === undefined && source.law !== undefined) {
    throw new BadInput(
      `Cannot use blocks: the curves of blocks must have a closed form or come from a table of the law, got ${
        source.record["kind"]
      } of order ${source.record["order"]}`,
    );
  }
  if (source.blockCurves === undefined) {
    throw new BadInput(
      `Cannot use blocks: the source must be a law, for a curve is a mean over all positions and does not tell how much the tokens before a block tell of it, got ${
        source.record["kind"]
      }`,
    );
  }
  return lengths.length === 1 ? [await source.curve()] : await source.blockCurves(lengths);
}
