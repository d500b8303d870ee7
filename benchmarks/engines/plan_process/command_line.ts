import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { pottsChain } from "@unmask/potts";
import type { Engine } from "../../engine.ts";
import {
  planProcess,
  type PlanProcessAnswer,
  type PlanProcessTask,
} from "../../questions/plan_process.ts";

const program = fileURLToPath(import.meta.resolve("@unmask/cli/main"));
const reportPeak = fileURLToPath(import.meta.resolve("../../report_peak.ts"));

/** `unmask plan --json`, a fresh process each time. */
export const engine: Engine<PlanProcessTask, PlanProcessAnswer> = {
  name: "command line",
  kind: "fast",
  question: planProcess,
  handles: () => true,
  prepare(task): () => PlanProcessAnswer {
    const command = new Deno.Command(Deno.execPath(), {
      args: [
        // Reading one's own peak from /proc takes every permission.
        ...["run", "--quiet", "--no-check", "--allow-all", "--preload", reportPeak, program],
        ...["plan", "--source", sourceOf(task), "--steps", `${task.steps}`, "--json"],
      ],
    });
    return () => {
      const { code, stdout, stderr } = command.outputSync();
      const messages = new TextDecoder().decode(stderr);
      if (code !== 0) throw new RangeError(`Cannot time a plan: ${messages}`);
      const { sizes, pathError } = JSON.parse(new TextDecoder().decode(stdout));
      const peak = /^peak memory: (\d+)$/m.exec(messages)?.[1];
      return { sizes, pathError, peakMemory: peak === undefined ? null : Number(peak) };
    };
  },
  peakMemory: ({ peakMemory }) => peakMemory,
};

function sourceOf({ chain, fromFile }: PlanProcessTask): string {
  const { length, states, coupling } = chain;
  if (!fromFile) return `potts-chain:length=${length},states=${states},coupling=${coupling}`;
  const folder = Deno.makeTempDirSync({ prefix: "unmask-bench-" });
  globalThis.addEventListener("unload", () => rmSync(folder, { recursive: true, force: true }));
  const file = `${folder}/curve.json`;
  const { conditionalEntropies } = pottsChain(chain).informationCurve();
  Deno.writeTextFileSync(file, JSON.stringify(Array.from(conditionalEntropies)));
  return `curve:file=${file}`;
}
