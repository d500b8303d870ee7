import { type LengthDecision, stepLaw, type WeightedSchedule } from "@unmask/convergence";
import { drawUnmaskingOrder, exactPredictor, type WeightedRule } from "@unmask/diffusion";
import { MASK } from "@unmask/information";
import { pottsChain } from "@unmask/potts";
import { drawCategorical } from "@unmask/random";
import { maskSizes } from "@unmask/schedules";
import { buildPolicy } from "@unmask/testing";
import type { Engine } from "./engine.ts";
import type { CommandStartAnswer } from "./questions/command_start.ts";
import type { LossPlanAnswer } from "./questions/loss_plan.ts";
import type { MaskedSequences } from "./questions/masked_sequences.ts";
import type { PathErrorEstimateAnswer } from "./questions/path_error_estimate.ts";
import type { PlanProcessAnswer } from "./questions/plan_process.ts";
import type { PolicyErrorsAnswer } from "./questions/policy_errors.ts";
import {
  type PolicySequence,
  policySequences,
  type PolicySequenceTask,
} from "./questions/policy_sequences.ts";
import type { PredictedRows } from "./questions/predicted_rows.ts";
import type { ProcessMemoryAnswer } from "./questions/process_memory.ts";
import type { Rendering } from "./questions/report_rendering.ts";
import type { SampledRun, SamplingRunTask } from "./questions/sampling_run.ts";
import type { TableMeasures } from "./questions/table_measures.ts";
import type { TrainingStepAnswer } from "./questions/training_step.ts";
import { type SamplingTask, unmaskedTokens } from "./questions/unmasked_tokens.ts";
import type { AnyEngine } from "./suite.ts";

/** For each question, by name, the mistake that an engine would make, put into an engine that is right. */
export const mistakes: Readonly<Record<string, (right: AnyEngine) => AnyEngine>> = {
  "information-curve": spoiled((curve: ArrayLike<number>) =>
    Array.from(curve, (_, k) => {
      return curve[Math.max(k - 1, 0)]!;
    })
  ),
  "subset-entropies": spoiled((means: ArrayLike<number>) =>
    Array.from(means, (mean) => {
      return mean / Math.LN2;
    })
  ),
  // All tokens that singles leave over, in the first step instead of the last.
  "optimal-schedule": spoiled((best: readonly number[]) => {
    const length = best.reduce((sum, size) => sum + size, 0);
    return [length - best.length + 1, ...best.slice(1).map(() => 1)];
  }),
  // Status 0, and nothing said.
  "command-start": spoiled((start: CommandStartAnswer) => ({ ...start, output: "" })),
  // An error below the least one.
  "plan-process": spoiled((plan: PlanProcessAnswer) => ({
    ...plan,
    pathError: plan.pathError * (1 - 1e-4),
  })),
  // More memory than any claim allows.
  "process-memory": spoiled((answer: ProcessMemoryAnswer) => ({ ...answer, peakMemory: 2 ** 30 })),
  // The last third is cut off.
  "report-rendering": spoiled(({ task, text }: Rendering) => ({
    task,
    text: () => text().slice(0, text().length * 2 / 3),
  })),
  // The heaviest schedule in place of the mixture.
  "minimax-mixture": spoiled((mixture: readonly WeightedSchedule[]) => {
    const [heaviest] = mixture.toSorted((a, b) => b.weight - a.weight);
    return [{ ...heaviest!, weight: 1 }];
  }),
  // The steps from the first, where one step stands first.
  "steps-frontier": spoiled((errors: ArrayLike<number>) => [...Array.from(errors).slice(1), 0]),
  // In bits.
  "table-measures": spoiled((measures: TableMeasures) => ({
    ...measures,
    totalCorrelation: measures.totalCorrelation / Math.LN2,
  })),
  "policy-errors": spoiled((errors: PolicyErrorsAnswer) => ({
    ...errors,
    pathError: errors.pathError! / Math.LN2,
  })),
  "policy-sequences": () => serialPolicy,
  // Compares the wrong way round.
  "decided-bound": spoiled((decision: LengthDecision): LengthDecision =>
    decision.verdict === "refuted" ? { verdict: "proved", schedules: decision.schedules } : {
      verdict: "refuted",
      schedules: 1,
      counterexample: {
        sizes: maskSizes([2]),
        source: stepLaw({ length: 2, dimension: 1 }),
        pathError: 1,
        allowed: { numerator: 1n, denominator: 1n },
      },
    }
  ),
  // In order of masking.
  "loss-plan": spoiled((plan: LossPlanAnswer) => ({ ...plan, sizes: plan.sizes.toReversed() })),
  "path-error": spoiled((error: number) => error * (1 + 1e-9)),
  // Positions, and letters, from the last to the first.
  "predicted-rows": spoiled((rows: PredictedRows) => () => rows().toReversed()),
  // The loss in bits.
  "training-step": spoiled(({ first, last }: TrainingStepAnswer) => ({
    first: first / Math.LN2,
    last: last / Math.LN2,
  })),
  // Every token one place later.
  "masked-sequences": spoiled(
    (tokens: MaskedSequences) => () => [0, ...Array.from(tokens()).slice(0, -1)],
  ),
  "next-tokens": spoiled((tokens: Int32Array) => Int32Array.of(0, ...tokens.subarray(0, -1))),
  "unmasked-tokens": () => serialFill,
  // Every sequence from the stream of the next.
  "sampling-run": (right) => ({
    ...right,
    prepare: (task) => {
      const { law, count } = task as SamplingRunTask;
      const call = right.prepare({ ...task as SamplingRunTask, count: count + 1 });
      return () => {
        const sampled = call() as SampledRun;
        return () => sampled().subarray(law.length);
      };
    },
  }),
  "path-error-estimate": spoiled(({ task, estimate }: PathErrorEstimateAnswer) => ({
    task,
    estimate: { ...estimate, mean: estimate.mean * (1 + 5 * estimate.standardError) },
  })),
  "threefry-blocks": spoiled((words: ArrayLike<number>) => Array.from(words).reverse()),
  // Starts at the second word.
  "stream-words": spoiled((words: ArrayLike<number>) => Array.from(words, (_, i) => words[i + 1]!)),
};

function spoiled<Answer>(spoil: (answer: Answer) => Answer): (right: AnyEngine) => AnyEngine {
  return (right) => ({
    ...right,
    prepare: (input) => {
      const call = right.prepare(input) as () => Answer;
      return () => spoil(call());
    },
  });
}

/** The bug of this field: tokens of one step see each other, so nothing is lost and nothing learnt. */
const serialFill: Engine<SamplingTask, Int32Array> = {
  name: "serial fill",
  kind: "plain",
  question: unmaskedTokens,
  handles: () => true,
  prepare: ({ law, sizes, streams }) => () => {
    const stream = streams.at(0);
    const predictor = exactPredictor(pottsChain(law));
    const state = new Int32Array(law.length).fill(MASK);
    const row = new Float64Array(law.states);
    for (const positions of drawUnmaskingOrder(sizes, stream)) {
      for (let i = 0; i < positions.length; i++) {
        predictor.predict(state, positions.subarray(i, i + 1), row);
        state[positions[i]!] = drawCategorical(row, stream);
      }
    }
    return state;
  },
};

/** The same bug under a policy: sets as they should be, every token predicted after those before it. */
const serialPolicy: Engine<PolicySequenceTask, PolicySequence> = {
  name: "serial policy",
  kind: "plain",
  question: policySequences,
  handles: () => true,
  prepare: ({ law, policy, streams }) => () => {
    const stream = streams.at(0);
    const predictor = exactPredictor(pottsChain(law));
    const [{ rule }] = buildPolicy(policy).rules(predictor) as [WeightedRule];
    const tokens = new Int32Array(law.length).fill(MASK);
    const predictions = new Float64Array(law.length * law.states);
    let iteration = 0;
    for (; tokens.includes(MASK); iteration++) {
      const candidates = Int32Array.from(tokens.keys()).filter((i) => tokens[i] === MASK);
      predictor.predict(tokens, candidates, predictions);
      const proposal = rule.propose({ iteration, state: tokens, candidates, predictions });
      for (const position of proposal.candidates) {
        predictor.predict(tokens, Int32Array.of(position), predictions);
        tokens[position] = drawCategorical(predictions.subarray(0, law.states), stream);
      }
    }
    return { tokens, evaluations: iteration };
  },
};
