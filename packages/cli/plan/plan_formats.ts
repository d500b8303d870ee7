import { lladaTransfer, type MaskSizes, mdlmGrid } from "@unmask/schedules";
import { sizesToCsv } from "./sizes_csv.ts";

/** A way to hand the sizes of a plan over to another program. */
export interface PlanFormat {
  /** Name, as in `--format NAME`. */
  readonly name: string;
  /** What it holds, a few words for the help page. */
  readonly summary: string;
  /**
   * The JSON document that it is; absent where it is none, so that `--json` cannot stand beside it.
   *
   * @param sizes Sizes in order of unmasking
   */
  document?(sizes: MaskSizes): unknown;
  /**
   * The JSON document for blocks that are unmasked one after another, where it has one.
   *
   * @param blocks Sizes of each block in order of unmasking
   */
  blockDocument?(blocks: readonly MaskSizes[]): unknown;
  /**
   * Writes a schedule.
   *
   * @param sizes Sizes in order of unmasking
   * @returns The whole output, the last line ended too
   */
  print(sizes: MaskSizes): string;
}

/** A format that is one JSON document. */
function jsonFormat(
  format: Omit<PlanFormat, "print"> & { document(sizes: MaskSizes): unknown },
): PlanFormat {
  return { ...format, print: (sizes) => `${JSON.stringify(format.document(sizes))}\n` };
}

/** One line for each iteration. */
const csv: PlanFormat = {
  name: "csv",
  summary: "iteration,size,revealed",
  print: sizesToCsv,
};

/** What LLaDA's `get_num_transfer_tokens` returns for one sequence. */
const llada = jsonFormat({
  name: "llada",
  summary: "LLaDA's list of tokens to transfer",
  document: lladaTransfer,
  blockDocument: (blocks) => blocks.map(lladaTransfer),
});

/** What MDLM's sampler steps through in place of its even grid. */
const mdlm = jsonFormat({
  name: "mdlm",
  summary: "MDLM's grid of masked fractions, 1 to 0",
  document: mdlmGrid,
});

/** Every format but `json`, which is the whole answer. */
export const planFormats: readonly PlanFormat[] = [csv, llada, mdlm];
