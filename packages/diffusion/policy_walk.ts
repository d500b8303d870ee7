import { compensatedSum, MASK, relativeEntropyTerm } from "@unmask/information";
import { checkedCandidates, checkedProposal, type NamedRule } from "./checked_proposal.ts";
import type { MaskPredictor } from "./mask_predictor.ts";
import { ENDPOINT_COST_LIMIT, EnumerationTooLarge } from "./enumeration_limit.ts";
import { chanceToReveal, rowsOf, setWeights } from "./proposal_sets.ts";
import { MASS_SCALE, type PartialSequences } from "./partial_sequences.ts";
import { predictionRows, predictRows } from "./predicted_rows.ts";
import { stateText } from "./state_text.ts";
import type { Proposal } from "./unmasking_policy.ts";

/** Rows that miss 1 by more than rounding are a predictor's, and count as its own error. */
const ROUNDING = 1e-9;

/**
 * Masses that a policy moves from the fully masked sequence to whole ones: those of the sampler, and
 * beside them those of the law's own sequences revealed by the same policy.
 */
export class PolicyWalk {
  /** Masses of the states that are left in the end. */
  readonly whole: Float64Array;
  /** Mean model evaluations. */
  evaluations = 0;
  pathError = 0;
  readonly #predictor: MaskPredictor;
  readonly #partial: PartialSequences;
  readonly #marginals: Float64Array | undefined;
  /** Probability of each state under the sampler, times MASS_SCALE. */
  #sampled: Float64Array;
  #nextSampled: Float64Array;
  /** Probability that the law and the policy lead to each state, where there is a law to hold it against. */
  #reached: Float64Array;
  #nextReached: Float64Array;
  #steps = 0;
  constructor(
    predictor: MaskPredictor,
    options: { partial: PartialSequences; marginals: Float64Array | undefined },
  ) {
    this.#predictor = predictor;
    this.#partial = options.partial;
    this.#marginals = options.marginals;
    const { count } = options.partial;
    this.whole = new Float64Array(count);
    this.#sampled = new Float64Array(count);
    this.#nextSampled = new Float64Array(count);
    const held = options.marginals === undefined ? 0 : count;
    this.#reached = new Float64Array(held);
    this.#nextReached = new Float64Array(held);
  }

  /** Follows one rule from the fully masked sequence, and adds what it gives, times its probability. */
  follow(named: NamedRule, probability: number): void {
    const { rule } = named;
    const last = this.#partial.count - 1;
    this.#sampled.fill(0);
    this.#reached.fill(0);
    this.#sampled[last] = probability * MASS_SCALE;
    if (this.#marginals !== undefined) this.#reached[last] = probability;
    // Without a clock every iteration reveals a token.
    const iterations = rule.iterations ?? this.#predictor.length;
    for (let iteration = 0; iteration < iterations; iteration++) {
      const asking = this.#iterate(named, iteration);
      this.evaluations += probability * asking;
    }
    const state = new Int32Array(this.#predictor.length);
    for (let index = 0; index <= last; index++) {
      if (this.#sampled[index] === 0) continue;
      this.#partial.decode(index, state);
      if (state.includes(MASK)) {
        throw new RangeError(
          `Cannot follow the policy ${named.name}: nothing must be masked in the end, got the state ${
            stateText(state)
          } after ${iterations} iterations`,
        );
      }
      this.whole[index]! += this.#sampled[index]!;
    }
  }

  /** One iteration from every state; the share of sequences that ask for a prediction in it. */
  #iterate(named: NamedRule, iteration: number): number {
    const { rule } = named;
    const { length } = this.#predictor;
    const state = new Int32Array(length);
    const rows = predictionRows(this.#predictor, length);
    // Masses of the states, and of what asks for nothing: an iteration that always asks counts 1 exactly.
    const all: number[] = [];
    const idle: number[] = [];
    this.#nextSampled.fill(0);
    this.#nextReached.fill(0);
    for (let index = 0; index < this.#partial.count; index++) {
      const sampled = this.#sampled[index]!;
      const reached = this.#reached[index] ?? 0;
      if (sampled === 0 && reached === 0) continue;
      all.push(sampled);
      this.#partial.decode(index, state);
      const masked = checkedCandidates(named, { state, iteration });
      if (masked.length === 0 && rule.iterations === undefined) {
        this.#nextSampled[index]! += sampled;
        idle.push(sampled);
        if (reached > 0) this.#nextReached[index]! += reached;
        continue;
      }
      predictRows(this.#predictor, { state, positions: masked, iteration }, rows);
      const predictions = rule.readsPredictions
        ? rows.subarray(0, masked.length * this.#predictor.vocabularySize)
        : rows.subarray(0, 0);
      const view = { iteration, state, candidates: masked, predictions };
      const proposal = checkedProposal(named, view);
      const asked = rule.readsPredictions && masked.length > 0;
      if (!asked) idle.push(sampled * (1 - chanceToReveal(proposal)));
      this.#enter(proposal, { state, masked, rows, from: index });
    }
    [this.#sampled, this.#nextSampled] = [this.#nextSampled, this.#sampled];
    [this.#reached, this.#nextReached] = [this.#nextReached, this.#reached];
    return 1 - compensatedSum(idle) / compensatedSum(all);
  }

  /** From one state, every set that is proposed and every value of its tokens. */
  #enter(
    proposal: Proposal,
    at: { state: Int32Array; masked: Int32Array; rows: Float64Array; from: number },
  ): void {
    const { state, masked, rows, from } = at;
    const { candidates, remask = 0 } = proposal;
    const { vocabularySize } = this.#predictor;
    const { places } = this.#partial;
    const { weights, least, most } = setWeights(proposal);
    const own = rowsOf(candidates, { masked, rows, vocabularySize });
    const marginals = this.#marginals;
    const reached = this.#reached[from] ?? 0;
    // Divergence of the law from the predictor's here, and what the predictor's masses have too many.
    let terms = 0;
    let excess = 0;

    const leaf = (taken: number, index: number, sampled: number, model: number): void => {
      const weight = weights[taken]!;
      if (weight === 0) return;
      this.#countStep();
      if (remask === 0) this.#nextSampled[index]! += sampled * weight;
      else this.#maskAgain({ state, remask }, { next: 0, index, mass: sampled * weight });
      if (reached === 0) return;
      const share = marginals![index]! / marginals![from]!;
      this.#nextReached[index]! += reached * weight * share;
      // A term scales with its two masses.
      terms += weight * relativeEntropyTerm(share * MASS_SCALE, model) / MASS_SCALE;
      excess += weight * (model / MASS_SCALE - share);
    };
    // Plain numbers, since this is where the time goes: `sampled` is the probability of the state and
    // the values so far, `model` that of the values alone, both times MASS_SCALE.
    const branch = (
      row: number,
      taken: number,
      index: number,
      sampled: number,
      model: number,
    ): void => {
      if (taken === most || row === candidates.length) return leaf(taken, index, sampled, model);
      if (taken + candidates.length - row > least) branch(row + 1, taken, index, sampled, model);
      const place = places[candidates[row]!]!;
      for (let y = 0; y < vocabularySize; y++) {
        const next = index + (y - vocabularySize) * place;
        const factor = own[row * vocabularySize + y]!;
        // What the predictor excludes matters only where the law does not.
        if (factor === 0 && !(reached > 0 && marginals![next]! > 0)) continue;
        branch(row + 1, taken + 1, next, sampled * factor, model * factor);
      }
    };
    branch(0, 0, from, this.#sampled[from]!, MASS_SCALE);
    if (reached > 0) {
      this.pathError += reached * (terms - (Math.abs(excess) > ROUNDING ? excess : 0));
    }
  }

  #countStep(): void {
    if (!(++this.#steps <= ENDPOINT_COST_LIMIT)) {
      throw new EnumerationTooLarge();
    }
  }

  /** Every set of tokens revealed before that may be masked again. */
  #maskAgain(
    before: { state: Int32Array; remask: number },
    at: { next: number; index: number; mass: number },
  ): void {
    const { state, remask } = before;
    const { next, index, mass } = at;
    if (mass === 0) return;
    if (next === state.length) {
      this.#nextSampled[index]! += mass;
      return;
    }
    const token = state[next]!;
    if (token === MASK) return this.#maskAgain(before, { ...at, next: next + 1 });
    this.#countStep();
    const masked = index + (this.#predictor.vocabularySize - token) * this.#partial.places[next]!;
    this.#maskAgain(before, { next: next + 1, index, mass: mass * (1 - remask) });
    this.#maskAgain(before, { next: next + 1, index: masked, mass: mass * remask });
  }
}
