import { jit, nn, numpy as np, tree, valueAndGrad } from "@jax-js/jax";
import type { SequenceSampler } from "@unmask/information";
import { type StreamFamily, streamFamily } from "@unmask/random";
import { type AdamState, adamStep, type StepScales, stepScales } from "./adam.ts";
import { type LearningRate, learningRateAt } from "./learning_rate.ts";
import { causalBatch, maskedBatch, type TrainingBatch } from "./masked_batch.ts";
import { type Arrays, dispose, fromDevice, logitsOf, toDevice } from "./network.ts";
import { drawTensors, type Tensors, zerosLike } from "./tensors.ts";
import { checkConfig, type TransformerConfig } from "./transformer_config.ts";

/** How a network is trained; together with the text it decides every byte of the result. */
export interface TrainingOptions extends LearningRate {
  /** Sequences of a step. */
  readonly batch: number;
  /** Seed of the first weights and of every batch. */
  readonly seed: number;
}

/** Everything that the next step depends on. */
export interface TrainingState {
  /** Steps done. */
  readonly step: number;
  /** The weights. */
  readonly parameters: Tensors;
  /** Running means of gradients. */
  readonly mean: Tensors;
  /** Running means of their squares. */
  readonly square: Tensors;
  /** Running means of the weights: what is evaluated and kept. */
  readonly average: Tensors;
}

/**
 * The state before the first step. O(parameters).
 *
 * @param config Shape of the network
 * @param seed Seed of the run
 * @returns Drawn weights, no steps done
 */
export function firstState(config: TransformerConfig, seed: number): TrainingState {
  const parameters = drawTensors(
    config,
    streamFamily({ seed, cell: "training", purpose: "weights" }).at(0),
  );
  const nothing = zerosLike(parameters);
  return { step: 0, parameters, mean: nothing, square: nothing, average: parameters };
}

/**
 * Trains a network on the masked-diffusion loss, or on the autoregressive one where it is causal.
 *
 * Batch `s` is drawn from stream `s` alone, so a run that goes on from a saved state does what it would
 * have done without the pause: to the same bytes on one machine. On machines that fuse multiplication
 * and addition differently the last bits differ. One trainer at a time holds the arrays of its run:
 * 16 bytes a parameter, and the activations of a batch.
 */
export class Trainer {
  readonly #config: TransformerConfig;
  readonly #options: TrainingOptions;
  readonly #source: SequenceSampler;
  readonly #streams: StreamFamily;
  readonly #learn: ReturnType<typeof learner>;
  readonly #loss: ReturnType<typeof lossOf>;
  #state: AdamState;
  #step: number;

  /**
   * A run at its beginning, or where it was left.
   *
   * @param config Shape of the network
   * @param options `source` of sequences, of the network's length and vocabulary; how it is `trained`;
   *   `state` to go on from, by default that of {@linkcode firstState}
   * @throws {RangeError} On a shape that cannot be, options out of range, or a source of another space
   */
  constructor(
    config: TransformerConfig,
    options: { source: SequenceSampler; trained: TrainingOptions; state?: TrainingState },
  ) {
    checkConfig(config);
    checkOptions(options.trained);
    checkSource(config, options.source);
    const state = options.state ?? firstState(config, options.trained.seed);
    this.#config = config;
    this.#options = options.trained;
    this.#source = options.source;
    this.#streams = streamFamily({
      seed: options.trained.seed,
      cell: "training",
      purpose: "batches",
    });
    this.#learn = learner(config);
    this.#loss = lossOf(config);
    this.#step = state.step;
    this.#state = {
      parameters: toDevice(state.parameters, config),
      mean: toDevice(state.mean, config),
      square: toDevice(state.square, config),
      average: toDevice(state.average, config),
    };
  }

  /** Steps done. */
  get steps(): number {
    return this.#step;
  }

  /** Whether all steps are done. */
  get done(): boolean {
    return this.#step >= this.#options.steps;
  }

  /**
   * Does one step.
   *
   * @returns The loss of its batch before the step, in nats a token
   * @throws {RangeError} When the loss is no number: the run has diverged
   */
  async step(): Promise<number> {
    const { batch, seed: _, ...rate } = this.#options;
    const drawn = this.#draw(this.#source, { rows: batch, stream: this.#streams.at(this.#step) });
    const scales = stepScales(this.#step, learningRateAt(rate, this.#step));
    const { loss, state } = this.#learn(this.#state, onDevice(drawn, this.#config), scales);
    this.#state = state;
    const value = (await loss.data())[0]!;
    if (!Number.isFinite(value)) {
      throw new RangeError(
        `Cannot go on training: the loss must be a number, got ${value} at step ${this.#step}`,
      );
    }
    this.#step++;
    return value;
  }

  /**
   * The mean loss of the averaged weights on other sequences, always the same ones.
   *
   * @param source Where they come from
   * @param batches How many batches
   * @returns Loss in nats a token
   */
  async evaluate(source: SequenceSampler, batches: number): Promise<number> {
    const { seed, batch } = this.#options;
    const streams = streamFamily({ seed, cell: "training", purpose: "evaluation" });
    let sum = 0;
    for (let n = 0; n < batches; n++) {
      const drawn = this.#draw(source, { rows: batch, stream: streams.at(n) });
      const loss = this.#loss(tree.ref(this.#state.average), onDevice(drawn, this.#config));
      sum += (await loss.data())[0]!;
    }
    return sum / batches;
  }

  /**
   * Everything that the next step depends on, as numbers of this process.
   *
   * @returns A copy
   */
  async state(): Promise<TrainingState> {
    const { parameters, mean, square, average } = this.#state;
    return {
      step: this.#step,
      parameters: await fromDevice(parameters),
      mean: await fromDevice(mean),
      square: await fromDevice(square),
      average: await fromDevice(average),
    };
  }

  /** Gives the memory of the arrays back; the trainer is of no use afterwards. */
  dispose(): void {
    for (const arrays of Object.values(this.#state)) dispose(arrays);
    this.#learn.dispose();
    this.#loss.dispose();
  }

  get #draw(): typeof maskedBatch {
    return this.#config.causal ? causalBatch : maskedBatch;
  }
}

/** Arrays of a batch on the device. */
type DeviceBatch = { inputs: np.Array; targets: np.Array; weights: np.Array };

function onDevice(
  { rows, inputs, targets, weights }: TrainingBatch,
  { length }: TransformerConfig,
): DeviceBatch {
  return {
    inputs: np.array(inputs).reshape([rows, length]),
    targets: np.array(targets).reshape([rows, length]),
    weights: np.array(weights).reshape([rows, length, 1]),
  };
}

/** The loss of a batch: the weighted sum of `-ln phat` of its targets. */
function batchLoss(
  config: TransformerConfig,
): (parameters: Arrays, batch: DeviceBatch) => np.Array {
  return (parameters, { inputs, targets, weights }) => {
    const logs = nn.logSoftmax(logitsOf(config, parameters, inputs), -1);
    return logs.mul(nn.oneHot(targets, config.vocabularySize)).mul(weights).sum().neg();
  };
}

// The return types are those that the library infers.
// deno-lint-ignore explicit-function-return-type
function lossOf(config: TransformerConfig) {
  return jit(batchLoss(config));
}

// deno-lint-ignore explicit-function-return-type
function learner(config: TransformerConfig) {
  const lossAndGradient = valueAndGrad(batchLoss(config));
  return jit((state: AdamState, batch: DeviceBatch, scales: StepScales) => {
    const [loss, gradient] = lossAndGradient(tree.ref(state.parameters), batch);
    return { loss, state: adamStep(state, gradient, scales) };
  });
}

/**
 * Checks options of a run. O(1).
 *
 * @param options How a network is trained
 * @throws {RangeError} On numbers out of range
 */
export function checkOptions({ steps, batch, peak, warmUp, seed }: TrainingOptions): void {
  const whole = (name: string, value: number, least: number): void => {
    if (!(Number.isSafeInteger(value) && value >= least)) {
      throw new RangeError(`Cannot train: ${name} must be an integer from ${least}, got ${value}`);
    }
  };
  whole("steps", steps, 1);
  whole("batch", batch, 1);
  whole("warm-up", warmUp, 0);
  whole("seed", seed, 0);
  if (!(warmUp < steps)) {
    throw new RangeError(`Cannot train: warm-up must be below ${steps} steps, got ${warmUp}`);
  }
  if (!(peak > 0 && peak < 1)) {
    throw new RangeError(
      `Cannot train: the learning rate must be above 0 and below 1, got ${peak}`,
    );
  }
}

function checkSource(config: TransformerConfig, source: SequenceSampler): void {
  if (source.length !== config.length || source.vocabularySize !== config.vocabularySize) {
    throw new RangeError(
      `Cannot train: sequences must have length ${config.length} and vocabulary ${config.vocabularySize}, got ${source.length} and ${source.vocabularySize}`,
    );
  }
}
