import { MASK, type SequenceSpace } from "@unmask/information";
import { drawCategorical, partialShuffle, type Stream } from "@unmask/random";
import { checkedCandidates, checkedProposal, type NamedRule } from "./checked_proposal.ts";
import { checkedRules } from "./checked_rules.ts";
import { stateText } from "./state_text.ts";
import type { Proposal, UnmaskingPolicy, UnmaskingView } from "./unmasking_policy.ts";

/** No predictions, for rules that do not read any. */
const NOTHING = new Float64Array(0);

/**
 * One sequence on its way from all masked to all revealed, a step at a time: it says which positions
 * it wants predicted, is told the predictions, and reveals the tokens of an iteration.
 *
 * Whoever drives it evaluates the predictor, so many sequences can share one evaluation. The
 * predictions of an iteration are complete before its first token is written: no token can see
 * another of its iteration.
 */
export class UnmaskingRun {
  /** The state: `length` tokens, `MASK` where not revealed. */
  readonly state: Int32Array;
  /** For each position the iteration in which it was revealed last, -1 where it never was. */
  readonly drawnIn: Int32Array;
  readonly #space: SequenceSpace;
  readonly #named: NamedRule;
  readonly #stream: Stream;
  readonly #tokens: Int32Array | undefined;
  #iteration = 0;
  #evaluations = 0;
  #logProbability = 0;
  #revealed: Int32Array = new Int32Array(0);
  /** The positions asked for, and what was proposed before they were predicted, if anything was. */
  #pending: { readonly positions: Int32Array; readonly proposal?: Proposal } | undefined;

  /**
   * Starts a run, drawing the policy's rule where it has several.
   *
   * @param policy The policy
   * @param options `space` of the sequences; `stream` of randomness; `tokens`, a whole sequence whose
   *   tokens are revealed in place of drawn ones, to ask how likely they are
   * @throws {RangeError} When the policy cannot unmask such sequences, or `tokens` is none of them or
   *   cannot be followed, since the policy masks tokens again
   */
  constructor(
    policy: UnmaskingPolicy,
    options: { space: SequenceSpace; stream: Stream; tokens?: Int32Array },
  ) {
    const { space, stream, tokens } = options;
    const { name, masksAgain = false } = policy;
    if (tokens !== undefined && masksAgain) {
      throw new RangeError(
        `Cannot follow a given sequence: the policy must not mask tokens again, got ${name}`,
      );
    }
    if (tokens !== undefined) checkTokens(tokens, space);
    this.#space = space;
    this.#stream = stream;
    this.#tokens = tokens;
    const rules = checkedRules(policy, space);
    const drawn = rules.length === 1
      ? 0
      : drawCategorical(rules.map(({ probability }) => probability), stream);
    this.#named = { name, masksAgain, rule: rules[drawn]!.rule };
    this.state = new Int32Array(space.length).fill(MASK);
    this.drawnIn = new Int32Array(space.length).fill(-1);
  }

  /** Iterations made so far, those that revealed nothing included. */
  get iteration(): number {
    return this.#iteration;
  }

  /**
   * Model evaluations so far: iterations that revealed a token, or whose rule read predictions first.
   * Where nothing was to be revealed, and a rule did not look, nothing was predicted.
   */
  get evaluations(): number {
    return this.#evaluations;
  }

  /** `sum_t sum_{i in D_t} ln phat_i(y_i | y_{D_<t})` of the tokens revealed so far, in nats. */
  get logProbability(): number {
    return this.#logProbability;
  }

  /** Positions that the last iteration revealed, in the order drawn. */
  get revealed(): Int32Array {
    return this.#revealed;
  }

  /**
   * The positions to predict next, at the state as it is; iterations that reveal nothing are passed.
   *
   * @returns Masked positions, or undefined when the sequence is whole
   * @throws {RangeError} On a bug of the policy, with the state
   */
  request(): Int32Array | undefined {
    while (this.#pending === undefined) {
      const { rule } = this.#named;
      const iteration = this.#iteration;
      if (rule.iterations !== undefined && iteration >= rule.iterations) {
        this.#checkWhole(rule.iterations);
        return undefined;
      }
      const view = this.#viewBefore();
      if (rule.iterations === undefined && view.candidates.length === 0) {
        this.#checkWhole(iteration);
        return undefined;
      }
      if (rule.readsPredictions && view.candidates.length > 0) {
        this.#pending = { positions: view.candidates };
      } else {
        const proposal = checkedProposal(this.#named, view);
        const positions = this.#drawSet(proposal);
        if (positions.length > 0) this.#pending = { positions, proposal };
        else {
          this.#revealed = positions;
          this.#endIteration(proposal.remask);
        }
      }
    }
    return this.#pending.positions;
  }

  /**
   * Reveals the tokens of one iteration.
   *
   * @param rows A law for each position that `request` gave, row-major
   * @throws {RangeError} On a bug of the policy, with the state, before any token is written; where
   *   nothing was requested, or too few rows are given
   */
  receive(rows: Float64Array): void {
    const asked = this.#pending;
    const wanted = (asked?.positions.length ?? 0) * this.#space.vocabularySize;
    if (asked === undefined || !(rows.length >= wanted)) {
      throw new RangeError(
        `Cannot reveal tokens: predictions must be those requested, ${wanted} of them, got ${rows.length}`,
      );
    }
    const proposal = asked.proposal ??
      checkedProposal(this.#named, this.#view(asked.positions, rows));
    const positions = asked.proposal === undefined ? this.#drawSet(proposal) : asked.positions;
    const before = proposal.remask ? this.state.slice() : undefined;
    this.#revealed = positions;
    const { vocabularySize } = this.#space;
    for (let n = 0; n < positions.length; n++) {
      const position = positions[n]!;
      const row = asked.proposal === undefined ? rowOf(position, asked.positions) : n;
      const from = row * vocabularySize;
      const token = this.#tokens?.[position] ??
        drawCategorical(rows, this.#stream, { from, to: from + vocabularySize });
      this.#logProbability += Math.log(rows[from + token]!);
      this.state[position] = token;
      this.drawnIn[position] = this.#iteration;
    }
    this.#evaluations++;
    this.#pending = undefined;
    this.#endIteration(proposal.remask, before);
  }

  /**
   * What a rule sees before anything is predicted. The masked positions are found once they are
   * asked for: an order known beforehand never asks, and takes O(revealed) an iteration, not O(L).
   */
  #viewBefore(): UnmaskingView {
    const named = this.#named;
    const at = { state: this.state, iteration: this.#iteration };
    let candidates: Int32Array | undefined;
    return {
      ...at,
      predictions: NOTHING,
      get candidates(): Int32Array {
        return candidates ??= checkedCandidates(named, at);
      },
    };
  }

  #view(candidates: Int32Array, predictions: Float64Array): UnmaskingView {
    return { iteration: this.#iteration, state: this.state, candidates, predictions };
  }

  #drawSet({ candidates, size }: Proposal): Int32Array {
    const count = typeof size === "number" ? size : drawCategorical(size, this.#stream);
    if (count === candidates.length) return candidates;
    const items = candidates.slice();
    partialShuffle(items, count, this.#stream);
    return items.subarray(0, count);
  }

  /** Ends an iteration; masks tokens again that were revealed before it. */
  #endIteration(remask = 0, before: Int32Array = this.state): void {
    this.#iteration++;
    if (remask === 0) return;
    for (let i = 0; i < before.length; i++) {
      if (before[i] !== MASK && this.#stream.nextDouble() < remask) this.state[i] = MASK;
    }
  }

  #checkWhole(iterations: number): void {
    if (this.state.includes(MASK)) {
      throw new RangeError(
        `Cannot follow the policy ${this.#named.name}: nothing must be masked in the end, got the state ${
          stateText(this.state)
        } after ${iterations} iterations`,
      );
    }
  }
}

/** A position that a given sequence does not fill would be drawn in silence. */
function checkTokens(tokens: Int32Array, { length, vocabularySize }: SequenceSpace): void {
  const wrong = tokens.findIndex((token) => !(token >= 0 && token < vocabularySize));
  if (tokens.length !== length || wrong !== -1) {
    throw new RangeError(
      `Cannot follow a given sequence: it must have ${length} tokens from 0 to ${
        vocabularySize - 1
      }, got ${tokens.length === length ? tokens[wrong] : `${tokens.length} of them`}`,
    );
  }
}

/** The row of a position among ascending positions, by bisection. */
function rowOf(position: number, ascending: Int32Array): number {
  let low = 0;
  let high = ascending.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! < position) low = middle + 1;
    else high = middle;
  }
  return low;
}
