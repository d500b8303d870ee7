import { pottsChain } from "@unmask/potts";
import type { Engine } from "../../engine.ts";
import {
  planProcess,
  type PlanProcessAnswer,
  type PlanProcessTask,
} from "../../questions/plan_process.ts";
import { documentIn, fileForNow, processOf, unmaskProgram } from "../../run_process.ts";

/** `unmask plan --json`, a fresh process each time. */
export const engine: Engine<PlanProcessTask, PlanProcessAnswer> = {
  name: "command line",
  kind: "fast",
  question: planProcess,
  handles: () => true,
  ownProcess: true,
  prepare(task): () => PlanProcessAnswer {
    const steps = ["--steps", `${task.steps}`];
    const run = processOf(unmaskProgram, ["plan", "--source", sourceOf(task), ...steps, "--json"]);
    return () => {
      const { status, output, messages, peakMemory } = run();
      if (status !== 0) throw new RangeError(`Cannot time a plan: ${messages}`);
      const { sizes, pathError } = documentIn<PlanProcessAnswer>(output);
      return { sizes, pathError, peakMemory };
    };
  },
  peakMemory: ({ peakMemory }) => peakMemory,
};

function sourceOf({ chain, fromFile }: PlanProcessTask): string {
  const { length, states, coupling } = chain;
  if (!fromFile) return `potts-chain:length=${length},states=${states},coupling=${coupling}`;
  const { conditionalEntropies } = pottsChain(chain).informationCurve();
  return `curve:file=${fileForNow("curve.json", JSON.stringify(Array.from(conditionalEntropies)))}`;
}
