import type { MaskPredictor } from "@unmask/diffusion";
import type { Stream } from "@unmask/random";

/** A mask predictor that keeps count of what it is asked. */
export interface CountedPredictor extends MaskPredictor {
  /** Model evaluations so far. */
  readonly calls: number;
  /** Positions asked for so far, in all calls together. */
  readonly positions: number;
}

/**
 * A predictor with counters.
 *
 * @param predictor The predictor that answers
 * @returns The same answers, counted
 */
export function countedPredictor(predictor: MaskPredictor): CountedPredictor {
  const { length, vocabularySize } = predictor;
  let calls = 0;
  let asked = 0;
  return {
    length,
    vocabularySize,
    get calls() {
      return calls;
    },
    get positions() {
      return asked;
    },
    predict(state, positions, out): void {
      calls++;
      asked += positions.length;
      predictor.predict(state, positions, out);
    },
  };
}

/** A stream that keeps count of what is drawn. */
export interface CountedStream extends Stream {
  /** Words drawn so far; a double takes two. */
  readonly words: number;
}

/**
 * A stream with a counter.
 *
 * @param stream Where the randomness comes from
 * @returns The same numbers, counted
 */
export function countedStream(stream: Stream): CountedStream {
  let words = 0;
  return {
    get words() {
      return words;
    },
    nextUint32(): number {
      words++;
      return stream.nextUint32();
    },
    nextDouble(): number {
      words += 2;
      return stream.nextDouble();
    },
  };
}
