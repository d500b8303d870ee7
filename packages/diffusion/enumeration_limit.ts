/** Most partially revealed sequences, and most steps between them, that an enumeration takes: seconds. */
export const ENDPOINT_COST_LIMIT = 2 ** 24;

/** An enumeration that was refused for its cost: there are estimates for what it cannot reach. */
export class EnumerationTooLarge extends RangeError {
  /** Tells it from other errors in a debugger. */
  override readonly name = "RangeError";

  /**
   * The refusal.
   *
   * @param cost What it would cost; unknown where the steps were still being counted
   */
  constructor(cost?: number) {
    super(
      `Cannot enumerate the sampler's law: its cost must be at most ${ENDPOINT_COST_LIMIT}, got ${
        cost ?? "more"
      }`,
    );
  }
}
