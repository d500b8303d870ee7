import { deepStrictEqual, match, ok, strictEqual } from "node:assert/strict";
import { join } from "node:path";
import process from "node:process";
import { pottsChain } from "@unmask/potts";
import { drawRows, type ToyMode, toyPredictorLine } from "@unmask/testing";
import { type MemoryWorld, type Outcome, runInMemory } from "../memory_io.ts";

const shape = { length: 16, states: 4, coupling: 2.5 };
const chain = pottsChain(shape);
const rows = drawRows(chain, { count: 120, seed: 4 });
const files = {
  "t.jsonl": rows.map((tokens) => JSON.stringify([...tokens])).join("\n"),
  "a.txt": "the cat sat on the mat and the dog ran off ".repeat(40),
};

function measure(
  mode: ToyMode,
  rest: string,
  world: MemoryWorld = { files },
): Promise<Outcome> {
  const predictor = toyPredictorLine({ mode, chain: shape });
  return runInMemory(["measure", "--predictor", predictor, ...rest.split(" ")], world);
}

// deno-lint-ignore no-explicit-any -- a JSON document
async function document(mode: ToyMode, rest: string): Promise<any> {
  const { status, output, errors } = await measure(mode, `${rest} --json`);
  deepStrictEqual([status, errors], [0, ""]);
  return JSON.parse(output);
}

const sum = (values: readonly number[]): number => values.reduce((total, x) => total + x, 0);

Deno.test("measure estimates the curve of a law through its predictor, and holds its plan against other text", async () => {
  const answer = await document("exact", "--tokens t.jsonl --steps 4");
  deepStrictEqual(Object.keys(answer), [
    "model",
    "text",
    "length",
    "vocabularySize",
    "exact",
    "seed",
    "revealed",
    "unmasked",
    "sequences",
    "informationCurve",
    "standardErrors",
    "modelCurve",
    "schedules",
    "plan",
    "notes",
  ]);
  strictEqual(answer.model.restarts, 0);
  strictEqual(answer.exact, false);
  deepStrictEqual(answer.sequences, { curve: 60, validation: 60 });
  match(answer.model.name, /^toy/);
  const f = chain.informationCurve().conditionalEntropies;
  const { losses, standardErrors, revealedCounts } = answer.modelCurve;
  deepStrictEqual(revealedCounts, Array.from(f.keys()));
  // 16 counts near 4.5 standard errors of 60 sequences: 1 in 2,000.
  f.forEach((value, k) => ok(Math.abs(losses[k] - value) <= 4.5 * standardErrors[k] + 1e-12));
  strictEqual(answer.informationCurve.length, 16);
  strictEqual(sum(answer.plan.sizes), 16);
  strictEqual(answer.plan.steps, 4);
  for (const { schedule, sizes, predicted, measured, z } of answer.schedules) {
    strictEqual(sum(sizes), 16);
    ok(predicted.standardError > 0);
    if (schedule === "one-at-a-time") deepStrictEqual([measured, z], [null, null]);
    else ok(Math.abs(z) < 3.5 && measured.standardError > 0);
  }
  ok(answer.notes.some((note: string) => /entropy of the text is unknown/.test(note)));
});

Deno.test("measure shows another curve for a model that predicts the wrong positions, and says that it rises", async () => {
  const answer = await document("shifted", "--tokens t.jsonl --steps 4");
  const f = chain.informationCurve().conditionalEntropies;
  const { losses, standardErrors } = answer.modelCurve;
  ok(f.some((value, k) => losses[k] > value + 8 * standardErrors[k]));
  ok(answer.notes.some((note: string) => /worse use of more context/.test(note)));
});

Deno.test("measure answers the same bytes for the same seed, and others for another", async () => {
  const line = "--tokens t.jsonl --steps 4 --draws 10 --json";
  const [one, again, other] = await Promise.all([
    measure("exact", line),
    measure("exact", `${line} --batch 3`),
    measure("exact", `${line} --seed 1`),
  ]);
  const named = ({ output }: Outcome): string => output.replace(/toy \d+/, "toy");
  strictEqual(named(again!), named(one!));
  ok(named(other!) !== named(one!));
});

Deno.test("measure plans over what is not always revealed", async () => {
  const prompt = await document("exact", "--tokens t.jsonl --draws 20 --prompt-length 4 --steps 3");
  deepStrictEqual([prompt.revealed, prompt.unmasked], [[0, 1, 2, 3], 12]);
  strictEqual(sum(prompt.plan.sizes), 12);
  const infill = await document("exact", "--tokens t.jsonl --draws 20 --reveal 0-2,15");
  deepStrictEqual([infill.revealed, infill.unmasked, infill.plan.steps], [[0, 1, 2, 15], 12, 3]);
  // More is known of every token from the start.
  const whole = await document("exact", "--tokens t.jsonl --draws 20 --steps 3");
  ok(infill.informationCurve[0] < whole.informationCurve[0]);
});

Deno.test("measure plans within an error, at few revealed counts, and takes letters of a text", async () => {
  const within = await document("exact", "--tokens t.jsonl --draws 30 --error 1.5 --counts 8");
  ok(within.plan.steps > 1 && within.plan.steps < 16);
  strictEqual(within.modelCurve.losses.length, 8);
  ok(within.notes.some((note: string) => /Measured at 8 of 16 revealed counts/.test(note)));
  const letters = toyPredictorLine({
    mode: "exact",
    chain: { length: 12, states: 27, coupling: 1 },
    tellsLength: false,
  });
  const { status, output } = await runInMemory(
    ["measure", "--predictor", letters, "--text", "a.txt", "--length", "12", "--draws", "30"],
    { files },
  );
  strictEqual(status, 0);
  match(output, /^predictor toy \d+, text a\.txt, length 12, vocabulary 27,/);
  match(output, /The plan, 3 iterations; sizes in order of unmasking:/);
  for (const line of output.split("\n")) ok(line.length <= 80, line);
});

Deno.test("measure prints what was measured where it was, beside the smooth fit", async () => {
  const line = "--tokens t.jsonl --steps 4 --draws 10 --counts 4";
  const [{ output }, { modelCurve, informationCurve }] = await Promise.all([
    measure("exact", line),
    document("exact", line),
  ]);
  const rows = [...output.matchAll(/^ {2}(\d+) +([\d.]+) +([\d.]+) +([\d.]+) +█/gm)]
    .map(([, ...cells]) => cells.map(Number));
  deepStrictEqual(rows.map(([k]) => k), modelCurve.revealedCounts);
  rows.forEach(([k, loss, standardError, smooth], j) => {
    for (
      const [shown, value] of [
        [loss!, modelCurve.losses[j]],
        [standardError!, modelCurve.standardErrors[j]],
        [smooth!, informationCurve[k!]],
      ]
    ) ok(Math.abs(shown - value) <= 5e-5 + 1e-12, `${shown} ${value}`);
  });
  // The negative control: the two are not one.
  ok(rows.some(([, loss, , smooth]) => Math.abs(loss! - smooth!) > 1e-3));
});

Deno.test("measure says that a plan is a schedule rather than what it gains over it", async () => {
  const { notes, schedules, plan } = await document(
    "exact",
    "--tokens t.jsonl --draws 10 --steps 1",
  );
  deepStrictEqual(plan.sizes, [16]);
  const told = notes.join("\n");
  match(told, /^The plan's sizes are those of uniform and cosine\.$/m);
  ok(!/gain|optimism/.test(told));
  for (const { predicted } of schedules.slice(0, 3)) {
    deepStrictEqual(predicted, schedules[0].predicted);
  }
  const other = await document("exact", "--tokens t.jsonl --steps 4");
  ok(!other.notes.some((note: string) => /sizes are those/.test(note)));
  ok(
    other.notes.some((note: string) =>
      note.includes(`corrected for optimism by ${other.plan.optimism.toFixed(4)} nats`)
    ),
  );
});

Deno.test("measure cuts names that are wider than the page, and keeps them in JSON", async () => {
  for (const [letter, shown] of [["x", "x".repeat(60)], ["\x1b", "\\u{1b}".repeat(10)]] as const) {
    const name = letter.repeat(300);
    const world = { files: { [name]: files["t.jsonl"] } };
    const line = `--tokens ${name} --steps 4 --draws 10`;
    const { output } = await measure("exact", line, world);
    ok(output.replaceAll(/\s+/g, " ").includes(`, tokens ${shown}.., length 16,`), output);
    for (const line of output.split("\n")) ok(line.length <= 80, line);
    const json = await measure("exact", `${line} --json`, world);
    strictEqual(JSON.parse(json.output).text.file, name);
  }
});

Deno.test("measure tells how often a predictor's process was started again", async () => {
  // One that gives four answers the first time that it lives: two of them are the check's.
  const folder = await Deno.makeTempDir();
  try {
    const [dies, exact] = (["dies", "exact"] as const).map((mode) =>
      toyPredictorLine({ mode, chain: shape, after: 4 })
    );
    const flag = join(folder, "lived");
    const line = `if test -e "${flag}"; then exec ${exact}; else : > "${flag}"; exec ${dies}; fi`;
    const { output } = await runInMemory(
      ["measure", "--predictor", line, "--tokens", "t.jsonl", "--steps", "4", "--json"],
      { files },
    );
    const answer = JSON.parse(output);
    strictEqual(answer.model.restarts, 1);
    match(answer.notes[0], /^Warning: the model's process ended .* started again once:/);
    // The numbers are those of a process that lives on.
    const { modelCurve } = await document("exact", "--tokens t.jsonl --steps 4");
    deepStrictEqual(answer.modelCurve, modelCurve);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("measure refuses what it cannot measure in one line, with nothing on standard output", async () => {
  const cases: [ToyMode, string, RegExp][] = [
    [
      "exact",
      "--steps 4",
      /the text must be given as --corpus NAME or --text FILE or --tokens FILE, got none/,
    ],
    ["exact", "--text a.txt --tokens t.jsonl", /got --text and --tokens/],
    [
      "exact",
      "--tokens t.jsonl --alphabet letters",
      /--alphabet must stand with --text, got --tok/,
    ],
    [
      "exact",
      "--tokens t.jsonl --steps 4 --error 1",
      /must be --steps T or --error NATS, got both/,
    ],
    ["exact", "--tokens none.jsonl", /Cannot read none\.jsonl: there is no such file/],
    ["exact", "--tokens a.txt", /line 1: it must be a JSON array of integers from 0 to/],
    ["exact", "--tokens empty", /the file must not be empty/],
    ["exact", "--text binary", /the file must be UTF-8 text/],
    ["exact", "--tokens float", /line 2: it must be a JSON array .* got 1\.5/],
    ["exact", "--tokens big", /tokens must be from 0 to 3, the model's, got 4 in document 1/],
    ["exact", "--tokens short", /must have a document of at least 16 tokens, got 3 in the longest/],
    ["exact", "--tokens few", /held-out sequences must be at least 8, .*, got 2/],
    ["exact", "--text a.txt", /symbols of the alphabet letters must be at most 4, .* got 27/],
    ["exact", "--tokens t.jsonl --length 12", /its length must be 12, got 16/],
    ["exact", "--tokens t.jsonl --steps 17", /steps must be from 1 to 16, .* got 17/],
    ["exact", "--tokens t.jsonl --prompt-length 16", /must be below the length 16, got 16/],
    [
      "exact",
      "--tokens t.jsonl --prompt-length 14",
      /--prompt-length and --reveal must leave at least 3 of 16 positions to unmask, got 2/,
    ],
    ["exact", "--tokens t.jsonl --prompt-length 9 --reveal 0-15", /at least 3 of 16 .*, got 0/],
    [
      "exact",
      "--tokens t.jsonl --split test",
      /--split must stand with --corpus or --text, got --tokens/,
    ],
    [
      "exact",
      "--tokens t.jsonl --reveal 3-16",
      /positions of --reveal must be from 0 to 15, got 16/,
    ],
    ["exact", "--tokens t.jsonl --reveal 5-3", /--reveal must be positions from 0 and ranges/],
    ["exact", "--tokens t.jsonl --timeout 0", /--timeout must be a number of seconds from 0\.001/],
    ["exact", "--tokens t.jsonl --draws 3", /--draws must be an integer from 4/],
    ["serial", "--tokens t.jsonl", /logProbabilities must be entries of the rows/],
    ["logits", "--tokens t.jsonl", /must be natural logarithms of probabilities/],
    ["nan", "--tokens t.jsonl", /numbers must be finite .*, got NaN/],
    ["short", "--tokens t.jsonl", /must be a list of 16, got 1/],
    ["dies", "--tokens t.jsonl", /must stay alive, but it ended with status 7, started again 3/],
    ["hangs", "--tokens t.jsonl --timeout 1", /an answer must come within 1 s, got none/],
  ];
  const world = {
    files: {
      ...files,
      empty: "",
      binary: Uint8Array.of(0xff, 0xfe, 0),
      float: "[1, 2]\n[1.5]",
      big: "[4]",
      short: "[1, 2, 3]\n",
      few: `${JSON.stringify(new Array(40).fill(1))}\n`,
    },
  };
  for (const [mode, rest, message] of cases) {
    const { status, output, errors } = await measure(mode, rest, world);
    deepStrictEqual([status, output], [2, ""], rest);
    match(errors, /^unmask: Cannot [^\n]+\n$/);
    match(errors, message);
  }
  const none = await runInMemory(["measure", "--text", "a.txt"], { files });
  match(
    none.errors,
    /the model must be given as --model DIR or .* or --predictor COMMAND, got none/,
  );
});

Deno.test("Ctrl-C ends a measurement and the model's process, and leaves the terminal clean", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const file = join(folder, "pid");
    const slow = toyPredictorLine({ mode: "slow", chain: shape });
    let press = (): void => {};
    let shown = "";
    const { status, output } = await runInMemory(
      ["measure", "--predictor", `echo $$ > "${file}"; exec ${slow}`, "--tokens", "t.jsonl"],
      {
        files,
        interactive: true,
        io: {
          sleep: (milliseconds) => new Promise((wake) => setTimeout(wake, milliseconds / 10)),
          onInterrupt(listener): () => void {
            press = () => listener("SIGINT");
            return () => {};
          },
          writeError(text): void {
            shown += text;
            if (/ [1-9]\d* of 960 states/.test(text)) press();
          },
          now: (() => {
            let time = 0;
            return () => time += 300;
          })(),
        },
      },
    );
    deepStrictEqual([status, output], [130, ""]);
    ok(shown.endsWith("\r\x1b[2K"));
    match(shown, /measuring the curve ░+ 0 of 960 states/);
    const pid = Number(await Deno.readTextFile(file));
    let alive = true;
    for (let n = 0; alive && n < 200; n++) {
      try {
        process.kill(pid, 0);
        await new Promise((wake) => setTimeout(wake, 10));
      } catch {
        alive = false;
      }
    }
    strictEqual(alive, false);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
