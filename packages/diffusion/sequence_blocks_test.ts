import { deepStrictEqual, strictEqual } from "node:assert/strict";
import type { NearestNeighbourLaw } from "@unmask/information";
import { streamFamily } from "@unmask/random";
import { buildSource } from "@unmask/testing";
import { NeighbourSampler } from "./neighbour_sampler.ts";
import { blocksOf, sequenceBlocks } from "./sequence_blocks.ts";

Deno.test("blocksOf() covers every sample once, in blocks of about 2^16 tokens", () => {
  deepStrictEqual([...blocksOf(130, 1024)], [
    { first: 0, count: 64 },
    { first: 64, count: 64 },
    { first: 128, count: 2 },
  ]);
  deepStrictEqual([...blocksOf(64, 1024)], [{ first: 0, count: 64 }]);
  // A sample of more tokens is a block of its own.
  deepStrictEqual([...blocksOf(2, 2 ** 20)], [{ first: 0, count: 1 }, { first: 1, count: 1 }]);
});

Deno.test("sequenceBlocks() are the samples of a sampler, one stream each", () => {
  const law = buildSource({
    kind: "potts-chain",
    length: 2000,
    states: 3,
    coupling: -1,
  }) as unknown as NearestNeighbourLaw;
  const sampler = new NeighbourSampler(law);
  const sizes = [500, 1500];
  const streams = { seed: 3, cell: "blocks", purpose: "tokens" };
  const family = streamFamily(streams);
  let next = 0;
  for (const { first, count, tokens } of sequenceBlocks(law, { sizes, streams, count: 70 })) {
    strictEqual(first, next);
    for (let n = 0; n < count; n++) {
      deepStrictEqual(
        tokens.subarray(2000 * n, 2000 * (n + 1)),
        sampler.unmask({ sizes, stream: family.at(first + n) }),
      );
    }
    next += count;
  }
  strictEqual(next, 70);
});
