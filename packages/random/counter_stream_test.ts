import { deepStrictEqual, strictEqual, throws } from "node:assert/strict";
import { CounterStream, WordsAhead } from "./counter_stream.ts";
import { threefry2x32 } from "./threefry2x32.ts";

// testdata/stream_reference.py: the key of seed 7, "potts-chain:length=64", "unmasking order".
const key = { key0: 0xd8a0ce32, key1: 0xe799e491 };

function nearTheEnd(): CounterStream {
  return new CounterStream({ key, sample: 5, block: 2 ** 32 - 1, ahead: new WordsAhead() });
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

Deno.test("CounterStream gives every block once, in order, however many it computes ahead", () => {
  const stream = new CounterStream({ key, sample: 5, block: 100, ahead: new WordsAhead() });
  const block = new Uint32Array(2);
  for (let i = 0; i < 40; i++) {
    threefry2x32(key.key0, key.key1, 5, 100 + i, block);
    deepStrictEqual([stream.nextUint32(), stream.nextUint32()], [...block], `block ${i}`);
  }
});

Deno.test("streams that share their room and take turns give what each gives alone", () => {
  const ahead = new WordsAhead();
  const open = (sample: number, room: WordsAhead): CounterStream =>
    new CounterStream({ key, sample, block: 0, ahead: room });
  const together = [0, 1, 2].map((sample) => open(sample, ahead));
  const alone = [0, 1, 2].map((sample) => open(sample, new WordsAhead()));
  // Runs of 0 to 40 words, odd and even, so that turns end within a block and at its end.
  for (let turn = 0; turn < 200; turn++) {
    const n = (turn * 7 + Math.floor(turn / 3)) % 3;
    for (let word = 0; word < turn * 13 % 41; word++) {
      strictEqual(together[n]!.nextUint32(), alone[n]!.nextUint32(), `turn ${turn}`);
    }
  }
});
