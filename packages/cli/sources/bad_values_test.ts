import { assertRefused } from "../refusals.ts";

/** A source in each command: bad values must not depend on who asks. */
const commandLines = (source: string): string[][] => [
  ["curve", "--source", source],
  ["error", "--source", source, "--sizes", "1"],
  ["plan", "--source", source, "--steps", "1", "--json"],
  ["frontier", "--source", source],
  ["sample", "--source", source, "--sizes", "1"],
];

async function assertRefusedEverywhere(
  cases: readonly (readonly [source: string, words: RegExp])[],
  files: Readonly<Record<string, string | Uint8Array>> = {},
): Promise<void> {
  for (const [source, words] of cases) {
    await assertRefused(commandLines(source).map((args) => [args, words]), { files });
  }
}

Deno.test("closed-form kinds refuse lengths, states and couplings that make no law", async () => {
  const bad = ["0", "-1", "1.5", "3.0", "1e3", "0x10", "", "NaN", "Infinity", "9007199254740992"];
  for (const value of bad) {
    for (const kind of ["potts-chain", "potts-ring", "copies", "parity", "product"]) {
      const rest = kind.startsWith("potts") ? ",coupling=1" : "";
      await assertRefusedEverywhere([
        [`${kind}:length=${value},states=2${rest}`, /length must be an integer of at least 1/],
        [`${kind}:length=4,states=${value}${rest}`, /states must be an integer of at least 1/],
      ]);
    }
  }
  for (const value of ["NaN", "Infinity", "-Infinity", "1e999", "", "one", "1.2.3", "0x1"]) {
    for (const kind of ["potts-chain", "potts-ring"]) {
      await assertRefusedEverywhere([
        [`${kind}:length=4,states=2,coupling=${value}`, /coupling must be a finite decimal number/],
      ]);
    }
  }
});

Deno.test("reed-solomon refuses fields, lengths and dimensions that make no code", async () => {
  const code = (field: string, length: string, dimension: string): string =>
    `reed-solomon:field=${field},length=${length},dimension=${dimension}`;
  await assertRefusedEverywhere([
    [code("4", "6", "2"), /field must be a prime of at least the length 6, got 4/],
    [code("5", "6", "2"), /field must be a prime of at least the length 6, got 5/],
    [code("9", "6", "2"), /field must be a prime of at least the length 6, got 9/],
    [code("1", "1", "1"), /field must be an integer from 2 to 1048576, got 1/],
    [code("1048583", "6", "2"), /field must be an integer from 2 to 1048576, got 1048583/],
    [code("7.0", "6", "2"), /field must be an integer from 2 to 1048576, got 7\.0/],
    [code("7", "0", "2"), /length must be an integer of at least 1, got 0/],
    [code("7", "4194305", "2"), /length must be at most 4194304, got 4194305/],
    [code("7", "6", "0"), /dimension must be an integer of at least 1, got 0/],
    [code("7", "6", "7"), /dimension must be an integer from 1 to the length 6, got 7/],
    [code("7", "6", "NaN"), /dimension must be an integer of at least 1, got NaN/],
  ]);
});

Deno.test("lengths and vocabularies above the limits are refused before memory is taken", async () => {
  await assertRefusedEverywhere([
    [
      "potts-chain:length=4194305,states=2,coupling=1",
      /length must be at most 4194304, got 4194305/,
    ],
    ["copies:length=9007199254740991,states=2", /length must be at most 4194304/],
    ["parity:length=4194305,states=2", /length must be at most 4194304, got 4194305/],
    ["product:length=2,states=1048577", /states must be at most 1048576, got 1048577/],
    ["potts-ring:length=2,states=1048577,coupling=0", /states must be at most 1048576/],
    ["copies:length=2,states=9007199254740991", /states must be at most 1048576/],
    ["potts-chain:length=2,states=1048577,coupling=0", /states must be at most 1048576/],
    ["text:file=t,length=4194305", /length must be at most 4194304/],
    ["markov-chain:file=m,length=4194305", /length must be at most 4194304/],
    ["markov-chain:file=i,length=4194304", /length times states must be at most 67108864/],
    ["table:file=long", /length must be at most 4194304/],
    ["table:file=cells", /weights must be states\^length = 2\^25 = 33554432 numbers, got 1/],
  ], {
    t: "some text",
    m: '{"transitions": [[1]]}',
    i: JSON.stringify({ transitions: identity(17), initial: [1, ...new Array(16).fill(0)] }),
    long: '{"length": 4194305, "states": 1, "weights": [1]}',
    cells: '{"length": 25, "states": 2, "weights": [1]}',
  });
});

function identity(size: number): number[][] {
  return Array.from({ length: size }, (_, x) => Array.from({ length: size }, (_, y) => +(x === y)));
}

Deno.test("files that are no JSON of the right shape are refused, naming key and value", async () => {
  const files = {
    empty: "",
    text: "hello",
    half: "[1, 2",
    nan: "[NaN]",
    binary: new Uint8Array([0x89, 0x50, 0xff, 0x00]),
    zero: "[1]\0",
    null: "null",
    number: "3",
    array: "[]",
    object: "{}",
    strings: '["1"]',
    nulls: "[1, null]",
    nested: "[[1]]",
    rising: "[1, 2]",
    negative: "[1, -0.5]",
    huge: "[1e999]",
    notCurve: '{"informationCurve": "x"}',
    noWeights: '{"length": 2, "states": 2}',
    extra: '{"length": 1, "states": 1, "weights": [1], "wieghts": [1]}',
    fraction: '{"length": 1.5, "states": 2, "weights": [1, 1]}',
    textLength: '{"length": "2", "states": 2, "weights": [1, 1]}',
    few: '{"length": 2, "states": 2, "weights": [1, 1, 1]}',
    zeros: '{"length": 1, "states": 2, "weights": [0, 0]}',
    minus: '{"length": 1, "states": 2, "weights": [1, -1]}',
    infinite: '{"length": 1, "states": 2, "weights": [1, 1e999]}',
    nullWeight: '{"length": 1, "states": 2, "weights": [1, null]}',
    noRows: '{"transitions": []}',
    ragged: '{"transitions": [[0.5, 0.5], [1]]}',
    rowSum: '{"transitions": [[0.5, 0.4], [0, 1]]}',
    rowMinus: '{"transitions": [[1.5, -0.5], [0, 1]]}',
    rowText: '{"transitions": [[0.5, "0.5"], [0, 1]]}',
    initialSum: '{"transitions": [[0.5, 0.5], [0, 1]], "initial": [0.5, 0.4]}',
    initialSize: '{"transitions": [[0.5, 0.5], [0, 1]], "initial": [1]}',
    initialMinus: '{"transitions": [[0.5, 0.5], [0, 1]], "initial": [2, -1]}',
    reducible: '{"transitions": [[1, 0], [0, 1]]}',
  };
  const table = (file: string): string => `table:file=${file}`;
  const markov = (file: string): string => `markov-chain:length=4,file=${file}`;
  const curve = (file: string): string => `curve:file=${file}`;
  for (const kind of [table, markov, curve]) {
    await assertRefusedEverywhere([
      [kind("missing"), /Cannot read missing: there is no such file/],
      [kind("empty"), /empty, got 0 bytes/],
      [kind("text"), /must be JSON, got hello/],
      [kind("half"), /must be JSON/],
      [kind("nan"), /must be JSON, got \[NaN\]/],
      [kind("binary"), /must be UTF-8 text/],
      [kind("zero"), /got a zero byte at character 3/],
      [kind("null"), /must be an (object|array) .*got null/],
      [kind("number"), /must be an (object|array) .*got 3/],
    ], files);
  }
  await assertRefusedEverywhere([
    [curve("array"), /at least 1 value, got 0/],
    [curve("object"), /informationCurve.*got nothing/],
    [curve("strings"), /\[0\] must be a number, got "1"/],
    [curve("nulls"), /\[1\] must be a number, got null/],
    [curve("nested"), /\[0\] must be a number, got an array of 1/],
    [curve("rising"), /must not increase, got f\(1\) = 2/],
    [curve("negative"), /finite and at least 0, got f\(1\) = -0\.5/],
    [curve("huge"), /finite and at least 0, got f\(0\) = Infinity/],
    [curve("notCurve"), /informationCurve must be an array of numbers, got "x"/],
    [table("noWeights"), /weights/],
    [table("extra"), /wieghts/],
    [table("fraction"), /length must be an integer of at least 1, got 1\.5/],
    [table("textLength"), /length must be a number, got/],
    [table("few"), /weights must be states\^length = 2\^2 = 4 numbers, got 3/],
    [table("zeros"), /weights: at least one must be positive, got 2 zeros/],
    [table("minus"), /weights\[1\] must be finite and at least 0, got -1/],
    [table("infinite"), /weights\[1\] must be finite and at least 0, got Infinity/],
    [table("nullWeight"), /weights\[1\] must be a number, got null/],
    [markov("noRows"), /states must be from 1 to 1024, got 0/],
    [markov("ragged"), /row 1 must have 2 entries, got 1/],
    [markov("rowSum"), /row 0 must sum to 1 within 1e-9, got 0\.9/],
    [markov("rowMinus"), /finite and at least 0, got -0\.5 in row 0/],
    [markov("rowText"), /transitions\[0\]\[1\] must be a number/],
    [markov("initialSum"), /initial: masses must sum to 1.*got 0\.9/],
    [markov("initialSize"), /initial/],
    [markov("initialMinus"), /initial: .*got -1/],
    [markov("reducible"), /one recurrent class.*give `initial`/],
  ], files);
});

Deno.test("texts that no chain can be fitted to are refused", async () => {
  const many = Array.from({ length: 1025 }, (_, i) => String.fromCodePoint(0x4e00 + i)).join("");
  const files = {
    empty: "",
    one: "aaaa",
    digits: "1234",
    binary: new Uint8Array([0xff, 0xfe, 0x61, 0x00]),
    zeros: "a\0b\0",
    many,
  };
  await assertRefusedEverywhere([
    ["text:file=missing,length=4", /Cannot read missing: there is no such file/],
    ["text:file=empty,length=4", /must not be empty/],
    ["text:file=one,length=4", /two symbols, got 1/],
    ["text:file=one,length=4,alphabet=characters", /two symbols, got 1/],
    ["text:file=digits,length=4", /two symbols, got 0/],
    ["text:file=binary,length=4", /must be UTF-8 text/],
    ["text:file=zeros,length=4", /zero byte at character 1/],
    ["text:file=many,length=4,alphabet=characters", /characters must be at most 1024, got 1025/],
    ["text:file=one,length=0", /length must be an integer of at least 1, got 0/],
  ], files);
});
