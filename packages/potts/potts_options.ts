import { LENGTH_LIMIT, VOCABULARY_LIMIT } from "@unmask/information";

/** Parameters of a Potts chain or ring. */
export interface PottsOptions {
  /** Tokens in a sequence, `L`. */
  readonly length: number;
  /** States of a token, `K`. */
  readonly states: number;
  /** Coupling `J` of neighbours: positive favours equal ones, negative unequal ones. */
  readonly coupling: number;
}

/**
 * Checks the parameters before memory is taken for a law.
 *
 * @param options `length`, `states`, `coupling`
 * @param what The law, as in "a Potts chain"
 * @throws {RangeError} On a length or states that are not positive integers within the limits, or a
 *   coupling that is not finite
 */
export function checkPottsOptions(options: PottsOptions, what: string): void {
  const { length, states, coupling } = options;
  const integers = [["length", length, LENGTH_LIMIT], [
    "states",
    states,
    VOCABULARY_LIMIT,
  ]] as const;
  for (const [thing, value, most] of integers) {
    if (!(Number.isSafeInteger(value) && value >= 1 && value <= most)) {
      throw new RangeError(
        `Cannot make ${what}: ${thing} must be an integer from 1 to ${most}, got ${value}`,
      );
    }
  }
  if (!Number.isFinite(coupling)) {
    throw new RangeError(`Cannot make ${what}: coupling must be finite, got ${coupling}`);
  }
}
