import type { Question } from "../question.ts";

/** What is drawn. */
export interface RenderingTask {
  /** A figure of points, a page of parts with a table each, or a table for a terminal. */
  readonly kind: "figure" | "page" | "table";
  /** Points, parts or rows; two at least. */
  readonly count: number;
}

/** What was drawn. */
export interface Rendering {
  /** What it had to be. */
  readonly task: RenderingTask;
  /** The text, copied when it is asked for. */
  text(): string;
}

/** A figure, page or table of numbers that are known. */
export const reportRendering: Question<RenderingTask, Rendering> = {
  name: "report-rendering",
  figures({ task: { kind, count }, text }): number[] {
    const marks = [...marksIn(text(), kind)];
    // As many figures whatever is missing: -1 stands for a mark that is not there.
    return [marks.length / 2, ...Array.from({ length: 2 * count }, (_, i) => marks[i] ?? -1)];
  },
};

/**
 * The number beside a mark: whole numbers that jump.
 *
 * @param index Number of the mark, from 0
 * @returns In [0, 100], 0 for the first one
 */
export function markHeight(index: number): number {
  return index * 37 % 101;
}

/** Where the numbers of a mark stand, without a parser of either language. */
const patterns = {
  figure: /<path transform="translate\(([\d.-]+),([\d.-]+)\)" d="M[\d.]+,0A/g,
  page: /<section class="part" id="part-(\d+)"[^]*?<td[^>]*>\d+<\/td>\s*<td[^>]*>(\d+)<\/td>/g,
  table: /^ *(\d+) +(\d+)$/gm,
};

/**
 * The numbers of all marks, in turn those to the right and those upwards. Pixels of a figure become
 * shares of the distance between the first and the last mark, or of the height of the highest.
 *
 * @param text What was drawn
 * @param kind What it is
 */
function* marksIn(text: string, kind: RenderingTask["kind"]): Generator<number> {
  const marks = [...text.matchAll(patterns[kind])].map(([, x, y]) => [Number(x), Number(y)]);
  const [left, bottom] = marks[0] ?? [NaN, NaN];
  const width = kind === "figure" ? (marks.at(-1)?.[0] ?? NaN) - left! : marks.length - 1;
  const top = marks.reduce((least, [, y]) => Math.min(least, y!), Infinity);
  const height = kind === "figure" ? top - bottom! : heights(marks.length);
  for (const [x, y] of marks) {
    yield kind === "figure" ? (x! - left!) / width : x! / width;
    yield kind === "figure" ? (y! - bottom!) / height : y! / height;
  }
}

/**
 * The greatest height of so many marks.
 *
 * @param count How many
 */
export function heights(count: number): number {
  let most = 0;
  for (let i = 0; i < count; i++) most = Math.max(most, markHeight(i));
  return most;
}
