/** Factors below this are taken one by one. */
const SMALL = 2 ** -100;

/** A product below this is taken before the next factor. */
const SMALLEST = 2 ** -900;

/**
 * The logarithm of a long product of probabilities: one logarithm for many factors, since it costs
 * more than everything else about a token. Each factor rounds once.
 */
export class LogProduct {
  #sum = 0;
  #product = 1;

  /**
   * Multiplies.
   *
   * @param factor At least 0
   */
  times(factor: number): void {
    if (factor < SMALL) this.#sum += Math.log(factor);
    else {
      this.#product *= factor;
      if (this.#product < SMALLEST) {
        this.#sum += Math.log(this.#product);
        this.#product = 1;
      }
    }
  }

  /** The logarithm of the product so far, in nats. */
  get value(): number {
    return this.#sum + Math.log(this.#product);
  }
}
