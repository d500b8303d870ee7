import { wrongDraws } from "../naive/plain_draws.ts";
import { nextTokens, type NextTokensTask } from "../questions/next_tokens.ts";
import type { Workload } from "../workload.ts";

/** How long sequences of an autoregressive network take, token after token with caches. */
export const workload: Workload<NextTokensTask, Int32Array> = {
  name: "next-tokens",
  title: "sequences of an autoregressive network, preset `tiny`, L = 64, token by token",
  question: nextTokens,
  size: { label: "sequences", growth: "power", values: [2 ** 0], fullValues: [2 ** 5] },
  work: { unit: "tokens", amount: (count) => count * 64 },
  input: (count) => ({ count }),
  tolerance: { because: "tokens are integers" },
  theory: {
    from: "the whole network in plain loops",
    read: (tokens) => [wrongDraws(tokens)],
    says: () => [0],
  },
};
