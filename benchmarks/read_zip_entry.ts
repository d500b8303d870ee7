import { inflateRawSync } from "node:zlib";

/** Signatures of the two records that are read. */
const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;

/**
 * The one file in a zip archive that a stranger may have made.
 *
 * Nothing is written anywhere, and no more than `limit` bytes are ever unpacked, whatever sizes the
 * archive claims. Only the directory is believed, and only for where the file stands.
 *
 * @param archive The archive: one file, stored or deflated, without a comment behind it
 * @param options `name` of the file; `limit`, most bytes it may have
 * @returns Its bytes
 * @throws {RangeError} When the archive holds anything else, or more than that
 */
export function readZipEntry(
  archive: Uint8Array,
  { name, limit }: { name: string; limit: number },
): Uint8Array {
  const refuse = (rule: string): never => {
    throw new RangeError(`Cannot unpack: ${rule}`);
  };
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const end = archive.length - 22;
  if (!(end >= 0 && view.getUint32(end, true) === END_OF_DIRECTORY)) {
    return refuse("it must be a zip archive without a comment");
  }
  if (view.getUint16(end + 10, true) !== 1) return refuse("it must hold one file");
  const entry = view.getUint32(end + 16, true);
  if (!(entry + 46 <= end && view.getUint32(entry, true) === DIRECTORY_ENTRY)) {
    return refuse("its directory must be whole");
  }
  const length = view.getUint16(entry + 28, true);
  const found = new TextDecoder().decode(archive.subarray(entry + 46, entry + 46 + length));
  if (found !== name) return refuse(`its file must be ${name}`);
  const method = view.getUint16(entry + 10, true);
  const size = view.getUint32(entry + 20, true);
  const local = view.getUint32(entry + 42, true);
  if (!(local + 30 <= end)) return refuse("its directory must be whole");
  // The local header is as long as its own name and extra field, which may differ.
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (!(start + size <= entry)) return refuse("its file must be whole");
  const packed = archive.subarray(start, start + size);
  if (method === 0 && size <= limit) return packed;
  if (method !== 8) return refuse(`its file must be stored or deflated, of ${limit} bytes at most`);
  try {
    return inflateRawSync(packed, { maxOutputLength: limit });
  } catch {
    return refuse(`its file must be stored or deflated, of ${limit} bytes at most`);
  }
}
