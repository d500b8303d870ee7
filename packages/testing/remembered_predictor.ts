import type { MaskPredictor } from "@unmask/diffusion";
import { MASK } from "@unmask/information";

/**
 * A predictor that remembers every row it was asked for: tests that draw thousands of short sequences
 * meet the same few states again.
 *
 * @param predictor A predictor whose rows do not depend on which positions are asked for together
 * @returns The same predictions, up to `(K + 1)^L L` rows of them in memory
 */
export function rememberedPredictor(predictor: MaskPredictor): MaskPredictor {
  const { length, vocabularySize } = predictor;
  const known = new Map<number, Float64Array>();
  const one = new Int32Array(1);
  return {
    length,
    vocabularySize,
    predict(state, positions, out): void {
      let key = 0;
      for (const token of state) key = key * (vocabularySize + 1) + token + 1;
      let rows = known.get(key);
      if (rows === undefined) {
        rows = new Float64Array(length * vocabularySize);
        for (let i = 0; i < length; i++) {
          if (state[i] !== MASK) continue;
          one[0] = i;
          predictor.predict(state, one, rows.subarray(i * vocabularySize));
        }
        known.set(key, rows);
      }
      for (let n = 0; n < positions.length; n++) {
        const from = positions[n]! * vocabularySize;
        for (let y = 0; y < vocabularySize; y++) out[n * vocabularySize + y] = rows[from + y]!;
      }
    },
  };
}
