import { deepStrictEqual, throws } from "node:assert/strict";
import { CounterStream } from "./counter_stream.ts";

// testdata/stream_reference.py: the key of seed 7, "potts-chain:length=64", "unmasking order".
const key = { key0: 0xd8a0ce32, key1: 0xe799e491 };

function nearTheEnd(): CounterStream {
  return new CounterStream({ key, sample: 5, block: 2 ** 32 - 1, scratch: new Uint32Array(2) });
}

const message =
  "Cannot draw from the stream of sample 5: blocks drawn must be at most 2^32, got 2^32 + 1";

Deno.test("CounterStream gives its last block, then refuses instead of starting again", () => {
  const stream = nearTheEnd();
  deepStrictEqual([stream.nextUint32(), stream.nextUint32()], [0x789e522f, 0x904e5fbb]);
  for (let again = 0; again < 2; again++) {
    throws(() => stream.nextUint32(), { name: "RangeError", message });
    throws(() => stream.nextDouble(), { name: "RangeError", message });
  }
});

Deno.test("CounterStream refuses a double of which only the first word is left", () => {
  const stream = nearTheEnd();
  stream.nextUint32();
  throws(() => stream.nextDouble(), { name: "RangeError", message });
});
