/** What a figure counts. */
export type ScienceUnit = "nats" | "model evaluations" | "steps" | "ratio" | "operations";

/** What an outside reference says a figure is. */
export interface ExpectedFigure {
  /** The value, in the unit of the figure. */
  readonly value: number;
  /** Share of the value that rounding may take or give, 0 by default. */
  readonly relative?: number;
  /** The same in the unit of the figure, 0 by default. */
  readonly absolute?: number;
  /** Where the value comes from, a few words: never the program that is judged. */
  readonly from: string;
}

/** A number that is the same on every run. */
export interface ScienceFigure {
  /** What it is, unique in its benchmark. */
  readonly label: string;
  /** The number, finite. */
  readonly value: number;
  /** What it counts. */
  readonly unit: ScienceUnit;
  /** What an outside reference says, where there is one. */
  readonly expected?: ExpectedFigure;
  /** What theory says it is not below. */
  readonly atLeast?: number;
  /** What theory says it is not above. */
  readonly atMost?: number;
}

/**
 * Figures that do not depend on a clock: errors, optima, ratios, counts. Any that drifts from what is
 * committed was made by a change of the program.
 */
export interface ScienceBenchmark {
  /** Lower-case words with hyphens, unique; the file is named for it, with underscores. */
  readonly name: string;
  /** What is computed, a few words. */
  readonly title: string;
  /** Whether a thread computes the figures, which others need not wait for; not so by default. */
  readonly inThread?: boolean;
  /**
   * Computes the figures.
   *
   * @returns The figures, always in one order
   */
  figures(): readonly ScienceFigure[] | Promise<readonly ScienceFigure[]>;
}

/**
 * What is wrong with a figure by its own reference or theory.
 *
 * @param figure A figure
 * @returns One line; undefined where nothing is
 */
export function problemOf(figure: ScienceFigure): string | undefined {
  const { label, value, expected, atLeast = -Infinity, atMost = Infinity } = figure;
  if (!Number.isFinite(value)) return `${label} must be a finite number, got ${value}`;
  if (!(value >= atLeast)) return `${label} must be at least ${atLeast}, got ${value}`;
  if (!(value <= atMost)) return `${label} must be at most ${atMost}, got ${value}`;
  if (expected === undefined) return undefined;
  const { relative = 0, absolute = 0, from } = expected;
  const allowed = absolute + relative * Math.abs(expected.value);
  return Math.abs(value - expected.value) <= allowed
    ? undefined
    : `${label} must be ${expected.value} by ${from} (${allowed} allowed), got ${value}`;
}
