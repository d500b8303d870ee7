import { MASK } from "@unmask/information";
import type { MaskPredictor } from "./mask_predictor.ts";

/** Most probabilities that are kept for the next sequence, 32 MiB. */
const KEPT_PROBABILITIES = 2 ** 22;

/**
 * What a chain's predictor says between two revealed tokens, which many sequences share: kept up to
 * 2^22 probabilities, by the gap and the tokens at its ends.
 */
export class GapPredictions {
  readonly #predictor: MaskPredictor;
  readonly #state: Int32Array;
  /** By gap, and there by the tokens at its ends. */
  readonly #kept: Map<number, Float64Array>[];
  #size = 0;

  /** Nothing is asked of the predictor yet. */
  constructor(predictor: MaskPredictor) {
    this.#predictor = predictor;
    this.#state = new Int32Array(predictor.length).fill(MASK);
    this.#kept = Array.from({ length: (predictor.length + 2) ** 2 }, () => new Map());
  }

  /**
   * `p(x_i | x_a, x_b)` for every gap, at `a (L + 2) + b`: the chances of the tokens between two ends,
   * which count from 1, so that 0 and `L + 1` are the ends of the sequence.
   *
   * @param tokens The sequence
   * @returns A row for each gap, with a chance for each token inside
   */
  of(tokens: Int32Array): readonly Float64Array[] {
    const { length, vocabularySize } = this.#predictor;
    const rows: Float64Array[] = [];
    for (let a = 0; a <= length + 1; a++) {
      for (let b = 0; b <= length + 1; b++) {
        const row = new Float64Array(Math.max(0, b - a - 1));
        if (row.length > 0) {
          const predictions = this.#between(a, b, tokens);
          for (let i = 0; i < row.length; i++) {
            row[i] = predictions[i * vocabularySize + tokens[a + i]!]!;
          }
        }
        rows.push(row);
      }
    }
    return rows;
  }

  #between(a: number, b: number, tokens: Int32Array): Float64Array {
    const { length, vocabularySize } = this.#predictor;
    const ends: number[] = [];
    if (a > 0) ends.push(a - 1);
    if (b <= length) ends.push(b - 1);
    const key = ends.reduce((key, end) => key * vocabularySize + tokens[end]!, 0);
    const kept = this.#kept[a * (length + 2) + b]!;
    const known = kept.get(key);
    if (known !== undefined) return known;
    for (const end of ends) this.#state[end] = tokens[end]!;
    const inner = Int32Array.from({ length: b - a - 1 }, (_, i) => a + i);
    const predictions = new Float64Array(inner.length * vocabularySize);
    this.#predictor.predict(this.#state, inner, predictions);
    for (const end of ends) this.#state[end] = MASK;
    if (this.#size + predictions.length <= KEPT_PROBABILITIES) {
      kept.set(key, predictions);
      this.#size += predictions.length;
    }
    return predictions;
  }
}
