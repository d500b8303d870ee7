import { jit, numpy as np, tree } from "@jax-js/jax";
import type { Model } from "./checkpoint.ts";
import { type Arrays, dispose, logitsOf, toDevice } from "./network.ts";
import type { TransformerConfig } from "./transformer_config.ts";

/** Sequences of one evaluation, most first: each number is one program, compiled once. */
const ROWS = [32, 8, 1] as const;

/**
 * A network on the open device that is evaluated for 32, 8 or 1 sequences at a time. No logits of one
 * sequence depend on another.
 */
export class BatchedNetwork {
  /** Shape of the network. */
  readonly config: TransformerConfig;
  readonly #parameters: Arrays;
  readonly #programs: ReturnType<typeof program>[];
  readonly #waitedFor: ReturnType<typeof program>[];

  /**
   * Puts a model on the open device.
   *
   * @param model The model
   */
  constructor({ config, tensors }: Model) {
    this.config = config;
    this.#parameters = toDevice(tensors, config);
    // A program that was compiled to be waited for runs on one thread ever after.
    this.#programs = ROWS.map(() => program(config));
    this.#waitedFor = ROWS.map(() => program(config));
  }

  /**
   * The logits of a group of sequences, on all threads or on a graphics adapter.
   *
   * @param group At most 32 sequences of tokens from 0 to `K`, see {@linkcode groupsOf}
   * @returns `L` rows of `K` logits for each sequence, and more that mean nothing
   */
  async logits(group: readonly ArrayLike<number>[]): Promise<Float32Array> {
    return (await this.#evaluate(this.#programs, group).data()) as Float32Array;
  }

  /**
   * As {@linkcode logits}, on one thread while it is waited for.
   *
   * @param group At most 32 sequences
   * @returns Logits
   */
  logitsNow(group: readonly ArrayLike<number>[]): Float32Array {
    return this.#evaluate(this.#waitedFor, group).dataSync() as Float32Array;
  }

  /** Gives the memory of the device back; the network is of no use afterwards. */
  dispose(): void {
    dispose(this.#parameters);
    for (const one of [...this.#programs, ...this.#waitedFor]) one.dispose();
  }

  #evaluate(
    programs: readonly ReturnType<typeof program>[],
    group: readonly ArrayLike<number>[],
  ): np.Array {
    const { length } = this.config;
    const which = ROWS.findLastIndex((rows) => rows >= group.length);
    const tokens = new Int32Array(ROWS[which]! * length);
    group.forEach((sequence, n) => tokens.set(sequence, n * length));
    const input = np.array(tokens).reshape([ROWS[which]!, length]);
    return programs[which]!(tree.ref(this.#parameters), input);
  }
}

// The return type is what the library infers.
// deno-lint-ignore explicit-function-return-type
function program(config: TransformerConfig) {
  return jit((parameters: Arrays, tokens: np.Array) => logitsOf(config, parameters, tokens));
}

/**
 * Items in groups, one for each evaluation: three evaluations of 8 are cheaper than one of 32 that is
 * mostly empty.
 *
 * @param items Whatever has a sequence
 * @returns Groups of at most 32, in order
 */
export function groupsOf<Item>(items: readonly Item[]): Item[][] {
  const [most, some] = ROWS;
  const groups: Item[][] = [];
  for (let from = 0; from < items.length;) {
    const left = items.length - from;
    const size = Math.min(left, left > 3 * some ? most : some);
    groups.push(items.slice(from, from + size));
    from += size;
  }
  return groups;
}
