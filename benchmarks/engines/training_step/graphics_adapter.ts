import { deviceEngine } from "../../device_engine.ts";
import { graphicsAdapter } from "../../graphics_adapter.ts";
import { trainingStep } from "../../questions/training_step.ts";

/** Steps of training, on the graphics adapter of the machine, if it has one. */
export const engine = await graphicsAdapter() === null ? null : deviceEngine("webgpu", {
  question: trainingStep,
  read: (numbers) => {
    const [first, last] = numbers();
    return { first: first!, last: last! };
  },
});
