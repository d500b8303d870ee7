import type { ModelKind } from "./model_kind.ts";
import { onnxKind } from "./onnx_kind.ts";
import { predictorKind } from "./predictor_kind.ts";
import { trainedKind } from "./trained_kind.ts";

/** Every kind of model, in the fixed order of help pages and messages. */
export const modelKinds: readonly ModelKind[] = [trainedKind, onnxKind, predictorKind];
