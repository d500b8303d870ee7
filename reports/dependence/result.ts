import type { Row } from "@unmask/reporting";

/** Numbers of a text and its model; null in the rows of the curve, but for the loss. */
export interface Whole {
  /** Mean loss of a letter, one at a time; in the rows of the curve, of a masked letter there. Nats. */
  readonly loss: number;
  readonly lossError: number;
  /** Sum of what the curve falls by, nats a window. */
  readonly total: number | null;
  readonly totalError: number | null;
  /** L times what it falls by in all, nats a window. */
  readonly mutual: number | null;
  readonly mutualError: number | null;
  /** Error of balanced sizes in L/4 steps, nats a window. */
  readonly uniform: number | null;
  readonly uniformError: number | null;
  /** What of it is beyond {@linkcode SHARE} times `total`, nats a window. */
  readonly residual: number | null;
  readonly residualError: number | null;
  /** What of it a plan saves that was made on the curve of other windows, nats a window. */
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
  /** Windows measured. */
  readonly windows: number;
  /** Letters revealed, where it is the curve. */
  readonly revealed: number | null;
}

/** How much of its order a text has kept. */
export const orders = ["as written", "words shuffled", "letters shuffled"] as const;

/** Letters of a window. */
export const LENGTH = 64;

/** Steps, a quarter of the letters. */
export const STEPS = LENGTH / 4;

/**
 * The error of balanced sizes as a share of the total correlation, where the curve is a straight line.
 *
 *     sum_t s(s-1)/2 / sum_k k = (L/T - 1) / (L - 1),   s = L/T
 */
export const SHARE = (LENGTH / STEPS - 1) / (LENGTH - 1);

/** Corpora with a committed model. */
export const corpora: readonly string[] = ["brown-news", "moby-dick", "mailing-lists"];

/** Those of them whose twin with shuffled words has a model too. */
export const twins: readonly string[] = [];
