/**
 * The lower envelope of lines that are added by falling slope and asked for at rising points.
 *
 *     min over lines of intercept + slope * point
 *
 * A line that falls below the others nowhere, now or later, is dropped for good, so every line is
 * added once and passed once: O(1) time a call on average.
 */
export class LowerEnvelope {
  readonly #label: Int32Array;
  readonly #slope: Float64Array;
  readonly #intercept: Float64Array;
  #first = 0;
  #end = 0;

  /**
   * An envelope of no lines.
   *
   * @param capacity Most lines between two calls of `clear`
   */
  constructor(capacity: number) {
    this.#label = new Int32Array(capacity);
    this.#slope = new Float64Array(capacity);
    this.#intercept = new Float64Array(capacity);
  }

  /** Forgets all lines. */
  clear(): void {
    this.#first = 0;
    this.#end = 0;
  }

  /**
   * Adds a line.
   *
   * @param label What to call it
   * @param line Its `slope`, at most that of the last line, and its `intercept`
   */
  add(label: number, { slope, intercept }: { slope: number; intercept: number }): void {
    while (this.#end - this.#first >= 1) {
      const last = this.#end - 1;
      if (slope === this.#slope[last]) {
        // A parallel line replaces a higher one; the lower one makes it useless.
        if (intercept >= this.#intercept[last]!) return;
        this.#end--;
        continue;
      }
      if (this.#end - this.#first < 2) break;
      // The last line is useless where the new one overtakes its predecessor before it does.
      const before = last - 1;
      const predecessorMeetsNew = (intercept - this.#intercept[before]!) *
        (this.#slope[before]! - this.#slope[last]!);
      const predecessorMeetsLast = (this.#intercept[last]! - this.#intercept[before]!) *
        (this.#slope[before]! - slope);
      if (predecessorMeetsNew > predecessorMeetsLast) break;
      this.#end--;
    }
    this.#label[this.#end] = label;
    this.#slope[this.#end] = slope;
    this.#intercept[this.#end] = intercept;
    this.#end++;
  }

  /**
   * The lowest line at a point, once there is a line.
   *
   * @param point At least the last point asked for
   * @returns Its label; of lines that meet there, the last added
   */
  lowestAt(point: number): number {
    while (
      this.#end - this.#first >= 2 &&
      this.#at(this.#first + 1, point) <= this.#at(this.#first, point)
    ) {
      this.#first++;
    }
    return this.#label[this.#first]!;
  }

  #at(line: number, point: number): number {
    return this.#intercept[line]! + this.#slope[line]! * point;
  }
}
