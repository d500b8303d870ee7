import { mathFingerprint } from "@unmask/reporting";
import { readdir } from "node:fs/promises";
import { problemOf, type ScienceBenchmark, type ScienceUnit } from "./science_benchmark.ts";

/** Version of {@linkcode ScienceRecord}. */
export const SCIENCE_SCHEMA = 1;

/** One benchmark as it is kept. */
export interface RecordedScience {
  /** Its title. */
  readonly title: string;
  /** How many of its figures were held against a reference or a bound of theory, and agreed. */
  readonly checked: number;
  /** Its figures: by what they count, then by their labels, in the order in which they are told. */
  readonly figures: Readonly<Partial<Record<ScienceUnit, Readonly<Record<string, number>>>>>;
}

/**
 * All figures of the science benchmarks. No date, commit or machine: two runs of one program give the
 * same bytes.
 */
export interface ScienceRecord {
  /** Version of this form, {@linkcode SCIENCE_SCHEMA}. */
  readonly schema: number;
  /** Fingerprint of the Math functions: with another one, last digits differ. */
  readonly mathFingerprint: string;
  /** The benchmarks by their names, in the order of their files. */
  readonly benchmarks: Readonly<Record<string, RecordedScience>>;
}

/**
 * Every benchmark of `science/`, found by looking: a new file is all that a new one takes.
 *
 * @returns The benchmarks, in the order of the file names
 * @throws {TypeError} When a file there does not export `science`, or is not named for it
 */
export async function loadScience(): Promise<ScienceBenchmark[]> {
  const base = new URL("./science/", import.meta.url);
  const files = (await readdir(base)).filter((file) => file.endsWith(".ts")).sort();
  return await Promise.all(files.map(async (file) => {
    const { science } = await import(new URL(file, base).href);
    const named = science?.name === file.slice(0, -".ts".length).replaceAll("_", "-");
    if (!named) {
      throw new TypeError(
        `Cannot load benchmarks/science/${file}: it must export \`science\`, named for the file, got ${science?.name}`,
      );
    }
    return science as ScienceBenchmark;
  }));
}

/**
 * Computes the figures of benchmarks, one after another while those in threads are under way, and
 * refuses what a reference or theory refuses.
 *
 * @param benchmarks The benchmarks
 * @param onBenchmark Called with the name of each before it is computed
 * @returns The record
 * @throws {RangeError} When a figure misses what is expected of it, or two have one label
 */
export async function computeScience(
  benchmarks: readonly ScienceBenchmark[],
  onBenchmark: (name: string) => void = () => {},
): Promise<ScienceRecord> {
  const recorded: Record<string, RecordedScience> = {};
  const begun = new Map(
    benchmarks.filter(({ inThread }) => inThread).map(({ name, figures }) => {
      const promised = Promise.resolve(figures());
      // What is wrong is told in its turn.
      promised.catch(() => {});
      return [name, promised];
    }),
  );
  for (const { name, title, figures } of benchmarks) {
    onBenchmark(name);
    const kept: Partial<Record<ScienceUnit, Record<string, number>>> = {};
    const labels = new Set<string>();
    let checked = 0;
    for (const figure of await (begun.get(name) ?? figures())) {
      const { label, value, unit, expected, atLeast, atMost } = figure;
      const problem = labels.has(label)
        ? `${label} must be told once, got it twice`
        : problemOf(figure);
      if (problem !== undefined) throw new RangeError(`Cannot record ${name}: ${problem}`);
      labels.add(label);
      if (expected !== undefined || atLeast !== undefined || atMost !== undefined) checked++;
      // Adding 0 turns -0 into 0, which JSON does not tell from it.
      (kept[unit] ??= {})[label] = value + 0;
    }
    recorded[name] = { title, checked, figures: kept };
  }
  return {
    schema: SCIENCE_SCHEMA,
    mathFingerprint: mathFingerprint(),
    benchmarks: recorded,
  };
}

/**
 * A record as text: one figure a line, so that a changed number shows as one changed line.
 *
 * @param record A record
 * @returns JSON as the formatter leaves it, every digit of a double kept
 */
export function scienceText(record: ScienceRecord): string {
  return `${JSON.stringify(record, null, 2)}\n`;
}
