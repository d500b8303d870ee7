import { deepStrictEqual, ok, strictEqual } from "node:assert/strict";
import { runInMemory } from "../memory_io.ts";
import { assertRefused } from "../refusals.ts";

/** The JSON answer. */
interface Document {
  readonly value: number;
  readonly lowerBound: number;
  readonly schedules: readonly { readonly weight: number; readonly sizes: readonly number[] }[];
}

async function plan(line: string): Promise<Document> {
  const { output } = await runInMemory(["plan", ...line.split(" "), "--json"]);
  return JSON.parse(output);
}

Deno.test("plan --knowing has the values of the minimax reference", async () => {
  // 50-digit linear programs over all compositions, see convergence/testdata/minimax.json.
  for (
    const [knowing, deterministic, randomised] of [
      ["nothing-tc", 0.5, 0.27259761098234986],
      ["nothing-dtc", 5 / 7, 0.31656105173555293],
      ["nothing-mi", 1 / 6, 0.10482570666210077],
    ] as const
  ) {
    const line = `--knowing ${knowing} --length 12 --steps 4`;
    const one = await plan(line);
    strictEqual(one.value, deterministic);
    strictEqual(one.lowerBound, one.value);
    strictEqual(one.schedules.length, 1);
    strictEqual(one.schedules[0]!.weight, 1);
    const mixture = await plan(`${line} --randomised`);
    // The mixture is found in doubles.
    ok(Math.abs(mixture.value - randomised) < 1e-13);
    ok(mixture.lowerBound <= mixture.value && mixture.lowerBound > mixture.value - 1e-13);
    for (const { sizes } of [...one.schedules, ...mixture.schedules]) {
      strictEqual(sizes.length, 4);
      strictEqual(sizes.reduce((sum, size) => sum + size, 0), 12);
    }
  }
});

Deno.test("plan --knowing says what was asked beside the answer", async () => {
  const { output } = await runInMemory(
    "plan --knowing nothing-mi --length 8 --steps 8 --randomised --format json".split(" "),
  );
  deepStrictEqual(JSON.parse(output), {
    knowing: "nothing-mi",
    length: 8,
    steps: 8,
    randomised: true,
    value: 0,
    lowerBound: 0,
    dualityGap: 0,
    schedules: [{ weight: 1, sizes: [1, 1, 1, 1, 1, 1, 1, 1] }],
  });
});

Deno.test("plan --knowing prints a sentence and schedules within 80 columns", async () => {
  const print = async (line: string): Promise<string> => {
    const { output } = await runInMemory(["plan", "--knowing", ...line.split(" ")]);
    for (const row of output.split("\n")) ok(row.length <= 80 && row === row.trimEnd(), row);
    return output.replaceAll(/\s+/g, " ");
  };
  const mixture = await print("nothing-tc --length 12 --steps 4 --randomised");
  ok(mixture.includes("mean path error is at most 0.2726 times its total correlation."));
  ok(mixture.includes("5, 4, 2, 1 0.1819"));
  const one = await print("nothing-dtc --length 12 --steps 4");
  ok(one.includes("path error is at most 0.7143 times its dual total correlation."));
  ok(one.includes("1, 2, 3, 6"));
  const long = await print("nothing-mi --length 2000 --steps 600 --randomised");
  ok(/and \d+ lighter schedules, all with --json/.test(long));
  await print("nothing-tc --length 100000 --steps 900");
  await print("nothing-mi --length 1 --steps 1 --randomised");
});

Deno.test("plan --knowing refuses what belongs to a source, and questions that are not whole", async () => {
  const line = (text: string): string[] => ["plan", ...text.split(" ")];
  const asked = "--knowing nothing-tc --length 8 --steps 3";
  await assertRefused([
    [
      line(`${asked} --source copies:length=8,states=2`),
      /either for --source or --knowing .* both/,
    ],
    [line(`${asked} --error 1`), /the budget must be --steps T where --knowing is given/],
    [line(`${asked} --figure plan.svg`), /--figure must stand with --source/],
    [line(`${asked} --isotonic`), /--isotonic must stand with --source/],
    [line(`${asked} --blocks 2`), /--blocks must stand with --source/],
    [line(`${asked} --block-length 2`), /--block-length must stand with --source/],
    [line(`${asked} --format csv`), /--format must be json where --knowing is given, got csv/],
    [line("--knowing nothing-tc --steps 3"), /--length L must be given with --knowing, got none/],
    [line("--knowing nothing-tc --length 8"), /--steps T must be given with --knowing, got none/],
    [
      line("--knowing all --length 8 --steps 3"),
      /--knowing must be one of nothing-tc, nothing-dtc, nothing-mi, got all/,
    ],
    [
      line("--knowing nothing-tc --length 8 --steps 9"),
      /steps must be at most the length 8, got 9/,
    ],
    [line("--knowing nothing-tc --length 8 --steps 0"), /--steps must be .* at least 1, got 0/],
    [line("--knowing nothing-tc --length 0 --steps 1"), /--length must be .* at least 1, got 0/],
    [
      line("--knowing nothing-tc --length 50000 --steps 100 --randomised"),
      /length times steps must be at most 4194304, got 50000 x 100/,
    ],
    [line("--source copies:length=8,states=2 --steps 3 --randomised"), /--randomised must stand/],
    [line("--source copies:length=8,states=2 --steps 3 --length 8"), /--length must stand/],
    [line("--steps 3"), /--source KIND:KEY=VALUE,\.\. must be given, got none/],
  ]);
});
