import { crc32 } from "node:zlib";

/** Bytes of a PNG before its first chunk. */
const SIGNATURE_SIZE = 8;

/** Bytes of a chunk beside its data: length, type and checksum. */
const FRAME_SIZE = 12;

/**
 * A PNG with a line of text in it, which no program draws.
 *
 * @param png Bytes of the picture
 * @param options `keyword` and `text`, both of ASCII
 * @returns The picture with one more `tEXt` chunk, the second of all
 * @see ISO/IEC 15948, section 11.3.4.3
 */
export function withPngText(
  png: Uint8Array,
  { keyword, text }: { keyword: string; text: string },
): Uint8Array {
  const named = new TextEncoder().encode(`tEXt${keyword}\0${text}`);
  const chunk = new Uint8Array(FRAME_SIZE - 4 + named.length);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, named.length - 4);
  chunk.set(named, 4);
  view.setUint32(4 + named.length, crc32(named));
  const [header] = chunks(png);
  const after = SIGNATURE_SIZE + FRAME_SIZE + header!.data.length;
  return new Uint8Array([...png.subarray(0, after), ...chunk, ...png.subarray(after)]);
}

/**
 * The text that {@linkcode withPngText} wrote into a PNG.
 *
 * @param png Bytes of the picture
 * @param keyword Its keyword
 * @returns The text, `undefined` where there is none
 */
export function pngText(png: Uint8Array, keyword: string): string | undefined {
  for (const { type, data } of chunks(png)) {
    if (type !== "tEXt") continue;
    const [key, text] = new TextDecoder().decode(data).split("\0");
    if (key === keyword) return text;
  }
  return undefined;
}

function* chunks(png: Uint8Array): Generator<{ type: string; data: Uint8Array }> {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  for (let at = SIGNATURE_SIZE; at < png.length;) {
    const size = view.getUint32(at);
    const type = new TextDecoder().decode(png.subarray(at + 4, at + 8));
    yield { type, data: png.subarray(at + 8, at + 8 + size) };
    at += FRAME_SIZE + size;
  }
}
