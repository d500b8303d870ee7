import type { Model } from "@unmask/training";
import { BadInput, shown } from "../bad_input.ts";
import type { Io } from "../io.ts";
import { anyText, oneOf } from "../notation.ts";
import { valueOption } from "../option.ts";
import { type ModelKind, modelKind, type OpenedModel } from "./model_kind.ts";

/** Largest file of a model: its greatest network in half precision. */
const FILE_LIMIT = 2 ** 29;

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
        "where --model is computed: on a graphics adapter if there is a real one (auto, the default)",
    }),
    unknown: valueOption("--unknown", {
      notation: anyText,
      metavar: "SYMBOL",
      help: "the symbol of --model that stands for characters it does not know, else refused",
    }),
  },
  async open({ model: folder, device = "auto", unknown }, { length, io }): Promise<OpenedModel> {
    const model = await readModelAt(folder!, io);
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
    const corpus = model.provenance["corpus"] ?? model.provenance["text"];
    return {
      model: predictor,
      record: {
        kind: "trained",
        name: folder!,
        corpus: typeof corpus === "string" ? corpus : null,
        steps: Number(model.provenance["step"] ?? 0),
        device: description,
      },
      encode: (text) => tokeniser.encode(text),
      // deno-lint-ignore require-await -- the contract of a model
      close: async () => predictor.dispose(),
    };
  },
});

/** The model in a folder, or in a file of one. */
async function readModelAt(path: string, io: Io): Promise<Model> {
  const { ForeignFile, MODEL_FILE, readModel } = await import("@unmask/training");
  const file = path.endsWith(".safetensors") ? path : `${path.replace(/\/+$/, "")}/${MODEL_FILE}`;
  let bytes: Uint8Array;
  try {
    bytes = io.readFile(file, FILE_LIMIT);
  } catch (error) {
    throw new BadInput(`Cannot read ${shown(file)}: ${(error as Error).message}`);
  }
  try {
    return await readModel(bytes);
  } catch (error) {
    if (!(error instanceof ForeignFile)) throw error;
    throw new BadInput(
      `Cannot read ${shown(file)}: it must be a model of unmask train, got ${error.message}`,
    );
  }
}
