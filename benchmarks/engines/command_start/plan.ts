import type { Engine } from "../../engine.ts";
import type { CommandStartAnswer, CommandStartTask } from "../../questions/command_start.ts";
import { fileForNow, unmaskProgram } from "../../run_process.ts";
import { startEngine } from "../../start_engine.ts";

/** `unmask plan` of a small file. On a curve that falls evenly the best sizes are equal. */
export const engine: Engine<CommandStartTask, CommandStartAnswer> = startEngine(
  { name: "plan of a file", kind: "fast" },
  ({ length }) => {
    const steps = length / 8;
    const curve = Array.from({ length }, (_, j) => (length - 1 - j) / length);
    const file = fileForNow("curve.json", JSON.stringify(curve));
    return {
      program: unmaskProgram,
      args: ["plan", "--source", `curve:file=${file}`, "--steps", `${steps}`, "--json"],
      expected: [`"sizes":${JSON.stringify(new Array(steps).fill(8))},`],
    };
  },
);
