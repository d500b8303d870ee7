/** A tensor of a file: its name, type, sizes and numbers. */
export interface StoredTensor {
  /** Its name. */
  readonly name: string;
  /** Half or single precision. */
  readonly type: "F16" | "F32";
  /** Its sizes, row-major. */
  readonly shape: readonly number[];
  /** Its numbers. */
  readonly values: Float32Array<ArrayBuffer>;
}

/** What a safetensors file holds. */
export interface TensorFile {
  /** Facts about it: texts by name. */
  readonly metadata: Readonly<Record<string, string>>;
  /** Its tensors, in the order of the file. */
  readonly tensors: readonly StoredTensor[];
}

/** A file that is not what it should be. */
export class ForeignFile extends Error {
  /** Tells it from other errors in a debugger. */
  override readonly name = "ForeignFile";
}

/** Most bytes of a header: the format's own limit is 100 MB, and a header of ours has a few thousand. */
const HEADER_LIMIT = 2 ** 24;

const bytesOf = { F16: 2, F32: 4 } as const;

/**
 * The bytes of a file in the format `safetensors`, which other tools read too:
 *
 *     u64 little-endian N | N bytes of JSON: { name: { dtype, shape, data_offsets }, "__metadata__" } | data
 *
 * Its metadata gets the SHA-256 of everything else as `sha256`, of the header without it and of the
 * data, so that a damaged or edited file is told from a good one. Numbers are rounded to nearest where a tensor is of half precision. O(bytes).
 *
 * @param file Metadata and tensors
 * @returns The bytes
 * @throws {RangeError} On a tensor whose numbers are not as many as its sizes say
 * @see https://huggingface.co/docs/safetensors
 */
export async function writeSafetensors(file: TensorFile): Promise<Uint8Array<ArrayBuffer>> {
  const header: Record<string, unknown> = {};
  let end = 0;
  const places = file.tensors.map(({ name, type, shape, values }) => {
    const count = shape.reduce((product, size) => product * size, 1);
    if (values.length !== count) {
      throw new RangeError(
        `Cannot store a tensor: ${name} must have ${count} numbers, got ${values.length}`,
      );
    }
    const start = end;
    end += bytesOf[type] * values.length;
    header[name] = { dtype: type, shape, data_offsets: [start, end] };
    return start;
  });
  const data = new Uint8Array(end);
  const view = new DataView(data.buffer);
  file.tensors.forEach(({ type, values }, i) => {
    const start = places[i]!;
    for (let n = 0; n < values.length; n++) {
      if (type === "F16") view.setFloat16(start + 2 * n, values[n]!, true);
      else view.setFloat32(start + 4 * n, values[n]!, true);
    }
  });
  const metadata = { ...file.metadata };
  const sum = await sha256(JSON.stringify({ ...header, __metadata__: metadata }), data);
  header["__metadata__"] = { ...metadata, sha256: sum };
  const text = new TextEncoder().encode(JSON.stringify(header));
  // Data begin at a multiple of 8, spaces filling the gap.
  const length = Math.ceil(text.length / 8) * 8;
  const bytes = new Uint8Array(8 + length + end).fill(0x20, 8, 8 + length);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(length), true);
  bytes.set(text, 8);
  bytes.set(data, 8 + length);
  return bytes;
}

/**
 * Reads a file of the format `safetensors` that {@linkcode writeSafetensors} wrote.
 *
 * @param bytes Its bytes
 * @returns Metadata, without `sha256`, and tensors
 * @throws {ForeignFile} On bytes of another format, a file cut short, or data whose checksum is
 *   another; the message says which, to follow "got"
 */
export async function readSafetensors(bytes: Uint8Array): Promise<TensorFile> {
  const { header, data } = parts(bytes);
  const { __metadata__: facts, ...entries } = header;
  if (!isRecord(facts) || !Object.values(facts).every((fact) => typeof fact === "string")) {
    throw new ForeignFile("a file without metadata");
  }
  const { sha256: expected, ...metadata } = facts as Record<string, string>;
  const tensors = Object.entries(entries).map(([name, entry]) => tensorOf(name, entry, data));
  const unsigned = JSON.stringify({ ...entries, __metadata__: metadata });
  if (expected !== await sha256(unsigned, data)) {
    throw new ForeignFile("a file whose checksum is wrong");
  }
  return { metadata, tensors };
}

function parts(bytes: Uint8Array): { header: Record<string, unknown>; data: Uint8Array } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = bytes.length < 8 ? NaN : Number(view.getBigUint64(0, true));
  if (!(length <= HEADER_LIMIT)) throw new ForeignFile("a file of another format");
  if (bytes.length < 8 + length) throw new ForeignFile("a file cut short");
  try {
    const header: unknown = JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + length)));
    if (isRecord(header)) return { header, data: bytes.subarray(8 + length) };
  } catch {
    // No JSON: said below.
  }
  throw new ForeignFile("a file of another format");
}

function tensorOf(name: string, entry: unknown, data: Uint8Array): StoredTensor {
  if (!isRecord(entry)) throw new ForeignFile(`a file whose tensor ${name} is not described`);
  const { dtype, shape, data_offsets: place } = entry;
  if (dtype !== "F16" && dtype !== "F32") {
    throw new ForeignFile(`a file whose tensor ${name} has type ${JSON.stringify(dtype)}`);
  }
  if (!isNumbers(shape) || !isNumbers(place)) {
    throw new ForeignFile(`a file whose tensor ${name} is not described`);
  }
  const [start, end] = place as [number, number];
  const count = shape.reduce((product, size) => product * size, 1);
  if (end - start !== count * bytesOf[dtype]) {
    throw new ForeignFile(`a file whose tensor ${name} is not described`);
  }
  if (end > data.length) throw new ForeignFile("a file cut short");
  const view = new DataView(data.buffer, data.byteOffset + start, end - start);
  const values = new Float32Array(count);
  for (let n = 0; n < count; n++) {
    values[n] = dtype === "F16" ? view.getFloat16(2 * n, true) : view.getFloat32(4 * n, true);
  }
  return { name, type: dtype, shape, values };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isNumbers(value: unknown): value is number[] {
  return Array.isArray(value) && value.every((entry) => Number.isSafeInteger(entry) && entry >= 0);
}

/** The hash of a header without its hash, and of the data. */
async function sha256(header: string, data: Uint8Array): Promise<string> {
  const text = new TextEncoder().encode(header);
  const all = new Uint8Array(text.length + data.length);
  all.set(text);
  all.set(data, text.length);
  return new Uint8Array(await crypto.subtle.digest("SHA-256", all)).toHex();
}
