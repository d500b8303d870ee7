import { nn, numpy as np, tree } from "@jax-js/jax";
import type { Tensors } from "./tensors.ts";
import { tensorShapes, type TransformerConfig } from "./transformer_config.ts";

/** Arrays of a network by name, on the device. Every use of one takes a reference. */
export type Arrays = { [name: string]: np.Array };

/** Added to a variance before its root. */
const EPSILON = 1e-5;

/** Added to the score of a position that must not be seen: its weight underflows to 0. */
const UNSEEN = -1e9;

/**
 * Puts the tensors of a network on the device.
 *
 * @param tensors Tensors by name
 * @param config The shape of the network
 * @returns Arrays that are the caller's to dispose of
 */
export function toDevice(tensors: Tensors, config: TransformerConfig): Arrays {
  return Object.fromEntries(
    tensorShapes(config).map(({ name, shape }) => [
      name,
      np.array(tensors[name]!).reshape([...shape]),
    ]),
  );
}

/**
 * Copies arrays from the device, which keeps them.
 *
 * @param arrays Arrays by name
 * @returns Their numbers
 */
export async function fromDevice(arrays: Arrays): Promise<Tensors> {
  const tensors: Record<string, Float32Array<ArrayBuffer>> = {};
  for (const [name, array] of Object.entries(arrays)) {
    tensors[name] = new Float32Array((await array.ref.data()) as Float32Array);
  }
  return tensors;
}

/**
 * The logits of a network, to be traced: `[batch, L, K]` from tokens `[batch, L]`.
 *
 * The mask is token `K`. Follows the ownership of its library: `parameters` and `tokens` are used up.
 *
 * @param config The shape
 * @param parameters Its arrays
 * @param tokens Integers from 0 to `K`
 * @returns Logits in single precision; their softmax over the last axis is the predicted law
 */
export function logitsOf(
  config: TransformerConfig,
  parameters: Arrays,
  tokens: np.Array,
): np.Array {
  const take = (name: string): np.Array => parameters[name]!;
  const hot = nn.oneHot(tokens, config.vocabularySize + 1);
  let x = np.matmul(hot, take("embedding")).add(take("positions"));
  config.dilations.forEach((dilation, i) => {
    const name = `convolutions.${i}`;
    const normal = normalised(x.ref, take(`${name}.norm.gain`), take(`${name}.norm.bias`));
    const taps = neighbours(config, normal, dilation);
    const hidden = nn.silu(np.matmul(taps, take(`${name}.weight`)).add(take(`${name}.bias`)));
    x = x.add(np.matmul(hidden, take(`${name}.project`)));
  });
  for (let i = 0; i < config.attentionLayers; i++) {
    const name = `attentions.${i}`;
    const normal = normalised(x.ref, take(`${name}.norm.gain`), take(`${name}.norm.bias`));
    const mixed = attention(config, np.matmul(normal, take(`${name}.queryKeyValue`)));
    x = x.add(np.matmul(mixed, take(`${name}.output`)));
    const forward = `${name}.feedForward`;
    const inner = normalised(x.ref, take(`${forward}.norm.gain`), take(`${forward}.norm.bias`));
    const hidden = nn.silu(
      np.matmul(inner, take(`${forward}.expand`)).add(take(`${forward}.expandBias`)),
    );
    x = x.add(np.matmul(hidden, take(`${forward}.contract`)).add(take(`${forward}.contractBias`)));
  }
  const last = normalised(x, take("head.norm.gain"), take("head.norm.bias"));
  return np.matmul(last, take("head.weight")).add(take("head.bias"));
}

/** Each position's channels with mean 0 and variance 1, then scaled and shifted. */
function normalised(x: np.Array, gain: np.Array, bias: np.Array): np.Array {
  const centred = x.ref.sub(np.mean(x, -1, { keepdims: true }));
  const variance = np.mean(np.square(centred.ref), -1, { keepdims: true });
  return centred.mul(np.reciprocal(np.sqrt(variance.add(EPSILON)))).mul(gain).add(bias);
}

/** The channels of a position's neighbours side by side, zeros beyond the ends. */
function neighbours(
  { length, window, causal }: TransformerConfig,
  x: np.Array,
  dilation: number,
): np.Array {
  const reach = (window - 1) * dilation;
  const before = causal ? reach : reach / 2;
  const padded = np.pad(x, [[0, 0], [before, reach - before], [0, 0]]);
  const taps = Array.from(
    { length: window },
    (_, j) => padded.ref.slice([], [j * dilation, j * dilation + length], []),
  );
  padded.dispose();
  return np.concatenate(taps, -1);
}

/** Scaled dot-product attention of all heads, from queries, keys and values side by side. */
function attention({ length, width, heads, causal }: TransformerConfig, qkv: np.Array): np.Array {
  const depth = width / heads;
  const split = qkv.reshape([-1, length, 3, heads, depth]).transpose([2, 0, 3, 1, 4]);
  const queries = split.ref.slice(0);
  const keys = split.ref.slice(1);
  const values = split.slice(2);
  let scores = np.matmul(queries, keys.transpose([0, 1, 3, 2])).mul(1 / Math.sqrt(depth));
  if (causal) scores = scores.add(np.triu(np.full([length, length], UNSEEN), 1));
  return np.matmul(nn.softmax(scores, -1), values).transpose([0, 2, 1, 3])
    .reshape([-1, length, width]);
}

/**
 * Disposes of arrays.
 *
 * @param arrays Arrays by name
 */
export function dispose(arrays: Arrays): void {
  tree.dispose(arrays);
}
