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

Deno.test("sample --policy depends on what a file holds and what a number is, not on how they are written", async () => {
  const mixture = (weight: number): string =>
    JSON.stringify({ schedules: [{ weight, sizes: [3, 3] }, { weight: 1 - weight, sizes: [6] }] });
  const files = { a: mixture(0.5), "b/c": mixture(0.5), d: mixture(0.25) };
  const of = async (policy: string): Promise<number[][]> => {
    const line = `--source copies:length=6,states=4 --count 8 --policy ${policy}`;
    return (await sample(line, { files })).samples;
  };
  deepStrictEqual(await of("randomised:file=a"), await of("randomised:file=b/c"));
  notDeepStrictEqual(await of("randomised:file=a"), await of("randomised:file=d"));
  deepStrictEqual(await of("entropy-bounded:gamma=0.5"), await of("entropy-bounded:gamma=5e-1"));
});

Deno.test("sample --policy random is the sampler without a policy", async () => {
  const line = "--source potts-chain:length=8,states=3,coupling=1 --sizes 3,3,2 --count 5";
  const { policy, ...document } = await sample(`${line} --policy random`) as Document & {
    policy: string;
  };
  strictEqual(policy, "random");
  deepStrictEqual(document, await sample(line));
});

Deno.test("sample --policy says what the policy was made of, and that it changes the law", async () => {
  const line = "--source potts-chain:length=8,states=3,coupling=1";
  const keys = async (rest: string): Promise<Record<string, unknown>> => {
    const { source: _source, seed: _seed, samples: _samples, ...rest_ } = await sample(
      `${line} ${rest}`,
    );
    return rest_;
  };
  deepStrictEqual(await keys("--policy margin --sizes 3,3,2"), {
    policy: "margin",
    sizes: [3, 3, 2],
  });
  deepStrictEqual(await keys("--policy random --sizes 1,3,4 --blocks 2"), {
    policy: "random",
    sizes: [1, 3, 4],
    blocks: [{ length: 4 }, { length: 4 }],
  });
  const remasked = await keys("--policy remasking:cap=0.5 --grid 0,0.5,1 --temperature 0.5");
  deepStrictEqual(remasked.grid, [0, 0.5, 1]);
  ok(/another law.*changes the law/.test(remasked.changesLaw as string));
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

/** An array as numpy would load it, read by what numpy documents of the format. */
function readNpy(pieces: readonly Uint8Array[]): { shape: number[]; rows: number[][] } {
  const bytes = Uint8Array.from(pieces.flatMap((piece) => [...piece]));
  const view = new DataView(bytes.buffer);
  deepStrictEqual([...bytes.subarray(0, 8)], [0x93, ...new TextEncoder().encode("NUMPY"), 1, 0]);
  const from = 10 + view.getUint16(8, true);
  strictEqual(from % 64, 0);
  const header = new TextDecoder().decode(bytes.subarray(10, from));
  const [, rows, columns] =
    /^{'descr': '<i4', 'fortran_order': False, 'shape': \((\d+), (\d+)\), } *\n$/.exec(header)!
      .map(Number);
  strictEqual(bytes.length, from + 4 * rows! * columns!);
  return {
    shape: [rows!, columns!],
    rows: Array.from(
      { length: rows! },
      (_, row) =>
        Array.from(
          { length: columns! },
          (_, i) => view.getInt32(from + 4 * (row * columns! + i), true),
        ),
    ),
  };
}

Deno.test("sample writes the same sequences in every format", async () => {
  const files = { t: "one two\nthree four" };
  for (
    const [source, count] of [
      ["potts-chain:length=700,states=12,coupling=4", 200],
      ["text:file=t,length=9,alphabet=characters", 40],
    ] as const
  ) {
    const line = `--source ${source} --schedule uniform --steps 3 --count ${count} --seed 3`;
    const run = (format: string): ReturnType<typeof runInMemory> =>
      runInMemory(["sample", ...line.split(" "), ...format.split(" ")], { files });
    const { samples, text } = await sample(line, { files });
    strictEqual(samples.length, count);

    const lines = (await run("--format jsonl")).output.split("\n");
    strictEqual(lines.pop(), "");
    deepStrictEqual(
      lines.map((one) => JSON.parse(one)),
      samples.map((tokens, n) => ({ sample: n, tokens, ...(text && { text: text[n] }) })),
    );
    const { shape, rows } = readNpy((await run("--format npy")).pieces);
    deepStrictEqual(shape, [count, source.startsWith("text") ? 9 : 700]);
    deepStrictEqual(rows, samples);
    const page = (await run("--format text")).output;
    deepStrictEqual(
      page.split("\n").slice(0, -1),
      text?.map((one) => one.replaceAll("\n", "\\n")) ?? samples.map((tokens) => tokens.join(" ")),
    );
    strictEqual((await run("--quiet")).output, page);
    strictEqual((await run("--format json")).output, (await run("--json")).output);
  }
});

Deno.test("the first sequences of a longer run are those of a shorter one, in every format", async () => {
  const line = "sample --source copies:length=6,states=9 --sizes 2,4 --format".split(" ");
  const bytes = async (format: string, count: number): Promise<number[]> => {
    const { pieces } = await runInMemory([...line, format, "--count", `${count}`]);
    return pieces.flatMap((piece) => [...piece]).slice(format === "npy" ? 128 : 0);
  };
  for (const format of ["text", "jsonl", "npy"]) {
    const short = await bytes(format, 11);
    deepStrictEqual((await bytes(format, 30)).slice(0, short.length), short);
  }
});

Deno.test("seeds up to 2^53 - 1 are all different, and give the same bytes again", async () => {
  const seeds = ["0", "1", "4294967295", "4294967296", "9007199254740991"];
  const draw = async (seed: string): Promise<string> => {
    const line = `sample --source product:length=64,states=8 --sizes 64 --seed ${seed}`;
    const { status, output } = await runInMemory(line.split(" "));
    strictEqual(status, 0);
    return output;
  };
  const outputs: string[] = [];
  for (const seed of seeds) outputs.push(await draw(seed));
  // 64 tokens of 8 agree by chance with probability 2^-192.
  strictEqual(new Set(outputs).size, seeds.length);
  for (const [i, seed] of seeds.entries()) strictEqual(await draw(seed), outputs[i]);
  const line = "sample --source product:length=64,states=8 --sizes 64 --seed".split(" ");
  await assertRefused(
    ["-1", "1.5", "9007199254740992", "NaN", "Infinity", "1e3", ""].map((seed) => [
      [...line, seed],
      /--seed must be an integer from 0 to 9007199254740991, got/,
    ]),
  );
});

Deno.test("sample refuses what cannot be drawn", async () => {
  const line = (rest: string): string[] => [
    ..."sample --source copies:length=8,states=2".split(" "),
    ...rest.split(" "),
  ];
  await assertRefused([
    [
      "sample --source curve:file=c --sizes 1,1".split(" "),
      /must be a law or a model, got a curve/,
    ],
    [line("--count 3"), /schedule must be given/],
    [line("--sizes 8 --count 0"), /--count must be an integer from 1 to 4294967296, got 0/],
    [line("--sizes 8 --count 4294967297"), /--count must be an integer from 1 to 4294967296/],
    [line("--sizes 8 --count 1.5"), /--count must be an integer/],
    [line("--sizes 8 --count -1"), /--count must be an integer/],
    [line("--sizes 8 --count"), /--count must have a value/],
    [line("--sizes 7"), /sum to the length 8, got 7/],
    [line("--sizes 8 --format csv"), /--format must be one of text, json, jsonl, npy, got csv/],
    [line("--sizes 8 --json --format jsonl"), /must be json where --json is given, got jsonl/],
    [line("--sizes 8 --json --format npy"), /must be json where --json is given, got npy/],
    [line("--sizes 8 --json --format text"), /must be json where --json is given, got text/],
    [line("--sizes 8 --json --watch"), /--watch must stand without --json, got both/],
    [line("--sizes 8 --watch --format npy"), /must be text where --watch is given, got npy/],
    [line("--sizes 8 --watch=yes"), /--watch must have no value/],
    [
      "sample --source copies:length=4096,states=1048576 --sizes 4096".split(" "),
      /operations of one iteration must be at most 4294967296, got 4294971392/,
    ],
    [
      "sample --source copies:length=4096,states=524288 --sizes 4096".split(" "),
      /positions times vocabulary must be at most 67108864, got 4096 x 524288/,
    ],
  ], { files: { c: "[1, 0.5]" } });
  await assertRefused([
    [
      line("--sizes 8 --format npy"),
      /must be a file or a pipe where --format is npy.*got a terminal/,
    ],
  ], {
    io: { screen: { size: () => ({ columns: 80, rows: 24 }), colours: true, redraws: true } },
  });
});
