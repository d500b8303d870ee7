import type { Tensors, TransformerConfig } from "@unmask/training";
import { type GraphValue, OnnxGraph } from "./onnx_graph.ts";

/** Added to a variance before its root, as in training. */
const EPSILON = 1e-5;

/** The logit of the mask, which is never predicted: the exponential of this beside any other is 0. */
const MASK_LOGIT = -1e4;

/**
 * Writes a trained network as an ONNX model, as masked language models are exported:
 *
 *     input_ids [batch, length] -> logits [batch, length, K + 1]
 *
 * The mask is token `K`, and its logit -1e4. Any number of sequences, of any length up to `L`; the
 * network was trained at `L`. O(parameters).
 *
 * @param config Its shape; a mask predictor
 * @param tensors Its weights
 * @returns The bytes of the ONNX file
 * @throws {RangeError} On an autoregressive network
 */
export function maskPredictorGraph(
  config: TransformerConfig,
  tensors: Tensors,
): Uint8Array<ArrayBuffer> {
  if (config.causal) {
    throw new RangeError(
      "Cannot export the model: it must predict masked tokens, got an autoregressive one",
    );
  }
  const graph = new OnnxGraph("mask predictor");
  const layers = new Layers(graph, config, tensors);
  const ids = graph.input("input_ids", { type: "int64", shape: ["batch", "length"] });
  let x = layers.embedding(ids);
  config.dilations.forEach((dilation, i) => {
    x = graph.node("Add", [x, layers.convolution(x, { name: `convolutions.${i}`, dilation })]);
  });
  for (let i = 0; i < config.attentionLayers; i++) {
    x = graph.node("Add", [x, layers.attention(x, `attentions.${i}`)]);
    x = graph.node("Add", [x, layers.feedForward(x, `attentions.${i}.feedForward`)]);
  }
  const columns = config.vocabularySize + 1;
  graph.output("logits", layers.head(x), {
    type: "float32",
    shape: ["batch", "length", columns],
  });
  return graph.bytes();
}

/** The layers of the network, each with its own normalisation in front. */
class Layers {
  constructor(
    readonly graph: OnnxGraph,
    readonly config: TransformerConfig,
    readonly tensors: Tensors,
  ) {}

  /** `embedding[token] + positions`, the first of them where the sequence is shorter. */
  embedding(ids: GraphValue): GraphValue {
    const { graph, config: { vocabularySize, width, length } } = this;
    const tokens = graph.node("Gather", [
      this.tensor("embedding", [vocabularySize + 1, width]),
      ids,
    ]);
    const size = graph.node("Shape", [ids], { start: 1, end: 2 });
    const [zero, axis] = [graph.constant([0], [1]), graph.constant([0], [1])];
    const all = this.tensor("positions", [length, width]);
    const positions = graph.node("Slice", [all, zero, size, axis]);
    return graph.node("Add", [tokens, positions]);
  }

  convolution(x: GraphValue, { name, dilation }: { name: string; dilation: number }): GraphValue {
    const { graph, config: { width, window } } = this;
    const reach = (window - 1) / 2 * dilation;
    const channelsFirst = graph.node("Transpose", [this.normalised(x, `${name}.norm`)], {
      perm: [0, 2, 1],
    });
    const kernel = graph.constant(this.kernel(`${name}.weight`), [width, width, window]);
    const mixed = graph.node(
      "Conv",
      [channelsFirst, kernel, this.tensor(`${name}.bias`, [width])],
      { dilations: [dilation], pads: [reach, reach] },
    );
    const hidden = this.silu(graph.node("Transpose", [mixed], { perm: [0, 2, 1] }));
    return graph.node("MatMul", [hidden, this.tensor(`${name}.project`, [width, width])]);
  }

  attention(x: GraphValue, name: string): GraphValue {
    const { graph, config: { width, heads } } = this;
    const depth = width / heads;
    const weight = this.tensor(`${name}.queryKeyValue`, [width, 3 * width]);
    const flat = graph.node("MatMul", [this.normalised(x, `${name}.norm`), weight]);
    // A size of 0 is that of the input.
    const shape = graph.constant([0, 0, 3, heads, depth], [5]);
    const split = graph.node("Transpose", [graph.node("Reshape", [flat, shape])], {
      perm: [2, 0, 3, 1, 4],
    });
    const part = (i: number): GraphValue => graph.node("Gather", [split, graph.constant([i], [])]);
    const keys = graph.node("Transpose", [part(1)], { perm: [0, 1, 3, 2] });
    const scale = graph.constant(Float32Array.of(1 / Math.sqrt(depth)), []);
    const scores = graph.node("Mul", [graph.node("MatMul", [part(0), keys]), scale]);
    const weights = graph.node("Softmax", [scores], { axis: -1 });
    const mixed = graph.node("Transpose", [graph.node("MatMul", [weights, part(2)])], {
      perm: [0, 2, 1, 3],
    });
    const joined = graph.node("Reshape", [mixed, graph.constant([0, 0, width], [3])]);
    return graph.node("MatMul", [joined, this.tensor(`${name}.output`, [width, width])]);
  }

  feedForward(x: GraphValue, name: string): GraphValue {
    const { width, expansion } = this.config;
    const inner = expansion * width;
    const normal = this.normalised(x, `${name}.norm`);
    const hidden = this.silu(
      this.affine(normal, { from: `${name}.expand`, shape: [width, inner] }),
    );
    return this.affine(hidden, { from: `${name}.contract`, shape: [inner, width] });
  }

  /** The logits, with one more column for the mask. */
  head(x: GraphValue): GraphValue {
    const { graph, config: { width, vocabularySize }, tensors } = this;
    const columns = vocabularySize + 1;
    const weight = new Float32Array(width * columns);
    for (let c = 0; c < width; c++) {
      weight.set(this.row("head.weight", { row: c, size: vocabularySize }), c * columns);
    }
    const bias = new Float32Array(columns).fill(MASK_LOGIT);
    bias.set(tensors["head.bias"]!);
    const product = graph.node("MatMul", [
      this.normalised(x, "head.norm"),
      graph.constant(weight, [width, columns]),
    ]);
    return graph.node("Add", [product, graph.constant(bias, [columns])]);
  }

  private affine(
    x: GraphValue,
    { from, shape }: { from: string; shape: readonly [number, number] },
  ): GraphValue {
    const product = this.graph.node("MatMul", [x, this.tensor(from, shape)]);
    return this.graph.node("Add", [product, this.tensor(`${from}Bias`, [shape[1]])]);
  }

  private silu(x: GraphValue): GraphValue {
    return this.graph.node("Mul", [x, this.graph.node("Sigmoid", [x])]);
  }

  private normalised(x: GraphValue, name: string): GraphValue {
    const size = [this.config.width];
    const inputs = [x, this.tensor(`${name}.gain`, size), this.tensor(`${name}.bias`, size)];
    return this.graph.node("LayerNormalization", inputs, { axis: -1, epsilon: { float: EPSILON } });
  }

  private tensor(name: string, shape: readonly number[]): GraphValue {
    return this.graph.constant(this.tensors[name]!, shape);
  }

  private row(name: string, { row, size }: { row: number; size: number }): Float32Array {
    return this.tensors[name]!.subarray(row * size, (row + 1) * size);
  }

  /** A convolution's matrix, tap after tap and channel after channel, as `output x input x tap`. */
  private kernel(name: string): Float32Array {
    const { width, window } = this.config;
    const kernel = new Float32Array(window * width * width);
    for (let tap = 0; tap < window; tap++) {
      for (let input = 0; input < width; input++) {
        const row = this.row(name, { row: tap * width + input, size: width });
        row.forEach((weight, output) => {
          kernel[(output * width + input) * window + tap] = weight;
        });
      }
    }
    return kernel;
  }
}
