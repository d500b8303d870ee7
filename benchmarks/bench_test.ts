import assert from "node:assert/strict";
import { type LengthDecision, stepLaw, type WeightedSchedule } from "@unmask/convergence";
import { drawUnmaskingOrder, exactPredictor, type WeightedRule } from "@unmask/diffusion";
import { MASK } from "@unmask/information";
import { pottsChain } from "@unmask/potts";
import { drawCategorical } from "@unmask/random";
import { renderSvg } from "@unmask/reporting";
import { maskSizes } from "@unmask/schedules";
import { buildPolicy } from "@unmask/testing";
import { runBenchmarks } from "./run_benchmarks.ts";
import { checkAnswers } from "./check_answers.ts";
import { type Engine, engineKinds } from "./engine.ts";
import { engineFigure } from "./report/engine_figure.ts";
import type { LossPlanAnswer } from "./questions/loss_plan.ts";
import type { CommandStartAnswer } from "./questions/command_start.ts";
import type { MaskedSequences } from "./questions/masked_sequences.ts";
import type { PlanProcessAnswer } from "./questions/plan_process.ts";
import type { PathErrorEstimateAnswer } from "./questions/path_error_estimate.ts";
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
import { resultTable } from "./result_table.ts";
import { type AnyEngine, type AnyWorkload, loadSuite } from "./suite.ts";
import { timeCall } from "./time_call.ts";

const suite = await loadSuite();
const sizes = 2;
const moment = { time: 0, warmupTime: 0, samples: 2 };

Deno.test("every workload and every engine is met by another at the first size", () => {
  const calls = checkAnswers(suite, { sizes });
  const met = new Set(calls.flatMap(({ workload, engine }) => [workload, engine]));
  for (const item of [...suite.workloads, ...suite.engines]) assert.ok(met.has(item), item.name);
  const names = suite.workloads.map(({ name }) => name);
  assert.equal(new Set(names).size, names.length);
});

Deno.test("answers at all sizes agree with theory and with each other", () => {
  for (const { toleranceUsed } of checkAnswers(suite)) assert.ok(toleranceUsed <= 1);
});

/** For each question, the mistake that an engine would make. */
const mistakes: Readonly<Record<string, (right: AnyEngine) => AnyEngine>> = {
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

for (const workload of suite.workloads) {
  Deno.test(`${workload.name} refuses a wrong engine after one call, before any timing`, () => {
    const rivals = suite.engines.filter(({ question }) => question === workload.question);
    const mistake = mistakes[workload.question.name];
    assert.ok(mistake, `no mistake for ${workload.question.name}`);
    const input = workload.input(workload.size.values[0]!);
    const wrong = mistake(fastestOf(rivals.filter((engine) => engine.handles(input))));
    let calls = 0;
    const counted: AnyEngine = {
      ...wrong,
      name: "wrong",
      prepare: (input) => {
        const call = wrong.prepare(input);
        calls = 0;
        return () => {
          calls++;
          return call();
        };
      },
    };
    const refused = (engines: readonly AnyEngine[], judge = ""): void => {
      assert.throws(
        () => checkAnswers({ workloads: [workload], engines }, { sizes }),
        ({ message }: Error) =>
          / by wrong: its answer must agree with /.test(message) && message.includes(judge),
      );
      assert.equal(calls, 1);
    };
    refused([...rivals, counted]);
    if (workload.theory) refused([counted], workload.theory.from);
  });
}

Deno.test("an engine that is right when checked and wrong when timed is refused", () => {
  const workload = suite.workloads.find(({ name }) => name === "path-error")!;
  const rivals = suite.engines.filter(({ question }) => question === workload.question);
  const fast = rivals.find(({ kind }) => kind === "fast")!;
  const fickle: AnyEngine = {
    ...fast,
    prepare: (input) => {
      const call = fast.prepare(input);
      let calls = 0;
      return () => calls++ === 0 ? call() : 0;
    },
  };
  const [checked] = checkAnswers({ workloads: [workload], engines: [fickle] }, { sizes: 1 });
  const { answer } = timeCall(checked!.call, moment);
  assert.throws(() => checked!.confirm(answer), /agree with its first answer/);
});

Deno.test("an answer that nothing can be held against is refused", () => {
  const { theory: _, ...workload } = suite.workloads.find(({ name }) => name === "curve-length")!;
  assert.throws(
    () => checkAnswers({ workloads: [workload as AnyWorkload], engines: suite.engines }),
    /must have a theory value or a second engine, got 1 engines/,
  );
});

Deno.test("a quick run fills the record, the table and the figure", async () => {
  const record = await runBenchmarks({ quick: true });
  assert.deepEqual(record.workloads.map(({ name }) => name), suite.workloads.map((w) => w.name));
  for (const { name, times } of record.workloads) {
    const once = suite.workloads.find((workload) => workload.name === name)!.measuredOnce ?? false;
    for (const { median, samples, processMedians, interval: [low, high] } of times) {
      assert.equal(samples.length, once ? 1 : 2);
      // A call that starts a process of its own is its only sample.
      assert.ok(samples.every((own) => own.length >= 1));
      assert.equal(processMedians.length, samples.length);
      assert.ok(low > 0 && low <= median && median <= high);
    }
  }
  assert.deepEqual(JSON.parse(JSON.stringify(record)), record);
  for (const line of resultTable(record).split("\n")) assert.ok([...line].length <= 80, line);
  const { spec, alt } = engineFigure(record)!;
  assert.match(await renderSvg(spec, { alt }), /^<svg /);
});

Deno.test("a filter keeps the calls that it names, and their rivals still judge them", async () => {
  const { workloads } = await runBenchmarks({ quick: true, filter: "plain all pairs" });
  assert.deepEqual(workloads.map(({ name }) => name), ["optimum-plain"]);
  assert.ok(workloads[0]!.times.every(({ engine }) => engine === "all pairs"));
  assert.deepEqual((await runBenchmarks({ quick: true, filter: "?" })).workloads, []);
});

function fastestOf(engines: readonly AnyEngine[]): AnyEngine {
  const rank = ({ kind }: AnyEngine): number => engineKinds.indexOf(kind);
  return engines.toSorted((a, b) => rank(b) - rank(a))[0]!;
}

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
