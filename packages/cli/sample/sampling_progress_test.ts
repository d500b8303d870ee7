import { deepStrictEqual, strictEqual } from "node:assert/strict";
import type { World } from "../command.ts";
import type { Sampling } from "./sampling.ts";
import { durationText, samplingProgress } from "./sampling_progress.ts";

interface Moment {
  readonly at: number;
  readonly samples: number;
  readonly iterations: number;
}

/** What is shown of a run that reports at some moments, in milliseconds. */
function shownAt(
  moments: readonly Moment[],
  { count, sizes, cost }: { count: number; sizes: number[]; cost?: (masked: number) => number },
): string[] {
  let time = 0;
  const shown: string[] = [];
  const length = sizes.reduce((sum, size) => sum + size, 0);
  const progress = samplingProgress(
    { count, sizes, source: { length, predictionCost: cost } } as unknown as Sampling,
    {
      io: { now: () => time },
      messages: { show: (text: string) => void shown.push(text) },
    } as unknown as World,
  );
  for (const { at, samples, iterations } of moments) {
    time = at;
    progress(samples, iterations);
  }
  return shown;
}

Deno.test("progress tells sequences, their rate, and the time left at that rate", () => {
  deepStrictEqual(
    shownAt([
      { at: 100, samples: 50, iterations: 1 },
      { at: 2000, samples: 1000, iterations: 1 },
      { at: 10000, samples: 25000, iterations: 1 },
    ], { count: 100000, sizes: [1, 1] }),
    [
      "sampling: 50 of 100,000 sequences, 500 a second",
      // 2 s for a hundredth of the work: 198 more.
      "sampling: 1000 of 100,000 sequences, 500 a second, 4 min left",
      "sampling: 25,000 of 100,000 sequences, 2500 a second, 30 s left",
    ],
  );
});

Deno.test("progress of slow sequences tells their iterations", () => {
  deepStrictEqual(
    shownAt([
      { at: 5000, samples: 0, iterations: 1 },
      { at: 10000, samples: 0, iterations: 2 },
    ], { count: 1, sizes: [1, 1, 1, 1] }),
    ["sampling: iteration 1 of 4, 15 s left", "sampling: iteration 2 of 4, 10 s left"],
  );
  deepStrictEqual(
    shownAt([{ at: 20000, samples: 1, iterations: 2 }], { count: 3, sizes: [1, 1, 1, 1] }),
    ["sampling: 1 of 3 sequences, iteration 2 of 4, 20 s left"],
  );
});

Deno.test("progress knows that later iterations cost less where they do", () => {
  // 4 + 3 + 2 + 1 operations: after two iterations seven tenths are done, in 7 s.
  deepStrictEqual(
    shownAt([{ at: 7000, samples: 0, iterations: 2 }], {
      count: 1,
      sizes: [1, 1, 1, 1],
      cost: (masked) => masked,
    }),
    ["sampling: iteration 2 of 4, 3 s left"],
  );
});

Deno.test("progress is shown four times a second and no more", () => {
  const moments = Array.from({ length: 1000 }, (_, i) => ({ at: i, samples: i, iterations: 1 }));
  strictEqual(shownAt(moments, { count: 2000, sizes: [1] }).length, 4);
});

Deno.test("durationText() takes the unit that is easy to read", () => {
  const cases: [number, string][] = [
    [0.2, "1 s"],
    [89, "89 s"],
    [90, "2 min"],
    [5399, "90 min"],
    [5400, "2 h"],
    [129599, "36 h"],
    [129600, "2 days"],
    [86400 * 20000, "20,000 days"],
  ];
  for (const [seconds, text] of cases) strictEqual(durationText(seconds), text);
});
