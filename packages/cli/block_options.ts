import { type BlockLengths, blocksOfLength, equalBlocks } from "@unmask/schedules";
import { BadInput } from "./bad_input.ts";
import { integer } from "./notation.ts";
import { valueOption } from "./option.ts";

/** The options that cut a sequence into blocks, unmasked from left to right. */
export const blockOptions = {
  blocks: valueOption("--blocks", {
    notation: integer(1),
    metavar: "B",
    help: "blocks from left to right, at random inside each: B of them, longer ones first",
  }),
  "block-length": valueOption("--block-length", {
    notation: integer(1),
    metavar: "N",
    help: "in place of --blocks: N tokens in each, the last one shorter where they do not divide",
  }),
};

/** The values of {@linkcode blockOptions}. */
export interface BlockValues {
  /** Number of blocks. */
  readonly blocks: number | undefined;
  /** Tokens in a block. */
  readonly "block-length": number | undefined;
}

/**
 * Whether blocks are wanted.
 *
 * @param values What was given
 * @returns Whether any option gives them
 */
export function hasBlocks(values: BlockValues): boolean {
  return values.blocks !== undefined || values["block-length"] !== undefined;
}

/**
 * Checks that blocks are given in one way at most, before anything is opened.
 *
 * @param values What was given
 * @param action As in "run plan"
 * @throws {BadInput} On both
 */
export function checkBlockValues(values: BlockValues, action: string): void {
  if (values.blocks !== undefined && values["block-length"] !== undefined) {
    throw new BadInput(
      `Cannot ${action}: blocks must be given as --blocks B or as --block-length N, got both`,
    );
  }
}

/**
 * The blocks that checked options stand for.
 *
 * @param values What was given
 * @param length Tokens in a sequence
 * @returns Lengths from left to right, undefined where no blocks are wanted
 * @throws {RangeError} On more blocks than tokens, or a block longer than the sequence
 */
export function blockLengthsOf(values: BlockValues, length: number): BlockLengths | undefined {
  const { blocks, "block-length": blockLength } = values;
  if (blocks !== undefined) return equalBlocks({ length, blocks });
  return blockLength === undefined ? undefined : blocksOfLength({ length, blockLength });
}
