import { ok, strictEqual } from "node:assert/strict";
import { splitCorpus, trainBytePairs } from "@unmask/language";
import { brownNews } from "./brown.ts";
import { readCorpus } from "./corpus_source.ts";

Deno.test("tokens trained on news hold more than three letters each in news that is held out", async () => {
  const decoder = new TextDecoder();
  const { train, test } = splitCorpus(await readCorpus(brownNews));
  const pairs = trainBytePairs(train.map(({ text }) => text), { size: 4096 });
  strictEqual(pairs.size, 4096);
  const first = Array.from({ length: 40 }, (_, i) => decoder.decode(pairs.bytesOf(256 + i)));
  ok(first.includes(" the"));
  for (const { text } of test) {
    const tokens = pairs.encode(text);
    strictEqual(pairs.decode(tokens), text);
    ok(tokens.length < text.length / 3, `${tokens.length} of ${text.length}`);
  }
  // Negative control: bytes alone.
  const bytes = trainBytePairs([], { size: 4096 });
  strictEqual(bytes.size, 256);
  ok(bytes.encode(test[0]!.text).length >= test[0]!.text.length);
});
