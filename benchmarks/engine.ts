import type { Question } from "./question.ts";

/**
 * How an engine goes about it: `naive` writes the definition out, `plain` is the ordinary algorithm,
 * `fast` is what the packages offer to users on one thread. `wasm` computes in WebAssembly, `workers`
 * in several threads at once, `adapter` on a graphics adapter.
 */
export type EngineKind = typeof engineKinds[number];

/** The kinds, from the most trusted answer to the fastest. */
export const engineKinds = ["naive", "plain", "fast", "wasm", "workers", "adapter"] as const;

/** One way to answer a question. */
export interface Engine<Input, Answer> {
  /** A few lower-case words, unique among the engines of its question. */
  readonly name: string;
  /** How it goes about it. */
  readonly kind: EngineKind;
  /** The question it answers. */
  readonly question: Question<Input, Answer>;
  /**
   * Whether the answer is to be had in a fraction of a second.
   *
   * @param input What would be asked
   */
  handles(input: Input): boolean;
  /**
   * Starts what calls are to find warm and what takes long to start, such as threads: before
   * anything is timed, with what other engines start.
   *
   * @returns Fulfilled when it is warm
   */
  start?(): Promise<void>;
  /**
   * Does what is done once, outside the clock.
   *
   * @param input What is asked
   * @returns The call that is timed; it gives the same answer each time
   */
  prepare(input: Input): () => Answer;
  /** Whether every call starts a process of its own: then a call before warms nothing up. */
  readonly ownProcess?: boolean;
  /**
   * The largest memory that the answer took, where the engine can tell.
   *
   * @param answer An answer
   * @returns Bytes; null where the system does not tell
   */
  peakMemory?(answer: Answer): number | null;
}
