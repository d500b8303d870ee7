import type { Answer } from "../command.ts";
import { countText, natsText, wholeText } from "../number_text.ts";
import { tableText } from "../table_text.ts";
import type { Evaluation } from "./run_steps.ts";
import type { TrainingRecipe } from "./training_recipe.ts";

/**
 * The answer of a run that has ended.
 *
 * @param done Its recipe, and what came of it
 * @returns The answer
 */
export function trainingAnswer(
  done: TrainingRecipe & {
    history: readonly Evaluation[];
    parameters: number;
    out: string;
    device: string;
    command: string;
  },
): Answer {
  const last = done.history.at(-1)!;
  return {
    document: { ...done, validation: last.validation },
    print: () =>
      `${done.out}/model.safetensors: ${countText(done.parameters, "parameter")}, ${
        countText(done.steps, "step")
      } on ${done.corpus ?? done.text}.\n\n` +
      tableText(
        ["step", "validation nats a token"],
        done.history.map(({ step, validation }) => [wholeText(step), natsText(validation)]),
      ),
  };
}
