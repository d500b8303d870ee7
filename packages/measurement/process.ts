/**
 * Models in processes of their own, asked over their standard streams.
 *
 * @module
 */
export { type PredictorCommand, shellCommand } from "./predictor_command.ts";
export { PREDICTOR_PROTOCOL, type PredictorQuestion } from "./predictor_protocol.ts";
export { ProcessModel, type ProcessModelOptions } from "./process_model.ts";
