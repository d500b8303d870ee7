import type { CorpusDocument } from "@unmask/language";

/**
 * The records of a FASTA file: lines that begin with `>` name what the lines after them spell.
 *
 * O(n). Spaces and line ends within a sequence are dropped; letters stay as they are.
 *
 * @param text Contents of the file
 * @returns A document for each record, named by the first word of its line; empty sequences too
 * @throws {RangeError} On a sequence before the first name
 */
export function fastaRecords(text: string): CorpusDocument[] {
  const [before, ...records] = text.split(/^>/m);
  if (!(before!.trim() === "")) {
    throw new RangeError(
      `Cannot read FASTA: the first line must begin with >, got ${
        JSON.stringify(before!.slice(0, 20))
      }`,
    );
  }
  return records.map((record) => {
    const end = record.search(/\r?\n|$/);
    return {
      name: record.slice(0, end).trim().split(/\s+/)[0]!,
      text: record.slice(end).replace(/\s+/g, ""),
    };
  });
}

/**
 * The text of a file compressed by gzip. O(n).
 *
 * @param file Its name for messages, and its bytes
 * @returns The text, by ASCII or UTF-8
 * @throws {RangeError} On bytes that are not whole gzip, or not text
 */
export async function gunzippedText(
  file: { name: string; bytes: Uint8Array<ArrayBuffer> },
): Promise<string> {
  const stream = new Blob([file.bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  try {
    const bytes = await new Response(stream).arrayBuffer();
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new RangeError(
      `Cannot read ${file.name}: the file must be text compressed by gzip, got ${file.bytes.length} other bytes`,
    );
  }
}
