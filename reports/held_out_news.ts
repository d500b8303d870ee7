import { brownNews, readCorpus } from "@unmask/corpora";
import { letters, splitCorpus, windowsOf } from "@unmask/language";

/**
 * Windows of news that no model was trained on, spread evenly over the test documents, none overlapping.
 *
 * @param options `length` of a window in letters; `count` of windows
 * @returns Letters of each window
 * @throws {RangeError} When there are fewer windows
 */
export async function heldOutNews(
  { length, count }: { length: number; count: number },
): Promise<Int32Array[]> {
  const { test } = splitCorpus(await readCorpus(brownNews));
  const rows = windowsOf(test, { tokeniser: letters, length }).consecutive();
  const there = rows.length / length;
  if (!(count <= there)) {
    throw new RangeError(`Cannot take windows: there must be ${count}, got ${there}`);
  }
  return Array.from({ length: count }, (_, n) => {
    const from = length * Math.floor(n * there / count);
    return rows.slice(from, from + length);
  });
}
