import { deepStrictEqual, match, ok, strictEqual } from "node:assert/strict";
import { type MemoryWorld, runInMemory } from "../memory_io.ts";
import { assertRefused } from "../refusals.ts";

/** The JSON answer of `plan`. */
interface Document {
  steps: number;
  sizes: number[];
  pathError: number;
  exact: boolean;
  comparison: { schedule: string; sizes: number[]; pathError: number; steps?: number }[];
}

const potts = "--source potts-chain:length=5,states=3,coupling=1.3";

async function plan(line: string, world: MemoryWorld = {}): Promise<Document> {
  const { status, output, errors } = await runInMemory(
    ["plan", ...line.split(" "), "--json"],
    world,
  );
  strictEqual(errors, "");
  strictEqual(status, 0);
  const document = JSON.parse(output) as Document;
  deepStrictEqual(Object.keys(document), ["steps", "sizes", "pathError", "exact", "comparison"]);
  strictEqual(document.exact, true);
  strictEqual(document.sizes.length, document.steps);
  for (const row of document.comparison) {
    const marked = row.sizes.length < document.steps;
    deepStrictEqual(Object.keys(row), [
      "schedule",
      "sizes",
      "pathError",
      ...(marked ? ["steps"] : []),
    ]);
    strictEqual(row.sizes.length, row.steps ?? document.steps);
    ok(document.pathError <= row.pathError + 1e-15, `${row.schedule} beats the plan`);
  }
  return document;
}

/** Optimal schedules by 50-digit enumeration (mpmath 1.3.0). */
const optimal: [sizes: number[], pathError: number][] = [
  [[5], 0.819746172437042834942014670314],
  [[2, 3], 0.286744129437158450274543329208],
  [[1, 2, 2], 0.135561666545481171046239708657],
  [[1, 1, 1, 2], 0.0561766013981037903267903368068],
  [[1, 1, 1, 1, 1], 0],
];

Deno.test("plan --steps finds the optimum of enumeration for every number of steps", async () => {
  for (const [sizes, pathError] of optimal) {
    const document = await plan(`${potts} --steps ${sizes.length}`);
    deepStrictEqual(document.sizes, sizes);
    ok(Math.abs(document.pathError - pathError) <= 1e-12);
  }
});

Deno.test("plan --error takes the fewest steps within the budget", async () => {
  const cases: [string, number][] = [["1", 1], ["0.82", 1], ["0.81", 2], ["0.28", 3], ["0.1", 4], [
    "1e-9",
    5,
  ], ["0", 5]];
  for (const [error, steps] of cases) {
    const document = await plan(`${potts} --error ${error}`);
    strictEqual(document.steps, steps, error);
    ok(document.pathError <= Number(error));
  }
});

/** The families in use, in the order of the table. */
const families = [
  ...["uniform", "linear", "cosine", "arccos", "square", "cubic", "sqrt", "log", "exponential"],
  ...["geometric", "dilated", "unbalanced", "front-loaded", "beta(1,1)"],
];

Deno.test("plan compares every family, the continuum and the schedules with a theorem", async () => {
  const { comparison } = await plan("--source copies:length=15,states=2 --steps 9");
  deepStrictEqual(
    comparison.map((row) => row.schedule),
    [...families, "continuum", "tc", "dtc", "geometric-grid"],
  );
  const sizes = (name: string): string =>
    comparison.find(({ schedule }) => schedule === name)!.sizes.join();
  // 15 (t/9)^2 = 0.19, 0.74, 1.67, 2.96, 4.63, 6.67, 9.07, 11.85
  strictEqual(sizes("square"), "1,1,1,1,1,2,2,3,3");
  // Copies need one token: the rest of the steps may follow at any time.
  strictEqual(comparison.find(({ schedule }) => schedule === "continuum")!.pathError, 0);
  // zeta = 4 takes 3 of 15, 3 of 12, 2 of 9, 1 of 7, .. in 10 steps; zeta = 3 takes a third of what is left.
  strictEqual(sizes("tc"), "5,3,2,1,1,1,1,1");
  strictEqual(sizes("dtc"), "1,1,1,1,1,2,3,5");
});

Deno.test("plan leaves out schedules of more steps, and marks those of fewer", async () => {
  const short = await plan("--source copies:length=15,states=2 --steps 2");
  deepStrictEqual(short.comparison.map((row) => row.schedule), [...families, "continuum"]);
  const { comparison } = await plan("--source copies:length=15,states=2 --steps 6");
  const marks = comparison.filter(({ steps }) => steps !== undefined);
  deepStrictEqual(marks.map(({ schedule, steps }) => [schedule, steps]), [["tc", 5], ["dtc", 5]]);
  // zeta = 2 halves what is left, rounded down: 7 of 15, 4 of 8, 2 of 4, 1 of 2, 1.
  deepStrictEqual(marks[0]!.sizes, [7, 4, 2, 1, 1]);
  const { output } = await runInMemory(
    "plan --source copies:length=15,states=2 --steps 6".split(" "),
  );
  ok(/^ {2}tc, 5 steps /m.test(output), output);
  // Tiny lengths, which the geometric grid is not defined for.
  for (const length of [1, 2]) {
    const { comparison } = await plan(
      `--source copies:length=${length},states=2 --steps ${length}`,
    );
    ok(comparison.every(({ pathError }) => pathError === 0));
  }
});

Deno.test("the plan of copies reveals one token first: all that follows is then known", async () => {
  const { sizes, pathError } = await plan("--source copies:length=9,states=3 --steps 2");
  deepStrictEqual(sizes, [1, 8]);
  strictEqual(pathError, 0);
});

Deno.test("plan works from a curve and from a text", async () => {
  const files = { c: "[2, 1, 1, 1]", t: "the cat sat on the mat" };
  const fromCurve = await plan("--source curve:file=c --steps 2", { files });
  deepStrictEqual([fromCurve.sizes, fromCurve.pathError], [[1, 3], 0]);
  const fromText = await plan("--source text:file=t,length=8 --steps 3", { files });
  strictEqual(fromText.sizes.reduce((sum, size) => sum + size, 0), 8);
});

Deno.test("plan --format csv lists iterations, sizes and revealed counts", async () => {
  const { output } = await runInMemory(`plan ${potts} --steps 3 --format csv`.split(" "));
  strictEqual(output, "iteration,size,revealed\n0,1,0\n1,2,1\n2,2,3\n");
});

Deno.test("plan --format json is plan --json", async () => {
  const line = `plan ${potts} --steps 3`.split(" ");
  const { output } = await runInMemory([...line, "--json"]);
  strictEqual((await runInMemory([...line, "--format", "json"])).output, output);
  strictEqual((await runInMemory([...line, "--format", "json", "--json"])).output, output);
});

Deno.test("plan --format llada is the list of sizes, and mdlm the grid of masked fractions", async () => {
  const line = `plan ${potts} --steps 3`.split(" ");
  // The optimum is 1,2,2 of 5 tokens, by enumeration: 5/5, 4/5, 2/5 and 0 of them are masked.
  const expected = { llada: "[1,2,2]\n", mdlm: "[1,0.8,0.4,0]\n" };
  for (const [format, text] of Object.entries(expected)) {
    strictEqual((await runInMemory([...line, "--format", format])).output, text);
    strictEqual((await runInMemory([...line, "--format", format, "--json"])).output, text);
  }
});

Deno.test("plan refuses budgets that are none", async () => {
  const line = (rest: string): string[] => [
    ..."plan --source copies:length=8,states=2".split(" "),
    ...rest.split(" ").filter((word) => word !== ""),
  ];
  await assertRefused([
    [line(""), /either --steps T or --error NATS, got none/],
    [line("--steps 2 --error 1"), /either --steps T or --error NATS, got both/],
    [line("--steps 9"), /at most the length 8, got 9/],
    [line("--steps 0"), /--steps must be an integer of at least 1, got 0/],
    [line("--steps -1"), /got -1/],
    [line("--steps 2.0"), /got 2\.0/],
    [line("--steps 1e1"), /got 1e1/],
    [line("--steps 0x2"), /got 0x2/],
    [line("--steps="), /got ""/],
    [line("--error -0.1"), /--error must be a finite decimal number of at least 0, got -0\.1/],
    [line("--error NaN"), /got NaN/],
    [line("--error Infinity"), /got Infinity/],
    [line("--steps 2 --format yaml"), /--format must be one of json, csv, llada, mdlm, got yaml/],
    [
      line("--steps 2 --format csv --json"),
      /one of json, llada, mdlm where --json is given, got csv/,
    ],
    [line("--sizes 8"), /got --sizes/],
  ]);
});

Deno.test("plan prints what is gained over uniform sizes and over the best family", async () => {
  const print = async (line: string): Promise<string> => {
    const { output } = await runInMemory(["plan", ...line.split(" ")]);
    for (const row of output.split("\n")) ok(row.length <= 80 && row === row.trimEnd(), row);
    return output;
  };
  // Uniform sizes of 5 in 3 steps are 1,2,2, the optimum itself; in 2 steps 2,3 too.
  ok((await print(`${potts} --steps 3`)).includes("uniform sizes are within 0.1%"));
  ok((await print(`${potts} --steps 5`)).includes("uniform sizes make no error either"));
  // Copies, 9 in 2: uniform is 4,5 and costs 3 ln 3, all of which the plan saves.
  const saved = await print("--source copies:length=9,states=3 --steps 2");
  ok(saved.includes("saves 100.0% of the error of uniform sizes"));
  // cubic is 1,8 too.
  ok(saved.includes("; cubic sizes make no error"), saved);
  ok(saved.includes("▁█") || saved.includes("█"), saved);
  // 512 bars do not fit: 76 do, of about 7 sizes each.
  const long = await print("--source potts-chain:length=4096,states=4,coupling=3 --steps 512");
  match(long, /^512 iterations, .* sizes in order of unmasking \(7 a bar\):$/m);
  match(long, /^ {2}[▁▂▃▄▅▆▇█]{76}$/m);
});
