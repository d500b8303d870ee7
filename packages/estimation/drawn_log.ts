import {
  type ConditionalLaw,
  entropyOfMasses,
  estimateMean,
  MASK,
  type SequenceSampler,
} from "@unmask/information";
import { drawSubset, type StreamFamily } from "@unmask/random";
import type { LossLog } from "./loss_log.ts";
import { LossLogBuilder } from "./loss_log_builder.ts";

/**
 * Least standard error of a place against the greatest: one that has hardly any, as where nothing is
 * revealed and every draw is the same, must not outweigh all others.
 */
const LEAST_DOUBT = 1e-3;

/**
 * A log of the exact conditional entropies of a law at random states: what is known of its curve where
 * it has conditionals and no closed form.
 *
 *     f(k) = E H(X_i | X_W = x_W),   x ~ p,  |W| = k,  i not in W
 *
 * Unbiased at every place: a draw is a sequence of the law, a random set of its tokens revealed, and the
 * mean entropy of the rows of all others. The draws of a place are its own, so places are independent,
 * as the estimates of `estimateCurve` want them. `places * draws` evaluations of the conditionals; draw
 * `n` of place `p` uses stream `p * draws + n` alone.
 *
 * @param law The law
 * @param options `places`, at least 3 different counts of revealed tokens, each below the length;
 *   `draws` at each, at least 2; `streams`; `observe`, called with the draws done after each place
 * @returns The log, its losses in nats per masked token
 * @throws {RangeError} On places or draws that make no log
 */
export function drawnLog(
  law: ConditionalLaw & SequenceSampler,
  options: {
    places: readonly number[];
    draws: number;
    streams: StreamFamily;
    observe?: (done: number) => void;
  },
): LossLog {
  const { places, draws, streams, observe } = options;
  const { length } = law;
  const room = roomFor(law);
  const rows = places.map((place, p) => {
    const entropies = Float64Array.from(
      { length: draws },
      (_, n) => meanEntropy(law, { place, stream: streams.at(p * draws + n), room }),
    );
    observe?.((p + 1) * draws);
    return { place, ...estimateMean(entropies) };
  });
  const most = rows.reduce((greatest, row) => Math.max(greatest, row.standardError), 0);
  const builder = new LossLogBuilder({
    length,
    coordinate: "revealed",
    precision: "standard-error",
  });
  for (const { place, mean, standardError } of rows) {
    // All draws alike at every place: certainty, of which a log wants some doubt.
    const precision = Math.max(standardError, LEAST_DOUBT * most, Number.EPSILON);
    builder.add({ place, loss: mean, precision });
  }
  return builder.log();
}

/** What a draw works in. */
interface Room {
  readonly tokens: Int32Array;
  readonly rows: Float64Array;
}

function roomFor({ length, vocabularySize }: ConditionalLaw): Room {
  return { tokens: new Int32Array(length), rows: new Float64Array(length * vocabularySize) };
}

/** The mean entropy of the masked tokens of one random state. */
function meanEntropy(
  law: ConditionalLaw & SequenceSampler,
  { place, stream, room }: {
    place: number;
    stream: ReturnType<StreamFamily["at"]>;
    room: Room;
  },
): number {
  const { tokens, rows } = room;
  const { length, vocabularySize } = law;
  law.draw(stream, tokens);
  const masked = drawSubset(length, length - place, stream);
  for (const position of masked) tokens[position] = MASK;
  law.conditionals(tokens, masked, rows);
  let sum = 0;
  for (let row = 0; row < masked.length; row++) {
    const first = row * vocabularySize;
    sum += entropyOfMasses(rows.subarray(first, first + vocabularySize));
  }
  return sum / masked.length;
}
