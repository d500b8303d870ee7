import {
  megabytesAbove,
  processMemory,
  type ProcessMemoryAnswer,
  type ProcessMemoryTask,
} from "./questions/process_memory.ts";
import type { Workload } from "./workload.ts";

/** A command whose memory is claimed. */
export interface ClaimedMemory {
  /** Name of the workload. */
  readonly name: string;
  /** The command, with its fixed parameters. */
  readonly title: string;
  /** What a size counts. */
  readonly label: string;
  /** Plural unit of what an answer is about, such as `tokens`. */
  readonly unit: string;
  /** For each size the claim in megabytes (10^6 bytes), as `docs/performance.md` has it. */
  readonly claims: readonly (readonly [size: number, megabytes: number])[];
  /**
   * The command at a size.
   *
   * @param size One of the sizes
   */
  task(size: number): Omit<ProcessMemoryTask, "claim">;
}

/**
 * A workload of `process-memory`.
 *
 * @param claimed The command and the claims
 * @returns The workload
 */
export function memoryWorkload(
  { name, title, label, unit, claims, task }: ClaimedMemory,
): Workload<ProcessMemoryTask, ProcessMemoryAnswer> {
  const claimAt = new Map(claims);
  const sizes = claims.map(([size]) => size);
  return {
    name,
    title,
    question: processMemory,
    size: { label, growth: "power", values: sizes.slice(-1), fullValues: sizes.slice(0, -1) },
    measuredOnce: true,
    work: { unit, amount: (size) => size },
    input: (size) => ({ ...task(size), claim: 1e6 * claimAt.get(size)! }),
    tolerance: { relative: 1e-9, because: "sums of up to 2^20 terms; a claim holds or does not" },
    theory: {
      from: "the claim, and closed forms",
      read: (answer) => [megabytesAbove(answer), ...answer.numbers],
      says: (input) => [0, ...input.says()],
    },
  };
}
