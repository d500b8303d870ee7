import { deepStrictEqual, rejects, strictEqual } from "node:assert/strict";
import { readSafetensors, type TensorFile, writeSafetensors } from "./safetensors.ts";

const file: TensorFile = {
  metadata: { format: "test/1", note: "ü" },
  tensors: [
    { name: "a", type: "F32", shape: [2, 2], values: Float32Array.of(1, -2.5, 3e-20, 7) },
    { name: "b.c", type: "F16", shape: [3], values: Float32Array.of(1, 0.5, -65504) },
  ],
};

Deno.test("what was written is read", async () => {
  deepStrictEqual(await readSafetensors(await writeSafetensors(file)), file);
});

Deno.test("a file is laid out as the format says", async () => {
  const bytes = await writeSafetensors(file);
  const view = new DataView(bytes.buffer);
  const length = Number(view.getBigUint64(0, true));
  strictEqual(length % 8, 0);
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + length)));
  deepStrictEqual(header.a, { dtype: "F32", shape: [2, 2], data_offsets: [0, 16] });
  deepStrictEqual(header["b.c"], { dtype: "F16", shape: [3], data_offsets: [16, 22] });
  strictEqual(view.getFloat32(8 + length + 4, true), -2.5);
  // -65504, the least half, is 0xfbff.
  strictEqual(view.getUint16(8 + length + 20, true), 0xfbff);
  strictEqual(bytes.length, 8 + length + 22);
});

Deno.test("half precision rounds to nearest, ties to even", async () => {
  const values = Float32Array.of(1 + 2 ** -11, 1 + 3 * 2 ** -11, 0.1);
  const bytes = await writeSafetensors({
    metadata: {},
    tensors: [{ name: "x", type: "F16", shape: [3], values }],
  });
  const [read] = (await readSafetensors(bytes)).tensors;
  deepStrictEqual([...read!.values], [1, 1 + 2 ** -9, 0.0999755859375]);
});

Deno.test("damage anywhere is seen", async () => {
  const bytes = await writeSafetensors(file);
  const changed = bytes.with(bytes.length - 1, bytes.at(-1)! ^ 1);
  await rejects(readSafetensors(changed), {
    name: "ForeignFile",
    message: "a file whose checksum is wrong",
  });
  // In the header too: a 2 becomes a 3 in the sizes of a tensor, a note another note.
  const text = new TextDecoder("latin1").decode(bytes);
  for (const [place, by] of [[text.indexOf('"test/1"') + 6, 1], [text.indexOf("note") + 8, 1]]) {
    await rejects(readSafetensors(bytes.with(place!, bytes[place!]! ^ by!)), {
      message: "a file whose checksum is wrong",
    });
  }
  for (const cut of [bytes.length - 1, 200, 9]) {
    await rejects(readSafetensors(bytes.subarray(0, cut)), { message: "a file cut short" });
  }
  for (
    const foreign of [
      new Uint8Array(0),
      new Uint8Array(7),
      new TextEncoder().encode("#!/bin/sh\necho no\n"),
    ]
  ) {
    await rejects(readSafetensors(foreign), { message: "a file of another format" });
  }
});
