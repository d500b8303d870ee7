import type { PredictionRequest } from "@unmask/diffusion";
import type { Alphabet } from "@unmask/language";
import { BadInput } from "../bad_input.ts";
import { anyText } from "../notation.ts";
import { readTrainedModel } from "../read_trained_model.ts";
import { type OpenedSource, type SourceKind, sourceKind } from "../source_kind.ts";

/** `model`: a model that `train` wrote, to be sampled from; no law is known. */
export const modelKind: SourceKind = sourceKind({
  name: "model",
  summary: "a trained model, to sample from",
  isPredictorOnly: true,
  keys: {
    file: { notation: anyText, help: "a folder that unmask train wrote, or a file in it" },
  },
  async open({ file }, io): Promise<OpenedSource> {
    const { model, sha256 } = await readTrainedModel(file, io);
    const { openDevice, TrainedPredictor } = await import("@unmask/training");
    const { tokeniserOf } = await import("@unmask/language");
    // One state at a time is asked for and waited for, which an adapter is slow at.
    await openDevice("wasm");
    const predictor = new TrainedPredictor(model);
    const tokeniser = tokeniserOf(model.tokeniser);
    const { length, vocabularySize } = predictor;
    return {
      length,
      vocabularySize,
      findings: { sha256 },
      curve(): never {
        throw new BadInput(
          "Cannot use the source: its curve must be known, got a model, whose curve unmask measure estimates on held-out text",
        );
      },
      predictor: {
        length,
        vocabularySize,
        predict(state, positions, out): void {
          const request: PredictionRequest = { state, positions };
          predictor.predictBatch([request], out);
        },
      },
      ...("symbols" in tokeniser && { alphabet: tokeniser as Alphabet }),
    };
  },
});
