import { type StreamFamily, streamFamily } from "@unmask/random";
import { logCell } from "./log_cell.ts";
import type { LossLog } from "./loss_log.ts";

/** Sequences up to which a plan is made in some milliseconds, and how many splits are used there. */
const CHEAP_LENGTH = 1024;
const SPLITS = { cheap: 32, dear: 8 };

/**
 * The streams that split a log, so that all who plan on one log get the same numbers.
 *
 * O(places).
 *
 * @param log The log
 * @param options `seed`, 0 by default
 * @returns The streams, keyed by the numbers of the log
 */
export function logStreams(log: LossLog, { seed = 0 }: { seed?: number } = {}): StreamFamily {
  return streamFamily({ seed, cell: logCell(log), purpose: "halves of the log" });
}

/**
 * How many splits price one plan: more where plans are cheap.
 *
 * @param length Tokens in a sequence
 * @returns Splits, at least 2
 */
export function splitsFor(length: number): number {
  return length <= CHEAP_LENGTH ? SPLITS.cheap : SPLITS.dear;
}
