import { deepStrictEqual, ok, strictEqual } from "node:assert/strict";
import { runInMemory } from "../memory_io.ts";
import { assertRefused, type Refusal } from "../refusals.ts";

const source = "--source potts-chain:length=8,states=3,coupling=1.3";

/** The sizes that `error` and `sample` find in a file. */
async function sizesIn(contents: string | Uint8Array, of = source): Promise<number[]> {
  const read = await Promise.all(["error", "sample"].map(async (command) => {
    const { status, output, errors } = await runInMemory(
      [command, ...of.split(" "), "--sizes-file", "f", "--json"],
      { files: { f: contents } },
    );
    deepStrictEqual([status, errors], [0, ""]);
    return (JSON.parse(output) as { sizes: number[] }).sizes;
  }));
  deepStrictEqual(read[0], read[1]);
  return read[0]!;
}

Deno.test("what plan hands over in any format, error and sample read back", async () => {
  const plan = async (...rest: string[]): Promise<string> =>
    (await runInMemory(["plan", ...source.split(" "), "--steps", "3", ...rest])).output;
  const answer = await plan("--json");
  const { sizes } = JSON.parse(answer) as { sizes: number[] };
  strictEqual(sizes.length, 3);
  deepStrictEqual(await sizesIn(answer), sizes);
  for (const format of ["json", "csv", "llada", "mdlm"]) {
    deepStrictEqual(await sizesIn(await plan("--format", format)), sizes, format);
  }
});

Deno.test("a file of sizes is told by its contents, whatever wrote it", async () => {
  const same = [
    "[3, 3, 2]",
    "\uFEFF [3,3,2]\r\n",
    "[[3, 3, 2]]", // a tensor of one sequence
    "[3, 0, 3, 2, 0]", // steps that transfer nothing
    "[1, 0.625, 0.25, 0]",
    "[1.0, 0.6250000238418579, 0.25, 0.0]", // single precision
    "[[1, 0.625, 0.25, 0]]",
    '{"sizes": [3, 3, 2], "model": "any"}',
    "size\r\n3\r\n3\r\n2\r\n",
  ];
  for (const text of same) deepStrictEqual(await sizesIn(text), [3, 3, 2], text);
  deepStrictEqual(await sizesIn("[1, 0]"), [8]);
  deepStrictEqual(await sizesIn("[8]"), [8]);
  const one = "--source copies:length=1,states=2";
  for (const text of ["[1]", "[1, 0]"]) deepStrictEqual(await sizesIn(text, one), [1]);
});

Deno.test("a schedule in a file is priced as the same sizes on the command line", async () => {
  const price = async (rest: string[], files: Record<string, string> = {}): Promise<string> =>
    (await runInMemory(["error", ...source.split(" "), ...rest, "--json"], { files })).output;
  const inFile = await price(["--sizes-file", "f"], { f: "[1, 0.875, 0.5, 0]" });
  strictEqual(inFile, await price(["--sizes", "1,3,4"]));
  ok(inFile !== await price(["--sizes", "4,3,1"]));
});

Deno.test("a file that holds no schedule is refused in one line that names it", async () => {
  const contents: readonly [string, RegExp][] = [
    ["", /the file must not be empty/],
    ["[3, 3", /must be JSON or CSV, got "\[3, 3"/],
    ["3,3,2", /must name the columns iteration,size,revealed, got 3,3,2/],
    ["null", /must name the columns .*got null/],
    ["{}", /an answer must have its sizes in an array, got none/],
    ['{"sizes": 3}', /in an array, got no array/],
    ['{"sizes": "3,3,2"}', /in an array, got no array/],
    ['{"sizes": [3, 3, 0, 2]}', /every size must be an integer of at least 1, got 0/],
    ["[]", /at least one token, got an empty list/],
    ["[0, 0]", /at least one token, got zeros only/],
    ['[3, "3", 2]', /every entry must be a number, got .*3.* at \[1\]/],
    ["[3, null, 2]", /every entry must be a number, got null at \[1\]/],
    ["[3, [3], 2]", /every entry must be a number, got \[3\] at \[1\]/],
    ["[[3, 3, 2], [3, 3, 2]]", /the list of one sequence, got 2/],
    ["[3, 3]", /sizes must sum to the length 8, got 6/],
    ["[3, 3, -1, 3]", /integer of at least 0, got -1 at \[2\]/],
    ["[3, 2.5, 2.5]", /integer of at least 0, got 2\.5 at \[1\]/],
    ["[1, 0.5, 0.00001]", /must end at 0, no token masked, got 0\.00001/],
    ["[0, 0.375, 0.75, 1]", /must start at 1, all tokens masked, got 0/],
    ["[1, 0.5, 0.5, 0]", /must decrease, got 0\.5 after 0\.5 at \[2\]/],
    ["[1, 0.7, 0.3, 0]", /masked tokens over the length 8, got 0\.7 at \[1\]: 5\.6 tokens/],
    ["iteration;size\n0;8\n", /with commas between them/],
    ["size\n3\n3\n", /sum to the length 8, got 6/],
    ["size\n3\n\u0000\n", /must be text, got a zero byte/],
  ];
  for (const command of ["error", "sample"]) {
    const line = [command, ...source.split(" "), "--sizes-file"];
    for (const [text, words] of contents) {
      await assertRefused([[[...line, "s.json"], words]], { files: { "s.json": text } });
      await assertRefused([[[...line, "s.json"], /^unmask: Cannot read s\.json: /]], {
        files: { "s.json": text },
      });
    }
    const refusals: Refusal[] = [
      [[...line, "none"], /Cannot read none: there is no such file/],
      [line, /--sizes-file must have a value/],
      [[...line, ""], /--sizes-file must be a text, got ""/],
      [[...line, "f", "--sizes", "8"], /got --sizes and --sizes-file/],
      [[...line, "f", "--steps", "2"], /got --sizes-file and --steps/],
      [[...line, "f", "--schedule", "uniform"], /got --sizes-file and --schedule/],
    ];
    await assertRefused(refusals);
  }
});
