import { readFile, writeFile } from "node:fs/promises";

/** The figures that answers are held against, by workload and size. */
export type TrustedAnswers = ReadonlyMap<string, Float64Array>;

/**
 * The place of an answer.
 *
 * @param workload Name of the workload
 * @param size Size of it
 * @returns A key
 */
export function answerKey(workload: string, size: number): string {
  return `${workload} ${size}`;
}

/**
 * Writes answers for processes to come, bit for bit: one line that says where each begins, then all
 * numbers.
 *
 * @param file Path of the file
 * @param answers The answers
 */
export async function writeTrustedAnswers(file: string, answers: TrustedAnswers): Promise<void> {
  const head = JSON.stringify([...answers].map(([key, figures]) => [key, figures.length]));
  const bytes = [...answers.values()].map((figures) => new Uint8Array(figures.buffer));
  await writeFile(file, new Blob([`${head}\n`, ...bytes as Uint8Array<ArrayBuffer>[]]).stream());
}

/**
 * Reads what {@linkcode writeTrustedAnswers} wrote.
 *
 * @param file Path of the file
 * @returns The answers
 */
export async function readTrustedAnswers(file: string): Promise<TrustedAnswers> {
  const bytes = await readFile(file);
  const end = bytes.indexOf("\n");
  const head: [string, number][] = JSON.parse(bytes.subarray(0, end).toString("utf8"));
  // A copy, since numbers must begin at a multiple of eight bytes.
  const numbers = new Float64Array(new Uint8Array(bytes.subarray(end + 1)).buffer);
  let from = 0;
  return new Map(head.map(([key, length]) => {
    from += length;
    return [key, numbers.subarray(from - length, from)];
  }));
}
