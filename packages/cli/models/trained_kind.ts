import { BadInput, shown } from "../bad_input.ts";
import { anyText, oneOf } from "../notation.ts";
import { valueOption } from "../option.ts";
import { readTrainedModel } from "../read_trained_model.ts";
import { type ModelKind, modelKind, type OpenedModel } from "./model_kind.ts";

/** `--model`: a folder that `train` wrote. */
export const trainedKind: ModelKind = modelKind({
  name: "model",
  metavar: "DIR",
  options: {
    model: valueOption("--model", {
      notation: anyText,
      metavar: "DIR",
      help: "a folder that unmask train wrote, or one of its model-N.safetensors",
    }),
    device: valueOption("--device", {
      notation: oneOf(["auto", "wasm", "webgpu"]),
      metavar: "NAME",
      help:
        "where --model is computed: auto (the default: webgpu on a real graphics adapter, else wasm), wasm or webgpu",
    }),
    unknown: valueOption("--unknown", {
      notation: anyText,
      metavar: "SYMBOL",
      help: "the symbol of --model that stands for characters it does not know, else refused",
    }),
  },
  async open({ model: folder, device = "auto", unknown }, { length, io }): Promise<OpenedModel> {
    const { model, sha256 } = await readTrainedModel(folder!, io);
    const { config } = model;
    if (length !== undefined && length !== config.length) {
      throw new BadInput(
        `Cannot measure ${
          shown(folder!)
        }: --length must be ${config.length}, that of the model, got ${length}`,
      );
    }
    const { openDevice, TrainedPredictor } = await import("@unmask/training");
    const { tokeniserOf } = await import("@unmask/language");
    const { description } = await openDevice(device);
    const tokeniser = tokeniserOf(model.tokeniser, { unknown });
    const predictor = new TrainedPredictor(model);
    const { corpus, text, sha256: trainedOn } = model.provenance;
    const name = corpus ?? text;
    return {
      model: predictor,
      record: {
        kind: "trained",
        name: folder!,
        sha256,
        corpus: typeof name === "string" ? name : null,
        steps: Number(model.provenance["step"] ?? 0),
        device: description,
      },
      encode: (text) => tokeniser.encode(text),
      tokeniser: tokeniser.name,
      ...(typeof trainedOn === "string" && {
        trainedOn: { sha256: trainedOn, ...(typeof corpus === "string" && { corpus }) },
      }),
      // deno-lint-ignore require-await -- the contract of a model
      close: async () => predictor.dispose(),
    };
  },
});
