/**
 * Transformers that predict masked tokens: trained here, kept in files that others read, evaluated.
 *
 * @module
 */
export { CachedDecoder } from "./cached_decoder.ts";
export { type Model, MODEL_FILE, readModel, writeModel } from "./checkpoint.ts";
export { type Device, type OpenDevice, openDevice } from "./device.ts";
export { type LearningRate, learningRateAt } from "./learning_rate.ts";
export { causalBatch, maskedBatch, type TrainingBatch } from "./masked_batch.ts";
export { NextTokenPredictor } from "./next_token_predictor.ts";
export { plainLogits } from "./plain_network.ts";
export { type Preset, presets, small, tiny } from "./presets.ts";
export { ForeignFile } from "./safetensors.ts";
export { drawTensors, type Tensors } from "./tensors.ts";
export { windowSampler } from "./window_sampler.ts";
export { firstState, Trainer, type TrainingOptions, type TrainingState } from "./trainer.ts";
export { readRun, type SavedRun, TRAINING_FILE, writeRun } from "./training_file.ts";
export {
  checkConfig,
  parameterCount,
  type TensorShape,
  tensorShapes,
  type TransformerConfig,
} from "./transformer_config.ts";
export { type TokenRequest, TrainedPredictor } from "./trained_predictor.ts";
