import { deviceEngine } from "../../device_engine.ts";
import { trainingStep } from "../../questions/training_step.ts";

/** Steps of training, in WebAssembly on all cores. */
export const engine = deviceEngine("wasm", {
  question: trainingStep,
  handles: ({ preset, rows }) => preset === "tiny" || rows <= 2,
  read: (numbers) => {
    const [first, last] = numbers();
    return { first: first!, last: last! };
  },
});
