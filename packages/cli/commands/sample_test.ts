import { deepStrictEqual, notDeepStrictEqual, ok, strictEqual } from "node:assert/strict";
import { type MemoryWorld, runInMemory } from "../memory_io.ts";
import { assertRefused } from "../refusals.ts";

/** The JSON answer of `sample`. */
interface Document {
  source: Record<string, string | number>;
  seed: number;
  sizes: number[];
  iterations: number;
  samples: number[][];
  alphabet?: string[];
  text?: string[];
}

async function sample(line: string, world: MemoryWorld = {}): Promise<Document> {
  const { status, output, errors } = await runInMemory(
    ["sample", ...line.split(" "), "--json"],
    world,
  );
  strictEqual(errors, "");
  strictEqual(status, 0);
  return JSON.parse(output) as Document;
}

Deno.test("sample draws whole sequences and says how", async () => {
  const line = "--source potts-chain:length=8,states=3,coupling=1 --sizes 3,3,2 --count 5 --seed 7";
  const document = await sample(line);
  deepStrictEqual(document.source, { kind: "potts-chain", length: 8, states: 3, coupling: 1 });
  strictEqual(document.seed, 7);
  deepStrictEqual(document.sizes, [3, 3, 2]);
  strictEqual(document.iterations, 3);
  strictEqual(document.samples.length, 5);
  for (const tokens of document.samples) {
    strictEqual(tokens.length, 8);
    ok(tokens.every((token) => Number.isInteger(token) && token >= 0 && token < 3));
  }
  ok(!("text" in document) && !("alphabet" in document));
});

Deno.test("sample gives the same sequences for the same seed, and a shorter run is its beginning", async () => {
  const line = "--source potts-chain:length=8,states=3,coupling=1 --sizes 3,3,2";
  const five = await sample(`${line} --count 5`);
  deepStrictEqual(five, await sample(`${line} --count 5 --seed 0`));
  deepStrictEqual((await sample(`${line} --count 2`)).samples, five.samples.slice(0, 2));
  strictEqual((await sample(line)).samples.length, 1);
  notDeepStrictEqual((await sample(`${line} --count 5 --seed 1`)).samples, five.samples);
});

Deno.test("sample depends on what a file holds, not on its name", async () => {
  const files = { a: "abracadabra", "b/c": "abracadabra", d: "abracadabrb" };
  const of = async (file: string): Promise<number[][]> =>
    (await sample(`--source text:file=${file},length=16 --sizes 8,8 --count 4`, { files })).samples;
  deepStrictEqual(await of("a"), await of("b/c"));
  notDeepStrictEqual(await of("a"), await of("d"));
});

Deno.test("copies drawn one token first always agree, and in one shot they often do not", async () => {
  const serial = await sample("--source copies:length=6,states=4 --sizes 1,5 --count 50");
  ok(serial.samples.every((tokens) => tokens.every((token) => token === tokens[0])));
  const shot = await sample("--source copies:length=6,states=4 --sizes 6 --count 50");
  // Six independent tokens of four agree with probability 4^-5: under 1e-29 that all 50 do.
  ok(shot.samples.some((tokens) => tokens.some((token) => token !== tokens[0])));
});

Deno.test("samples of one shot have independent tokens with the law's marginals", async () => {
  const { samples } = await sample("--source copies:length=2,states=2 --sizes 2 --count 4000");
  const agree = samples.filter(([x, y]) => x === y).length;
  // Binomial(4000, 1/2): beyond 5 standard deviations (158) with probability 6e-7.
  ok(Math.abs(agree - 2000) < 158, `${agree}`);
});

Deno.test("sample of a text gives text, in JSON and on the page", async () => {
  const files = { t: "one two\nthree four\x1b[31m" };
  const line = "--source text:file=t,length=12,alphabet=characters --sizes 6,6 --count 20";
  const document = await sample(line, { files });
  const symbols = [...new Set(files.t)].sort();
  deepStrictEqual(document.alphabet, symbols);
  deepStrictEqual(
    document.text,
    document.samples.map((tokens) => tokens.map((token) => symbols[token]).join("")),
  );
  const { output } = await runInMemory(["sample", ...line.split(" ")], { files });
  strictEqual(output.split("\n").length, 21, "a sample a line, newlines escaped");
  ok(!output.includes("\x1b"), "a text must not steer the terminal");
});

Deno.test("sample prints a sequence a line", async () => {
  const line = "sample --source copies:length=4,states=1 --sizes 4 --count 2".split(" ");
  strictEqual((await runInMemory(line)).output, "0 0 0 0\n0 0 0 0\n");
});

Deno.test("sample refuses what cannot be drawn", async () => {
  const line = (rest: string): string[] => [
    ..."sample --source copies:length=8,states=2".split(" "),
    ...rest.split(" "),
  ];
  const files = {
    c: "[1, 0.5]",
    deep: JSON.stringify({ length: 20, states: 2, weights: new Array(2 ** 20).fill(1) }),
  };
  await assertRefused([
    ["sample --source curve:file=c --sizes 1,1".split(" "), /must be a law, got a curve/],
    [line("--count 3"), /schedule must be given/],
    [line("--sizes 8 --count 0"), /--count must be an integer of at least 1, got 0/],
    [line("--sizes 8 --count 1.5"), /--count must be an integer/],
    [line("--sizes 8 --count -1"), /--count must be an integer/],
    [line("--sizes 8 --count"), /--count must have a value/],
    [line("--sizes 7"), /sum to the length 8, got 7/],
    [line("--sizes 8 --count 1048577"), /sequences must be at most 1048576, got 1048577/],
    [
      "sample --source copies:length=64,states=2 --sizes 64 --count 1000000".split(" "),
      /tokens, count times length, must be at most 16777216/,
    ],
    [
      "sample --source copies:length=4096,states=1048576 --sizes 4096".split(" "),
      /probabilities of one iteration must be at most 16777216/,
    ],
    [
      "sample --source copies:length=4194304,states=2 --schedule uniform --steps 4194304".split(
        " ",
      ),
      /operations must be at most/,
    ],
    [
      "sample --source table:file=deep --sizes 20 --count 10000".split(" "),
      /operations must be at most/,
    ],
  ], { files });
});
