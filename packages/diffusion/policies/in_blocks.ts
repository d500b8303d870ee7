import { MASK, type SequenceSpace } from "@unmask/information";
import { checkedRules } from "../checked_rules.ts";
import { maskedPositions } from "../masked_positions.ts";
import type {
  Proposal,
  UnmaskingPolicy,
  UnmaskingRule,
  UnmaskingView,
  WeightedRule,
} from "../unmasking_policy.ts";

/** Most combinations of rules that the blocks of a sequence may draw. */
export const RULE_LIMIT = 2 ** 12;

/** A block: where it is, and the rule inside it. */
interface Block {
  readonly start: number;
  readonly end: number;
  readonly rule: UnmaskingRule;
}

/**
 * Blocks from left to right, each unmasked whole by a policy before the next begins: semi-autoregressive
 * decoding.
 *
 * The policy inside sees the block as a sequence of its own: its state, its candidates and what is
 * predicted for them, given all tokens before it.
 *
 * @param options `lengths` of the blocks from left to right, summing to that of the sequence; `inside`, a
 *   policy for every block, or one for each
 * @returns The policy
 * @throws {RangeError} On another number of policies than of blocks; as it is followed, on lengths that do not
 *   sum to that of the sequence, clocks in some blocks only, or a policy inside that masks tokens again
 */
export function inBlocks(
  options: {
    lengths: readonly number[];
    inside: UnmaskingPolicy | readonly UnmaskingPolicy[];
  },
): UnmaskingPolicy {
  const { lengths, inside } = options;
  const policies = "rules" in inside ? lengths.map(() => inside) : inside;
  if (policies.length !== lengths.length) {
    throw new RangeError(
      `Cannot unmask blocks: there must be a policy for each of ${lengths.length}, got ${policies.length}`,
    );
  }
  const names = [...new Set(policies.map(({ name }) => name))].join(" and ");
  return {
    name: `blocks:inside=${names}`,
    masksAgain: policies.some(({ masksAgain = false }) => masksAgain),
    rules: (space) => blockRules(space, { lengths, policies }),
  };
}

function blockRules(
  { length, vocabularySize }: SequenceSpace,
  { lengths, policies }: { lengths: readonly number[]; policies: readonly UnmaskingPolicy[] },
): WeightedRule[] {
  let end = 0;
  let combinations: { probability: number; blocks: Block[] }[] = [{ probability: 1, blocks: [] }];
  lengths.forEach((blockLength, b) => {
    if (!(Number.isSafeInteger(blockLength) && blockLength >= 1)) {
      throw new RangeError(
        `Cannot unmask blocks: lengths must be integers of at least 1, got ${blockLength}`,
      );
    }
    const start = end;
    end += blockLength;
    const rules = checkedRules(policies[b]!, { length: blockLength, vocabularySize });
    const total = combinations.length * rules.length;
    if (!(total <= RULE_LIMIT)) {
      throw new RangeError(
        `Cannot unmask blocks: combinations of rules must be at most ${RULE_LIMIT}, got ${total}`,
      );
    }
    combinations = combinations.flatMap(({ probability, blocks }) =>
      rules.map((weighted) => ({
        probability: probability * weighted.probability,
        blocks: [...blocks, { start, end, rule: weighted.rule }],
      }))
    );
  });
  if (end !== length) {
    throw new RangeError(
      `Cannot unmask blocks: lengths must sum to that of the sequence, ${length}, got ${end}`,
    );
  }
  return combinations.map(({ probability, blocks }) => ({ probability, rule: oneByOne(blocks) }));
}

/** The rule that follows the rules of blocks one after another. */
function oneByOne(blocks: readonly Block[]): UnmaskingRule {
  const readsPredictions = blocks.some(({ rule }) => rule.readsPredictions);
  const clocks = blocks.map(({ rule }) => rule.iterations ?? NaN);
  const iterations = clocks.reduce((sum, clock) => sum + clock, 0);
  if (Number.isNaN(iterations)) return byState(blocks, readsPredictions);
  return {
    iterations,
    readsPredictions,
    candidates: (state, iteration) => {
      const { block, since } = blockAt(blocks, iteration);
      return candidatesOf(block, state, since);
    },
    propose(view): Proposal {
      const { block, since } = blockAt(blocks, view.iteration);
      return proposalOf(block, view, since);
    },
  };
}

/** The rule of blocks of which some have no clock: a block ends when nothing in it is masked. */
function byState(blocks: readonly Block[], readsPredictions: boolean): UnmaskingRule {
  const mixed = blocks.some(({ rule }) => rule.iterations !== undefined);
  if (mixed) {
    throw new RangeError(
      "Cannot unmask blocks: either all policies must have a clock or none, got both",
    );
  }
  const current = (state: Int32Array): Block | undefined => {
    const first = state.indexOf(MASK);
    return blocks.find(({ end }) => first < end);
  };
  return {
    readsPredictions,
    candidates: (state, iteration) =>
      state.includes(MASK) ? candidatesOf(current(state)!, state, iteration) : new Int32Array(0),
    propose: (view) => proposalOf(current(view.state)!, view, view.iteration),
  };
}

/** The block whose turn an iteration is, and the iterations since its first. */
function blockAt(blocks: readonly Block[], iteration: number): { block: Block; since: number } {
  let since = iteration;
  for (const block of blocks) {
    if (since < block.rule.iterations!) return { block, since };
    since -= block.rule.iterations!;
  }
  throw new RangeError(`Cannot unmask blocks: their clocks must have run out, got ${iteration}`);
}

function candidatesOf(
  { start, end, rule }: Block,
  state: Int32Array,
  iteration: number,
): Int32Array {
  const inside = state.subarray(start, end);
  const masked = rule.candidates?.(inside, iteration) ?? maskedPositions(inside);
  return masked.map((position) => start + position);
}

function proposalOf({ start, end, rule }: Block, view: UnmaskingView, since: number): Proposal {
  const proposal = rule.propose({
    iteration: since,
    state: view.state.subarray(start, end),
    candidates: view.candidates.map((position) => position - start),
    predictions: view.predictions,
  });
  if (proposal.remask) {
    throw new RangeError(
      `Cannot unmask blocks: a policy inside must not mask tokens again, which would reach the blocks before, got a chance of ${proposal.remask}`,
    );
  }
  const candidates = proposal.candidates.map((position) => start + position);
  return { ...proposal, candidates };
}
