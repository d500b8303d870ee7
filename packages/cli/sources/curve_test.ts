import { deepStrictEqual, match, strictEqual } from "node:assert/strict";
import { runInMemory } from "../memory_io.ts";
import { assertRefused } from "../refusals.ts";

const files = {
  falling: "[2, 1.5, 1, 0.5]",
  rising: "[2, 1, 2, 0.5]",
  negative: "[2, 1, -1]",
};

const commandLines = (source: string): string[][] => [
  ["curve", "--source", source],
  ["error", "--source", source, "--sizes", "2,2"],
  ["plan", "--source", source, "--steps", "2"],
  ["frontier", "--source", source],
];

Deno.test("a curve that increases is refused, unless --isotonic flattens it and says so", async () => {
  for (const line of commandLines("curve:file=rising")) {
    await assertRefused([[line, /must not increase, got f\(2\) = 2 after 1/]], { files });
    const { status, output } = await runInMemory([...line, "--isotonic", "--json"], { files });
    strictEqual(status, 0);
    const { exact, notes, informationCurve } = JSON.parse(output);
    strictEqual(exact, false);
    match(notes[0], /isotonic regression/);
    // The mean of 1 and 2, by hand.
    if (line[0] === "curve") deepStrictEqual(informationCurve, [2, 1.5, 1.5, 0.5]);
    match((await runInMemory([...line, "--isotonic"], { files })).output, /isotonic/);
  }
});

Deno.test("--isotonic leaves a curve that does not increase exact", async () => {
  for (const line of commandLines("curve:file=falling")) {
    const plain = await runInMemory([...line, "--json"], { files });
    strictEqual(plain.status, 0);
    deepStrictEqual(await runInMemory([...line, "--json", "--isotonic"], { files }), plain);
  }
});

Deno.test("--isotonic does not excuse negative values, nor other sources", async () => {
  await assertRefused([
    [["curve", "--source", "curve:file=negative", "--isotonic"], /at least 0, got f\(2\) = -1/],
    [
      ["curve", "--source", "copies:length=4,states=2", "--isotonic"],
      /with --isotonic its kind must be curve or losses, got copies/,
    ],
  ], { files });
});

Deno.test("length, where it is given, must be the number of values", async () => {
  for (const line of commandLines("curve:file=falling,length=5")) {
    await assertRefused([[line, /values must be as many as the length 5, got 4/]], { files });
  }
  await assertRefused([[
    ["curve", "--source", "curve:file=falling,length=0"],
    /length must be an integer of at least 1, got 0/,
  ]], { files });
  const [with4, without] = await Promise.all(
    ["curve:file=falling,length=4", "curve:file=falling"].map((source) =>
      runInMemory(["curve", "--source", source, "--json"], { files })
    ),
  );
  deepStrictEqual(with4, without);
});

Deno.test("a rise is one relative to the curve's own values, however small", async () => {
  const files = { faint: "[1e-13, 3e-13]", rounded: "[1, 0.5, 0.5000000000000001]" };
  await assertRefused([[
    ["plan", "--source", "curve:file=faint", "--steps", "1"],
    /must not increase, got f\(1\) = 3e-13 after 1e-13; --isotonic/,
  ]], { files });
  strictEqual(
    (await runInMemory(["curve", "--source", "curve:file=rounded"], { files })).status,
    0,
  );
});

Deno.test("an estimated curve that was saved is not taken for an exact one", async () => {
  const files = { saved: JSON.stringify({ exact: false, informationCurve: [2, 1, 0.5] }) };
  const line = ["plan", "--source", "curve:file=saved", "--steps", "2", "--json"];
  const { exact, notes } = JSON.parse((await runInMemory(line, { files })).output);
  strictEqual(exact, false);
  match(notes[0], /is an estimate/);
});
