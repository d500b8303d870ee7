import { deepStrictEqual, match, ok, strictEqual } from "node:assert/strict";
import { exactPredictor, outputLaw } from "@unmask/diffusion";
import { JointTable } from "@unmask/information";
import { NaiveLaw, orderedPartitions } from "@unmask/testing";
import { type MemoryWorld, runInMemory } from "../memory_io.ts";
import { assertRefused } from "../refusals.ts";

/** The JSON answer of `decide`. */
interface Document {
  bound: string;
  length: number;
  verdict: string;
  schedules: number;
  counterexample?: {
    sizes: number[];
    source: { kind: string; field: number; length: number; dimension: number };
    pathError: number;
    bound: number | null;
  };
  certificates?: { smallest: number; largest: number }[];
}

async function decide(line: string, world: MemoryWorld = {}): Promise<Document> {
  const { status, output, errors } = await runInMemory(
    ["decide", ...line.split(" "), "--json"],
    world,
  );
  strictEqual(errors, "");
  strictEqual(status, 0);
  return JSON.parse(output) as Document;
}

const keys = ["bound", "length", "verdict", "schedules"];

Deno.test("decide proves Theorem 1, Theorem 2's upper form and the sharp ones at 12 tokens", async () => {
  for (const bound of ["li-cai-theorem-1", "li-cai-theorem-2-upper", "sharp-max", "sharp-step"]) {
    const document = await decide(`--bound ${bound} --length 12`);
    deepStrictEqual(document, { bound, length: 12, verdict: "proved", schedules: 2048 });
    deepStrictEqual(Object.keys(document), keys);
  }
});

Deno.test("decide proves a bound for one schedule, or for the few that it is about", async () => {
  const one = await decide("--bound sharp-step --sizes 3,3,2");
  deepStrictEqual(one, { bound: "sharp-step", length: 8, verdict: "proved", schedules: 1 });
  const few = await decide("--bound austin --length 100");
  deepStrictEqual(few, { bound: "austin", length: 100, verdict: "proved", schedules: 100 });
  const single = await decide("--bound li-cai-theorem-1 --length 1");
  deepStrictEqual([single.verdict, single.schedules], ["proved", 1]);
});

Deno.test("decide refutes the flattened exponent with a law", async () => {
  const document = await decide("--bound flattened-exponent --sizes 8");
  deepStrictEqual(Object.keys(document), [...keys, "counterexample"]);
  deepStrictEqual([document.verdict, document.schedules], ["refuted", 1]);
  const { counterexample } = document;
  deepStrictEqual(Object.keys(counterexample!), ["sizes", "source", "pathError", "bound"]);
  deepStrictEqual(counterexample!.sizes, [8]);
  // The keys of the source kind are all there, so that it can be written on a command line.
  deepStrictEqual(counterexample!.source, {
    kind: "reed-solomon",
    field: 11,
    length: 8,
    dimension: 2,
  });
  // TC = (8 - 2) ln 11; (2 * 3 - 1) / 8 * MI = 5 ln 11.
  strictEqual(counterexample!.pathError, 6 * Math.log(11));
  strictEqual(counterexample!.bound, 5 * Math.log(11));
  const every = await decide("--bound flattened-exponent --length 26");
  strictEqual(every.verdict, "refuted");
  ok(every.schedules >= 1);
});

Deno.test("a law that refutes a claim has that path error when the sampler itself is enumerated", async () => {
  for (const sizes of ["4", "1,3", "2,2", "3,1", "1,2,1"]) {
    const { counterexample } = await decide(`--coefficients b --sizes ${sizes}`, {
      files: { b: '[0, 0, 0, "1/2"]' },
    });
    const { source, pathError, bound } = counterexample!;
    const { field, length, dimension } = source;
    // Codewords: the values at 0 .. L-1 of every polynomial below the dimension.
    const weights = new Float64Array(field ** length);
    for (let polynomial = 0; polynomial < field ** dimension; polynomial++) {
      let cell = 0;
      for (let point = 0; point < length; point++) {
        let value = 0;
        for (let i = dimension - 1; i >= 0; i--) {
          value = (value * point + Math.floor(polynomial / field ** i)) % field;
        }
        cell = cell * field + value;
      }
      weights[cell]!++;
    }
    const law = JointTable.fromWeights(weights, { length, vocabularySize: field });
    const naive = new NaiveLaw(law);
    const predictor = exactPredictor(law);
    const divergences = [...orderedPartitions(sizes.split(",").map(Number))].map((order) =>
      naive.divergenceFrom(outputLaw(predictor, { order }), field)
    );
    const mean = divergences.reduce((sum, value) => sum + value, 0) / divergences.length;
    ok(Math.abs(mean - pathError) <= 1e-12, `${sizes}: ${mean} ${pathError}`);
    ok(mean > bound! + 0.1);
    strictEqual(bound, Math.log(field) / 2);
  }
});

Deno.test("decide takes a user's own claim, in integers and fractions, exactly", async () => {
  const verdictOf = async (coefficients: string): Promise<string> => {
    const document = await decide("--coefficients b.json --sizes 3,3,2", {
      files: { "b.json": coefficients },
    });
    deepStrictEqual(
      [document.bound, document.length, document.schedules],
      ["coefficients", 8, 1],
    );
    return document.verdict;
  };
  strictEqual(await verdictOf("[0, 0, 0, 0, 0, 0, 0, 2]"), "proved");
  strictEqual(await verdictOf("[0, 0, 0, 0, 0, 0, 0, 1]"), "refuted");
  strictEqual(await verdictOf('["-7", 0, 0, 0, 0, 0, "-3/7", "17/7"]'), "proved");
  // A millionth of a millionth less than 2 is too little; doubles could tell, but not below.
  const nines = "9".repeat(40);
  strictEqual(await verdictOf(`[0, 0, 0, 0, 0, 0, 0, "${nines}/1${"0".repeat(40)}"]`), "refuted");
  strictEqual(
    await verdictOf(`[0, 0, 0, 0, 0, 0, 0, "1${nines}/1${"0".repeat(40)}"]`),
    "refuted",
  );
  strictEqual(
    await verdictOf(`[0, 0, 0, 0, 0, 0, 0, "2${"0".repeat(39)}1/1${"0".repeat(40)}"]`),
    "proved",
  );
});

Deno.test("a claim beyond all doubles is decided too, and shown as null", async () => {
  const { verdict, counterexample } = await decide("--coefficients b --sizes 2", {
    files: { b: `[0, "-1${"0".repeat(400)}"]` },
  });
  strictEqual(verdict, "refuted");
  strictEqual(counterexample!.bound, null);
  const small = await decide("--coefficients b --sizes 2", {
    files: { b: `[0, "1${"0".repeat(400)}/3${"0".repeat(400)}"]` },
  });
  ok(Math.abs(small.counterexample!.bound! - Math.log(2) / 3) <= 1e-15);
});

Deno.test("Theorem 2's lower half is decided by mixtures of schedules, for the sizes it is about", async () => {
  const document = await decide("--bound li-cai-theorem-2-lower --length 12");
  deepStrictEqual(Object.keys(document), [...keys, "certificates"]);
  strictEqual(document.verdict, "proved");
  deepStrictEqual(
    document.certificates!.map(({ smallest, largest }) => [smallest, largest]),
    [[1, 1], [1, 2], [2, 4], [4, 8], [8, 12]],
  );
  const one = await decide("--bound li-cai-theorem-2-lower --sizes 3,4,3");
  deepStrictEqual([one.verdict, one.certificates!.length], ["proved", 1]);
  // 17 tokens in sizes from 8 to 16 are not what it is about.
  const seventeen = await decide("--bound li-cai-theorem-2-lower --length 17");
  deepStrictEqual(
    seventeen.certificates!.map(({ largest }) => largest),
    [1, 2, 4, 8, 17],
  );
});

Deno.test("decide refuses what is no claim, no scope, or not decidable", async () => {
  const line = (text: string): string[] => ["decide", ...text.split(" ").filter((word) => word)];
  const one = "one claim must be given, as --bound KEY or --coefficients FILE, got";
  const scope = "one scope must be given, as --sizes SIZES or --length L, got";
  await assertRefused([
    [line(""), new RegExp(`${one} none`)],
    [line("--sizes 8"), new RegExp(`${one} none`)],
    [line("--bound sharp-max --coefficients b --sizes 8"), new RegExp(`${one} both`)],
    [line("--bound sharp-max"), new RegExp(`${scope} none`)],
    [line("--bound sharp-max --sizes 8 --length 8"), new RegExp(`${scope} both`)],
    [line("--coefficients b --length 8"), /must come with --sizes, .*got --length/],
    [
      line("--bound best --sizes 8"),
      /bound must be one of li-cai-theorem-1, .*, flattened-exponent, got best/,
    ],
    [["decide", "--bound", "a\nb", "--sizes", "8"], /got "a\\nb"/],
    [line("--bound fast-dllm --sizes 8"), /Cannot decide fast-dllm: a bound must be linear/],
    [line("--bound wainwright-geometric --length 8"), /must be linear in the information curve/],
    [
      line("--bound austin --sizes 2,1"),
      /Cannot decide austin: the schedule must satisfy .*got sizes 2, 1/,
    ],
    [line("--bound average-size --sizes 2,1"), /every size is s\), got sizes 2, 1/],
    [line("--bound li-cai-corollary-1 --sizes 3,1"), /must satisfy its hypotheses/],
    [line("--bound tc-schedule --sizes 8"), /must satisfy its hypotheses/],
    [line("--bound li-cai-theorem-2-lower --sizes 9,8"), /L >= 9 s \/ 8\), got sizes 9, 8/],
    [line("--bound sharp-max --length 31"), /length must be an integer from 1 to 30, got 31/],
    [line("--bound austin --length 4097"), /length must be an integer from 1 to 4096, got 4097/],
    [line("--bound li-cai-theorem-2-lower --length 4097"), /length must be at most 4096, got 4097/],
    [line("--bound sharp-max --length 9007199254740991"), /length must be at most 4194304, got/],
    [line("--bound sharp-max --sizes 9007199254740991"), /length must be at most 4194304, got/],
    [line("--bound sharp-max --length 0"), /--length must be an integer of at least 1, got 0/],
    [line("--bound sharp-max --length 2.0"), /--length must be an integer of at least 1/],
    [line("--bound sharp-max --sizes 3,0"), /--sizes must be integers/],
    [line("--bound sharp-max --sizes 3 --source x"), /option must be .*got --source/],
    [line("--coefficients none --sizes 2"), /Cannot read none: there is no such file/],
    [line("--coefficients b --sizes 3"), /must have 3 coefficients, got 2/],
    [line("--coefficients b --sizes 9007199254740991"), /length must be at most 4194304/],
  ], { files: { b: "[0, 1]" } });
});

Deno.test("decide tells both verdicts in 80 columns", async () => {
  const cases: [string, RegExp][] = [
    [
      "--bound sharp-max --length 12",
      /^proved: .*for 2048 schedules of 12 tokens and every law\.$/,
    ],
    ["--bound sharp-max --sizes 1", /for 1 schedule of 1 token and every law\.$/],
    [
      "--bound flattened-exponent --sizes 8",
      /^refuted: .*reed-solomon:field=11,length=8,dimension=2 the sizes 8 have a path error of 14\.3874 nats, and the claim allows 11\.9895\.$/,
    ],
    ["--coefficients b --sizes 2", /^refuted: EKL <= sum_j b_j Z_j, b from b\. /],
    ["--bound li-cai-theorem-2-lower --sizes 4", /^proved: .*For each of 1 range of sizes/],
  ];
  for (const [line, words] of cases) {
    const { output } = await runInMemory(["decide", ...line.split(" ")], {
      files: { b: "[0, 0]" },
    });
    match(output.trimEnd().replaceAll("\n", " "), words);
    for (const row of output.split("\n")) ok(row.length <= 80 && row === row.trimEnd(), row);
  }
});

Deno.test("the progress of a long decision shows on a terminal only", async () => {
  const args = ["decide", "--bound", "sharp-max", "--length", "20"];
  const { errors, output } = await runInMemory(args, { interactive: true });
  match(errors, /deciding \[█{10} {10}\] 50%/);
  ok(errors.endsWith("\r\x1b[2K") && !errors.includes("\n"));
  match(output, /^proved: /);
  strictEqual((await runInMemory(args)).errors, "");
  strictEqual((await runInMemory([...args, "--quiet"], { interactive: true })).errors, "");
});
