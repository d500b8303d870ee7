/**
 * What tests of models in ONNX files are made of: a toy that is known by heart, and a test that needs
 * ONNX Runtime. Apart from the rest, since it loads libraries that few tests need.
 *
 * @module
 */
export { onnxTest } from "./onnx_test_case.ts";
export {
  type ToyFault,
  type ToyMaskedModel,
  toyMaskedModel,
  writeToyMaskedModel,
} from "./toy_masked_model.ts";
