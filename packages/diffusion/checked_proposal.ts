import { MASK } from "@unmask/information";
import { maskedPositions } from "./masked_positions.ts";
import { stateText } from "./state_text.ts";
import type { Proposal, UnmaskingRule, UnmaskingView } from "./unmasking_policy.ts";

/** How far from 1 probabilities of sizes may sum: the rounding of a million additions. */
const SIZE_TOLERANCE = 1e-9;

/** A rule of a policy, with what the policy says of itself. */
export interface NamedRule {
  /** Name of the policy. */
  readonly name: string;
  /** Whether it says that it masks tokens again. */
  readonly masksAgain: boolean;
  /** The rule. */
  readonly rule: UnmaskingRule;
}

/**
 * The positions that an iteration may reveal, checked: the predictor is asked about masked positions only,
 * and rows are found by the order of their positions.
 *
 * O(L).
 *
 * @param named The rule
 * @param at `state` and `iteration`
 * @returns Masked positions in ascending order
 * @throws {RangeError} When the rule gives others
 */
export function checkedCandidates(
  { name, rule }: NamedRule,
  { state, iteration }: { state: Int32Array; iteration: number },
): Int32Array {
  const candidates = rule.candidates?.(state, iteration);
  if (candidates === undefined) return maskedPositions(state);
  let last = -1;
  for (const position of candidates) {
    if (!(state[position] === MASK && position > last)) {
      throw new RangeError(
        `Cannot follow the policy ${name}: it must ask about masked positions in ascending order, got position ${position} in iteration ${iteration} at the state ${
          stateText(state)
        }`,
      );
    }
    last = position;
  }
  return candidates;
}

/**
 * What a rule proposes, checked: a bug of a policy is told with the state that brought it out,
 * before it can loop for ever or draw a token twice.
 *
 * O(L) beside the rule's own cost; O(m log m) for a rule that proposes `m` positions and does not
 * say which it wants predicted.
 *
 * @param named The rule
 * @param view What it is shown, its candidates as `checkedCandidates` gives them
 * @returns Its proposal
 * @throws {RangeError} Unless the candidates are masked positions it was shown, each once, the size is an integer
 *   up to their number or the probabilities of such sizes, a rule without a clock reveals at least a
 *   token, and chances are from 0 to 1
 */
export function checkedProposal(named: NamedRule, view: UnmaskingView): Proposal {
  const { name, rule, masksAgain } = named;
  // Types do not hold the rules of a caller without them.
  const proposal: Partial<Proposal> | undefined = rule.propose(view);
  const refuse = (must: string, got: unknown): never => {
    throw new RangeError(
      `Cannot follow the policy ${name}: ${must}, got ${got} in iteration ${view.iteration} at the state ${
        stateText(view.state)
      }`,
    );
  };
  const { candidates, size, remask = 0 } = proposal ?? {};
  if (candidates === undefined || size === undefined) {
    return refuse("a proposal must have candidates and a size", proposal);
  }
  const refusePosition = (position: number): never =>
    refuse(
      "it must reveal masked positions that it asked about, each once",
      `position ${position}`,
    );
  if (rule.candidates === undefined) {
    // It was asked about all that is masked: O(L) for each of few tokens would be felt in long runs.
    for (const position of candidates) {
      if (view.state[position] !== MASK) refusePosition(position);
    }
    const repeated = firstRepeated(candidates);
    if (repeated !== undefined) refusePosition(repeated);
  } else {
    // 1 where a token may be revealed, 2 where it already is to be.
    const marks = new Uint8Array(view.state.length);
    for (const position of view.candidates) marks[position] = 1;
    for (const position of candidates) {
      if (marks[position] !== 1) refusePosition(position);
      marks[position] = 2;
    }
  }
  const least = rule.iterations === undefined ? 1 : 0;
  if (typeof size === "number") {
    if (!(Number.isInteger(size) && size >= least && size <= candidates.length)) {
      refuse(
        least === 1 && size === 0
          ? "it must reveal at least one token in every iteration"
          : `the number of tokens must be an integer from ${least} to its ${candidates.length} candidates`,
        size,
      );
    }
  } else {
    checkSizes(size, { most: candidates.length, least }, refuse);
  }
  if (!(remask >= 0 && remask <= 1)) {
    refuse("the chance to mask a token again must be from 0 to 1", remask);
  }
  if (remask > 0 && rule.iterations === undefined) {
    refuse("a rule that masks tokens again must have a clock", "none");
  }
  if (remask > 0 && !masksAgain) {
    refuse("a policy that masks tokens again must say so", `a chance of ${remask}`);
  }
  return proposal as Proposal;
}

/** The least position that is there twice, if any is. O(m) where they ascend, else O(m log m). */
function firstRepeated(positions: Int32Array): number | undefined {
  const ascends = positions.every((position, n) => n === 0 || positions[n - 1]! < position);
  if (ascends) return undefined;
  const sorted = positions.toSorted();
  return sorted.find((position, n) => n > 0 && sorted[n - 1] === position);
}

function checkSizes(
  sizes: Float64Array,
  { most, least }: { most: number; least: number },
  refuse: (must: string, got: unknown) => never,
): void {
  if (sizes.length !== most + 1) {
    refuse(`sizes must have the ${most + 1} probabilities of 0 to ${most} tokens`, sizes.length);
  }
  let sum = 0;
  for (const probability of sizes) sum += probability >= 0 ? probability : NaN;
  if (!(Math.abs(sum - 1) <= SIZE_TOLERANCE)) {
    refuse("the probabilities of its sizes must be non-negative and sum to 1", `a sum of ${sum}`);
  }
  if (least === 1 && sizes[0]! > 0) {
    refuse("it must reveal at least one token in every iteration", `none with chance ${sizes[0]}`);
  }
}
