import { deepStrictEqual, ok, strictEqual } from "node:assert/strict";
import { type MemoryWorld, runInMemory } from "../memory_io.ts";
import { assertRefused } from "../refusals.ts";

/** An estimate in a JSON answer. */
interface EstimateRecord {
  mean: number;
  standardError: number;
  draws: number;
}

/** The JSON answer of `error --policy`. */
interface Document {
  policy: string;
  sizes?: number[];
  pathError: number | null;
  endpointError: number | null;
  evaluations: number | null;
  estimates?: { pathError: EstimateRecord | null; evaluations: EstimateRecord };
  bestRandomPositions: { steps: number; pathError: number };
  changesLaw?: string;
  grid?: number[];
  blocks?: { length: number }[];
  sha256?: string;
  signatures: unknown[];
}

async function error(line: string, world: MemoryWorld = {}): Promise<Document> {
  const { status, output, errors } = await runInMemory(
    ["error", ...line.split(" "), "--json"],
    world,
  );
  strictEqual(errors, "");
  strictEqual(status, 0);
  return JSON.parse(output) as Document;
}

function close(actual: number | null | undefined, expected: number): void {
  ok(
    typeof actual === "number" && Math.abs(actual - expected) <= 1e-12,
    `${actual} against ${expected}`,
  );
}

const chain = "--source potts-chain:length=5,states=3,coupling=1.3";
const longChain = "--source potts-chain:length=64,states=3,coupling=1.3";

Deno.test("error --policy random is the sampler without a policy, by mpmath 1.3.0", async () => {
  const document = await error(`${chain} --policy random --sizes 1,4`);
  deepStrictEqual(document.sizes, [1, 4]);
  close(document.pathError, 0.426617042360040099075744769575);
  close(document.endpointError, 0.237782054146227687251457780474);
  strictEqual(document.evaluations, 2);
});

Deno.test("error --policy of one token an iteration, and of bisection on a chain, is exact", async () => {
  for (const [policy, evaluations] of [["autoregressive", 5], ["bisection", 3]] as const) {
    const document = await error(`${chain} --policy ${policy}`);
    close(document.pathError, 0);
    close(document.endpointError, 0);
    close(document.evaluations, evaluations);
  }
});

Deno.test("error --policy by scores of copies: one token, and then the rest is certain", async () => {
  const copies = "--source copies:length=6,states=2 --policy";
  const costs = {
    "entropy-bounded:gamma=0": [0, 2],
    "confidence-threshold:threshold=1": [0, 2],
    "confidence-factor:factor=0.5": [0, 2],
    "entropy-sum:threshold=0.7": [0, 2],
    // Two coins at once, then certainty: the second is the first's copy with probability 1/2.
    "entropy:count=2": [Math.LN2, 3],
    "margin:count=6": [5 * Math.LN2, 1],
  } as const;
  for (const [policy, [nats, evaluations]] of Object.entries(costs)) {
    const document = await error(`${copies} ${policy}`);
    close(document.pathError, nats);
    // The path is a function of the sequence, so the endpoint error is the same.
    close(document.endpointError, nats);
    strictEqual(document.evaluations, evaluations);
    strictEqual(document.bestRandomPositions.steps, evaluations);
  }
});

Deno.test("error --policy takes blocks, and sizes that fill them", async () => {
  // Copies: the first block in two halves costs as much as two coins; the second is certain.
  const copies = "--source copies:length=4,states=2 --block-length 2 --policy";
  close((await error(`${copies} random --sizes 2,2`)).pathError, Math.LN2);
  close((await error(`${copies} random --sizes 1,1,2`)).pathError, 0);
  close((await error(`${copies} random --schedule uniform --steps 2`)).pathError, Math.LN2);
  close((await error(`${copies} entropy-bounded:gamma=0`)).evaluations, 3);
});

Deno.test("error --policy on a long chain: what the curve determines is exact, the rest estimated", async () => {
  const random = await error(`${longChain} --policy random --schedule uniform --steps 8`);
  const plain = await error(`${longChain} --schedule uniform --steps 8`);
  strictEqual(random.pathError, plain.pathError);
  const grid = "0,0.25,0.5,1";
  const bernoulli = await error(`${longChain} --policy bernoulli --grid ${grid}`);
  strictEqual(bernoulli.pathError, (await error(`${longChain} --grid ${grid}`)).pathError);
  close(bernoulli.evaluations, 3 - 2 * 0.75 ** 64 - 0.5 ** 64);
  // Estimated, where it is exact too: the estimate holds it.
  const bisection = await error(`${longChain} --policy bisection --draws 20`);
  strictEqual(bisection.pathError, null);
  close(bisection.estimates!.pathError!.mean, 0);
  close(bisection.estimates!.evaluations.mean, 7);
  strictEqual(bisection.estimates!.evaluations.draws, 20);
});

Deno.test("error --policy randomised is the mean of its schedules", async () => {
  const mixture = { schedules: [{ weight: 0.25, sizes: [64] }, { weight: 0.75, sizes: [32, 32] }] };
  const files = { m: JSON.stringify(mixture) };
  const document = await error(`${longChain} --policy randomised:file=m`, { files });
  const one = await error(`${longChain} --sizes 64`);
  const two = await error(`${longChain} --sizes 32,32`);
  close(document.pathError, 0.25 * one.pathError! + 0.75 * two.pathError!);
  strictEqual(document.evaluations, 1.75);
});

Deno.test("error --policy remasking has no path error, and says that it changes the law", async () => {
  const line = `${chain} --policy remasking:cap=0.3 --grid 0,0.3,0.6,1`;
  const document = await error(line);
  strictEqual(document.pathError, null);
  ok(document.endpointError! > 0);
  ok(document.changesLaw!.includes("another law"));
  // Where nothing is masked again it is the grid.
  const none = await error(`${chain} --policy remasking:cap=0 --grid 0,0.3,0.6,1`);
  close(none.pathError, (await error(`${chain} --grid 0,0.3,0.6,1`)).pathError!);
});

Deno.test("error --policy says what the policy was made of", async () => {
  const files = { m: JSON.stringify({ schedules: [{ weight: 1, sizes: [2, 3] }] }) };
  const randomised = await error(`${chain} --policy randomised:file=m`, { files });
  // The SHA-256 by coreutils 9.1.
  strictEqual(
    randomised.sha256,
    "930c0775f37ce817827a8db5958c167334efdf1fad76a20bbe82d51c33d57cbe",
  );
  deepStrictEqual((await error(`${chain} --policy bernoulli --grid 0,0.5,1`)).grid, [0, 0.5, 1]);
  const halves = await error(`${chain} --policy random --sizes 1,2,2 --blocks 2`);
  deepStrictEqual([halves.sizes, halves.blocks], [[1, 2, 2], [{ length: 3 }, { length: 2 }]]);
  const family = await error(`${chain} --policy entropy --schedule uniform --steps 4 --blocks 2`);
  deepStrictEqual(family.sizes, [1, 2, 1, 1]);
  ok(!("blocks" in await error(`${chain} --policy bisection`)));
  deepStrictEqual(family.signatures, []);
  const { output } = await runInMemory(
    ["error", ...chain.split(" "), "--policy", "bisection", "--blocks", "2"],
  );
  ok(output.replaceAll(/\s+/g, " ").includes("chains, in 2 blocks from left to right"), output);
});

Deno.test("error --policy reads a file once, so that it can be standard input", async () => {
  const mixture = JSON.stringify({ schedules: [{ weight: 1, sizes: [60, 4] }] });
  for (
    const [policy, input] of [
      ["randomised:file=-", mixture],
      ["random --sizes-file -", "[60,4]"],
      ["random --blocks 2 --sizes-file -", "[32,32]"],
    ] as const
  ) {
    let reads = 0;
    const files = {
      get "-"(): string {
        reads++;
        return input;
      },
    };
    await error(`${longChain} --policy ${policy} --draws 2`, { files });
    strictEqual(reads, 1, policy);
  }
});

Deno.test("error prints an error that is rounding as 0, and keeps it in JSON", async () => {
  const { output } = await runInMemory(
    ["error", ...chain.split(" "), "--policy", "autoregressive"],
  );
  ok(
    /path error \(nats\) +0\n/.test(output) && /endpoint error \(nats\) +0\n/.test(output),
    output,
  );
  const long = await runInMemory(
    ["error", ...longChain.split(" "), "--policy", "bisection", "--draws", "20"],
  );
  ok(/path error \(nats\) +0 \+- 0\n/.test(long.output), long.output);
  // One that is small and no rounding stays: coupling 1e-6, errors of about its square.
  const weak = "--source potts-chain:length=5,states=3,coupling=0.000001";
  const shown = await runInMemory(
    ["error", ...weak.split(" "), "--policy", "random", "--sizes", "5"],
  );
  ok(/path error \(nats\) +\d\.\d\de-1\d\n/.test(shown.output), shown.output);
});

Deno.test("error --policy breaks ties far apart where that is asked for", async () => {
  // Far tokens of a chain depend on each other less than neighbours do.
  const weak = "--source potts-chain:length=8,states=2,coupling=0.5 --policy confidence:count=2";
  const near = await error(weak);
  const apart = await error(`${weak},ties=apart`);
  ok(apart.pathError! < near.pathError! / 2, `${apart.pathError} against ${near.pathError}`);
});

Deno.test("error --policy prints its cost within 80 columns", async () => {
  for (const source of [chain, longChain]) {
    const { output, status } = await runInMemory(
      ["error", ...source.split(" "), "--policy", "margin:count=2", "--draws", "2"],
    );
    strictEqual(status, 0);
    for (const line of output.split("\n")) ok(line.length <= 80, line);
    ok(/model evaluations +(3\.00|32\.00 \+- 0\.00)/.test(output), output);
  }
});

Deno.test("error --policy refuses what is no policy, or does not fit it", async () => {
  const cases: [string, RegExp][] = [
    [
      "--policy greedy",
      /Cannot read --policy: kind must be one of random, randomised, .*got greedy/,
    ],
    ["--policy entropy-bounded", /gamma must be given, as in entropy-bounded:gamma=\.\./],
    ["--policy entropy-bounded:gamma=-0.1", /gamma must be finite and at least 0, got -0\.1/],
    ["--policy entropy-bounded:gamma=NaN", /gamma must be a finite decimal number, got NaN/],
    ["--policy entropy-sum:threshold=-1", /threshold must be finite and at least 0, got -1/],
    ["--policy confidence-threshold:threshold=0", /above 0 and at most 1, got 0/],
    ["--policy confidence-threshold:threshold=1.1", /above 0 and at most 1, got 1\.1/],
    ["--policy confidence-factor:factor=0", /factor must be positive and finite, got 0/],
    ["--policy margin:count=0", /count must be an integer of at least 1, got 0/],
    ["--policy margin", /the policy margin must have count=\.\., or sizes/],
    ["--policy margin:count=2 --sizes 5", /must stand without sizes/],
    ["--policy random", /the schedule must be given/],
    ["--policy random --sizes 2,2", /must sum to the length 5, got 4/],
    ["--policy dilated --steps 2", /must stand without sizes, a schedule and steps/],
    ["--policy dilated:stride=2", /policy dilated: it must stand alone, got stride=2/],
    ["--policy dilated --grid 0,1", /must stand without --grid/],
    ["--policy random --grid 0,1", /must have sizes, got --grid, which bernoulli takes/],
    ["--policy confidence:count=2,ties=right", /ties must be left or apart, got right/],
    ["--policy bernoulli", /must have --grid FRACTIONS, got none/],
    ["--policy remasking:cap=2 --grid 0,1", /cap must be a decimal number from 0 to 1, got 2/],
    ["--policy bisection --blocks 6", /.*6/],
    [
      "--policy bisection --blocks 2 --block-length 2",
      /--blocks B or as --block-length N, got both/,
    ],
    ["--policy bisection --draws 1", /--draws must be an integer from 2 to 16777216, got 1/],
    ["--policy bisection --draws 16777217", /--draws must be an integer from 2 to 16777216/],
    ["--sizes 5 --draws 10", /--draws must stand with --policy/],
    ["--policy randomised:file=missing", /missing/],
  ];
  await assertRefused(
    cases.map(([line, words]) => [["error", ...chain.split(" "), ...line.split(" ")], words]),
  );
  await assertRefused(
    [[
      ["error", "--source", "curve:file=c", "--policy", "bisection"],
      /with --policy the source must be a law, got a curve/,
    ]],
    { files: { c: "[0.5,0.4]" } },
  );
  const mixtures: [string, RegExp][] = [
    ["{}", /schedules must be an? .*, got nothing/],
    ['{"schedules":[]}', /at least one schedule/],
    ['{"schedules":[{"weight":0.5,"sizes":[5]}]}', /sum to 1, got a sum of 0\.5/],
    ['{"schedules":[{"weight":1,"sizes":[4]}]}', /must sum to the length 5, got 4/],
  ];
  for (const [mixture, words] of mixtures) {
    await assertRefused(
      [[["error", ...chain.split(" "), "--policy", "randomised:file=m"], words]],
      { files: { m: mixture } },
    );
  }
});
