import {
  checkConditioning,
  checkSequence,
  checkSequenceSpace,
  compensatedSum,
  type ConditionalLaw,
  entropyOfMasses,
  type LogProbability,
  type Pmf,
  type SequenceSampler,
} from "@unmask/information";
import { drawCategorical, type Stream } from "@unmask/random";
import { CONTEXT_CELL_LIMIT, ContextPasses } from "./context_passes.ts";
import type { ContextTransitions } from "./context_transitions.ts";
import { stationaryContexts } from "./stationary_contexts.ts";

/**
 * A stationary Markov chain of any order `n`: each token depends on the `n` before it.
 *
 *     p(x) = pi(x_1 .. x_n) prod_i P(x_i .. x_{i+n-1}, x_{i+n})
 *
 * with `pi` the stationary law of its contexts. Its conditionals are exact, given any revealed tokens.
 * From order 2 on the tokens between two revealed ones depend on more than these, so no closed form of
 * the information curve is known: it is enumerated on few tokens and estimated on many. The chain of
 * order 1 has one, see `markovChain`.
 */
export class HigherOrderChain implements LogProbability, ConditionalLaw, SequenceSampler {
  /** Tokens in a sequence, `L`. */
  readonly length: number;
  /** Size of the vocabulary, `K`. */
  readonly vocabularySize: number;
  /** The law of a token given its context. */
  readonly transitions: ContextTransitions;
  readonly #contexts: Pmf;
  /** Made when the first conditional is asked for. */
  #passes: ContextPasses | undefined;

  /**
   * The stationary chain with the given transitions. `O(K^(3n))` time for its stationary law.
   *
   * @param options `length` `L` and `transitions`
   * @throws {RangeError} On a length that is not of a sequence or too large for the contexts, or
   *   transitions without a unique stationary law
   */
  constructor(options: { length: number; transitions: ContextTransitions }) {
    const { length, transitions } = options;
    const { states, order } = transitions;
    checkSequenceSpace({ length, vocabularySize: states }, "make a chain");
    const contexts = states ** order;
    if (!(length * contexts <= CONTEXT_CELL_LIMIT)) {
      throw new RangeError(
        `Cannot make a chain: length times contexts must be at most ${CONTEXT_CELL_LIMIT}, got ${length} x ${contexts}`,
      );
    }
    this.length = length;
    this.vocabularySize = states;
    this.transitions = transitions;
    this.#contexts = stationaryContexts(transitions);
  }

  /**
   * Entropy of a whole sequence, by the chain rule.
   *
   *     H(X) = H(X_1 .. X_n) + (L - n) sum_c pi(c) H(P(c, .))
   *
   * Of `L < n` tokens, that of the start of a context. O(K^(n+1)) time.
   *
   * @returns Entropy in nats
   */
  entropy(): number {
    const { states, order, values } = this.transitions;
    const start = entropyOfMasses(this.#startLaw());
    if (this.length <= order) return start;
    const rates = this.#contexts.map((mass, c) =>
      mass * entropyOfMasses(values.subarray(c * states, (c + 1) * states))
    );
    return start + (this.length - order) * compensatedSum(rates);
  }

  /**
   * `ln p(x)`. O(L) time; O(K^n) where a sequence is shorter than a context.
   *
   * @param tokens `length` tokens
   * @returns Log-probability in nats, `-Infinity` off the support
   * @throws {RangeError} On a sequence that is not of this space
   */
  logProbability(tokens: Int32Array): number {
    checkSequence(tokens, this);
    const { states, order, values } = this.transitions;
    const contexts = this.#contexts.length;
    let context = 0;
    const first = Math.min(order, this.length);
    for (let i = 0; i < first; i++) context = context * states + tokens[i]!;
    let sum = Math.log(this.#startLaw()[context]!);
    for (let i = order; i < this.length; i++) {
      const cell = context * states + tokens[i]!;
      sum += Math.log(values[cell]!);
      context = cell % contexts;
    }
    return sum;
  }

  /**
   * The law of each masked position given all revealed tokens, by a forward and a backward pass over
   * the contexts, see `ContextPasses`.
   *
   *     p(x_i = y | revealed)  is proportional to  sum of alpha_i(c) beta_i(c) over contexts c that end in y
   *
   * `O(L K^(n+1))` time with most tokens masked, less with more revealed, for all positions together.
   *
   * @param revealed Tokens, MASK where not revealed
   * @param positions Masked positions whose law is wanted
   * @param out Row-major, one row of `vocabularySize` per position
   * @returns Rows left undefined (NaN): all of them where the revealed tokens are impossible
   * @throws {RangeError} On a state that is not of this space, or a position that is not masked
   */
  conditionals(revealed: Int32Array, positions: Int32Array, out: Float64Array): number {
    checkConditioning(revealed, positions, this);
    const { vocabularySize, length, transitions } = this;
    this.#passes ??= new ContextPasses({ transitions, start: this.#contexts, length });
    const rowOf = new Int32Array(length).fill(-1);
    positions.forEach((position, row) => rowOf[position] = row);
    this.#passes.conditionals(revealed, rowOf, out);
    let undefinedRows = 0;
    positions.forEach((position, row) => {
      // A position that was asked for twice has its law in its last row.
      const from = rowOf[position]! * vocabularySize;
      const to = row * vocabularySize;
      if (from !== to) out.copyWithin(to, from, from + vocabularySize);
      if (Number.isNaN(out[to])) undefinedRows++;
    });
    return undefinedRows;
  }

  /**
   * Draws a sequence from left to right: serial, hence exact. O(K^n + L K) time.
   *
   * @param stream Where the randomness comes from
   * @param out Receives `length` tokens
   */
  draw(stream: Stream, out: Int32Array): void {
    const { states, order, values } = this.transitions;
    const contexts = this.#contexts.length;
    let context = drawCategorical(this.#contexts, stream);
    for (let i = 0; i < Math.min(order, this.length); i++) {
      out[i] = Math.floor(context / states ** (order - 1 - i)) % states;
    }
    for (let i = order; i < this.length; i++) {
      const row = values.subarray(context * states, (context + 1) * states);
      out[i] = drawCategorical(row, stream);
      context = (context * states + out[i]!) % contexts;
    }
  }

  /** The law of the first `min(n, L)` tokens. */
  #startLaw(): Float64Array {
    const { states, order } = this.transitions;
    if (this.length >= order) return this.#contexts;
    const rest = states ** (order - this.length);
    const law = new Float64Array(states ** this.length);
    this.#contexts.forEach((mass, c) => law[Math.floor(c / rest)]! += mass);
    return law;
  }
}
