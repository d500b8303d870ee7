import type { Row } from "@unmask/reporting";

/** Numbers of a text and its model; null in the rows of the curve, but for the loss. */
export interface Whole {
  /** Mean loss of a letter, one at a time; in the rows of the curve, of a masked letter there. Nats. */
  readonly loss: number;
  readonly lossError: number;
  /** Sum of what the curve falls by, nats. */
  readonly total: number | null;
  readonly totalError: number | null;
  /** L times what it falls by in all, nats. */
  readonly mutual: number | null;
  readonly mutualError: number | null;
  /** Error of balanced sizes in L/4 steps, nats. */
  readonly uniform: number | null;
  readonly uniformError: number | null;
  /** What it has beyond {@linkcode shareOf} times `total`, nats. */
  readonly overTotal: number | null;
  readonly overTotalError: number | null;
  /** What it has beyond half as much of `mutual`, nats. */
  readonly overMutual: number | null;
  readonly overMutualError: number | null;
  /** What of it is saved by a plan that was made on other windows, nats. */
  readonly saved: number | null;
  readonly savedError: number | null;
}

/** A text, or the curve of one at one place. */
export interface Result extends Row, Whole {
  readonly part: "text" | "curve";
  /** The corpus. */
  readonly corpus: string;
  /** What is left of its order: an entry of {@linkcode orders}. */
  readonly order: string;
  /** Letters that are unmasked, L. */
  readonly length: number;
  /** How far apart they are, on average; what lies between is never revealed. */
  readonly apart: number;
  /** Windows measured. */
  readonly windows: number;
  /** Letters revealed, where it is the curve. */
  readonly revealed: number | null;
}

/** How much of its order a text has kept. */
export const orders = ["as written", "words shuffled", "letters shuffled"] as const;

/** Letters of a window. */
export const LENGTH = 64;

/** Letters that are unmasked where some are left out, so that they depend on each other less. */
export const FEW = 16;

/** How far apart those are, on average: letter i is at floor(i apart). */
export const APART = [1.5, 2, 3] as const;

/** Letters of a step, so that there are a quarter as many steps as letters. */
export const SIZE = 4;

/**
 * The error of balanced sizes as a share of the total correlation, where the curve is a straight line; of
 * the total token mutual information, which is twice that there, it is half as much.
 *
 *     sum_t s(s-1)/2 / sum_k k = (L/T - 1) / (L - 1),   s = L/T
 *
 * @param length Letters, L
 * @returns The share in L/4 steps
 */
export function shareOf(length: number): number {
  return (SIZE - 1) / (length - 1);
}

/** Corpora with a committed model. */
export const corpora: readonly string[] = [
  "brown-news",
  "brown-fiction",
  "moby-dick",
  "state-of-the-union",
  "mailing-lists",
];

/** Those of them whose twin with shuffled words has a model too. */
export const twins: readonly string[] = ["brown-news", "mailing-lists"];
