import { tokeniserOf } from "@unmask/language";
import type { Model } from "@unmask/training";
import { maskPredictorGraph } from "./mask_predictor_graph.ts";
import { MASK_WORD, tokenizerFile } from "./tokenizer_file.ts";

/**
 * A trained model as the files of a masked language model's folder: `model.onnx`, `tokenizer.json`,
 * `tokenizer_config.json` and `config.json`.
 *
 * Tokens keep their numbers, and the mask is the one after them. The weights are those of the
 * checkpoint, in single precision, so the exported model gives the same log-probabilities to about
 * 1e-5 nats. O(parameters).
 *
 * @param model A mask predictor of text
 * @returns The bytes of each file by its name
 * @throws {RangeError} On an autoregressive model, one without a tokeniser or with another vocabulary
 *   than that, or a tokeniser that the format cannot hold
 */
export function exportedFiles(model: Model): ReadonlyMap<string, Uint8Array<ArrayBuffer>> {
  const { config, tensors, provenance } = model;
  if (model.tokeniser === undefined) {
    throw new RangeError("Cannot export the model: it must have a tokeniser, got none");
  }
  const tokeniser = tokeniserOf(model.tokeniser);
  if (tokeniser.size !== config.vocabularySize) {
    throw new RangeError(
      `Cannot export the model: its tokeniser must have ${config.vocabularySize} tokens, got ${tokeniser.size}`,
    );
  }
  const json = (document: unknown): Uint8Array<ArrayBuffer> =>
    new TextEncoder().encode(`${JSON.stringify(document, null, 2)}\n`);
  return new Map([
    ["model.onnx", maskPredictorGraph(config, tensors)],
    ["tokenizer.json", json(tokenizerFile(tokeniser))],
    [
      "tokenizer_config.json",
      json({
        tokenizer_class: "PreTrainedTokenizerFast",
        mask_token: MASK_WORD,
        model_max_length: config.length,
        clean_up_tokenization_spaces: false,
      }),
    ],
    [
      "config.json",
      json({
        architectures: ["UnmaskForMaskedLM"],
        model_type: "unmask",
        vocab_size: config.vocabularySize + 1,
        mask_token_id: config.vocabularySize,
        max_position_embeddings: config.length,
        hidden_size: config.width,
        num_attention_heads: config.heads,
        num_hidden_layers: config.attentionLayers,
        provenance,
      }),
    ],
  ]);
}
