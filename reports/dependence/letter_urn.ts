import { MASK } from "@unmask/information";
import type { ScoredModel, ScoreRequest } from "@unmask/measurement";

/** Letters drawn from an urn whose contents are known up to a weight. */
export interface Urn {
  /** Tokens of a sequence. */
  readonly length: number;
  /** A probability for each letter, all positive. */
  readonly frequencies: Float64Array;
  /** How many drawn letters count as much as these; infinite where drawn letters say nothing. */
  readonly weight: number;
}

/**
 * A model for text without order: what is masked is like what is revealed, as far as frequencies go.
 *
 *     phat(y | x_W) = ( w q_y + #{i in W: x_i = y} ) / ( w + |W| )
 *
 * It is Polya's urn, the exact predictor where the letters of each document are independent, of
 * frequencies that vary between documents by a Dirichlet law of parameters `w q`.
 *
 * @param urn Its `frequencies` and `weight`
 * @returns The model
 */
export function letterUrn({ length, frequencies, weight }: Urn): ScoredModel {
  return {
    length,
    vocabularySize: frequencies.length,
    // deno-lint-ignore require-await -- models answer asynchronously
    async logProbabilities(requests): Promise<Float64Array> {
      return Float64Array.from(requests.flatMap((request) => scores(request)));
    },
  };

  function scores({ state, tokens }: ScoreRequest): number[] {
    const counts = new Float64Array(frequencies.length);
    let revealed = 0;
    for (const token of state) {
      if (token === MASK) continue;
      counts[token]!++;
      revealed++;
    }
    return Array.from(
      tokens,
      (token) => Math.log((weight * frequencies[token]! + counts[token]!) / (weight + revealed)),
    );
  }
}

/**
 * The urn whose letters one after another are likeliest.
 *
 * @param frequencies A probability for each letter, all positive
 * @param rows Sequences that the frequencies were not counted on
 * @returns The urn with the best weight among powers of two from 2^4 to 2^16
 */
export function fittedUrn(frequencies: Float64Array, rows: readonly Int32Array[]): Urn {
  const { length } = rows[0]!;
  const urns = Array.from(
    { length: 13 },
    (_, i) => ({ length, frequencies, weight: 2 ** (4 + i) }),
  );
  const nll = urns.map((urn) => rows.reduce((sum, row) => sum + nllOf(row, urn), 0));
  return urns[nll.indexOf(Math.min(...nll))]!;
}

function nllOf(row: Int32Array, { frequencies, weight }: Urn): number {
  const counts = new Float64Array(frequencies.length);
  let nll = 0;
  row.forEach((token, drawn) => {
    nll -= Math.log((weight * frequencies[token]! + counts[token]!++) / (weight + drawn));
  });
  return nll;
}
