import { deepStrictEqual, notDeepStrictEqual, rejects, throws } from "node:assert/strict";
import { streamFamily } from "@unmask/random";
import { assertClose } from "@unmask/testing";
import { meansOfSums, meanSubsetEntropies } from "./mean_subset_entropies.ts";
import { sumsInParts } from "./subset_parts.ts";
import { SubsetWorkers } from "./subset_workers.ts";

/** A law with zeros and a shape. */
function law(
  length: number,
  vocabularySize: number,
): { masses: Float64Array; shape: { length: number; vocabularySize: number } } {
  const stream = streamFamily({ seed: 47, cell: "workers", purpose: "weights" }).at(length);
  const weights = Float64Array.from(
    { length: vocabularySize ** length },
    () => Math.max(0, stream.nextDouble() - 0.2) ** 3,
  );
  const total = weights.reduce((sum, each) => sum + each, 0);
  return { masses: weights.map((each) => each / total), shape: { length, vocabularySize } };
}

async function withWorkers<Result>(
  count: number,
  use: (workers: SubsetWorkers) => Promise<Result>,
): Promise<Result> {
  const workers = new SubsetWorkers(count);
  try {
    return await use(workers);
  } finally {
    workers.end();
  }
}

const laws = [law(12, 2), law(1, 7), law(2, 2), law(7, 4), law(3, 27), law(9, 3)];

Deno.test("1, 2, 3 and 5 workers give the same bytes, and the means of one thread", async () => {
  const results: Float64Array[][] = [];
  for (const count of [1, 2, 3, 5]) {
    await withWorkers(count, async (workers) => {
      const means: Float64Array[] = [];
      // One after another: the workers stay warm from law to law.
      for (const { masses, shape } of laws) means.push(await workers.meanEntropies(masses, shape));
      results.push(means);
    });
  }
  for (const means of results) deepStrictEqual(means, results[0]);
  results[0]!.forEach((means, n) => {
    const { masses, shape } = laws[n]!;
    const alone = meanSubsetEntropies(masses, shape);
    // Twice the stated share: both are right to 3e-14.
    alone.forEach((mean, k) => assertClose(means[k]!, mean, { relative: 6e-14, absolute: 1e-15 }));
  });
  notDeepStrictEqual(results[0]![0], results[0]![5]);
});

Deno.test("one thread that works part by part gives the bytes of workers", async () => {
  await withWorkers(2, async (workers) => {
    // The other two have a mass above 1/2, and need `Math.log`.
    for (const { masses, shape } of [laws[0]!, laws[3]!, laws[4]!, laws[5]!]) {
      const means = meansOfSums(sumsInParts(masses, shape)!);
      deepStrictEqual(means, await workers.meanEntropies(masses, shape));
    }
  });
});

Deno.test("laws in shared memory, of which nothing is copied, have the same bytes and stay as they are", async () => {
  await withWorkers(2, async (workers) => {
    for (const { masses, shape } of laws) {
      const shared = new Float64Array(new SharedArrayBuffer(masses.byteLength + 8), 8);
      shared.set(masses);
      const means = await workers.meanEntropies(shared, shape);
      deepStrictEqual(means, await workers.meanEntropies(masses, shape));
      deepStrictEqual([...shared], [...masses]);
    }
  });
});

Deno.test("where there is no shared memory each worker has a copy, and the bytes are the same", async () => {
  await withWorkers(2, async (workers) => {
    for (const { masses, shape } of laws) {
      const means = await workers.meanEntropies(masses, shape);
      const property = Object.getOwnPropertyDescriptor(globalThis, "SharedArrayBuffer")!;
      // A page that is not cross-origin isolated has none.
      Reflect.deleteProperty(globalThis, "SharedArrayBuffer");
      try {
        deepStrictEqual(await workers.meanEntropies(masses, shape), means);
      } finally {
        Object.defineProperty(globalThis, "SharedArrayBuffer", property);
      }
    }
  });
});

Deno.test("a mass that needs Math.log is seen wherever it is, by whichever worker", async () => {
  await withWorkers(3, async (workers) => {
    const { masses, shape } = laws[3]!;
    // In pieces no mass may be above 1/2, as one of these is.
    for (const cell of [0, 1, 4 ** 6 - 1, 4 ** 6, 2 * 4 ** 6 + 1400, 4 ** 7 - 1]) {
      const certain = masses.map((mass, at) => (at === cell ? 1 : mass) / 2);
      certain[cell]! += 0.25;
      deepStrictEqual(
        await workers.meanEntropies(certain, shape),
        meanSubsetEntropies(certain, shape),
      );
    }
  });
});

Deno.test("workers leave laws that need Math.log to the thread that asks", async () => {
  const masses = new Float64Array(16).fill(1e-310);
  masses[3] = 1;
  const shape = { length: 4, vocabularySize: 2 };
  await withWorkers(1, async (workers) => {
    deepStrictEqual(await workers.meanEntropies(masses, shape), meanSubsetEntropies(masses, shape));
  });
});

Deno.test("a law that its owner changes while workers are at it is read as it was", async () => {
  const shape = { length: 12, vocabularySize: 2 };
  for (const most of [0.6, 0.4]) {
    // With a mass above 1/2 the thread that asks does it in the end.
    const masses = new Float64Array(2 ** 12).fill((1 - most) / (2 ** 12 - 1));
    masses[0] = most;
    await withWorkers(2, async (workers) => {
      const before = await workers.meanEntropies(masses, shape);
      const going = workers.meanEntropies(masses, shape);
      masses.fill(2 ** -12);
      deepStrictEqual(await going, before);
    });
  }
});

Deno.test("workers refuse what meanSubsetEntropies refuses, and go on", async () => {
  for (const count of [0, 1.5, NaN, 257]) {
    throws(() => new SubsetWorkers(count), {
      name: "RangeError",
      message: `Cannot start workers: their number must be an integer from 1 to 256, got ${count}`,
    });
  }
  await withWorkers(1, async (workers) => {
    await rejects(workers.meanEntropies(new Float64Array(3), { length: 2, vocabularySize: 2 }), {
      name: "RangeError",
      message: "Cannot compute all subset entropies: masses must be K^L = 2^2, got 3",
    });
    const { masses, shape } = laws[0]!;
    const first = workers.meanEntropies(masses, shape);
    await rejects(workers.meanEntropies(masses, shape), /these workers are at another law/);
    deepStrictEqual(await first, await workers.meanEntropies(masses, shape));
  });
});

Deno.test("ended workers refuse, with the name of one", async () => {
  const workers = new SubsetWorkers(2);
  const { masses, shape } = laws[0]!;
  const going = workers.meanEntropies(masses, shape);
  workers.end();
  await rejects(going, /worker [01] failed: it was ended/);
  await rejects(workers.meanEntropies(masses, shape), /worker 0 failed: it was ended/);
});
