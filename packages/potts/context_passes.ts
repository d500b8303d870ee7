import { MASK } from "@unmask/information";
import type { ContextTransitions } from "./context_transitions.ts";

/** Most numbers held for the contexts of a sequence, 512 MiB. */
export const CONTEXT_CELL_LIMIT = 2 ** 26;

/**
 * The forward and backward passes over the contexts of a chain of order `n`: given some revealed
 * tokens, the law of the context that ends at each position.
 *
 *     alpha_i(c)  is proportional to  P(context c at i, tokens revealed up to i)
 *     beta_i(c)   is proportional to  P(tokens revealed after i | context c at i)
 *
 * A context leads to the `K` that share its newer tokens, and where a token is revealed only to one,
 * so a position costs `K^(n+1)` with all tokens around it masked, less by a factor of `K` for each one
 * that is revealed, and nothing but a copy where no token is revealed before it. Both are scaled at
 * every position, so that nothing underflows however long the sequence; a context less likely than
 * 1e-300 times its likeliest rival, given the tokens on one side, counts as impossible.
 */
export class ContextPasses {
  readonly #transitions: ContextTransitions;
  readonly #start: Float64Array;
  readonly #length: number;
  /** `alpha`, one row of all contexts for each position from `n - 1` on. */
  readonly #forward: Float64Array;
  /** `beta` at one position and at the one after it. */
  #backward: Float64Array;
  #behind: Float64Array;

  /**
   * Room for the passes over sequences of one length.
   *
   * @param chain `transitions`; the law `start` of the first context; `length` of the sequences
   */
  constructor(
    chain: { transitions: ContextTransitions; start: Float64Array; length: number },
  ) {
    this.#transitions = chain.transitions;
    this.#start = chain.start;
    // A sequence shorter than a context is the start of one that is not.
    this.#length = Math.max(chain.length, chain.transitions.order);
    const contexts = chain.start.length;
    this.#forward = new Float64Array((this.#length - chain.transitions.order + 1) * contexts);
    this.#backward = new Float64Array(contexts);
    this.#behind = new Float64Array(contexts);
  }

  /**
   * Writes the law of each position asked for.
   *
   * @param revealed Tokens, MASK where not revealed
   * @param rowOf For each position its row of `out`, -1 where its law is not wanted
   * @param out Row-major, rows of `K` probabilities; those that are undefined hold NaN
   */
  conditionals(revealed: Int32Array, rowOf: Int32Array, out: Float64Array): void {
    const { order, states } = this.#transitions;
    const contexts = this.#start.length;
    if (!this.#runForward(revealed)) {
      for (const row of rowOf) if (row >= 0) out.fill(NaN, row * states, (row + 1) * states);
      return;
    }
    this.#backward.fill(1);
    let isKnown = false;
    for (let i = this.#length - 1; i >= order - 1; i--) {
      const from = (i - order + 1) * contexts;
      const forward = this.#forward.subarray(from, from + contexts);
      if (i < this.#length - 1) {
        const token = revealed[i + 1] ?? MASK;
        isKnown ||= token !== MASK;
        // Beyond the last revealed token beta is 1.
        if (isKnown) this.#stepBackward(forward, token);
      }
      // The first context holds the tokens before its last, too.
      const first = i === order - 1 ? 0 : i;
      for (let position = first; position <= i; position++) {
        const row = rowOf[position] ?? -1;
        if (row < 0) continue;
        const place = states ** (i - position);
        this.#writeRow(forward, place, out.subarray(row * states, (row + 1) * states));
      }
    }
  }

  /** Fills `alpha`; false where the revealed tokens cannot occur together. */
  #runForward(revealed: Int32Array): boolean {
    const { order } = this.#transitions;
    const contexts = this.#start.length;
    const all = this.#forward;
    const first = all.subarray(0, contexts);
    first.set(this.#start);
    let isKnown = this.#restrict(first, revealed);
    if (isKnown && !normalise(first)) return false;
    for (let i = order; i < this.#length; i++) {
      const to = (i - order + 1) * contexts;
      const next = all.subarray(to, to + contexts);
      const token = revealed[i] ?? MASK;
      if (!isKnown && token === MASK) {
        // Nothing is revealed yet, and the chain is stationary.
        next.set(this.#start);
        continue;
      }
      isKnown = true;
      this.#stepForward(all.subarray(to - contexts, to), token, next);
      if (!normalise(next)) return false;
    }
    return true;
  }

  /** Drops the first contexts that hold other tokens than the revealed ones; whether there are any. */
  #restrict(first: Float64Array, revealed: Int32Array): boolean {
    const { order, states } = this.#transitions;
    let isKnown = false;
    for (let position = 0; position < order; position++) {
      const token = revealed[position] ?? MASK;
      if (token === MASK) continue;
      isKnown = true;
      const place = states ** (order - 1 - position);
      for (let c = 0; c < first.length; c++) {
        if (Math.floor(c / place) % states !== token) first[c] = 0;
      }
    }
    return isKnown;
  }

  #stepForward(forward: Float64Array, token: number, next: Float64Array): void {
    const { states, values } = this.#transitions;
    const contexts = forward.length;
    next.fill(0);
    for (let c = 0; c < contexts; c++) {
      const mass = forward[c]!;
      if (mass === 0) continue;
      const row = c * states;
      const to = row % contexts;
      if (token === MASK) {
        for (let y = 0; y < states; y++) next[to + y]! += mass * values[row + y]!;
      } else next[to + token]! += mass * values[row + token]!;
    }
  }

  /** `beta` one position back, at the contexts that the tokens up to there allow. */
  #stepBackward(forward: Float64Array, token: number): void {
    const { states, values } = this.#transitions;
    const contexts = forward.length;
    const after = this.#backward;
    const before = this.#behind;
    let most = 0;
    for (let c = 0; c < contexts; c++) {
      let sum = 0;
      if (forward[c]! > 0) {
        const row = c * states;
        const to = row % contexts;
        if (token === MASK) {
          for (let y = 0; y < states; y++) sum += values[row + y]! * after[to + y]!;
        } else sum = values[row + token]! * after[to + token]!;
      }
      before[c] = sum;
      if (sum > most) most = sum;
    }
    if (most > 0) { for (let c = 0; c < contexts; c++) before[c]! /= most; }
    this.#backward = before;
    this.#behind = after;
  }

  /** The law of the token whose digit is worth `place` in the number of a context; NaN for no law. */
  #writeRow(forward: Float64Array, place: number, row: Float64Array): void {
    const { states } = this.#transitions;
    const backward = this.#backward;
    row.fill(0);
    // Runs of contexts with one digit at that place, the digits in turn.
    for (let c = 0; c < forward.length;) {
      for (let y = 0; y < states; y++) {
        for (const end = c + place; c < end; c++) row[y]! += forward[c]! * backward[c]!;
      }
    }
    let total = 0;
    for (let y = 0; y < states; y++) total += row[y]!;
    for (let y = 0; y < states; y++) row[y]! /= total;
  }
}

/** Scales masses to sum to 1; false where all are 0. */
function normalise(masses: Float64Array): boolean {
  let total = 0;
  for (let c = 0; c < masses.length; c++) total += masses[c]!;
  if (!(total > 0)) return false;
  for (let c = 0; c < masses.length; c++) masses[c]! /= total;
  return true;
}
