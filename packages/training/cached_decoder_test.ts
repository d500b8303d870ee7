import { deepStrictEqual, notDeepStrictEqual, ok, throws } from "node:assert/strict";
import { drawCategorical, streamFamily } from "@unmask/random";
import { CachedDecoder } from "./cached_decoder.ts";
import type { Model } from "./checkpoint.ts";
import { plainLogits } from "./plain_network.ts";
import { drawTensors } from "./tensors.ts";
import type { TransformerConfig } from "./transformer_config.ts";

/** Wider reach than the sequence is long, channels that no four divide, two layers of each kind. */
const config: TransformerConfig = {
  length: 9,
  vocabularySize: 5,
  width: 6,
  window: 5,
  dilations: [1, 3],
  attentionLayers: 2,
  heads: 3,
  expansion: 2,
  causal: true,
};
const streams = streamFamily({ seed: 8, cell: "cached decoder", purpose: "weights" });
const model = modelOf(config);
const { length, vocabularySize } = config;

function modelOf(shape: TransformerConfig): Model {
  return {
    config: shape,
    tensors: drawTensors(shape, streams.at(0)),
    tokeniser: undefined,
    provenance: {},
  };
}

function drawnTokens(n: number): Int32Array {
  const stream = streams.at(1 + n);
  return Int32Array.from({ length }, () => stream.nextUint32() % vocabularySize);
}

/** The logits of the plain network, which reads the whole sequence at once. */
function wholeLogits(tokens: Int32Array): Float64Array {
  const inputs = Int32Array.of(vocabularySize, ...tokens.subarray(0, length - 1));
  return plainLogits(config, model.tensors, inputs);
}

/** The logits of the decoder, sequence after sequence. */
function cachedLogits(decoder: CachedDecoder, sequences: readonly Int32Array[]): Float64Array[] {
  const out = sequences.map(() => new Float64Array(length * vocabularySize));
  for (let i = 0; i < length; i++) {
    const logits = i === 0
      ? decoder.begin()
      : decoder.follow(sequences.map((tokens) => tokens[i - 1]!));
    out.forEach((own, n) => {
      const row = logits.subarray(n * vocabularySize, (n + 1) * vocabularySize);
      own.set(row, i * vocabularySize);
    });
  }
  return out;
}

for (const count of [1, 3]) {
  Deno.test(`caches change no bit of the logits, with ${count} side by side and caches used before`, () => {
    const decoder = new CachedDecoder(model, { count });
    for (const first of [0, 10]) {
      const sequences = Array.from({ length: count }, (_, n) => drawnTokens(first + n));
      const expected = sequences.map(wholeLogits);
      deepStrictEqual(cachedLogits(decoder, sequences), expected);
      // A token before the last is seen.
      const changed = sequences.map((tokens) => tokens.with(2, (tokens[2]! + 1) % vocabularySize));
      notDeepStrictEqual(changed.map(wholeLogits), expected);
    }
  });
}

Deno.test("draws are those of the plain network, each from a stream of its own", () => {
  const drawing = streamFamily({ seed: 9, cell: "cached decoder", purpose: "draws" });
  const drawn = new CachedDecoder(model, { count: 4 }).draw({ streams: drawing, from: 2 });
  for (let n = 0; n < 4; n++) {
    const tokens = drawn.slice(n * length, (n + 1) * length);
    const logits = wholeLogits(tokens);
    const stream = drawing.at(2 + n);
    for (let i = 0; i < length; i++) {
      const weights = logits.slice(i * vocabularySize, (i + 1) * vocabularySize).map(Math.exp);
      const total = weights.reduce((sum, weight) => sum + weight, 0);
      const token = drawCategorical(weights.map((weight) => weight / total), stream);
      deepStrictEqual(tokens[i], token);
    }
    const alone = new CachedDecoder(model).draw({ streams: drawing, from: 2 + n });
    deepStrictEqual(alone, tokens);
  }
  ok(new Set(drawn).size > 1);
});

Deno.test("a decoder refuses a mask predictor, tokens that are none, and one too many", () => {
  throws(() => new CachedDecoder(modelOf({ ...config, causal: false })), {
    name: "RangeError",
    message:
      "Cannot predict next tokens: the model must be autoregressive, got one that sees both sides",
  });
  throws(
    () => new CachedDecoder(model, { count: NaN }),
    /count must be a positive integer, got NaN/,
  );
  const decoder = new CachedDecoder(model);
  throws(() => decoder.follow([0]), /must follow 1 to 8 others, got place 0$/);
  decoder.begin();
  for (const wrong of [-1, vocabularySize, NaN, 0.5]) {
    throws(() => decoder.follow([wrong]), /must be 1 tokens from 0 to 4, got/);
  }
  throws(() => decoder.follow([0, 1]), /got 2 of them$/);
  for (let i = 1; i < length; i++) decoder.follow([0]);
  throws(() => decoder.follow([0]), /got place 9$/);
});
