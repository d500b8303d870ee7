import { deepStrictEqual, ok, rejects, strictEqual } from "node:assert/strict";
import type { World } from "../command.ts";
import { sampleBlocks, sequencesOf } from "./sample_blocks.ts";
import type { Sampling } from "./sampling.ts";

/** A sampling whose sequence `n` is all `n`, a token an iteration; `broken` fails in its second one. */
function numbered(count: number, length: number, broken?: number): Sampling {
  return {
    count,
    sizes: new Array(length).fill(1),
    source: { length },
    *steps(sample: number): Generator<unknown, Int32Array> {
      const state = new Int32Array(length).fill(sample);
      for (let iteration = 0; iteration < length; iteration++) {
        if (sample === broken && iteration === 1) throw new RangeError("Cannot use a prediction");
        yield { iteration, positions: Int32Array.of(iteration), state };
      }
      return state;
    },
  } as unknown as Sampling;
}

function world(step: number): { world: World; looks: () => number } {
  let time = 0;
  let looks = 0;
  return {
    looks: () => looks,
    world: {
      io: { now: () => time += step },
      messages: { show: () => {} },
      pause: () => Promise.resolve(void looks++),
    } as unknown as World,
  };
}

Deno.test("blocks hold every sequence once and in order, on fast and slow machines", async () => {
  for (const step of [0, 1, 30, 99, 1000]) {
    for (const [count, length] of [[1, 1], [1000, 7], [3, 40000], [70000, 1]] as const) {
      if (step > 30 && count > 1000) continue;
      const seen: number[] = [];
      for await (const block of sampleBlocks(numbered(count, length), world(step).world)) {
        ok(block.length > 0 && block.length <= Math.max(2 ** 16, length));
        for (const tokens of sequencesOf(block, length)) {
          strictEqual(tokens.length, length);
          ok(tokens.every((token) => token === tokens[0]));
          seen.push(tokens[0]!);
        }
      }
      deepStrictEqual(seen, Array.from({ length: count }, (_, n) => n));
    }
  }
});

Deno.test("what is drawn is handed on after a tenth of a second, and the world is looked at", async () => {
  // An iteration takes 20 ms, a sequence 60 ms.
  const slow = world(20);
  const sizes: number[] = [];
  for await (const block of sampleBlocks(numbered(50, 3), slow.world)) sizes.push(block.length / 3);
  ok(sizes.every((size) => size <= 3), sizes.join());
  ok(slow.looks() >= sizes.length - 1);
  // On a fast one there is nothing to hand on before the end, nor time to look but at the beginning.
  const fast = world(0);
  let blocks = 0;
  for await (const _ of sampleBlocks(numbered(50, 3), fast.world)) blocks++;
  deepStrictEqual([blocks, fast.looks()], [1, 1]);
});

Deno.test("an error within a sequence is not swallowed, and no part of the sequence is handed on", async () => {
  const blocks = sampleBlocks(numbered(9, 4, 0), world(1000).world);
  await rejects(blocks.next(), /Cannot use a prediction/);
  let seen = 0;
  await rejects(async () => {
    for await (const block of sampleBlocks(numbered(9, 4, 6), world(1000).world)) {
      seen += block.length / 4;
    }
  }, /Cannot use a prediction/);
  strictEqual(seen, 6);
});
