import { deepStrictEqual, match, ok, strictEqual } from "node:assert/strict";
import { runInMemory } from "./memory_io.ts";
import { assertRefused, type Refusal } from "./refusals.ts";

const source = "losses:file=log.csv,length=16";
const rows = "0,3\n4,2.5\n8,2.1\n12,1.9\n15,1.8\n";

async function curveOf(file: string): Promise<{ informationCurve: number[]; notes: string[] }> {
  const { status, output, errors } = await runInMemory(["curve", "--source", source, "--json"], {
    files: { "log.csv": file },
  });
  strictEqual(errors, "");
  strictEqual(status, 0);
  return JSON.parse(output);
}

Deno.test("a log reads the same with a BOM, CRLF, blank lines, quotes and other columns", async () => {
  const { informationCurve } = await curveOf(`revealed,loss\n${rows}`);
  const dialects = [
    `\uFEFFrevealed,loss\n${rows}`,
    `revealed,loss\n${rows}`.replaceAll("\n", "\r\n"),
    `\nrevealed,loss\n\n${rows}\n  \n`,
    `revealed,loss\n${rows.trimEnd()}`,
    `"revealed","loss"\n${rows.replace("0,3", '"0","3"')}`,
    `loss,note,revealed\n${
      rows.trim().split("\n").map((row) => row.split(",").reverse().join(',"a ""b"", é",')).join(
        "\n",
      )
    }\n`,
  ];
  for (const file of dialects) {
    deepStrictEqual((await curveOf(file)).informationCurve, informationCurve, file);
  }
  // The control: another loss is another curve.
  const other = await curveOf(`revealed,loss\n${rows.replace("2.5", "2.6")}`);
  ok(other.informationCurve[4] !== informationCurve[4]);
});

Deno.test("places given twice are merged, and said to be", async () => {
  const { notes } = await curveOf(`revealed,loss\n${rows}4,2.6\n`);
  match(notes.join(" "), /1 row at a place that was there before: merged/);
  match(notes.join(" "), /only 5 places: between them the curve is taken to be smooth/);
});

Deno.test("what the log does not reach is marked as extrapolated", async () => {
  const { output } = await runInMemory(["curve", "--source", source, "--json"], {
    files: { "log.csv": "revealed,loss\n2,3\n4,2.5\n8,2.1\n12,1.9\n" },
  });
  const { observed, extrapolated, notes, exact } = JSON.parse(output);
  deepStrictEqual(observed, { from: 2, to: 12 });
  deepStrictEqual(extrapolated, { below: 2, above: 3 });
  strictEqual(exact, false);
  match(notes.join(" "), /no losses below 2 and above 12 revealed tokens: 5 of 16 values/);
});

Deno.test("losses that rise beyond their noise bring a warning", async () => {
  const rising = "revealed,loss,standard_error\n0,1,0.01\n4,2,0.01\n8,2.1,0.01\n15,3,0.01\n";
  match((await curveOf(rising)).notes.join(" "), /rise with revealed tokens by more than/);
});

Deno.test("files that are no log are refused, with the line that shows it", async () => {
  const cases: readonly [file: string, words: RegExp][] = [
    ["", /the file must not be empty, got 0 bytes/],
    ["\n\n", /the file must have a header, got blank lines/],
    ["revealed,loss\n", /different places must be at least 3, got 0 in 0 rows/],
    ["revealed,loss\n1,2\n", /different places must be at least 3, got 1 in 1 rows/],
    ["revealed,loss\n1,2\n1,2\n1,2\n2,1\n", /different places must be at least 3, got 2 in 4 rows/],
    [
      "step,loss\n1,2\n",
      /line 1: a column must be called masked_fraction or revealed, got "step, loss"/,
    ],
    ["revealed,value\n1,2\n", /line 1: a column must be called loss, got "revealed, value"/],
    ["revealed,masked_fraction,loss\n", /line 1: .* one of revealed and masked_fraction, got both/],
    ["revealed,loss,count,standard_error\n", /at most one of standard_error and count, got both/],
    ["revealed,loss,loss\n", /column loss must be there once, got it twice/],
    ["revealed;loss\n1;2\n", /line 1: fields must be separated by commas, got semicolons/],
    ["revealed\tloss\n1\t2\n", /line 1: fields must be separated by commas, got tabs/],
    [
      "masked_fraction,loss\n0,5,1,2\n",
      /line 2: the line must have 2 fields .* decimal point .* got 4/,
    ],
    [
      'masked_fraction,loss\n"0,5",1\n',
      /line 2: masked_fraction must be a number with a decimal point, got 0,5/,
    ],
    ["revealed,loss\n1\n", /line 2: the line must have 2 fields as the header has.* got 1/],
    ["revealed,loss\n1,NaN\n", /line 2: loss must be a number with a decimal point, got NaN/],
    ["revealed,loss\n\n1,\n", /line 3: loss must be a number with a decimal point, got ""/],
    ["revealed,loss\n1,-0.5\n", /line 2: loss must be a finite number of at least 0, got -0.5/],
    ["revealed,loss\n1,2\n16,1\n", /line 3: revealed must be an integer from 0 to 15/],
    ["revealed,loss\n-1,2\n", /line 2: revealed must be an integer from 0 to 15/],
    ["revealed,loss\n1.5,2\n", /line 2: revealed must be an integer from 0 to 15/],
    ["masked_fraction,loss\n1.01,2\n", /line 2: masked_fraction must be from 0 to 1, got 1.01/],
    ["masked_fraction,loss\n-0.1,2\n", /line 2: masked_fraction must be from 0 to 1, got -0.1/],
    [
      "revealed,loss,standard_error\n1,2,0\n",
      /line 2: standard_error must be a finite number above 0/,
    ],
    [
      "revealed,loss,standard_error\n1,2,-1\n",
      /line 2: standard_error must be a finite number above 0/,
    ],
    ["revealed,loss,count\n1,2,0\n", /line 2: count must be an integer of at least 1, got 0/],
    ["revealed,loss,count\n1,2,2.5\n", /line 2: count must be an integer of at least 1, got 2.5/],
    ['revealed,loss\n"1,2\n', /line 2: a quoted field must end on its line/],
    [`revealed,loss\n${"1".repeat(70_000)}`, /line 2: the line must have at most 65536 characters/],
  ];
  for (const [file, words] of cases) {
    const line: Refusal = [["plan", "--source", source, "--steps", "4"], words];
    await assertRefused([line], { files: { "log.csv": file } });
  }
  await assertRefused([[
    ["curve", "--source", "losses:file=none,length=16"],
    /there is no such file/,
  ]]);
  await assertRefused([[["curve", "--source", source], /must be UTF-8 text/]], {
    files: { "log.csv": Uint8Array.of(0xff, 0xfe, 0x41) },
  });
  await assertRefused([
    [
      ["curve", "--source", "losses:file=log.csv,length=1"],
      /length must be an integer of at least 2/,
    ],
    [["curve", "--source", "losses:file=log.csv"], /length must be given/],
    [["sample", "--source", source, "--sizes", "16"], /Cannot sample/],
  ], { files: { "log.csv": `revealed,loss\n${rows}` } });
});

Deno.test("a hundred thousand rows are streamed through bins", async () => {
  const lines = ["masked_fraction,loss"];
  for (let i = 0; i < 100_000; i++) lines.push(`${(i + 0.5) / 100_000},${2 + i % 2}`);
  const { output } = await runInMemory(["curve", "--source", source, "--json"], {
    files: { "log.csv": lines.join("\n") },
  });
  const { informationCurve, source: record, notes } = JSON.parse(output);
  strictEqual(record.rows, 100_000);
  match(notes.join(" "), /neighbours put into 1024 bins/);
  // Losses of 2 and 3 in turn: the mean is 2.5 everywhere, to 0.5 / sqrt(100,000) a few times over.
  ok(informationCurve.every((value: number) => Math.abs(value - 2.5) < 0.02));
});
