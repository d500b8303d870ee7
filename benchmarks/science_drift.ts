import type { ScienceUnit } from "./science_benchmark.ts";
import type { ScienceRecord } from "./science_record.ts";

/** Last digits of another machine's Math functions, as a share of a figure. */
const OTHER_MATH = 1e-9;

/**
 * The same for counts of operations: a comparison that rounding decides may take another branch, and
 * another version of the engine tells blocks apart differently.
 */
const OTHER_COUNTS = 0.02;

/** Nats that other Math functions leave of an error of 0. */
const OTHER_ZERO = 1e-12;

/**
 * Which figures differ between two records, each as one line.
 *
 * With the same Math functions figures are the same to the last bit; with others to
 * 1e-9 of their value, counts of operations to 2%.
 *
 * @param before What is committed
 * @param after What was computed
 * @returns Lines, empty where nothing drifted
 */
export function scienceDrift(before: ScienceRecord, after: ScienceRecord): string[] {
  if (before.schema !== after.schema) {
    return [`The schema was ${before.schema}, is now ${after.schema}`];
  }
  const exact = before.mathFingerprint === after.mathFingerprint;
  const old = figuresOf(before);
  const now = figuresOf(after);
  const lines: string[] = [];
  for (const [label, figure] of old) {
    const found = now.get(label);
    if (found === undefined) lines.push(`${label} is missing, was ${textOf(figure)}`);
    else if (!same(figure, found, exact)) {
      lines.push(`${label} was ${textOf(figure)}, is now ${textOf(found)}`);
    }
  }
  for (const [label, figure] of now) {
    if (!old.has(label)) lines.push(`${label} is new, ${textOf(figure)}`);
  }
  return lines;
}

/** A figure of a record. */
interface KeptFigure {
  readonly value: number;
  readonly unit: ScienceUnit;
}

function figuresOf({ benchmarks }: ScienceRecord): Map<string, KeptFigure> {
  return new Map(
    Object.entries(benchmarks).flatMap(([name, { figures }]) =>
      Object.entries(figures).flatMap(([unit, values]) =>
        Object.entries(values).map(([label, value]) =>
          [`${name}: ${label}`, { value, unit: unit as ScienceUnit }] as const
        )
      )
    ),
  );
}

function same(a: KeptFigure, b: KeptFigure, exact: boolean): boolean {
  if (a.unit !== b.unit) return false;
  if (exact) return a.value === b.value;
  const relative = a.unit === "operations" ? OTHER_COUNTS : OTHER_MATH;
  return Math.abs(a.value - b.value) <= relative * Math.abs(a.value) + OTHER_ZERO;
}

function textOf({ value, unit }: KeptFigure): string {
  return `${value} ${unit}`;
}
