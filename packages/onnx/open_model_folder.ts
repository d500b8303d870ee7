import { type ModelFiles, readModelFiles } from "./model_files.ts";
import { type TextTokenizer, textTokenizer } from "./text_tokenizer.ts";

/** A masked language model in a folder: an ONNX file, its tokenizer and its configuration. */
export interface ModelFolder {
  /** Name of the folder. */
  readonly name: string;
  /** Path of the ONNX file. */
  readonly model: string;
  /** Columns of the logits, `K`: every token that the model knows, special ones too. */
  readonly vocabularySize: number;
  /** Most tokens that a sequence may have; Infinity where the model does not say. */
  readonly longest: number;
  /** The token that stands where nothing is revealed. */
  readonly maskToken: number;
  /** Text as tokens. */
  readonly tokenizer: TextTokenizer;
}

/** Models whose positions are counted from the one after the padding token's number. */
const shiftedPositions = /roberta|camembert|^esm$|^mpnet$|longformer/;

/**
 * Opens the folder of a masked language model: `model.onnx` or `onnx/model.onnx`, `tokenizer.json`,
 * `config.json` and perhaps `tokenizer_config.json`. The model itself is not loaded.
 *
 * @param folder Path of the folder
 * @returns What is known of the model
 * @throws {RangeError} When a file is missing or foreign, the configuration names an architecture that
 *   predicts no masked tokens, there is no mask token, or
 *   the configuration names another one
 */
export async function openModelFolder(folder: string): Promise<ModelFolder> {
  const files = await readModelFiles(folder);
  checkArchitecture(files, folder);
  const { name, model, config } = files;
  const vocabularySize = config["vocab_size"];
  if (!(Number.isSafeInteger(vocabularySize) && (vocabularySize as number) >= 2)) {
    throw new RangeError(
      `Cannot open the model ${folder}: vocab_size of config.json must be an integer of at least 2, got ${
        JSON.stringify(vocabularySize)
      }`,
    );
  }
  const size = vocabularySize as number;
  const tokenizer = textTokenizer({ ...files, vocabularySize: size });
  const maskToken = tokenizer.mask;
  if (!(maskToken !== undefined && maskToken >= 0 && maskToken < size)) {
    throw new RangeError(
      `Cannot open the model ${folder}: its tokenizer must have a mask token below ${size}, got ${
        maskToken ?? "none"
      }`,
    );
  }
  const configured = config["mask_token_id"];
  if (typeof configured === "number" && configured !== maskToken) {
    throw new RangeError(
      `Cannot open the model ${folder}: mask_token_id of config.json must be ${maskToken}, its tokenizer's mask token, got ${configured}`,
    );
  }
  const longest = positionsOf(files) - tokenizer.before.length - tokenizer.after.length;
  return { name, model, vocabularySize: size, longest, maskToken, tokenizer };
}

/** Refuses what is known to have another head; the model's own outputs decide the rest when it runs. */
function checkArchitecture({ config }: ModelFiles, folder: string): void {
  const { architectures } = config;
  if (!Array.isArray(architectures) || architectures.length === 0) return;
  const other = /(?:For(?!MaskedLM$|PreTraining$)\w+|LMHeadModel|(?<!LM)Model)$/;
  if (!architectures.every((name) => typeof name === "string" && other.test(name))) return;
  throw new RangeError(
    `Cannot open the model ${folder}: it must be a masked language model, got the architecture ${
      architectures.join(", ")
    }`,
  );
}

/** How many tokens the model has positions for, special ones counted. */
function positionsOf({ config, tokenizerConfig }: ModelFiles): number {
  const { max_position_embeddings: positions, model_type: type, pad_token_id: pad } = config;
  const { model_max_length: most } = tokenizerConfig;
  const isShifted = typeof type === "string" && shiftedPositions.test(type);
  const shift = isShifted && typeof pad === "number" ? pad + 1 : 0;
  const counts = [
    typeof positions === "number" ? positions - shift : Infinity,
    // Where there is no limit, writers put a number of 30 digits.
    typeof most === "number" && most < 2 ** 31 ? most : Infinity,
  ];
  return Math.min(...counts);
}
