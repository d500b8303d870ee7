import { deepStrictEqual, ok, strictEqual } from "node:assert/strict";
import { type MemoryWorld, runInMemory } from "../memory_io.ts";
import { assertRefused } from "../refusals.ts";

/** The JSON answer of `error`. */
interface Document {
  sizes: number[];
  pathError: number;
  endpointError: number | null;
  bounds: { key: string; kind: string; applies: boolean; value: number; holds: boolean }[];
}

async function error(line: string, world: MemoryWorld = {}): Promise<Document> {
  const { status, output, errors } = await runInMemory(
    ["error", ...line.split(" "), "--json"],
    world,
  );
  strictEqual(errors, "");
  strictEqual(status, 0);
  const document = JSON.parse(output) as Document;
  deepStrictEqual(Object.keys(document), [
    "sizes",
    "pathError",
    "endpointError",
    "bounds",
    "signatures",
  ]);
  for (const row of document.bounds) {
    deepStrictEqual(Object.keys(row), ["key", "kind", "applies", "value", "holds"]);
  }
  return document;
}

function close(actual: number | null, expected: number): void {
  ok(actual !== null && Math.abs(actual - expected) <= 1e-12, `${actual} ${expected}`);
}

Deno.test("error agrees with 50-digit enumeration on a Potts chain (mpmath 1.3.0)", async () => {
  const source = "--source potts-chain:length=5,states=3,coupling=1.3";
  const cases: [string, number, number][] = [
    ["5", 0.819746172437042834942014670314, 0.819746172437042834942014670314],
    ["1,4", 0.426617042360040099075744769575, 0.237782054146227687251457780474],
    ["4,1", 0.519759600612408960170377927864, 0.393789981006078045664229314844],
    ["2,3", 0.286744129437158450274543329208, 0.1085857773538069914304235927],
    ["1,2,2", 0.135561666545481171046239708657, 0.0275296524830696286948005067136],
  ];
  for (const [sizes, path, endpoint] of cases) {
    const document = await error(`${source} --sizes ${sizes}`);
    deepStrictEqual(document.sizes, sizes.split(",").map(Number));
    close(document.pathError, path);
    close(document.endpointError, endpoint);
  }
});

Deno.test("error reads sizes in order of unmasking: 1,4 and 4,1 differ", async () => {
  const source = "--source potts-chain:length=5,states=3,coupling=1.3";
  const [one, other] = [
    await error(`${source} --sizes 1,4`),
    await error(`${source} --sizes 4,1`),
  ];
  ok(other.pathError > one.pathError + 0.09);
});

Deno.test("error agrees with 50-digit enumeration on a table and a Markov chain", async () => {
  // deno-fmt-ignore
  const weights = [674, 359, 0, 0, 0, 0, 708, 234, 678, 451, 0, 0, 0, 205, 0, 346, 818, 20, 840,
    522, 0, 434, 116, 995, 0, 0, 168, 907, 0, 0, 411, 685];
  const transitions = [[0.7, 0.2, 0.1], [0.1, 0.1, 0.8], [0.45, 0.5, 0.05]];
  const files = {
    table: JSON.stringify({ length: 5, states: 2, weights }),
    chain: JSON.stringify({ transitions }),
  };
  const table = await error("--source table:file=table --sizes 1,2,2", { files });
  close(table.pathError, 0.171625712326462375303657434058);
  close(table.endpointError, 0.0942619092950051680690098655916);
  const chain = await error("--source markov-chain:length=5,file=chain --sizes 3,2", { files });
  close(chain.pathError, 0.449848622762069936972855830568);
  close(chain.endpointError, 0.243850837760665587104945365496);
});

Deno.test("one shot on copies costs (L-1) ln K, and all ones cost nothing", async () => {
  const shot = await error("--source copies:length=4,states=2 --sizes 4");
  close(shot.pathError, 3 * Math.log(2));
  close(shot.endpointError, 3 * Math.log(2));
  const ones = await error("--source copies:length=4,states=2 --schedule uniform --steps 4");
  strictEqual(ones.pathError, 0);
  close(ones.endpointError, 0);
});

Deno.test("every upper bound holds, and says where it is not stated", async () => {
  const { bounds, pathError } = await error("--source copies:length=8,states=2 --sizes 1,6,1");
  ok(bounds.length >= 3);
  for (const row of bounds) {
    if (row.applies) ok(row.holds && row.value >= pathError * (1 - 1e-12), row.key);
    else deepStrictEqual([row.value, row.holds], [null, null]);
  }
  deepStrictEqual(
    bounds.filter((row) => !row.applies).map((row) => row.key),
    [
      "li-cai-corollary-1", // balanced schedules only
      "li-cai-theorem-2-lower", // no size below half of the largest one's power of two
      "average-size", // one constant size
      "tc-schedule", // floor(8 / zeta) = 1 first: then all sizes are
      "dtc-schedule",
      "austin", // the large set comes last
      "wainwright-geometric", // N = 1 would be below Lam = ln 21
      "fast-dllm", // one step
    ],
  );
  // MI = L ln K = 8 ln 2: (2^ceil(log2 6) - 1) / 8 * MI = 7 ln 2; (6 - 1) / 8 * MI = 5 ln 2.
  close(bounds.find((row) => row.key === "li-cai-theorem-1")!.value, 7 * Math.log(2));
  close(bounds.find((row) => row.key === "sharp-max")!.value, 5 * Math.log(2));
});

Deno.test("the bound on confident tokens is applied to one shot at a law, and holds", async () => {
  // Two bits that agree but for a hundredth: p = 0.97, 0.01, 0.01, 0.01, each token in doubt by 0.02.
  const files = {
    t: '{"length": 2, "states": 2, "weights": [97, 1, 1, 1]}',
    c: "[0.5, 0.4]",
  };
  const rowOf = async (line: string): Promise<unknown> =>
    (await error(line, { files })).bounds.find(({ key }) => key === "fast-dllm");
  const { pathError, bounds } = await error("--source table:file=t --sizes 2", { files });
  const row = bounds.find(({ key }) => key === "fast-dllm")!;
  // (L - 1)(h_b(0.02) + 0.02 ln(K - 1)), the second term 0.
  close(row.value, -0.02 * Math.log(0.02) - 0.98 * Math.log(0.98));
  deepStrictEqual([row.applies, row.holds], [true, true]);
  ok(pathError > 0 && pathError < row.value);
  const none = { key: "fast-dllm", kind: "upper", applies: false, value: null, holds: null };
  deepStrictEqual(await rowOf("--source table:file=t --sizes 1,1"), none);
  deepStrictEqual(await rowOf("--source curve:file=c --sizes 2"), none);
});

Deno.test("error takes a named schedule", async () => {
  const { sizes } = await error(
    "--source copies:length=15,states=2 --schedule geometric --steps 4",
  );
  deepStrictEqual(sizes, [1, 2, 4, 8]);
});

Deno.test("the endpoint error is null where it is unknown or too large to enumerate", async () => {
  const files = { c: "[1, 0.5, 0.25]" };
  const known = await error("--source curve:file=c --sizes 2,1", { files });
  strictEqual(known.endpointError, null);
  strictEqual(known.pathError, 0.5);
  const large = await error("--source copies:length=4194304,states=2 --sizes 4194304");
  strictEqual(large.endpointError, null);
});

Deno.test("error says where a bound was not checked: its witness is too dear to find", async () => {
  const line = "error --source copies:length=65536,states=2 --sizes 65536";
  const { output } = await runInMemory(line.split(" "));
  ok(/Theorem 2, lower +lower +[\d.]+ +not checked\n/.test(output), output);
});

Deno.test("error refuses sizes and schedules that are none", async () => {
  const line = (rest: string): string[] => [
    ..."error --source copies:length=8,states=2".split(" "),
    ...rest.split(" ").filter((word) => word !== ""),
  ];
  await assertRefused([
    [line(""), /schedule must be given as --sizes .*or as --schedule NAME and --steps T, got none/],
    [line("--steps 2"), /got --steps$/m],
    [line("--schedule uniform"), /got --schedule$/m],
    [line("--sizes 8 --schedule uniform --steps 1"), /got --sizes and --schedule and --steps/],
    [line("--sizes 8 --steps 1"), /got --sizes and --steps/],
    [line("--sizes 3,3,3"), /sum to the length 8, got 9/],
    [line("--sizes 3,3"), /sum to the length 8, got 6/],
    [line("--sizes 8,0"), /--sizes must be integers of at least 1.*got 8,0/],
    [line("--sizes 9,-1"), /--sizes must be integers/],
    [line("--sizes 4.0,4"), /--sizes must be integers/],
    [line("--sizes 4,"), /--sizes must be integers/],
    [line("--sizes="), /--sizes must be .*got ""/],
    [line("--sizes"), /--sizes must have a value/],
    [line("--schedule uniform --steps 9"), /at most the length 8, got 9/],
    [line("--schedule uniform --steps 0"), /--steps must be an integer of at least 1, got 0/],
    [line("--schedule uniform --steps 1e0"), /--steps must be an integer of at least 1, got 1e0/],
    [line("--schedule quadratic --steps 2"), /one of uniform, .*got quadratic/],
    [line("--error 2"), /got --error/],
  ]);
});

Deno.test("error prints both errors and every bound", async () => {
  const line = "error --source potts-chain:length=5,states=3,coupling=1.3 --sizes 2,3";
  const { output } = await runInMemory(line.split(" "));
  ok(/path error +0\.2867\n/.test(output), output);
  ok(/endpoint error +0\.1086\n/.test(output));
  ok(/2 iterations of sizes 2, 3\n/.test(output));
  ok(/Chen, Cong and Li, largest size +upper +[\d.]+ +yes\n/.test(output));
  ok(/Fast-dLLM, confident tokens +upper +- +not stated here\n/.test(output));
  for (const row of output.split("\n")) ok(row.length <= 80 && row === row.trimEnd(), row);
});

Deno.test("error --grid is the mean over random sizes: tied bits cost ln 2 a chance of meeting", async () => {
  const line = (grid: string): string[] => [
    ..."error --source copies:length=2,states=2 --json --grid".split(" "),
    grid,
  ];
  const { output } = await runInMemory(line("0, 0.25,0.5,1"));
  const document = JSON.parse(output);
  deepStrictEqual(Object.keys(document), ["grid", "pathError", "expectedSizes", "signatures"]);
  deepStrictEqual(document.grid, [0, 0.25, 0.5, 1]);
  deepStrictEqual(document.expectedSizes, [0.5, 0.5, 1]);
  // Both tokens fall into one step with probability 1/16 + 1/16 + 1/4.
  close(document.pathError, 3 / 8 * Math.LN2);
  const { output: page } = await runInMemory(line("0,1").filter((word) => word !== "--json"));
  ok(page.includes("Path error 0.6931 nats."), page);
});

Deno.test("error --grid refuses what is no grid, and sizes beside it", async () => {
  const line = (...rest: string[]): string[] => [
    ..."error --source copies:length=8,states=2 --grid".split(" "),
    ...rest,
  ];
  const grids = ["0", "1", "0,0.5", "0.1,1", "0,0.6,0.5,1", "0,NaN,1", "0,,1", "1,0", "0,2,1"];
  await assertRefused([
    ...grids.map((grid) =>
      [line(grid), /--grid must be decimal numbers from 0 to 1 that do not fall/] as const
    ),
    [line("0,1", "--sizes", "8"), /--grid must stand without .*, got --sizes/],
    [line("0,1", "--schedule", "cosine", "--steps", "2"), /got --schedule/],
    [line("0,1", "--steps", "2"), /got --steps/],
  ]);
});
