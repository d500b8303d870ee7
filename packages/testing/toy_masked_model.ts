// deno-lint-ignore-file camelcase -- the files of other programs name their parts so
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type GraphValue, OnnxGraph } from "@unmask/onnx";

/** The vocabulary of the toy: special tokens as BERT has them, then letters. */
const words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", ..."abcdef"];

/** A masked language model that is small enough to know by heart. */
export interface ToyMaskedModel {
  /** What each token is written as; its special ones are the first five. */
  readonly words: readonly string[];
  /**
   * The logits of the token at a position, as a formula:
   *
   *     logit_i(y) = sin(1 + 3 x_{i-1} + y) + cos(2 x_{i+1} - y) / 2
   *
   * with what stands beside the position, `[CLS]`, `[SEP]` and masks among them.
   *
   * @param left The token before it
   * @param right The token after it
   * @returns A logit for each token
   */
  logits(left: number, right: number): number[];
}

/** The toy. */
export const toyMaskedModel: ToyMaskedModel = { words, logits };

const before = (token: number, y: number): number => Math.fround(Math.sin(1 + 3 * token + y));
const after = (token: number, y: number): number => Math.fround(Math.cos(2 * token - y) / 2);

function logits(left: number, right: number): number[] {
  return words.map((_, y) => before(left, y) + after(right, y));
}

/** What may be wrong with a folder of the toy, one thing at a time. */
export interface ToyFault {
  /** Leaves the head out: the output is each token's own vector. */
  readonly head?: "none" | "three classes" | "not a number";
  /** Asks for another input besides. */
  readonly input?: string;
  /** Puts other values into `config.json`. */
  readonly config?: Readonly<Record<string, unknown>>;
  /** Puts the ONNX file where other writers do. */
  readonly place?: string;
}

/**
 * Writes the toy's folder, as Hugging Face's libraries would lay it out.
 *
 * @param folder Where to; it is made
 * @param fault What to get wrong
 */
export async function writeToyMaskedModel(folder: string, fault: ToyFault = {}): Promise<void> {
  const place = join(folder, fault.place ?? "model.onnx");
  await mkdir(join(place, ".."), { recursive: true });
  await writeFile(place, toyGraph(fault));
  await writeFile(join(folder, "tokenizer.json"), JSON.stringify(tokenizerFile));
  const config = { architectures: ["ToyForMaskedLM"], vocab_size: words.length, ...fault.config };
  await writeFile(join(folder, "config.json"), JSON.stringify(config));
}

function toyGraph({ head, input }: ToyFault): Uint8Array {
  const size = words.length;
  const graph = new OnnxGraph("toy masked language model");
  const shape = ["batch", "length"];
  const ids = graph.input("input_ids", { type: "int64", shape });
  graph.input("attention_mask", { type: "int64", shape });
  if (input !== undefined) graph.input(input, { type: "int64", shape });
  const identity = new Float32Array(size * size);
  for (let token = 0; token < size; token++) identity[token * size + token] = 1;
  const vectors = graph.node("Gather", [graph.constant(identity, [size, size]), ids]);
  const value = headOf(graph, vectors, head);
  const columns = head === "three classes" ? 3 : size;
  graph.output(head === "none" ? "last_hidden_state" : "logits", value, {
    type: "float32",
    shape: [...shape, head === "none" ? "width" : columns],
  });
  if (head === "none") {
    graph.output("pooled", vectors, { type: "float32", shape: [...shape, size] });
  }
  return graph.bytes();
}

/** A convolution over three positions of the tokens' unit vectors looks the two tables up. */
function headOf(graph: OnnxGraph, vectors: GraphValue, head: ToyFault["head"]): GraphValue {
  if (head === "none") return vectors;
  const size = words.length;
  const columns = head === "three classes" ? 3 : size;
  const kernel = new Float32Array(columns * size * 3);
  for (let y = 0; y < columns; y++) {
    for (let token = 0; token < size; token++) {
      const at = (y * size + token) * 3;
      kernel[at] = head === "not a number" ? NaN : before(token, y);
      kernel[at + 2] = after(token, y);
    }
  }
  const channelsFirst = graph.node("Transpose", [vectors], { perm: [0, 2, 1] });
  const found = graph.node(
    "Conv",
    [channelsFirst, graph.constant(kernel, [columns, size, 3])],
    { pads: [1, 1] },
  );
  return graph.node("Transpose", [found], { perm: [0, 2, 1] });
}

const tokenizerFile = {
  version: "1.0",
  added_tokens: words.slice(0, 5).map((content, id) => ({ id, content, special: true })),
  normalizer: { type: "Lowercase" },
  pre_tokenizer: {
    type: "Split",
    pattern: { Regex: "[\\s\\S]" },
    behavior: "Isolated",
    invert: false,
  },
  post_processor: {
    type: "TemplateProcessing",
    single: [
      { SpecialToken: { id: "[CLS]", type_id: 0 } },
      { Sequence: { id: "A", type_id: 0 } },
      { SpecialToken: { id: "[SEP]", type_id: 0 } },
    ],
    pair: [],
    special_tokens: {},
  },
  decoder: { type: "Fuse" },
  model: {
    type: "BPE",
    unk_token: "[UNK]",
    vocab: Object.fromEntries(words.map((word, token) => [word, token])),
    merges: [],
  },
};
