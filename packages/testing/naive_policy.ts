import { type LogProbability, MASK } from "@unmask/information";
import type { MaskPredictor, UnmaskingPolicy, UnmaskingRule } from "@unmask/diffusion";
import { subsets } from "./compositions.ts";
import { sequences } from "./naive.ts";

/** What a policy costs, from the definitions. */
export interface NaivePolicyErrors {
  /** `E_{x ~ p, policy} [ ln p(x) - ln(probability of its path) ]` in nats; meaningless where tokens are masked again. */
  readonly pathError: number;
  /** `KL(p || law of the sampler's sequences)` in nats. */
  readonly endpointError: number;
  /** Mean model evaluations of a sequence that the sampler draws. */
  readonly evaluations: number;
  /** Mean model evaluations where a sequence of the law is revealed as the policy would. */
  readonly targetEvaluations: number;
  /** Law of the sampler's sequences: `K^L` masses, last token fastest. */
  readonly masses: Float64Array;
}

/** One set that an iteration may reveal, and how likely. */
interface Choice {
  readonly set: readonly number[];
  readonly probability: number;
}

/** All that an iteration may do at a state. */
interface Iteration {
  readonly choices: readonly Choice[];
  /** Probability of each token of each masked position. */
  readonly rows: ReadonlyMap<number, readonly number[]>;
  readonly remask: number;
  /** Whether the model is asked whatever is revealed. */
  readonly reads: boolean;
}

/**
 * Both errors of a policy, the slow and plain way: every rule, every set, every value, probabilities
 * multiplied and added as the definitions say, states and sequences kept by their text.
 *
 * It asks the predictor and the policy's own rules, and shares nothing else with the programs it judges.
 *
 * @param law A law small enough to enumerate
 * @param options `predictor`; `policy`
 * @returns Errors, evaluations and the sampler's law
 */
export function naivePolicyErrors(
  law: LogProbability,
  options: { predictor: MaskPredictor; policy: UnmaskingPolicy },
): NaivePolicyErrors {
  const { length, vocabularySize } = law;
  const cells = [...sequences(length, vocabularySize)];
  const start = new Array<number>(length).fill(MASK);
  const sampled = new Map<string, number>();
  const total = { path: 0, evaluations: 0, targetEvaluations: 0, endpoint: 0 };
  for (const { probability, rule } of options.policy.rules(options.predictor)) {
    const walk = new NaiveWalk(options.predictor, rule);
    const drawn = walk.sample(start, 0);
    for (const [text, mass] of drawn.law) add(sampled, text, probability * mass);
    total.evaluations += probability * drawn.evaluations;
    if (probability === 0) continue;
    for (const tokens of cells) {
      const logMass = law.logProbability(Int32Array.from(tokens));
      // As of a law of doubles: what is less than any of them does not occur.
      if (Math.exp(logMass) === 0) continue;
      const { loss, evaluations } = walk.reveal(tokens, start, 0);
      total.path += probability * Math.exp(logMass) * (logMass + loss);
      total.targetEvaluations += probability * Math.exp(logMass) * evaluations;
    }
  }
  for (const tokens of cells) {
    const logMass = law.logProbability(Int32Array.from(tokens));
    if (Math.exp(logMass) === 0) continue;
    total.endpoint += Math.exp(logMass) * (logMass - Math.log(sampled.get(tokens.join()) ?? 0));
  }
  return {
    pathError: total.path,
    endpointError: total.endpoint,
    evaluations: total.evaluations,
    targetEvaluations: total.targetEvaluations,
    masses: Float64Array.from(cells, (tokens) => sampled.get(tokens.join()) ?? 0),
  };
}

/** What follows from one rule, remembered by state: the recursion meets the same ones again. */
class NaiveWalk {
  readonly #predictor: MaskPredictor;
  readonly #rule: UnmaskingRule;
  readonly #iterations = new Map<string, Iteration>();
  readonly #samples = new Map<string, { law: Map<string, number>; evaluations: number }>();
  readonly #losses = new Map<string, { loss: number; evaluations: number }>();

  constructor(predictor: MaskPredictor, rule: UnmaskingRule) {
    this.#predictor = predictor;
    this.#rule = rule;
  }

  /** The law of the sequences that the sampler draws from a state on, and the evaluations it makes. */
  sample(
    state: readonly number[],
    iteration: number,
  ): { law: Map<string, number>; evaluations: number } {
    if (this.#ends(state, iteration)) return { law: new Map([[state.join(), 1]]), evaluations: 0 };
    const key = `${iteration}: ${state}`;
    const known = this.#samples.get(key);
    if (known) return known;
    const { choices, rows, remask, reads } = this.#iterationAt(state, iteration);
    const law = new Map<string, number>();
    let evaluations = 0;
    for (const { set, probability } of choices) {
      if (reads || set.length > 0) evaluations += probability;
      for (const values of sequences(set.length, this.#predictor.vocabularySize)) {
        let mass = probability;
        set.forEach((position, n) => mass *= rows.get(position)![values[n]!]!);
        if (mass === 0) continue;
        const filled = state.slice();
        set.forEach((position, n) => filled[position] = values[n]!);
        for (const [next, chance] of maskedAgain(filled, { before: state, remask })) {
          const rest = this.sample(next, iteration + 1);
          for (const [text, share] of rest.law) add(law, text, mass * chance * share);
          evaluations += mass * chance * rest.evaluations;
        }
      }
    }
    this.#samples.set(key, { law, evaluations });
    return { law, evaluations };
  }

  /** Mean of `- ln(probability of the tokens still masked)` over the policy's choices, and evaluations. */
  reveal(
    tokens: readonly number[],
    state: readonly number[],
    iteration: number,
  ): { loss: number; evaluations: number } {
    if (this.#ends(state, iteration)) return { loss: 0, evaluations: 0 };
    const key = `${tokens} / ${iteration}: ${state}`;
    const known = this.#losses.get(key);
    if (known) return known;
    const { choices, rows, reads } = this.#iterationAt(state, iteration);
    let loss = 0;
    let evaluations = 0;
    for (const { set, probability } of choices) {
      const next = state.slice();
      for (const position of set) {
        loss -= probability * Math.log(rows.get(position)![tokens[position]!]!);
        next[position] = tokens[position]!;
      }
      const rest = this.reveal(tokens, next, iteration + 1);
      loss += probability * rest.loss;
      evaluations += probability * (rest.evaluations + (reads || set.length > 0 ? 1 : 0));
    }
    this.#losses.set(key, { loss, evaluations });
    return { loss, evaluations };
  }

  #ends(state: readonly number[], iteration: number): boolean {
    return this.#rule.iterations === undefined
      ? !state.includes(MASK)
      : iteration === this.#rule.iterations;
  }

  #iterationAt(state: readonly number[], iteration: number): Iteration {
    const key = `${iteration}: ${state}`;
    const known = this.#iterations.get(key);
    if (known) return known;
    const made = this.#makeIteration(Int32Array.from(state), iteration);
    this.#iterations.set(key, made);
    return made;
  }

  #makeIteration(state: Int32Array, iteration: number): Iteration {
    const { vocabularySize } = this.#predictor;
    const rule = this.#rule;
    const masked = Int32Array.from([...state.keys()].filter((i) => state[i] === MASK));
    const candidates = rule.candidates?.(state, iteration) ?? masked;
    const predictions = new Float64Array(candidates.length * vocabularySize);
    this.#predictor.predict(state, candidates, predictions);
    const proposal = rule.propose({
      iteration,
      state,
      candidates,
      predictions: rule.readsPredictions ? predictions : new Float64Array(0),
    });
    const proposed = Array.from(proposal.candidates);
    const sizes = typeof proposal.size === "number"
      ? proposed.concat(0).map((_, n) => n === proposal.size ? 1 : 0)
      : Array.from(proposal.size);
    const choices = sizes.flatMap((probability, size) => {
      if (probability === 0) return [];
      const sets = [...subsets(proposed, size)];
      return sets.map((set) => ({ set, probability: probability / sets.length }));
    });
    const rows = new Map<number, number[]>();
    candidates.forEach((position, row) => {
      const from = row * vocabularySize;
      rows.set(position, Array.from(predictions.slice(from, from + vocabularySize)));
    });
    const reads = rule.readsPredictions && candidates.length > 0;
    return { choices, rows, remask: proposal.remask ?? 0, reads };
  }
}

/** Every state after tokens of the state before were masked again, each by itself, and its chance. */
function maskedAgain(
  state: readonly number[],
  options: { before: readonly number[]; remask: number },
): [number[], number][] {
  const { before, remask } = options;
  if (remask === 0) return [[state.slice(), 1]];
  const old = [...before.keys()].filter((i) => before[i] !== MASK);
  return old.concat(0).flatMap((_, size) =>
    [...subsets(old, size)].map((chosen): [number[], number] => [
      state.map((token, i) => chosen.includes(i) ? MASK : token),
      remask ** size * (1 - remask) ** (old.length - size),
    ])
  );
}

function add(masses: Map<string, number>, text: string, mass: number): void {
  masses.set(text, (masses.get(text) ?? 0) + mass);
}
