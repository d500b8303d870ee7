import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { benchTree, onceOption } from "./bench_tree.ts";
import { madeRecord } from "./naive/made_record.ts";

/** What the first schema kept of a run of one round. */
const firstRecord = {
  ...madeRecord(),
  schema: 1,
  plan: { rounds: 1, time: 30, warmupTime: 10, samples: 1 },
  workloads: [{
    name: "made-up",
    times: [{
      engine: "closed form",
      size: 16,
      batch: 8,
      samples: 20,
      roundMedians: [7],
      median: 7,
    }],
  }],
};

/** A tree whose benchmarks know these options, and write this record if one of them is `record`. */
async function madeTree(options: readonly string[], record: object): Promise<string> {
  const tree = await mkdtemp(join(tmpdir(), "unmask-bench-tree-"));
  const known = Object.fromEntries(options.map((name) => [name, { type: "string" }]));
  const program = `
    import { writeFileSync } from "node:fs";
    import { parseArgs } from "node:util";
    try {
      const { values } = parseArgs({ options: ${JSON.stringify(known)} });
      if (Object.values(values).includes("0")) throw new RangeError("must be in [1, 99], got 0");
      if (values.filter !== "made") throw new RangeError("not asked");
      if (values.record) writeFileSync(values.record, ${JSON.stringify(JSON.stringify(record))});
    } catch (error) {
      console.error(error.message);
      Deno.exit(2);
    }`;
  await writeFile(join(tree, "bench.ts"), program);
  const tasks = { bench: "deno run --quiet --no-check --allow-write bench.ts" };
  await writeFile(join(tree, "deno.json"), JSON.stringify({ tasks }));
  return tree;
}

/** Whether trees of that kind are asked by that option, and the times that they give. */
async function asked(
  options: readonly string[],
  record: object = madeRecord({ processes: { 16: [7] } }),
): Promise<{ option: string | null; medians: number[] | null }> {
  const folder = await mkdtemp(join(tmpdir(), "unmask-bench-tree-"));
  const tree = await madeTree(options, record);
  try {
    const bench = benchTree(folder, ["--filter", "made"]);
    const found = await bench(tree);
    const times = found?.workloads.flatMap(({ times }) => times.flatMap((t) => t.processMedians));
    return { option: await onceOption(tree), medians: times ?? null };
  } finally {
    await rm(folder, { recursive: true });
    await rm(tree, { recursive: true });
  }
}

Deno.test("benchTree() runs today's benchmarks in one process", async () => {
  assert.deepEqual(await asked(["processes", "record", "filter"]), {
    option: "processes",
    medians: [7],
  });
});

Deno.test("benchTree() runs older benchmarks in one round, and reads their records", async () => {
  assert.deepEqual(await asked(["rounds", "record", "filter"], firstRecord), {
    option: "rounds",
    medians: [7],
  });
});

Deno.test("benchTree() has no record of benchmarks that cannot send one to a file, or fail", async () => {
  assert.deepEqual(await asked(["quick", "filter"]), { option: null, medians: null });
  // Knows no --filter, which is what fails.
  assert.deepEqual(await asked(["processes", "record"]), { option: "processes", medians: null });
});
