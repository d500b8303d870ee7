import { deepStrictEqual, match, ok, strictEqual } from "node:assert/strict";
import { runInMemory } from "./memory_io.ts";
import { assertRefused } from "./refusals.ts";

const source = ["--source", "losses:file=log.csv,length=32"];

/** A log of 16 masked fractions; losses of a curve that falls with a ripple as noise. */
function logOf(
  loss: (masked: number) => number,
  error: number | undefined,
  rows = 16,
): { files: Record<string, string> } {
  const lines = Array.from({ length: rows }, (_, i) => {
    const masked = (i + 1) / rows;
    const value = loss(masked) + (error ?? 0) * Math.sin(2.4 * i * i);
    return [masked, value, ...(error === undefined ? [] : [error])].join();
  });
  const header = `masked_fraction,loss${error === undefined ? "" : ",standard_error"}`;
  return { files: { "log.csv": `${header}\n${lines.join("\n")}\n` } };
}

const curve = (masked: number): number => 0.5 + 2 * masked ** 3;
const commands = [
  ["plan", ...source, "--steps", "8"],
  ["error", ...source, "--schedule", "uniform", "--steps", "8"],
  ["frontier", ...source],
];

Deno.test("losses that rise with revealed tokens are refused, naming both likely causes", async () => {
  const swapped = logOf((masked) => curve(1 - masked), 0.01);
  const weighted = logOf((masked) => curve(masked) / masked, 0.01);
  const exact = logOf((masked) => 3 - masked, undefined, 10);
  const few = logOf((masked) => 3 - masked ** 2, undefined, 5);
  for (const world of [swapped, weighted, exact, few]) {
    for (const command of commands) {
      await assertRefused([[
        command,
        /must not rise .* got [\d.]+ at masked_fraction .* the revealed one, .* weighted by 1\/t\?/,
      ]], world);
    }
  }
  for (const command of commands) {
    strictEqual((await runInMemory(command, logOf(curve, 0.01))).status, 0);
  }
});

Deno.test("--isotonic takes losses that rise as noise, and says so", async () => {
  const swapped = logOf((masked) => curve(1 - masked), 0.01);
  for (const command of commands) {
    const { status, output } = await runInMemory([...command, "--isotonic", "--json"], swapped);
    strictEqual(status, 0);
    match(JSON.parse(output).notes.join(" "), /isotonic regression/);
  }
  const { output } = await runInMemory([...commands[0]!, "--isotonic", "--json"], swapped);
  strictEqual(JSON.parse(output).gain.explainedByNoise, true);
  // Rises that are noise are left alone.
  const plain = logOf(curve, 0.01);
  deepStrictEqual(
    await runInMemory([...commands[0]!, "--isotonic"], plain),
    await runInMemory(commands[0]!, plain),
  );
});

Deno.test("curve shows losses that rise, with a warning", async () => {
  const swapped = logOf((masked) => curve(1 - masked), 0.01);
  const { status, output } = await runInMemory(["curve", ...source], swapped);
  strictEqual(status, 0);
  match(output, /Warning: the losses rise with revealed tokens/);
});

Deno.test("standard errors that are too small are warned of, not taken for a rise", async () => {
  const world = logOf(curve, 0.05);
  const understated = world.files["log.csv"]!.replaceAll(",0.05\n", ",0.005\n");
  const { status, output } = await runInMemory([...commands[0]!, "--json"], {
    files: { "log.csv": understated },
  });
  strictEqual(status, 0);
  const { notes } = JSON.parse(output);
  ok(!/rise/.test(notes.join(" ")) && /times as large, as that scatter says/.test(notes.join(" ")));
});
