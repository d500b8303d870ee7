import { deepStrictEqual, ok, strictEqual } from "node:assert/strict";
import { type MemoryWorld, runInMemory } from "../memory_io.ts";
import { assertRefused } from "../refusals.ts";

/** The JSON answer of `plan` with blocks. */
interface Document {
  steps: number;
  sizes: number[];
  pathError: number;
  exact: boolean;
  comparison: { schedule: string; sizes: number[]; pathError: number }[];
  blocks: { length: number; steps: number; sizes: number[]; pathError: number }[];
}

async function plan(line: string, world: MemoryWorld = {}): Promise<Document> {
  const { status, output, errors } = await runInMemory(
    ["plan", ...line.split(" "), "--json"],
    world,
  );
  strictEqual(errors, "");
  strictEqual(status, 0);
  const document = JSON.parse(output) as Document;
  const keys = ["steps", "sizes", "pathError", "exact", "comparison", "blocks"];
  deepStrictEqual(Object.keys(document), keys);
  deepStrictEqual(document.blocks.flatMap(({ sizes }) => sizes), document.sizes);
  strictEqual(document.sizes.length, document.steps);
  for (const { length, steps, sizes } of document.blocks) {
    strictEqual(sizes.length, steps);
    strictEqual(sizes.reduce((sum, size) => sum + size, 0), length);
  }
  for (const row of document.comparison) {
    deepStrictEqual(Object.keys(row), ["schedule", "sizes", "pathError"]);
    strictEqual(row.sizes.length, document.steps);
    if (row.schedule.startsWith("no-blocks")) continue;
    ok(document.pathError <= row.pathError + 1e-15, `${row.schedule} beats the plan`);
  }
  return document;
}

/** Four bits, the last two copies of the first two: nothing is shared inside a block of two. */
const farCopies = JSON.stringify({
  length: 4,
  states: 2,
  weights: Array.from({ length: 16 }, (_, cell) => cell >> 2 === (cell & 3) ? 1 : 0),
});

Deno.test("blocks win where tokens depend on those of an earlier block and not on their neighbours", async () => {
  const world = { files: { far: farCopies } };
  const document = await plan("--source table:file=far --steps 2 --blocks 2", world);
  deepStrictEqual(document.sizes, [2, 2]);
  ok(Math.abs(document.pathError) < 1e-15);
  // Random order: the two revealed first are a pair of copies in one of three cases, and so are the
  // two revealed last: 2/3 ln 2 in all, and no other two sizes do better.
  const whole = document.comparison.find((row) => row.schedule === "no-blocks-optimal")!;
  ok(Math.abs(whole.pathError - 2 / 3 * Math.LN2) < 1e-14, `${whole.pathError}`);
});

Deno.test("copies need one token in the first block alone, and one iteration in each other", async () => {
  const document = await plan("--source copies:length=12,states=3 --steps 5 --block-length 3");
  strictEqual(document.pathError, 0);
  strictEqual(document.blocks[0]!.sizes[0], 1);
  // The habit: 2, 1, 1, 1 iterations, hence 1,2 in the first block too.
  strictEqual(document.comparison[0]!.schedule, "even-split-uniform");
  strictEqual(document.comparison[0]!.pathError, 0);
});

Deno.test("--blocks puts the longer ones first, --block-length the shorter one last", async () => {
  const source = "--source potts-chain:length=11,states=3,coupling=1";
  const equal = await plan(`${source} --steps 6 --blocks 4`);
  deepStrictEqual(equal.blocks.map(({ length }) => length), [3, 3, 3, 2]);
  const fixed = await plan(`${source} --steps 6 --block-length 4`);
  deepStrictEqual(fixed.blocks.map(({ length }) => length), [4, 4, 3]);
  const all = await plan(`${source} --steps 11 --block-length 4`);
  strictEqual(all.pathError, 0);
});

Deno.test("one block is the plan without blocks", async () => {
  const source = "--source potts-chain:length=11,states=3,coupling=1 --steps 4";
  const document = await plan(`${source} --blocks 1`);
  const { output } = await runInMemory([..."plan --json".split(" "), ...source.split(" ")]);
  const whole = JSON.parse(output) as Document;
  deepStrictEqual(document.sizes, whole.sizes);
  strictEqual(document.pathError, whole.pathError);
});

Deno.test("--error takes the fewest iterations over all blocks within the budget", async () => {
  const source = "--source potts-chain:length=12,states=3,coupling=1.3 --blocks 3";
  const enough = await plan(`${source} --error 0.3`);
  ok(enough.pathError <= 0.3);
  const fewer = await plan(`${source} --steps ${enough.steps - 1}`);
  ok(fewer.pathError > 0.3);
});

Deno.test("blocks work for chains, texts and enumerated laws", async () => {
  const files = {
    t: "the cat sat on the mat",
    m: JSON.stringify({ transitions: [[0.9, 0.1], [0.2, 0.8]], initial: [0, 1] }),
  };
  for (
    const source of [
      "text:file=t,length=16",
      "markov-chain:file=m,length=16",
      "potts-ring:length=16,states=3,coupling=1",
      "reed-solomon:field=17,length=16,dimension=5",
      "parity:length=16,states=2",
    ]
  ) {
    const document = await plan(`--source ${source} --steps 9 --block-length 5`, { files });
    deepStrictEqual(document.blocks.map(({ length }) => length), [5, 5, 5, 1]);
  }
});

Deno.test("blocks that cannot be are refused in one line", async () => {
  const files = { c: "[2, 1, 1, 1]", far: farCopies };
  const potts = "plan --source potts-chain:length=8,states=2,coupling=1";
  const ring = "plan --source potts-ring:length=40,states=2,coupling=1";
  const curve = "plan --source curve:file=c --steps 2 --blocks 2";
  await assertRefused([
    [
      `${potts} --steps 4 --blocks 2 --block-length 4`.split(" "),
      /or as --block-length N, got both/,
    ],
    [
      `${potts} --steps 4 --blocks 9`.split(" "),
      /blocks must be an integer from 1 to the length 8, got 9/,
    ],
    [`${potts} --steps 4 --block-length 9`.split(" "), /the block length must be .*got 9/],
    [
      `${potts} --steps 4 --blocks 0`.split(" "),
      /--blocks must be an integer of at least 1, got 0/,
    ],
    [`${potts} --steps 3 --blocks 4`.split(" "), /at least one for each of 4 blocks, got 3/],
    [`${potts} --steps 9 --blocks 4`.split(" "), /at most the length 8, got 9/],
    [`${ring} --steps 4 --blocks 2`.split(" "), /must be at most 262144, got 2097152/],
    [`${potts} --steps 4 --blocks 2 --format mdlm`.split(" "), /as json, csv or llada, got mdlm/],
    [curve.split(" "), /the source must be a law, for a curve is a mean over all positions/],
  ], { files });
});

Deno.test("--format llada is a list for each block, csv the sizes of all of them", async () => {
  const line = "plan --source potts-chain:length=8,states=2,coupling=1 --steps 5 --blocks 2";
  const { blocks, sizes } = await plan(line.slice("plan ".length));
  const lists = JSON.stringify(blocks.map((block) => block.sizes));
  for (const format of ["--format llada", "--format llada --json"]) {
    strictEqual((await runInMemory(`${line} ${format}`.split(" "))).output, `${lists}\n`);
  }
  const csv = (await runInMemory(`${line} --format csv`.split(" "))).output;
  deepStrictEqual(csv.split("\n").slice(1, -1).map((row) => Number(row.split(",")[1])), sizes);
  const [json, whole] = await Promise.all(
    ["--format json", "--json"].map((format) => runInMemory(`${line} ${format}`.split(" "))),
  );
  strictEqual(json!.output, whole!.output);
});

Deno.test("plan with blocks prints each run of equal blocks once, what is gained and what blocks cost", async () => {
  const print = async (line: string): Promise<string> => {
    const { output } = await runInMemory(["plan", ...line.split(" ")]);
    for (const row of output.split("\n")) ok(row.length <= 80 && row === row.trimEnd(), row);
    return output;
  };
  const chain = await print(
    "--source potts-chain:length=64,states=4,coupling=2 --steps 20 --block-length 16",
  );
  ok(chain.includes("2 to 4"), chain);
  ok(/The plan saves \d+\.\d% of the error of as many uniform iterations/.test(chain), chain);
  // Four blocks: about four times the error, see reports/block-length.
  ok(
    /The blocks make [34]\.\d times the error of the best plan in random order/.test(chain),
    chain,
  );
  const none = await print("--source product:length=8,states=2 --steps 4 --blocks 2");
  ok(none.includes("Nothing to gain"), none);
  ok(none.includes("The blocks cost nothing"), none);
  await print("--source potts-chain:length=4096,states=4,coupling=3 --steps 512 --blocks 64");
});

Deno.test("the gain that is told is that over as many uniform iterations in every block", async () => {
  // Blocks of 6 and 5 tokens take 3 and 2 of 5 steps by habit, in sizes 2,2,2 and 2,3.
  const line = "--source potts-chain:length=11,states=3,coupling=3 --steps 5 --blocks 2";
  const { pathError, comparison } = await plan(line);
  const habit = comparison.find(({ schedule }) => schedule === "even-split-uniform")!;
  deepStrictEqual(habit.sizes, [2, 2, 2, 2, 3]);
  const { output } = await runInMemory(["plan", ...line.split(" ")]);
  const told = /saves (\d+\.\d)% of the error of as many/.exec(output.replaceAll(/\s+/g, " "))?.[1];
  strictEqual(told, (100 * (1 - pathError / habit.pathError)).toFixed(1));
});
