import { drawUnmaskingOrder } from "@unmask/diffusion";
import { MASK } from "@unmask/information";
import { drawCategorical } from "@unmask/random";
import type { Engine } from "../../engine.ts";
import { tokenLaws } from "../../naive/chain_messages.ts";
import { type SamplingTask, unmaskedTokens } from "../../questions/unmasked_tokens.ts";

/** A sampler of its own: messages along the chain from both ends, before each step. */
export const engine: Engine<SamplingTask, Int32Array> = {
  name: "messages",
  kind: "plain",
  question: unmaskedTokens,
  handles: () => true,
  prepare: ({ law, sizes, streams }) => () => {
    const { length, states } = law;
    const stream = streams.at(0);
    const state = new Int32Array(length).fill(MASK);
    for (const positions of drawUnmaskingOrder(sizes, stream)) {
      const laws = tokenLaws(state, law);
      for (const i of positions) {
        state[i] = drawCategorical(laws.subarray(i * states, (i + 1) * states), stream);
      }
    }
    return state;
  },
};
