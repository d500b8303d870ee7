import { deepStrictEqual, match, ok, strictEqual } from "node:assert/strict";
import { runInMemory } from "../memory_io.ts";

const source = "losses:file=log.csv,length=32";

/** A log of `f` with a ripple that stands for noise of 0.01 nats, which it states. */
function logOf(f: (k: number) => number): { files: Record<string, string> } {
  const lines = Array.from(
    { length: 32 },
    (_, k) => `${k},${f(k) + 0.01 * Math.sin(2.4 * k * k)},0.01`,
  );
  return { files: { "log.csv": `revealed,loss,standard_error\n${lines.join("\n")}\n` } };
}

const bent = logOf((k) => 0.5 + 2 * Math.exp(-k / 4));
const straight = logOf((k) => 2 - k / 40);
/** Nearly so: the plan's sizes are not quite uniform. */
const nearly = logOf((k) => 2 - k / 40 + 0.05 * Math.sin(k / 5));

// deno-lint-ignore no-explicit-any -- a JSON document
async function json(line: string, world: { files: Record<string, string> }): Promise<any> {
  const args = [...line.split(" "), "--source", source, "--json"];
  const { status, output, errors } = await runInMemory(args, world);
  strictEqual(errors, "");
  strictEqual(status, 0);
  return JSON.parse(output);
}

Deno.test("plan has an interval about the true error, and a gain that noise does not explain", async () => {
  const document = await json("plan --steps 8", bent);
  strictEqual(document.exact, false);
  strictEqual(document.steps, 8);
  const sum = (sizes: number[]): number => sizes.reduce((total, size) => total + size, 0);
  strictEqual(sum(document.sizes), 32);
  const f = (k: number): number => 0.5 + 2 * Math.exp(-k / 4);
  let truth = 0;
  let revealed = 0;
  for (const size of document.sizes) {
    for (let j = 0; j < size; j++) truth += f(revealed) - f(revealed + j);
    revealed += size;
  }
  const [low, high] = document.interval;
  ok(low <= document.pathError && document.pathError <= high);
  // The ripple is no normal noise: its log is one of many, and three half widths are ample.
  ok(Math.abs(truth - document.pathError) < 1.5 * (high - low));
  strictEqual(document.gain.over, "uniform");
  strictEqual(document.gain.explainedByNoise, false);
  ok(document.gain.interval[0] > 0);
  for (const row of document.comparison) {
    const keys = ["schedule", "sizes", "pathError", "interval"];
    if (row.steps !== undefined) keys.splice(2, 0, "steps");
    deepStrictEqual(Object.keys(row), keys);
    strictEqual(sum(row.sizes), 32);
  }
  const names = document.comparison.map(({ schedule }: { schedule: string }) => schedule);
  ok(names.includes("beta(1,1)") && names.includes("continuum"));
  const { over, nats, interval } = document.gainOverBest;
  ok(over !== "uniform" && nats < document.gain.nats && interval[0] <= nats && nats <= interval[1]);
});

Deno.test("plan says that noise explains the gain where uniform sizes are optimal", async () => {
  const { gain } = await json("plan --steps 8", straight);
  strictEqual(gain.explainedByNoise, true);
  const uniform = await runInMemory(["plan", "--source", source, "--steps", "8"], straight);
  match(uniform.output, /The plan is that of uniform sizes: the estimate shows nothing to gain/);
  strictEqual((await json("plan --steps 8", nearly)).gain.explainedByNoise, true);
  const { output } = await runInMemory(["plan", "--source", source, "--steps", "8"], nearly);
  match(output, /Noise can explain the gain over uniform sizes/);
  match(output, /Use uniform sizes unless/);
  match(output, /H\(X\) is unknown/);
});

Deno.test("plan --error takes steps whose estimate is within the budget", async () => {
  const document = await json("plan --error 2", bent);
  ok(document.pathError <= 2 && document.steps < 32);
  const fewer = await json(`plan --steps ${document.steps - 1}`, bent);
  ok(fewer.pathError > 1.9, "a step fewer is not within it by more than the noise");
});

Deno.test("plan --error says that its estimate is within the budget, and how far its interval goes", async () => {
  const { pathError, interval } = await json("plan --steps 8", bent);
  const budget = pathError + 1e-6;
  const document = await json(`plan --error ${budget}`, bent);
  deepStrictEqual([document.steps, document.interval], [8, interval]);
  ok(interval[1] > budget);
  match(document.notes[0], /is within the budget of .* perhaps not: its interval reaches to/);
  const { output } = await runInMemory(["plan", "--source", source, "--error", "6"], bent);
  match(output, /within the budget of 6 nats/);
});

Deno.test("sizes alone come with their notes on a terminal, and standard output stays clean", async () => {
  for (const format of ["csv", "llada", "mdlm"]) {
    const args = ["plan", "--source", source, "--steps", "8", "--format", format];
    const plain = await runInMemory(args, nearly);
    strictEqual(plain.errors, "");
    const shown = await runInMemory(args, { ...nearly, interactive: true });
    strictEqual(shown.output, plain.output);
    match(shown.errors, /Noise can explain the gain over uniform sizes.*\n/);
    match(shown.errors, /H\(X\) is unknown/);
    const quiet = await runInMemory([...args, "--quiet"], { ...nearly, interactive: true });
    strictEqual(quiet.errors, "");
  }
});

Deno.test("a figure of losses says so, names the file without its folders, and bounds its error", async () => {
  const { status, written } = await runInMemory(
    ["plan", "--source", "losses:file=a/b/log.csv,length=32", "--steps", "8", "--figure", "p.svg"],
    { files: { "a/b/log.csv": bent.files["log.csv"]! } },
  );
  strictEqual(status, 0);
  const svg = new TextDecoder().decode(written["p.svg"]);
  match(svg, />Mean loss of a masked token \(nats\)<\/text>/);
  match(svg, />losses, file log\.csv, length 32, /);
  match(svg, /estimated path error [\d.]+ nats, 95% interval [\d.]+ to [\d.]+<\/text>/);
});

Deno.test("notes say what few places and missing counts leave open", async () => {
  const lines = straight.files["log.csv"]!.split("\n");
  const notesOf = async (kept: string[], length: number): Promise<string> => {
    const { output } = await runInMemory(
      ["plan", "--source", `losses:file=log.csv,length=${length}`, "--steps", "8", "--json"],
      { files: { "log.csv": `${kept.join("\n")}\n` } },
    );
    return JSON.parse(output).notes.join(" ");
  };
  const all = lines.slice(0, 33);
  ok(!/smooth|rests on/.test(await notesOf(all, 32)));
  match(await notesOf(all, 128), /between its 32 places the curve is taken to be smooth/);
  match(await notesOf(all, 128), /more than a quarter is extrapolated: the plan rests on what/);
  ok(!/rests on/.test(await notesOf(all.slice(0, 30), 32)));
});

Deno.test("plans depend on the numbers of the log and the seed, not on how the file is written", async () => {
  const one = await json("plan --steps 8", bent);
  const text = `\ufeff${bent.files["log.csv"]!.replaceAll("\n", "\r\n")}`;
  deepStrictEqual(await json("plan --steps 8", { files: { "log.csv": text } }), one);
  deepStrictEqual(await json("plan --steps 8 --seed 0", bent), one);
  const other = await json("plan --steps 8 --seed 1", bent);
  deepStrictEqual(other.sizes, one.sizes);
  ok(other.optimism !== one.optimism);
});

Deno.test("error and frontier answer with intervals, and no bounds", async () => {
  const error = await json("error --schedule uniform --steps 8", bent);
  deepStrictEqual([error.exact, error.endpointError, error.bounds], [false, null, []]);
  const plan = await json("plan --steps 8", bent);
  const uniform = plan.comparison.find((row: { schedule: string }) => row.schedule === "uniform");
  deepStrictEqual([error.pathError, error.interval], [uniform.pathError, uniform.interval]);
  const { points, exact } = await json("frontier", bent);
  strictEqual(exact, false);
  strictEqual(points.length, 32);
  deepStrictEqual(points[31], { steps: 32, pathError: 0, interval: [0, 0] });
  ok(points[0].pathError > points[7].pathError);
});
