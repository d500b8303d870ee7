import { optimalSchedule } from "@unmask/convergence";
import { pottsChain } from "@unmask/potts";
import { drawNormals, streamFamily } from "@unmask/random";
import { naivePathError } from "@unmask/testing";
import { lossPlan, type LossPlanAnswer, type LossPlanTask } from "../questions/loss_plan.ts";
import type { Workload } from "../workload.ts";

const truth = pottsChain({ length: 64, states: 8, coupling: 2 }).informationCurve();
const steps = 8;

/** How far above the optimum a plan may be: isotonic curves follow the noise of the fewest rows. */
const REGRET = 0.025;

/** How reading a log of losses, and planning from it, grows with its rows. */
export const workload: Workload<LossPlanTask, LossPlanAnswer> = {
  name: "loss-plan",
  title: "a plan in 8 steps from a log of losses, L = 64, Potts chain, K = 8, J = 2",
  question: lossPlan,
  size: { label: "rows", growth: "power", values: [1e3, 1e4, 1e5], fullValues: [1e6] },
  work: { unit: "rows", amount: (rows) => rows },
  input(rows): LossPlanTask {
    const streams = streamFamily({ seed: 1, cell: `loss-log:rows=${rows}`, purpose: "noise" });
    // Losses of few masked tokens scatter more.
    const standardErrors = Float64Array.from({ length: rows }, (_, i) => {
      return 0.02 + 0.04 * (i % truth.length) / truth.length + (i % 3) / 100;
    });
    const revealed = Int32Array.from({ length: rows }, (_, i) => i % truth.length);
    const losses = drawNormals(rows, streams.at(0)).map((normal, i) => {
      return truth.conditionalEntropies[revealed[i]!]! + normal * standardErrors[i]!;
    });
    return { truth, revealed, losses, standardErrors, steps };
  },
  tolerance: { relative: 1e-10, because: "plain sums of up to 16,000 rows at a place" },
  costLaws: [{ engine: "smooth curve", from: 1e4, atMost: 1.15 }],
  theory: {
    from: "the curve itself: near its optimum, priced within 4 standard errors",
    read: ({ task: { truth }, sizes, price, standardError }) => {
      const cost = naivePathError(truth.conditionalEntropies, sizes);
      const least = optimalSchedule(truth, { steps }).pathError;
      return [
        Number(cost <= (1 + REGRET) * least),
        Number(Math.abs(price - cost) <= 4 * standardError),
      ];
    },
    says: () => [1, 1],
  },
};
