import { BadInput } from "../bad_input.ts";
import { type Answer, type Command, command, type World } from "../command.ts";
import { commonOptions, DEFAULT_SEED } from "../common_options.ts";
import { interruptible } from "../interruptible.ts";
import { measureAnswer } from "../measure/measure_answer.ts";
import { measuringProgress } from "../measure/measuring_progress.ts";
import { patternOf, patternOptions } from "../measure/pattern_of.ts";
import { sequencesOf } from "../measure/sequences_of.ts";
import { heldOutKinds } from "../models/held_out_kinds.ts";
import { givenKind, optionsOfKinds } from "../models/kind_options.ts";
import { modelKinds } from "../models/model_kinds.ts";
import { integer, nonNegativeNumber } from "../notation.ts";
import { valueOption } from "../option.ts";
import { stepsOption } from "../schedule_options.ts";

/** Held-out sequences of each half where nothing else is said. */
const DEFAULT_DRAWS = 100;

/** `measure`: a trained model's curve on held-out text, a plan on it, and whether the plan holds. */
export const measureCommand: Command = command({
  name: "measure",
  summary: "a trained model's curve on held-out text, and a plan",
  description:
    "Asks a trained model for the probabilities of held-out text. Half of the sequences give its curve, with standard errors by sequence: the mean loss of a masked token for each number of revealed ones. A plan is made on the curve; on the other half the loss along the paths of the plan and of common schedules is measured and held against what the curve predicts. All of it is estimated: the curve is that of the text and the model's own error together, so that differences between schedules tell, and no value does. Without --steps and --error the plan takes a quarter as many steps as tokens.",
  examples: [
    'unmask measure --predictor "python3 predictor.py" --text a.txt --length 64',
    "unmask measure --predictor ./serve --tokens a.jsonl --length 128 --steps 32",
    "unmask measure --predictor ./serve --text a.txt --prompt-length 16 --json",
    "unmask measure --predictor ./serve --text a.txt --reveal 0-15,40-63 --error 2",
    "unmask measure --model news --corpus brown-news --steps 16",
    "unmask measure --model mine --text a.txt --split test --error 2",
    "unmask measure --onnx distilbert --text a.txt --length 64 --steps 16",
  ],
  options: {
    ...optionsOfKinds(modelKinds),
    ...optionsOfKinds(heldOutKinds),
    length: valueOption("--length", {
      notation: integer(1),
      metavar: "L",
      help:
        "tokens in a sequence: needed with --onnx, and with a --predictor that takes any; else the model's own",
    }),
    ...patternOptions,
    steps: stepsOption,
    error: valueOption("--error", {
      notation: nonNegativeNumber,
      metavar: "NATS",
      help:
        "in place of --steps: the fewest whose plan adds at most this to one token at a time, on the smooth curve",
    }),
    draws: valueOption("--draws", {
      notation: integer(4, 2 ** 20),
      metavar: "N",
      help:
        `sequences drawn from the text for the curve, and as many others to hold it against, ${DEFAULT_DRAWS} by default`,
    }),
    counts: valueOption("--counts", {
      notation: integer(3),
      metavar: "N",
      help: "most revealed counts that the curve is measured at, 64 by default",
    }),
    batch: valueOption("--batch", {
      notation: integer(1, 2 ** 16),
      metavar: "B",
      help: "states that the model is asked for at a time, 32 by default",
    }),
    ...commonOptions,
  },
  async answer(values, world): Promise<Answer> {
    const modelOf = givenKind(values, { kinds: modelKinds, thing: "the model" });
    const textOf = givenKind(values, { kinds: heldOutKinds, thing: "the text" });
    const { length, steps, error, seed = DEFAULT_SEED } = values;
    if (steps !== undefined && error !== undefined) {
      throw new BadInput(
        "Cannot run measure: the budget must be --steps T or --error NATS, got both",
      );
    }
    const { io, messages } = world;
    const text = await textOf.open(values, io);
    return await interruptible(async (signal) => {
      messages.show("starting the model");
      const opened = await modelOf.open(values, { length, io, signal });
      try {
        const { model } = opened;
        const pattern = await patternOf(values, model.length);
        const quarter = Math.ceil(pattern.unmasked.length / 4);
        const { tokens, hint, notes } = await text.documents(opened);
        const { found, ...sequences } = await sequencesOf(tokens, {
          hint,
          length: model.length,
          each: values.draws ?? DEFAULT_DRAWS,
          seed,
        });
        const { measureModel } = await import("@unmask/measurement");
        const measurement = await measureModel(model, {
          sequences,
          pattern,
          budget: error === undefined ? { steps: steps ?? quarter } : { error },
          seed,
          signal,
          ...(values.counts !== undefined && { counts: values.counts }),
          ...(values.batch !== undefined && { batch: values.batch }),
          onProgress: phaseProgress(world),
        });
        return await measureAnswer(measurement, {
          opened,
          text: text.record,
          textNotes: notes,
          pattern,
          sequences: { each: sequences.curve.length, found },
          seed,
        });
      } finally {
        await opened.close();
      }
    }, world);
  },
});

function phaseProgress(
  world: World,
): (progress: { phase: "curve" | "validation"; done: number; states: number }) => void {
  let show: (done: number) => void = () => {};
  return ({ phase, done, states }) => {
    const name = phase === "curve" ? "measuring the curve" : "validating the plan";
    if (done === 0) show = measuringProgress({ name, states }, world);
    else show(done);
  };
}
