import { type MaskSizes, revealedCounts } from "@unmask/schedules";

/** A way to hand the sizes of a plan over to another program. */
export interface PlanFormat {
  /** Name, as in `--format NAME`. */
  readonly name: string;
  /** What it holds, a few words for the help page. */
  readonly summary: string;
  /** Whether what it prints is one JSON document, so that `--json` may stand beside it. */
  readonly isJson: boolean;
  /**
   * Writes a schedule.
   *
   * @param sizes Sizes in order of unmasking
   * @returns The whole output, the last line ended too
   */
  print(sizes: MaskSizes): string;
}

/** One line for each iteration. */
const csv: PlanFormat = {
  name: "csv",
  summary: "iteration,size,revealed",
  isJson: false,
  print(sizes): string {
    const revealed = revealedCounts(sizes);
    return "iteration,size,revealed\n" +
      sizes.map((size, t) => `${t},${size},${revealed[t]}\n`).join("");
  },
};

/** Every format but `json`, which is the whole answer. */
export const planFormats: readonly PlanFormat[] = [csv];
