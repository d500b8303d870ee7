import { strictEqual, throws } from "node:assert/strict";
import type { Io } from "./io.ts";
import { FILE_LIMIT, readTextFile } from "./read_text_file.ts";

const holding = (bytes: Uint8Array): Io => ({ readFile: () => bytes } as Partial<Io> as Io);

Deno.test("readTextFile() drops a byte order mark and hashes the bytes as they are", () => {
  const file = readTextFile("a", holding(new Uint8Array([0xef, 0xbb, 0xbf, 0x61])));
  strictEqual(file.text, "a");
  // printf '\xef\xbb\xbfa' | sha256sum
  strictEqual(file.sha256, "1951c7860e968e742658b3af34e60741eb4aaf2a8d2ecc3993727016b12e81e8");
});

Deno.test("readTextFile() names the limit of a file that is too large", () => {
  const world = holding({ length: FILE_LIMIT + 1 } as Uint8Array);
  throws(() => readTextFile("a b", world), {
    name: "BadInput",
    message: 'Cannot read "a b": the file must have at most 268435456 bytes (256 MiB), got more',
  });
});

Deno.test("readTextFile() refuses UTF-16, with a mark and without", () => {
  const marked = new Uint8Array([0xff, 0xfe, 0x61, 0x00]);
  throws(() => readTextFile("a", holding(marked)), /must be UTF-8 text/);
  throws(() => readTextFile("a", holding(marked.subarray(2))), /zero byte at character 1/);
});

Deno.test("readTextFile() passes on why a file cannot be read", () => {
  const world = {
    readFile(): never {
      throw new Error("it is a directory");
    },
  } as Partial<Io> as Io;
  throws(() => readTextFile("a", world), { message: "Cannot read a: it is a directory" });
});
