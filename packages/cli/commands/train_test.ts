import { deepStrictEqual, match, ok, strictEqual } from "node:assert/strict";
import { readModel, readRun } from "@unmask/training";
import { type MemoryWorld, type Outcome, runInMemory } from "../memory_io.ts";

/** A text with few letters, which a few steps learn something of. */
const text = "the cat sat on the mat and the dog sat on the log ".repeat(60);
const path = Deno.makeTempFileSync({ suffix: ".txt" });
Deno.writeTextFileSync(path, text);
globalThis.addEventListener("unload", () => Deno.removeSync(path));

const small = ["--width", "8", "--length", "8", "--batch", "4", "--device", "wasm"];

function train(args: readonly string[], world: MemoryWorld = {}): Promise<Outcome> {
  return runInMemory(["train", "--out", "m", ...args], world);
}

/** A world in which the signal comes at the n-th pause. */
function interruptedAt(pause: number, signal: "SIGINT" | "SIGTERM"): MemoryWorld {
  let come: (() => void) | undefined;
  let pauses = 0;
  return {
    interactive: true,
    io: {
      onInterrupt(listener): () => void {
        come = () => listener(signal);
        return () => {};
      },
      sleep(): Promise<void> {
        if (++pauses === pause) come!();
        return Promise.resolve();
      },
    },
  };
}

Deno.test("a model is trained, and says how it was made", async () => {
  const { status, output, errors, written } = await train([
    "--text",
    path,
    ...small,
    "--steps",
    "6",
    "--keep",
    "2,4",
    "--json",
  ]);
  strictEqual(errors, "");
  strictEqual(status, 0);
  deepStrictEqual(Object.keys(written).sort(), [
    "m/model-2.safetensors",
    "m/model-4.safetensors",
    "m/model.safetensors",
    "m/training.safetensors",
  ]);
  const answer = JSON.parse(output);
  strictEqual(answer.steps, 6);
  const model = await readModel(written["m/model.safetensors"]!);
  strictEqual(model.config.vocabularySize, 27);
  strictEqual(
    model.provenance["command"],
    `unmask train --text ${path} --preset tiny --length 8 --width 8 --steps 6 --batch 4`,
  );
  strictEqual(model.provenance["sha256"], answer.sha256);
  // What is kept is the running mean of the weights, rounded to half precision.
  const { state } = await readRun(written["m/training.safetensors"]!);
  for (const [name, values] of Object.entries(state.average)) {
    deepStrictEqual(model.tensors[name], new Float32Array(new Float16Array(values)), name);
  }
  // Six steps know the letters of the text better than nothing does.
  ok(answer.validation < Math.log(27), `${answer.validation}`);
  strictEqual((await readModel(written["m/model-2.safetensors"]!)).provenance["step"], 2);
});

for (const [signal, expected] of [["SIGINT", 130], ["SIGTERM", 143]] as const) {
  Deno.test(`a run that ${signal} ended goes on to the bytes of one without a pause`, async () => {
    const run = ["--text", path, ...small, "--steps", "7", "--teacher", "1"];
    const whole = await train(run);
    const ended = await train(run, interruptedAt(4, signal));
    strictEqual(ended.status, expected);
    strictEqual(ended.output, "");
    match(ended.errors, /Saved at step 3 of 7; --resume goes on\.\n$/);
    deepStrictEqual(Object.keys(ended.written), ["m/training.safetensors"]);
    const resumed = await train(["--resume"], { files: ended.written });
    strictEqual(resumed.status, 0);
    deepStrictEqual(resumed.written["m/model.safetensors"], whole.written["m/model.safetensors"]);
  });
}

Deno.test("how often a run is saved changes nothing of its model", async () => {
  const run = ["--text", path, ...small, "--steps", "5"];
  const [seldom, often] = [await train(run), await train([...run, "--save-every", "1"])];
  deepStrictEqual(often.written["m/model.safetensors"], seldom.written["m/model.safetensors"]);
  const other = await train([...run, "--seed", "1"]);
  ok(
    other.written["m/model.safetensors"]!.some((byte, n) =>
      byte !== seldom.written["m/model.safetensors"]![n]
    ),
  );
});

Deno.test("a terminal sees the loss, the rate and the time left", async () => {
  let now = 0;
  const { errors } = await train(["--text", path, ...small, "--steps", "3"], {
    interactive: true,
    io: { now: () => now += 1000 },
  });
  match(errors, /Training on WebAssembly, \d+ threads?\.\n/);
  match(errors, /training ████░{8} 1 of 3, 3\.\d{3} nats a token, \d+ tokens\/s, \d+ s left/);
});

Deno.test("bad input is refused in one line, and nothing is written", async () => {
  const saved = (await train(["--text", path, ...small, "--steps", "1"])).written;
  const short = Deno.makeTempFileSync();
  Deno.writeTextFileSync(short, "a few words only");
  const touched: string[] = [];
  const io: MemoryWorld["io"] = {
    makeDirectory: (path) => void touched.push(path),
    lock(path): never {
      throw new Error(`another process is using ${path}`);
    },
  };
  const cases: [string[], RegExp, MemoryWorld?][] = [
    [
      ["--text", path, "--steps", "9", "--keep", "4,10"],
      /--keep must be at most 9, those of the run, got 10\n$/,
    ],
    [["--text", path, "--keep", "5,5"], /--keep must be increasing integers of at least 1/],
    [
      ["--text", path, ...small, "--steps", "9"],
      /^unmask: Cannot write m: another process is using m\/training.lock\n$/,
    ],
    [[], /^unmask: Cannot train: --corpus or --text must be given, got none\n$/],
    [["--corpus", "brown-news", "--text", path], /must be given, got both\n$/],
    [
      ["--corpus", "moby"],
      /^unmask: Cannot read a corpus: the key must be one of .*, got "moby"\n$/,
    ],
    [["--text", short], /^unmask: Cannot /],
    [
      ["--text", path, "--length", "4000"],
      /^unmask: Cannot cut windows: some document must have 4000 tokens/,
    ],
    [["--text", path, "--width", "9"], /width must be a multiple of 2 heads, got 9\n$/],
    [
      ["--text", path, "--tokeniser", "bpe"],
      /--tokeniser must be letters, characters or byte-pairs:SIZE/,
    ],
    [["--resume"], /^unmask: Cannot go on training: m must hold a run, got none\n$/],
    [["--text", path], /m must hold no run, got one \(--resume goes on with it\)\n$/, {
      files: saved,
    }],
    [["--resume", "--steps", "9"], /steps must be 1 as the run began, got 9\n$/, { files: saved }],
    [
      ["--resume"],
      /m\/training.safetensors must be a run that was saved whole, got a file cut short\n$/,
      { files: { "m/training.safetensors": saved["m/training.safetensors"]!.subarray(0, 9000) } },
    ],
    [
      ["--resume"],
      /must be a run that was saved whole, got format unmask-model\/1\n$/,
      { files: { "m/training.safetensors": saved["m/model.safetensors"]! } },
    ],
  ];
  for (const [args, expected, world] of cases) {
    const { status, output, errors, written } = await train(args, { io, ...world });
    match(errors, expected);
    strictEqual(status, 2, args.join(" "));
    strictEqual(output, "");
    deepStrictEqual(written, {});
  }
  // The folder is made by the run that found it in use, and by no other.
  deepStrictEqual(touched, ["m"]);
  Deno.removeSync(short);
});
