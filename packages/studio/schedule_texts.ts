import { lladaTransfer, maskSizes, mdlmGrid } from "@unmask/schedules";

/** A way to hand a schedule over to another program. */
export interface ScheduleText {
  /** Short name. */
  readonly name: "JSON" | "LLaDA" | "MDLM";
  /** What the text is. */
  readonly summary: string;
  /**
   * The text for sizes in order of unmasking. O(T).
   *
   * @param sizes The sizes
   * @returns One JSON document
   */
  text(sizes: readonly number[]): string;
}

/** The ways, in the order in which they are offered. */
export const scheduleTexts: readonly ScheduleText[] = [
  {
    name: "JSON",
    summary: "sizes in order of unmasking",
    text: (sizes) => JSON.stringify({ length: sizes.reduce((sum, size) => sum + size, 0), sizes }),
  },
  {
    name: "LLaDA",
    summary: "tokens to transfer in each step, a row of get_num_transfer_tokens",
    text: (sizes) => JSON.stringify(lladaTransfer(maskSizes(sizes))),
  },
  {
    name: "MDLM",
    summary:
      "masked fractions from 1 to 0; its sampler reveals random numbers of tokens, so its error differs",
    text: (sizes) => JSON.stringify(mdlmGrid(maskSizes(sizes))),
  },
];
