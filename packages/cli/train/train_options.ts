import type { OptionValues } from "../command.ts";
import { commonOptions } from "../common_options.ts";
import { dataOption } from "../data_option.ts";
import { anyText, integer, type Notation, oneOf, sizeList } from "../notation.ts";
import { flagOption, requiredOption, valueOption } from "../option.ts";

/** Steps in the order in which they come. */
const stepList: Notation<readonly number[]> = {
  rule: "increasing integers of at least 1 with commas between them, as in 100,400",
  read(text): readonly number[] | undefined {
    const steps = sizeList.read(text);
    return steps?.every((step, i) => i === 0 || step > steps[i - 1]!) ? steps : undefined;
  },
};

/** The options of `train`. */
export const trainOptions = {
  corpus: valueOption("--corpus", {
    notation: anyText,
    metavar: "NAME",
    help: "what to train on, see unmask corpora; KEY:words is a shuffled twin",
  }),
  text: valueOption("--text", {
    notation: anyText,
    metavar: "FILE",
    help: "a text of your own in place of a corpus",
  }),
  data: dataOption,
  teacher: valueOption("--teacher", {
    notation: integer(1, 2),
    metavar: "ORDER",
    help: "train on samples of the Markov chain of this order fitted to the corpus",
  }),
  out: requiredOption("--out", {
    notation: anyText,
    metavar: "DIR",
    help: "folder of the model, made where it is not there",
  }),
  preset: valueOption("--preset", {
    notation: oneOf(["tiny", "small"]),
    metavar: "NAME",
    help: "tiny (0.3 M parameters, minutes on two cores) or small (1.7 M), tiny by default",
  }),
  resume: flagOption("--resume", { help: "go on with the run that was saved in the folder" }),
  tokeniser: valueOption("--tokeniser", {
    notation: anyText,
    metavar: "NAME",
    help: "letters (a-z and space, the default), characters, or byte-pairs:SIZE",
  }),
  objective: valueOption("--objective", {
    notation: oneOf(["masked", "autoregressive"]),
    metavar: "WHAT",
    help:
      "masked (the default) or autoregressive: what is predicted, masked tokens or the next one",
  }),
  length: valueOption("--length", {
    notation: integer(2, 4096),
    metavar: "L",
    help: "tokens of a sequence, the preset's by default",
  }),
  width: valueOption("--width", {
    notation: integer(2, 4096),
    metavar: "D",
    help: "channels of a position, the preset's by default",
  }),
  steps: valueOption("--steps", {
    notation: integer(1, 10_000_000),
    metavar: "N",
    help: "steps of the run, the preset's by default",
  }),
  batch: valueOption("--batch", {
    notation: integer(1, 4096),
    metavar: "B",
    help: "sequences of a step, the preset's by default",
  }),
  "save-every": valueOption("--save-every", {
    notation: integer(1, 10_000_000),
    metavar: "N",
    help: "steps between two savings of the run, 200 by default",
  }),
  keep: valueOption("--keep", {
    notation: stepList,
    metavar: "N,N,..",
    help: "steps at which the model is kept too, as model-N.safetensors",
  }),
  device: valueOption("--device", {
    notation: oneOf(["auto", "wasm", "webgpu"]),
    metavar: "NAME",
    help:
      "auto, wasm or webgpu: auto, the default, takes a graphics adapter if there is a real one",
  }),
  ...commonOptions,
};

/** Their values. */
export type TrainValues = OptionValues<typeof trainOptions>;
