import { deepStrictEqual, match, ok, strictEqual } from "node:assert/strict";
import { type MemoryWorld, runInMemory } from "./memory_io.ts";
import { assertRefused } from "./refusals.ts";

/** The JSON answer of `error` with a predictor or a measured error. */
interface Document {
  pathError: number;
  predictor?: Record<string, unknown>;
  trainingError?: number;
  learnedPathError?: number;
  trainingFloor?: number;
  trainingErrorEstimate?: { mean: number; standardError: number; draws: number };
  learnedPathErrorEstimate?: { mean: number; standardError: number; draws: number };
  measured?: Record<string, unknown>;
  signatures: { key: string; name: string; sentence: string; advice: string }[];
}

async function error(line: string, world: MemoryWorld = {}): Promise<Document> {
  const args = ["error", ...line.split(" "), "--json"];
  const { status, output, errors } = await runInMemory(args, world);
  strictEqual(errors, "");
  strictEqual(status, 0);
  return JSON.parse(output) as Document;
}

function close(actual: number | undefined, expected: number): void {
  ok(Math.abs(actual! - expected) <= 1e-12, `${actual} ${expected}`);
}

const copies = "--source copies:length=8,states=2";
const longChain =
  "--source potts-chain:length=64,states=4,coupling=2 --schedule uniform --steps 16";

Deno.test("a mixture costs what copies lose to guesses, exactly, and the total is the sum", async () => {
  const document = await error(`${copies} --sizes 2,3,3 --predictor mixture:share=0.1`);
  // ln(1 / 0.95) at each of the 6 tokens that the first set fixes; 7 one token at a time.
  deepStrictEqual(document.predictor, { kind: "mixture", share: 0.1 });
  close(document.trainingError, -6 * Math.log(0.95));
  close(document.trainingFloor, -7 * Math.log(0.95));
  close(document.learnedPathError, document.pathError + document.trainingError!);
  close(document.pathError, Math.LN2);
  ok(!("trainingErrorEstimate" in document || "learnedPathErrorEstimate" in document));
  deepStrictEqual(document.signatures, []);
});

Deno.test("marginals alone have the total correlation for path error", async () => {
  const document = await error(`${copies} --sizes 2,3,3 --predictor ngram:order=0`);
  close(document.learnedPathError, 7 * Math.LN2);
  deepStrictEqual(document.signatures.map(({ key }) => key), ["training-error-floor"]);
});

Deno.test("a predictor at temperature 1 or without noise has no training error", async () => {
  for (const predictor of ["tempered:temperature=1", "noisy:scale=0", "mixture:share=0"]) {
    const document = await error(`${copies} --sizes 4,4 --predictor ${predictor}`);
    ok(document.trainingError! >= 0 && document.trainingError! < 1e-25);
    deepStrictEqual(document.signatures, []);
  }
});

Deno.test("what cannot be enumerated is estimated, under keys of its own, the same for one seed", async () => {
  const line = `${longChain} --predictor noisy:scale=0.5 --seed 3`;
  const document = await error(line);
  const { mean, standardError, draws } = document.trainingErrorEstimate!;
  ok(mean > 0 && standardError > 0 && draws >= 16);
  close(document.learnedPathErrorEstimate!.mean, document.pathError + mean);
  close(document.learnedPathErrorEstimate!.standardError, standardError);
  for (const key of ["trainingError", "learnedPathError", "trainingFloor"]) {
    ok(!(key in document), key);
  }
  deepStrictEqual(await error(line), document);
  const other = await error(`${longChain} --predictor noisy:scale=0.5 --seed 4`);
  ok(other.trainingErrorEstimate!.mean !== mean);
});

Deno.test("a measured error of 0 is a serial fill, and an honest one has no signature", async () => {
  const { measured, signatures } = await error(`${copies} --sizes 4,4 --measured 0,0.1`);
  deepStrictEqual(measured, { pathError: 0, standardError: 0.1 });
  deepStrictEqual(signatures.map(({ key }) => key), ["serial-fill"]);
  deepStrictEqual(Object.keys(signatures[0]!), ["key", "name", "sentence", "advice"]);
  // 3 ln 2 = 2.0794.
  for (const honest of ["2.0794", "2.0794,0", "2,0.1", "2.3,0.1", "2"]) {
    const document = await error(`${copies} --sizes 4,4 --measured ${honest}`);
    deepStrictEqual(document.signatures, [], honest);
  }
  const excess = await error(`${copies} --sizes 4,4 --measured 3,0.1`);
  deepStrictEqual(excess.signatures.map(({ key }) => key), ["training-error"]);
});

Deno.test("an oversized step is named without any option, also for a curve from a file", async () => {
  const files = { c: "[2, 1.9, 1.8, 1.7, 1.6, 1.5, 1.4, 1.3, 1.2, 1.1, 1, 0.9]" };
  const { signatures } = await error("--source curve:file=c --sizes 1,10,1", { files });
  deepStrictEqual(signatures.map(({ key }) => key), ["oversized-step"]);
  const measured = await error("--source curve:file=c --sizes 4,4,4 --measured 0.1,0.01", {
    files,
  });
  deepStrictEqual(measured.signatures.map(({ key }) => key), ["serial-fill"]);
});

Deno.test("a measured error that grows with the length by more than it may is named", async () => {
  const chain = (length: number): string =>
    `--source potts-chain:length=${length},states=4,coupling=3 --schedule uniform --steps ${
      length / 8
    }`;
  const { pathError: long } = await error(chain(64));
  const { pathError: short } = await error(chain(16));
  const keys = async (line: string): Promise<string[]> =>
    (await error(`${chain(64)} ${line}`)).signatures.map(({ key }) => key);
  const honest = `--measured ${long},0.02 --measured-at 16:${short},0.02`;
  deepStrictEqual(await keys(honest), []);
  // A training error of 0.04 a token at both lengths.
  const learned = `--measured ${long + 2.56},0.02 --measured-at 16:${short + 0.64},0.02`;
  deepStrictEqual(await keys(learned), ["training-error", "length-growth"]);
  const document = await error(`${chain(64)} ${honest}`);
  deepStrictEqual((document as unknown as { measuredAt: unknown }).measuredAt, {
    length: 16,
    pathError: short,
    standardError: 0.02,
  });
});

Deno.test("the text has the training error, its doubt, and every signature, in 80 columns", async () => {
  const run = async (line: string): Promise<string> =>
    (await runInMemory(["error", ...line.split(" ")], {})).output;
  const exact = await run(`${copies} --sizes 2,3,3 --predictor mixture:share=0.1`);
  match(exact, /training error +0\.3078\n +learned path error +1\.0009\n/);
  match(exact, /\nNo failure signature\.\n$/);
  const estimated = await run(`${longChain} --predictor noisy:scale=1`);
  match(estimated, /training error +\d+\.\d{4} \+- 0\.\d{4}\n/);
  match(estimated, /\nSignature: training-error floor\n {2}The training error, /);
  ok(estimated.split("\n").every((row) => row.length <= 80));
  match(await run(`${copies} --sizes 4,4`), /not stated here\n$/);
});

Deno.test("error refuses predictors and measured errors that are none, in one line", async () => {
  const line = (rest: string): string[] => ["error", ...`${copies} ${rest}`.split(" ")];
  const predictor = (text: string): string[] => line(`--sizes 4,4 --predictor ${text}`);
  await assertRefused([
    [predictor("oracle"), /kind must be one of mixture, tempered, noisy, ngram, got oracle/],
    [predictor("mixture"), /share must be given, as in mixture:share=\.\./],
    [predictor("mixture:share=1.5"), /share must be a decimal number from 0 to 1, got 1\.5/],
    [predictor("mixture:share=NaN"), /share must be a decimal number/],
    [predictor("mixture:scale=1"), /key must be one of share, got scale/],
    [predictor("mixture:share=0.1,share=0.2"), /share must be given once/],
    [predictor("tempered:temperature=0"), /above 0 \(0 is the most likely token alone.*got 0/],
    [predictor("tempered:temperature=-1"), /above 0/],
    [predictor("noisy:scale=-1"), /at least 0, got -1/],
    [predictor("noisy:scale=1e301"), /scale must be from 0 to 1e\+300/],
    [predictor("ngram:order=8"), /order must be from 0 to 7, got 8/],
    [predictor("ngram:order=1.5"), /an integer of at least 0/],
    [line("--sizes 4,4 --measured x"), /--measured must be an error in nats/],
    [line("--sizes 4,4 --measured 1,-1"), /--measured must be an error in nats/],
    [line("--sizes 4,4 --measured-at 4:1,0.1"), /there must be --measured NATS,STANDARD_ERROR/],
    [line("--sizes 4,4 --measured 1 --measured-at 4:1,0.1"), /got no standard error/],
    [line("--sizes 4,4 --measured 1,0.1 --measured-at 4:1"), /--measured-at must be a length/],
    [line("--sizes 4,4 --measured 1,0.1 --measured-at 8:1,0.1"), /must be below 8, got 8/],
    [line("--sizes 4,4 --measured 1,0.1 --measured-at 6:1,0.1"), /multiple of the size 4, got 6/],
    [line("--sizes 5,3 --measured 1,0.1 --measured-at 5:1,0.1"), /must be equal, got 5 and 3/],
    [
      "error --source curve:file=c --sizes 1,1 --measured 0,0.1 --measured-at 1:0,0.1".split(" "),
      /must be of a kind with a length of one's own choice/,
    ],
    [line("--grid 0,1 --measured 1"), /--measured must stand beside sizes.*got --grid/],
    [line("--sizes 4,4 --blocks 2 --predictor mixture:share=0"), /--predictor must stand.*blocks/],
    [
      ["error", ...`${longChain} --predictor ngram:order=1`.split(" ")],
      /states\^length must be at most 1048576, got 4\^64/,
    ],
    [
      "error --source curve:file=c --sizes 1,1 --predictor mixture:share=0".split(" "),
      /the source must be a law, got a curve/,
    ],
    // A token of probability 0.008 to the power 1000 is none.
    [
      "error --source potts-chain:length=3,states=2,coupling=2 --sizes 1,2 --predictor"
        .split(" ").concat("tempered:temperature=0.001"),
      /every token that can occur must have a probability above 0/,
    ],
  ], { files: { c: "[2, 1]" } });
});
