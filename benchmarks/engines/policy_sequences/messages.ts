import { MASK } from "@unmask/information";
import { drawCategorical } from "@unmask/random";
import type { Engine } from "../../engine.ts";
import { tokenLaws } from "../../naive/chain_messages.ts";
import { surestPositions } from "../../naive/surest_positions.ts";
import {
  type PolicySequence,
  policySequences,
  type PolicySequenceTask,
} from "../../questions/policy_sequences.ts";

/** An oracle of its own: messages along the chain once an iteration, and the sets in plain sums. */
export const engine: Engine<PolicySequenceTask, PolicySequence> = {
  name: "messages",
  kind: "naive",
  question: policySequences,
  handles: () => true,
  prepare: ({ law, policy, streams }) => () => {
    const { length, states } = law;
    const stream = streams.at(0);
    const tokens = new Int32Array(length).fill(MASK);
    let evaluations = 0;
    while (tokens.includes(MASK)) {
      // Laws and sets come from the state at the start: tokens of one iteration see none of it.
      const laws = tokenLaws(tokens, law);
      const row = (i: number): Float64Array => laws.subarray(i * states, (i + 1) * states);
      const masked = [...tokens.keys()].filter((i) => tokens[i] === MASK);
      for (const i of surestPositions(masked, { row, policy })) {
        tokens[i] = drawCategorical(row(i), stream);
      }
      evaluations++;
    }
    return { tokens, evaluations };
  },
};
