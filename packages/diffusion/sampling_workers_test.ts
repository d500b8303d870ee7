import {
  deepStrictEqual,
  notDeepStrictEqual,
  ok,
  rejects,
  strictEqual,
  throws,
} from "node:assert/strict";
import type { EqualityTables, NearestNeighbourLaw, Source } from "@unmask/information";
import { streamFamily } from "@unmask/random";
import { buildSource } from "@unmask/testing";
import { exactPredictor } from "./mask_predictor.ts";
import { SamplingWorkers } from "./sampling_workers.ts";
import { type SamplingRun, type SequenceBlock, sequenceBlocks } from "./sequence_blocks.ts";
import { unmask } from "./unmask.ts";

type Chain = Source & NearestNeighbourLaw;

const potts = buildSource({
  kind: "potts-chain",
  length: 48,
  states: 5,
  coupling: 2,
}) as Chain;
const markov = buildSource({
  kind: "markov-chain",
  length: 40,
  transitions: [[0.7, 0.3], [0.2, 0.8]],
}) as Chain;

/** 17 blocks, the last one short. */
const run: SamplingRun = {
  sizes: [16, 16, 16],
  streams: { seed: 7, cell: "workers", purpose: "tokens" },
  count: 16 * 1365 + 11,
};

/** The tokens of a run; asserts that its blocks follow each other and are the library's to give away. */
async function gathered(
  blocks: AsyncIterable<SequenceBlock> | Iterable<SequenceBlock>,
  options: { run: SamplingRun; length: number },
): Promise<Int32Array> {
  const { run, length } = options;
  const all = new Int32Array(run.count * length);
  let next = 0;
  for await (const { first, count, tokens } of blocks) {
    strictEqual(first, next);
    strictEqual(tokens.length, count * length);
    all.set(tokens, first * length);
    tokens.fill(-1);
    next += count;
  }
  strictEqual(next, run.count);
  return all;
}

async function withWorkers<Result>(
  count: number,
  use: (workers: SamplingWorkers) => Promise<Result>,
): Promise<Result> {
  const workers = new SamplingWorkers(count);
  try {
    return await use(workers);
  } finally {
    workers.end();
  }
}

Deno.test("1, 2, 3 and 7 workers give the bytes of one thread, and those of unmask()", async () => {
  const options = { run, length: 48 };
  const alone = await gathered(sequenceBlocks(potts, run), options);
  const predictor = exactPredictor(potts);
  const streams = streamFamily(run.streams);
  for (const n of [0, 1364, 1365, run.count - 1]) {
    deepStrictEqual(
      alone.subarray(48 * n, 48 * (n + 1)),
      unmask(predictor, { sizes: run.sizes, stream: streams.at(n) }),
    );
  }
  for (const count of [1, 2, 3, 7]) {
    const together = await withWorkers(
      count,
      (workers) => gathered(workers.sample(potts, run), options),
    );
    deepStrictEqual(together, alone, `${count} workers`);
  }
});

Deno.test("warm workers go from run to run: other laws, other seeds, and a run that was left early", async () => {
  await withWorkers(2, async (workers) => {
    const seen: Int32Array[] = [];
    for (const seed of [0, 2 ** 32 - 1, 2 ** 53 - 1]) {
      for (const law of [potts, markov]) {
        const half = law.length / 2;
        const other: SamplingRun = {
          sizes: [half, half],
          streams: { ...run.streams, seed },
          count: 3000,
        };
        const options = { run: other, length: law.length };
        const tokens = await gathered(workers.sample(law, other), options);
        deepStrictEqual(tokens, await gathered(sequenceBlocks(law, other), options));
        for (const before of seen) notDeepStrictEqual(tokens.slice(0, 480), before);
        seen.push(tokens.slice(0, 480));
        for await (const _ of workers.sample(potts, run)) break;
      }
    }
  });
});

Deno.test("a run holds few blocks, however slowly they are taken", async () => {
  await withWorkers(2, async (workers) => {
    // 400 million samples, 80 GB: only what is asked for is drawn.
    const blocks = workers.sample(potts, { ...run, count: 4e8 });
    const first = await blocks.next();
    ok(!first.done && first.value.first === 0);
    await blocks.return();
  });
});

/** A law whose tables a worker refuses. */
const broken: NearestNeighbourLaw = {
  length: 48,
  vocabularySize: 5,
  neighbourTables(): EqualityTables {
    const tables = potts.neighbourTables() as EqualityTables;
    return { ...tables, same: tables.same.subarray(1) };
  },
};

/** Counts the workers that are started and ended while something runs. */
async function counted(use: () => Promise<void>): Promise<{ started: number; ended: number }> {
  const count = { started: 0, ended: 0 };
  const original = globalThis.Worker;
  globalThis.Worker = class extends original {
    #isEnded = false;
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      count.started++;
    }
    override terminate(): void {
      if (!this.#isEnded) count.ended++;
      this.#isEnded = true;
      super.terminate();
    }
  };
  try {
    await use();
  } finally {
    globalThis.Worker = original;
  }
  return count;
}

Deno.test("what goes wrong in a worker is told with its name, and ends all of them", async () => {
  const count = await counted(async () => {
    const workers = new SamplingWorkers(3);
    // A run before it, which must not be drawn from in its stead.
    for await (const _ of workers.sample(potts, run)) break;
    await rejects(gathered(workers.sample(broken, run), { run, length: 48 }), {
      name: "Error",
      message:
        /^Cannot sample: worker [012] failed: Cannot use a law's tables: each must have 48 entries, got 47$/,
    });
    await rejects(
      gathered(workers.sample(potts, run), { run, length: 48 }),
      /worker 0 failed: it was ended/,
    );
  });
  deepStrictEqual(count, { started: 3, ended: 3 });
});

Deno.test("a worker that dies is told with its name, and ends all of them", async () => {
  const count = await counted(async () => {
    const original = globalThis.Worker;
    let started = 0;
    globalThis.Worker = class extends original {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        const error = new ErrorEvent("error", { message: "out of memory", cancelable: true });
        if (started++ === 1) queueMicrotask(() => this.dispatchEvent(error));
      }
    };
    const workers = new SamplingWorkers(3);
    await rejects(
      gathered(workers.sample(potts, run), { run, length: 48 }),
      { name: "Error", message: "Cannot sample: worker 1 failed: out of memory" },
    );
  });
  deepStrictEqual(count, { started: 3, ended: 3 });
});

Deno.test("ending the workers ends the run", async () => {
  const workers = new SamplingWorkers(2);
  const blocks = workers.sample(potts, { ...run, count: 4e8 });
  await blocks.next();
  workers.end();
  // Blocks drawn already may still come.
  await rejects(async () => {
    for await (const _ of blocks);
  }, /worker [01] failed: it was ended/);
});

Deno.test("workers refuse bad runs on the spot, and go on", async () => {
  for (const count of [0, 1.5, NaN, 257]) {
    throws(() => new SamplingWorkers(count), {
      name: "RangeError",
      message: `Cannot start workers: their number must be an integer from 1 to 256, got ${count}`,
    });
  }
  const refusals: readonly [Partial<SamplingRun>, RegExp][] = [
    [{ sizes: [16, 16] }, /must sum to the length 48, got 32/],
    [
      { streams: { ...run.streams, seed: -1 } },
      /seed must be an integer in \[0, 2\^53 - 1\], got -1/,
    ],
    [{ streams: { ...run.streams, seed: 2 ** 53 } }, /seed must be an integer/],
    [{ count: 0 }, /count must be an integer from 1 to 2\^32, got 0/],
    [{ count: 2 ** 32 + 1 }, /count must be an integer from 1 to 2\^32, got 4294967297/],
    [{ count: NaN }, /count must be an integer from 1 to 2\^32, got NaN/],
  ];
  await withWorkers(1, async (workers) => {
    for (const [bad, message] of refusals) {
      const blocks = { ...run, ...bad };
      await rejects(workers.sample(potts, blocks).next(), { name: "RangeError", message });
      throws(() => sequenceBlocks(potts, blocks).next(), { name: "RangeError", message });
    }
    const going = workers.sample(potts, run);
    await going.next();
    await rejects(workers.sample(potts, run).next(), /these workers are in another run/);
    await going.return();
    for await (const { first } of workers.sample(potts, run)) {
      strictEqual(first, 0);
      break;
    }
  });
});
