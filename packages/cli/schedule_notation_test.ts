import { deepStrictEqual, strictEqual } from "node:assert/strict";
import { scheduleFamilies } from "@unmask/schedules";
import { runInMemory } from "./memory_io.ts";
import { assertRefused } from "./refusals.ts";
import { scheduleFamilyNotation } from "./schedule_notation.ts";

Deno.test("every family is read by its own name", () => {
  for (const family of scheduleFamilies) {
    strictEqual(scheduleFamilyNotation.read(family.name), family);
  }
});

Deno.test("beta(a,b) is read with any decimal numbers, spaces allowed", () => {
  for (
    const [text, name] of [["beta(2,3)", "beta(2,3)"], [
      "beta( .5 , 1e2 )",
      "beta(0.5,100)",
    ]] as const
  ) {
    strictEqual(scheduleFamilyNotation.read(text)?.name, name);
  }
});

Deno.test("a family that is none is not read", () => {
  const texts = [
    ...["", "Uniform", "beta", "beta()", "beta(1)", "beta(1,2,3)", "beta(1,2", "beta(1;2)"],
    ...["beta(0,1)", "beta(-1,1)", "beta(1,NaN)", "beta(1,Infinity)", "beta(1e300,1)", "beta(a,b)"],
    ...["beta(0x2,1)", "Beta(1,2)", "beta(1,2)x", "gamma(1,2)", "cosine()"],
  ];
  for (const text of texts) strictEqual(scheduleFamilyNotation.read(text), undefined, text);
});

Deno.test("error --schedule beta(1,1) answers for its sizes, and a bad one is refused in a line", async () => {
  const line = (name: string): string[] => [
    ..."error --source copies:length=16,states=2 --steps 4 --json --schedule".split(" "),
    name,
  ];
  const { output } = await runInMemory(line("beta(1,1)"));
  deepStrictEqual(JSON.parse(output).sizes, [2, 6, 6, 2]);
  await assertRefused([
    [
      line("beta(0,1)"),
      /--schedule must be one of uniform, .*, beta\(a,b\) with a and b from .*, got beta\(0,1\)/,
    ],
    [line("beta"), /got beta$/m],
  ]);
});
