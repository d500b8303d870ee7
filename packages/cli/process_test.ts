import { deepStrictEqual, match, ok, strictEqual } from "node:assert/strict";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const main = fileURLToPath(import.meta.resolve("./main.ts"));

function command(args: readonly string[], options: Deno.CommandOptions = {}): Deno.Command {
  return new Deno.Command(Deno.execPath(), {
    // Typed by `deno check`; a run that checks again takes ten times as long.
    args: ["run", "--quiet", "--no-check", "--allow-read", "--allow-env", main, ...args],
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
    ...options,
  });
}

async function unmask(
  args: readonly string[],
  options: Deno.CommandOptions = {},
): Promise<{ code: number; stdout: string; stderr: string }> {
  const { code, stdout, stderr } = await command(args, options).output();
  const decoder = new TextDecoder();
  return { code, stdout: decoder.decode(stdout), stderr: decoder.decode(stderr) };
}

Deno.test("a process answers on standard output with status 0", async () => {
  const line = "error --source copies:length=3,states=2 --sizes 1,2 --json";
  const { code, stdout, stderr } = await unmask(line.split(" "));
  deepStrictEqual([code, stderr], [0, ""]);
  strictEqual(JSON.parse(stdout).pathError, 0);
});

Deno.test("a process refuses bad input with status 2 and one line, and finds its files", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const file = join(folder, "t=1:2.json");
    await Deno.writeTextFile(file, '\uFEFF{"length": 1, "states": 2, "weights": [1, 3]}');
    const good = await unmask(["curve", "--source", `table:file=${file}`, "--json"]);
    deepStrictEqual([good.code, good.stderr], [0, ""]);
    for (const path of [folder, join(folder, "none")]) {
      const { code, stdout, stderr } = await unmask(["curve", "--source", `table:file=${path}`]);
      deepStrictEqual([code, stdout], [2, ""]);
      match(stderr, /^unmask: Cannot read [^\n]+\n$/);
    }
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("a process that may read nothing but its table computes the curve without workers", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const file = join(folder, "table.json");
    // 3^17 cells of work, above 2^26: workers would start. All sequences are alike.
    const weights = new Array<number>(2 ** 17).fill(1);
    await Deno.writeTextFile(file, JSON.stringify({ length: 17, states: 2, weights }));
    const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
      args: [
        ...["run", "--quiet", "--no-check", "--no-prompt", `--allow-read=${file}`, main],
        ...["curve", "--source", `table:file=${file}`, "--json"],
      ],
      stdin: "null",
    }).output();
    const decoder = new TextDecoder();
    deepStrictEqual([code, decoder.decode(stderr)], [0, ""]);
    const { entropy } = JSON.parse(decoder.decode(stdout));
    ok(Math.abs(entropy - 17 * Math.LN2) < 1e-10, `${entropy}`);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("a process that may not write refuses a figure in one line, and prints no plan", async () => {
  const line = "plan --source copies:length=3,states=2 --steps 2 --figure never.svg";
  const { code, stdout, stderr } = await unmask(line.split(" "));
  deepStrictEqual([code, stdout], [2, ""]);
  strictEqual(stderr, "unmask: Cannot write never.svg: Deno was not allowed to write it\n");
});

Deno.test("a process reads standard input where the file is -", async () => {
  const line = "plan --source curve:file=- --steps 2 --format csv";
  const process = command(line.split(" "), { stdin: "piped" }).spawn();
  const writer = process.stdin.getWriter();
  await writer.write(new TextEncoder().encode("[2, 1, 1]"));
  await writer.close();
  const { code, stdout } = await process.output();
  strictEqual(code, 0);
  strictEqual(new TextDecoder().decode(stdout), "iteration,size,revealed\n0,1,0\n1,2,1\n");
});

Deno.test("a process writes a document of a million numbers whole, through a slow pipe", async () => {
  const line = "curve --source copies:length=1048576,states=2 --json";
  const process = command(line.split(" ")).spawn();
  let text = "";
  for await (const part of process.stdout.pipeThrough(new TextDecoderStream())) text += part;
  strictEqual((await process.stderr.getReader().read()).value, undefined);
  strictEqual((await process.status).code, 0);
  strictEqual(JSON.parse(text).informationCurve.length, 2 ** 20);
});

Deno.test("a process ends quietly when its reader goes, as head -1 does", async () => {
  const line = "curve --source copies:length=1048576,states=2 --json";
  const process = command(line.split(" ")).spawn();
  const reader = process.stdout.getReader();
  ok((await reader.read()).value!.length > 0);
  await reader.cancel();
  const { value } = await process.stderr.getReader().read();
  strictEqual(value, undefined);
  strictEqual((await process.status).code, 0);
});

/** More sequences than anyone waits for. */
const endless =
  "sample --source potts-chain:length=64,states=4,coupling=1 --sizes 32,32 --count 1000000000"
    .split(" ");

Deno.test("a process that samples without end ends quietly when its reader goes", async () => {
  for (const format of ["text", "json", "jsonl", "npy"]) {
    const process = command([...endless, "--format", format]).spawn();
    const reader = process.stdout.getReader();
    ok((await reader.read()).value!.length > 0);
    await reader.cancel();
    strictEqual((await process.stderr.getReader().read()).value, undefined);
    strictEqual((await process.status).code, 0);
  }
});

Deno.test("a process that samples without end ends with status 130 on Ctrl-C, and says nothing", async () => {
  const process = command([...endless, "--seed", "4294967295"]).spawn();
  let text = "";
  const decoder = new TextDecoder();
  let seen = 0;
  for await (const part of process.stdout) {
    text = text.slice(-1000) + decoder.decode(part, { stream: true });
    if ((seen += part.length) > 2 ** 20) {
      seen = -Infinity;
      process.kill("SIGINT");
    }
  }
  ok(/^([0-3] ){63}[0-3]\n$/.test(text.split("\n").at(-2)! + "\n"));
  ok(text.endsWith("\n"), "the last line is whole");
  strictEqual((await process.stderr.getReader().read()).value, undefined);
  strictEqual((await process.status).code, 130);
});

Deno.test("a process that may not look at the environment works all the same", async () => {
  const { code, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "--quiet", "--no-check", "--no-prompt", main, "--version"],
    stdin: "null",
  }).output();
  deepStrictEqual([code, new TextDecoder().decode(stderr)], [0, ""]);
});
