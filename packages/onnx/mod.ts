/**
 * Masked language models in ONNX files: other people's as predictors, our own for other people.
 *
 * @module
 */
export { exportedFiles } from "./exported_files.ts";
export {
  type GraphAttribute,
  type GraphShape,
  type GraphType,
  type GraphValue,
  OnnxGraph,
} from "./onnx_graph.ts";
export { type ModelFolder, openModelFolder } from "./open_model_folder.ts";
export {
  predictorCommand,
  type ProgramCommand,
  runtimeDownloadCommand,
} from "./predictor_command.ts";
export { type TextTokenizer, type TextTokens } from "./text_tokenizer.ts";
