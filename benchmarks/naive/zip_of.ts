/**
 * A zip archive of one deflated file, with no check sum that anyone looks at.
 *
 * @param name Name of the file
 * @param packed Its deflated bytes
 * @returns The archive
 */
export function zipOf(name: string, packed: Uint8Array): Uint8Array {
  const title = new TextEncoder().encode(name);
  const common = [20, 0, 0, 0, 8, 0, ...new Array(8).fill(0), ...word(packed.length), ...word(1)];
  const local = [0x50, 0x4b, 3, 4, ...common, ...half(title.length), 0, 0, ...title];
  const directory = [
    ...[0x50, 0x4b, 1, 2, 20, 0],
    ...common,
    ...half(title.length),
    ...new Array(16).fill(0),
    ...title,
  ];
  const end = [
    ...[0x50, 0x4b, 5, 6, 0, 0, 0, 0, 1, 0, 1, 0],
    ...word(directory.length),
    ...word(local.length + packed.length),
    ...[0, 0],
  ];
  return Uint8Array.from([...local, ...packed, ...directory, ...end]);
}

const half = (value: number): number[] => [value & 255, (value >>> 8) & 255];
const word = (value: number): number[] => [...half(value), ...half(value >>> 16)];
