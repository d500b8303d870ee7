import type { Question } from "../question.ts";

/** A command on a large input, and the memory that it is allowed. */
export interface ProcessMemoryTask {
  /** Arguments of `unmask`; `FILE` in one of them stands for the path of the file. */
  readonly args: readonly string[];
  /** What the file holds, where there is one. */
  readonly file?: () => string;
  /** Bytes that the documentation claims to be enough. */
  readonly claim: number;
  /**
   * The numbers in the output that theory knows.
   *
   * @param output Standard output
   */
  read(output: Uint8Array): readonly number[];
  /** What they have to be. */
  says(): readonly number[];
}

/** What a process answered, and what it took. */
export interface ProcessMemoryAnswer {
  /** Numbers in the output. */
  readonly numbers: readonly number[];
  /** Largest resident memory in bytes; null where the system does not tell. */
  readonly peakMemory: number | null;
  /** Bytes that it was allowed. */
  readonly claim: number;
}

/** A command by a process of its own, whose memory stays within what is claimed. */
export const processMemory: Question<ProcessMemoryTask, ProcessMemoryAnswer> = {
  name: "process-memory",
  figures: (answer) => [megabytesAbove(answer), ...answer.numbers],
};

/**
 * How far the memory went above the claim, in megabytes.
 *
 * @param answer What a process took
 * @returns 0 for every right answer, and where the system does not tell
 */
export function megabytesAbove({ peakMemory, claim }: ProcessMemoryAnswer): number {
  return Math.max(0, (peakMemory ?? 0) - claim) / 1e6;
}
