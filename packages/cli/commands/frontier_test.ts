import { deepStrictEqual, ok, strictEqual } from "node:assert/strict";
import { runInMemory } from "../memory_io.ts";

Deno.test("frontier gives the optimum of enumeration for every number of steps", async () => {
  const line = "frontier --source potts-chain:length=5,states=3,coupling=1.3 --json";
  const { status, output } = await runInMemory(line.split(" "));
  strictEqual(status, 0);
  const document = JSON.parse(output) as {
    points: { steps: number; pathError: number }[];
    complete: boolean;
  };
  strictEqual(document.complete, true);
  deepStrictEqual(Object.keys(document), ["points", "complete"]);
  // 50-digit enumeration (mpmath 1.3.0).
  const expected = [
    0.819746172437042834942014670314,
    0.286744129437158450274543329208,
    0.135561666545481171046239708657,
    0.0561766013981037903267903368068,
    0,
  ];
  strictEqual(document.points.length, expected.length);
  document.points.forEach((point, i) => {
    deepStrictEqual(Object.keys(point), ["steps", "pathError"]);
    strictEqual(point.steps, i + 1);
    ok(Math.abs(point.pathError - expected[i]!) <= 1e-12);
  });
});

Deno.test("frontier prints a table for 80 columns, and of independent tokens too", async () => {
  for (
    const source of [
      "potts-chain:length=500,states=4,coupling=2",
      "potts-chain:length=3,states=4,coupling=0",
    ]
  ) {
    const { output } = await runInMemory(["frontier", "--source", source]);
    for (const row of output.split("\n")) ok(row.length <= 80 && row === row.trimEnd(), row);
    ok(!/NaN|Infinity/.test(output));
  }
});

Deno.test("frontier gives corners beyond 4096 tokens, and says whether they are all", async () => {
  const line = "frontier --source copies:length=10000,states=2";
  const { output } = await runInMemory([...line.split(" "), "--json"]);
  // One token tells all others, so two steps are enough.
  deepStrictEqual(JSON.parse(output), {
    points: [
      { steps: 1, pathError: 9999 * Math.LN2 },
      { steps: 2, pathError: 0 },
      { steps: 10000, pathError: 0 },
    ],
    complete: true,
  });
  const text = (await runInMemory(line.split(" "))).output;
  ok(text.includes("All 3 corners"), text);
  for (const row of text.split("\n")) ok(row.length <= 80 && row === row.trimEnd(), row);
});
