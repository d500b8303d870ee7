import { xLogX } from "@unmask/information";

/** How sure a predictor is of a token, by a number: larger is surer. */
export interface TokenScore {
  /** Name. */
  readonly name: "confidence" | "margin" | "entropy";
  /**
   * The score of a predicted row.
   *
   * @param row Probabilities of the vocabulary
   * @returns The score
   */
  of(row: Float64Array): number;
}

/** The largest probability of a row. */
export const confidence: TokenScore = {
  name: "confidence",
  of(row): number {
    let most = 0;
    for (const mass of row) if (mass > most) most = mass;
    return most;
  },
};

/** The largest probability of a row less the second largest. */
export const margin: TokenScore = {
  name: "margin",
  of(row): number {
    let first = 0;
    let second = 0;
    for (const mass of row) {
      if (mass > first) {
        second = first;
        first = mass;
      } else if (mass > second) second = mass;
    }
    return first - second;
  },
};

/** Minus the entropy of a row, in nats. */
export const negativeEntropy: TokenScore = {
  name: "entropy",
  of(row): number {
    let sum = 0;
    for (const mass of row) sum += xLogX(mass);
    return sum;
  },
};
