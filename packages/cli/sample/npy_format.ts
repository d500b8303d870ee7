import type { SampleFormat } from "./sample_format.ts";

/** Tokens as numpy's `load` reads them, an array of `count` rows of `length` 32-bit integers. */
export const npyFormat: SampleFormat = {
  name: "npy",
  summary: "a numpy array of N rows",
  isBinary: true,
  async *pieces({ count, source: { length } }, draw): AsyncGenerator<Uint8Array, void, void> {
    let header: Uint8Array | undefined = npyHeader({ rows: count, columns: length });
    for await (const block of draw()) {
      if (header !== undefined) yield header;
      header = undefined;
      yield littleEndian(block);
    }
  },
};

/**
 * What stands before the numbers in a file of an array of 32-bit integers, row after row.
 *
 *     \x93NUMPY  1 0  <length of the rest, 2 bytes>  {'descr': '<i4', ..}  spaces  \n
 *
 * A whole number of 64 bytes, so that the numbers are aligned where the file is mapped into memory.
 *
 * @param shape `rows` and `columns`, up to 2^53 each
 * @returns The bytes, version 1.0 of the format
 * @see numpy.lib.format, "Format Version 1.0"
 */
export function npyHeader({ rows, columns }: { rows: number; columns: number }): Uint8Array {
  const facts = `{'descr': '<i4', 'fortran_order': False, 'shape': (${rows}, ${columns}), }`;
  const before = 10;
  const size = Math.ceil((before + facts.length + 1) / 64) * 64;
  const header = new Uint8Array(size).fill(0x20);
  header.set([0x93, ...new TextEncoder().encode("NUMPY"), 1, 0]);
  new DataView(header.buffer).setUint16(8, size - before, true);
  header.set(new TextEncoder().encode(facts), before);
  header[size - 1] = 0x0a;
  return header;
}

/** The tokens with the low byte first, whatever the machine's own order. */
function littleEndian(tokens: Int32Array): Uint8Array {
  const bytes = new Uint8Array(4 * tokens.length);
  const view = new DataView(bytes.buffer);
  tokens.forEach((token, i) => view.setInt32(4 * i, token, true));
  return bytes;
}
