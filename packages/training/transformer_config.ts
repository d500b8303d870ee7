/**
 * The shape of a network: which tensors it has, and how they are used.
 *
 * A pre-LN transformer with learned positions whose first layers mix neighbours:
 *
 *     x_0 = embedding[token] + positions
 *     x  <- x + project silu(convolution_dilation(norm(x)))          one for each dilation
 *     x  <- x + output attention(norm(x));  x <- x + contract silu(expand norm(x))   attention layers
 *     logits = head norm(x)
 */
export interface TransformerConfig {
  /** Tokens `L` of a sequence, each with a learned position. */
  readonly length: number;
  /** Vocabulary size `K`; the mask has a row of the embedding of its own, number `K`. */
  readonly vocabularySize: number;
  /** Channels `d` of a position, a multiple of `heads`. */
  readonly width: number;
  /** Positions that a convolution looks at, an odd number. */
  readonly window: number;
  /** Distance between these positions, for each convolution in turn. */
  readonly dilations: readonly number[];
  /** Number of layers of attention, each with a feed-forward layer. */
  readonly attentionLayers: number;
  /** Heads of an attention. */
  readonly heads: number;
  /** Channels of a feed-forward layer, in multiples of `width`. */
  readonly expansion: number;
  /**
   * Whether a position sees only what is before it: an autoregressive model, whose input is shifted by
   * one token, with the mask in front. A mask predictor sees both sides.
   */
  readonly causal: boolean;
}

/** Most parameters that a network may have: 400 MB of single precision, and four times that in training. */
export const PARAMETER_LIMIT = 1e8;

/**
 * Checks that a shape is one that a network can have. O(1).
 *
 * @param config The shape
 * @throws {RangeError} On a size that is no positive integer or above 2^16, an even window, a width
 *   that the heads do not divide, or more than {@linkcode PARAMETER_LIMIT} parameters
 */
export function checkConfig(config: TransformerConfig): void {
  const sizes = ["length", "vocabularySize", "width", "window", "heads", "expansion"] as const;
  for (const name of sizes) checkSize(name, config[name], 1);
  checkSize("attentionLayers", config.attentionLayers, 0);
  config.dilations.forEach((dilation) => checkSize("dilation", dilation, 1));
  if (config.window % 2 !== 1) refuse("window must be odd", config.window);
  if (config.width % config.heads !== 0) {
    refuse(`width must be a multiple of ${config.heads} heads`, config.width);
  }
  const count = parameterCount(config);
  if (!(count <= PARAMETER_LIMIT)) {
    refuse(`it must have at most ${PARAMETER_LIMIT} parameters`, count);
  }
}

function checkSize(name: string, size: number, least: number): void {
  if (!(Number.isInteger(size) && size >= least && size <= 2 ** 16)) {
    refuse(`${name} must be an integer from ${least} to ${2 ** 16}`, size);
  }
}

function refuse(rule: string, got: unknown): never {
  throw new RangeError(`Cannot make a transformer: ${rule}, got ${got}`);
}

/** A tensor of a network. */
export interface TensorShape {
  /** Its name in a checkpoint, as `attentions.0.output`. */
  readonly name: string;
  /** Its sizes, row-major; a vector has one. */
  readonly shape: readonly number[];
  /** How it begins: normal with this standard deviation, or all of one value. */
  readonly start: { readonly deviation: number } | { readonly value: number };
}

/**
 * The tensors of a network, in the order in which they are drawn and stored.
 *
 * Matrices map rows of channels on the left: `y = x W`. A convolution's rows are tap after tap, from
 * the left neighbour to the right. Deviations keep the variance of a layer's output near its input's;
 * what ends a residual branch starts smaller.
 *
 * @param config The shape
 * @returns Names, shapes and starts. O(number of layers)
 */
export function tensorShapes(config: TransformerConfig): readonly TensorShape[] {
  const { length, vocabularySize, width, window, dilations, attentionLayers, expansion } = config;
  const inner = expansion * width;
  const fan = (inputs: number, scale = 1): { deviation: number } => ({
    deviation: scale / Math.sqrt(inputs),
  });
  const matrix = (name: string, shape: [number, number], scale = 1): TensorShape => ({
    name,
    shape,
    start: fan(shape[0], scale),
  });
  const vector = (name: string, size: number, value = 0): TensorShape => ({
    name,
    shape: [size],
    start: { value },
  });
  const norm = (name: string): TensorShape[] => [
    vector(`${name}.gain`, width, 1),
    vector(`${name}.bias`, width),
  ];
  return [
    { name: "embedding", shape: [vocabularySize + 1, width], start: { deviation: 1 } },
    { name: "positions", shape: [length, width], start: { deviation: 0.1 } },
    ...dilations.flatMap((_, i) => [
      ...norm(`convolutions.${i}.norm`),
      matrix(`convolutions.${i}.weight`, [window * width, width]),
      vector(`convolutions.${i}.bias`, width),
      matrix(`convolutions.${i}.project`, [width, width], 0.5),
    ]),
    ...Array.from({ length: attentionLayers }, (_, i) => [
      ...norm(`attentions.${i}.norm`),
      matrix(`attentions.${i}.queryKeyValue`, [width, 3 * width]),
      matrix(`attentions.${i}.output`, [width, width], 0.5),
      ...norm(`attentions.${i}.feedForward.norm`),
      matrix(`attentions.${i}.feedForward.expand`, [width, inner]),
      vector(`attentions.${i}.feedForward.expandBias`, inner),
      matrix(`attentions.${i}.feedForward.contract`, [inner, width], 0.5),
      vector(`attentions.${i}.feedForward.contractBias`, width),
    ]).flat(),
    ...norm("head.norm"),
    matrix("head.weight", [width, vocabularySize], 0.2),
    vector("head.bias", vocabularySize),
  ];
}

/**
 * The number of parameters of a network. O(number of layers).
 *
 * @param config The shape
 * @returns How many numbers its tensors hold together
 */
export function parameterCount(config: TransformerConfig): number {
  return tensorShapes(config).reduce((sum, { shape }) => sum + elementCount(shape), 0);
}

/**
 * The number of elements of a tensor. O(its dimensions).
 *
 * @param shape Its sizes
 * @returns Their product
 */
export function elementCount(shape: readonly number[]): number {
  return shape.reduce((product, size) => product * size, 1);
}
