import { deepStrictEqual, match, ok, strictEqual } from "node:assert/strict";
import { commands } from "./commands.ts";
import { OutputClosed } from "./io.ts";
import { runInMemory } from "./memory_io.ts";
import { assertRefused } from "./refusals.ts";
import { sourceKinds } from "./source_kinds.ts";
import { toyPredictorLine } from "@unmask/testing";

const curve = ["curve", "--source", "copies:length=2,states=2"];

Deno.test("--help names every command and every kind with its keys, in 80 columns", async () => {
  for (const args of [["--help"], ["-h"], ["help"]]) {
    const { status, output, errors } = await runInMemory(args);
    strictEqual(status, 0);
    strictEqual(errors, "");
    for (const { name, summary } of commands) ok(output.includes(`  ${name} `), summary);
    for (const kind of sourceKinds) {
      ok(output.includes(`  ${kind.name}:`));
      for (const key of Object.keys(kind.keys)) ok(output.includes(`${key}=..`));
    }
    for (const line of output.split("\n")) ok(line.length <= 80, line);
  }
});

Deno.test("every command has a help page of its own, in 80 columns, wherever --help stands", async () => {
  for (const { name, examples, options, summary } of commands) {
    for (const args of [[name, "--help"], [name, "--json", "-h"], ["help", name]]) {
      const { status, output } = await runInMemory(args);
      strictEqual(status, 0);
      ok(output.startsWith(`unmask ${name}: ${summary}`));
      for (const option of ["--json", "--seed", "--quiet"]) {
        ok(output.includes(`  ${option}`), option);
      }
      for (const text of ["  --source", "--source KIND:", "Sources, see"]) {
        strictEqual(output.includes(text), "source" in options, text);
      }
      for (const example of examples) ok(output.includes(`  ${example}\n`));
      for (const line of output.split("\n")) ok(line === line.trimEnd() && line.length <= 80, line);
    }
  }
});

Deno.test("the examples of help pages that name no file or folder work as they stand", async () => {
  for (const { examples } of commands) {
    for (
      const example of examples.filter((line) =>
        !/file=|--out |--model |--text|--tokens/.test(line)
      )
    ) {
      const { status, output } = await runInMemory(example.split(" ").slice(1), {
        files: { "b.json": "[0, 0, 0, 0, 0, 0, 0, 2]" },
      });
      strictEqual(status, 0, example);
      ok(output.length > 0);
    }
  }
});

Deno.test("--version prints the package's version", async () => {
  const { status, output } = await runInMemory(["--version"]);
  strictEqual(status, 0);
  match(output, /^unmask \d+\.\d+\.\d+\n$/);
});

Deno.test("commands that are none, and options that a command has not, are refused", async () => {
  await assertRefused([
    [
      [],
      /command must be one of curve, error, plan, frontier, decide, sample, corpora, train, measure, export .*got none/,
    ],
    [["prove"], /got prove/],
    [["Curve"], /got Curve/],
    [[""], /got ""/],
    [["--json"], /got --json/],
    [["constructor"], /got constructor/],
    [["help", "nothing"], /got nothing/],
    [["curve\nrm -rf"], /got "curve\\nrm -rf"/],
    [["curve"], /Cannot run curve: its options must be given, got none \(see --help\)/],
    [["curve", "--json"], /Cannot run curve: --source KIND:KEY=VALUE,\.\. must be given, got none/],
    [["curve", "--seed", "1"], /--source KIND:KEY=VALUE,\.\. must be given, got none/],
    [["curve", "--source"], /--source must have a value, got none/],
    [
      ["curve", "--sorce", "x"],
      /option must be one of --source, --isotonic, --json, --seed, --quiet, got --sorce \(did you mean --source\?\)/,
    ],
    [[...curve, "--sizes", "1,1"], /option must be .*got --sizes/],
    [[...curve, "--constructor"], /got --constructor/],
    [[...curve, "-x"], /got -x/],
    [[...curve, "more"], /nothing but options, got more/],
    [[...curve, "--", "more"], /got more/],
    [[...curve, ""], /got ""/],
    [[...curve, "--json=yes"], /--json must have no value, got yes/],
    [[...curve, "--json", "--json"], /--json must be given once/],
    [[...curve, "--source", "copies:length=1,states=1"], /--source must be given once/],
    [[...curve, "--seed"], /--seed must have a value/],
    [["curve", "--source="], /--source must be a text, got ""/],
  ]);
});

Deno.test("every command refuses a seed that is not an integer from 0 to 2^53 - 1", async () => {
  const source = ["--source", "copies:length=2,states=2"];
  const chain = { length: 4, states: 2, coupling: 1 };
  const rest: Record<string, string[]> = {
    curve: [],
    error: ["--sizes", "1,1"],
    plan: ["--steps", "1"],
    frontier: [],
    decide: ["--bound", "sharp-max", "--sizes", "1,1"],
    sample: ["--sizes", "1,1"],
    measure: ["--predictor", toyPredictorLine({ mode: "exact", chain }), "--tokens", "t.jsonl"],
    corpora: ["--corpus", "brown-news"],
    train: ["--out", "there"],
    export: ["--model", "here", "--out", "there"],
  };
  const needFolders = ["train", "export"];
  const world = { files: { "t.jsonl": "[0,1,1,0]\n".repeat(8) } };
  for (const { name, options } of commands) {
    const args = [name, ..."source" in options ? source : [], ...rest[name]!];
    for (const seed of needFolders.includes(name) ? [] : ["0", "9007199254740991"]) {
      strictEqual((await runInMemory([...args, "--seed", seed], world)).status, 0);
    }
    await assertRefused(
      ["-1", "1.0", "1e3", "0x10", "", " 1", "+1", "01", "9007199254740992", "NaN"].map((
        seed,
      ) => [
        [...args, "--seed", seed],
        /--seed must be an integer from 0 to 9007199254740991, got/,
      ]),
    );
  }
});

Deno.test("run() calls what it did not foresee an internal error, with a stack on request only", async () => {
  for (const debug of [false, true]) {
    const { status, output, errors } = await runInMemory(curve, {
      io: {
        debug,
        write(): void {
          throw new TypeError("Cannot read properties\nof undefined");
        },
      },
    });
    strictEqual(status, 1);
    strictEqual(output, "");
    match(errors, /^unmask: internal error: Cannot read properties\\nof undefined\n/);
    strictEqual(errors.split("\n").length > 2, debug);
  }
});

Deno.test("run() ends quietly when nobody reads its output any more", async () => {
  const { status, errors } = await runInMemory(curve, {
    io: {
      write(): void {
        throw new OutputClosed();
      },
    },
  });
  strictEqual(status, 0);
  strictEqual(errors, "");
});

Deno.test("progress goes to a terminal only, is wiped at the end, and --quiet silences it", async () => {
  strictEqual((await runInMemory(curve)).errors, "");
  strictEqual((await runInMemory([...curve, "--quiet"], { interactive: true })).errors, "");
  const { errors, output } = await runInMemory([...curve, "--json"], { interactive: true });
  match(errors, /computing/);
  ok(errors.endsWith("\r\x1b[2K"), "the last message is left on the screen");
  ok(!errors.includes("\n"));
  JSON.parse(output);
});

Deno.test("the help of sample names no source that it refuses, and that of plan names all but models", async () => {
  const kindsOf = async (name: string): Promise<string[]> => {
    const { output } = await runInMemory(["help", name]);
    const [, listed] = /Sources, see unmask --help:\n([^]*?)\n\n/.exec(output)!;
    return listed!.split("\n").map((line) => line.trim().split(":")[0]!);
  };
  const all = await kindsOf("plan");
  strictEqual(all.filter((kind) => kind === "losses" || kind === "curve").length, 2);
  deepStrictEqual(await kindsOf("sample"), [
    ...all.filter((kind) => !/^(losses|curve)$/.test(kind)),
    "model",
  ]);
});
