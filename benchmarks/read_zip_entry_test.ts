import assert from "node:assert/strict";
import { deflateRawSync } from "node:zlib";
import { zipOf } from "./naive/zip_of.ts";
import { readZipEntry } from "./read_zip_entry.ts";

/** Archives of Python 3.11's zipfile, the first deflated, the second stored, the third of two files. */
const deflated = Uint8Array.fromBase64(
  "UEsDBBQAAAAIAAAAIVw+9LVPEQAAAPAAAAAKAAAAYmVuY2guanNvbqtWKk7OSM1NVLIyrK0eAWwAUEsBAhQDFAAAAAgA" +
    "AAAhXD70tU8RAAAA8AAAAAoAAAAAAAAAAAAAAIABAAAAAGJlbmNoLmpzb25QSwUGAAAAAAEAAQA4AAAAOQAAAAAA",
);
const stored = Uint8Array.fromBase64(
  "UEsDBBQAAAAAAAAAIVyMwfuJDAAAAAwAAAAKAAAAYmVuY2guanNvbnsic2NoZW1hIjoxfVBLAQIUAxQAAAAAAAAAIVyM" +
    "wfuJDAAAAAwAAAAKAAAAAAAAAAAAAACAAQAAAABiZW5jaC5qc29uUEsFBgAAAAABAAEAOAAAADQAAAAAAA==",
);
const two = Uint8Array.fromBase64(
  "UEsDBBQAAAAAAAAAIVxDv6ajAgAAAAIAAAAKAAAAYmVuY2guanNvbnt9UEsDBBQAAAAAAAAAIVwAAAAAAAAAAAAAAAABAAAA" +
    "eFBLAQIUAxQAAAAAAAAAIVxDv6ajAgAAAAIAAAAKAAAAAAAAAAAAAACAAQAAAABiZW5jaC5qc29uUEsBAhQDFAAAAAAAAAAh" +
    "XAAAAAAAAAAAAAAAAAEAAAAAAAAAAAAAAIABKgAAAHhQSwUGAAAAAAIAAgBnAAAASQAAAAAA",
);

const read = (archive: Uint8Array, limit = 1000): string =>
  new TextDecoder().decode(readZipEntry(archive, { name: "bench.json", limit }));

Deno.test("readZipEntry() reads what another tool packed, stored or deflated", () => {
  assert.equal(read(deflated), '{"schema":1}'.repeat(20));
  assert.equal(read(stored), '{"schema":1}');
});

Deno.test("readZipEntry() unpacks no more than the limit, whatever the archive claims", () => {
  const bomb = zipOf("bench.json", deflateRawSync(new Uint8Array(50_000_000)));
  assert.ok(bomb.length < 100_000);
  assert.throws(() => read(bomb), /of 1000 bytes at most/);
  assert.throws(() => read(stored, 11), /of 11 bytes at most/);
  assert.throws(() => read(deflated, 239), /of 239 bytes at most/);
});

Deno.test("readZipEntry() refuses a second file, another name and what is no archive", () => {
  assert.throws(() => read(two), /must hold one file/);
  const other = zipOf("../bench.json", deflateRawSync(new Uint8Array(3)));
  assert.throws(() => read(other), /its file must be bench\.json/);
  for (const text of ["", "PK", "no archive at all, but some bytes"]) {
    assert.throws(() => read(new TextEncoder().encode(text)), /must be a zip archive/);
  }
});

Deno.test("readZipEntry() ends in a refusal or in bytes for every changed or missing byte", () => {
  for (let i = 0; i < deflated.length; i++) {
    for (const value of [0, 1, 0x7f, 0xff]) {
      const changed = deflated.with(i, value);
      try {
        assert.ok(readZipEntry(changed, { name: "bench.json", limit: 1000 }).length <= 1000);
      } catch (error) {
        assert.match((error as Error).message, /^Cannot unpack: /);
      }
    }
    assert.throws(() => read(deflated.subarray(0, i)), /^RangeError: Cannot unpack: /);
  }
});
