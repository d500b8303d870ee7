import { deepStrictEqual, strictEqual } from "node:assert/strict";
import { dilated } from "@unmask/schedules";
import { dilatedPositions } from "./dilated_positions.ts";

function setsOf(length: number): number[][] {
  const { rule } = dilatedPositions.rules({ length, vocabularySize: 2 })[0]!;
  const [state, candidates] = [new Int32Array(length), new Int32Array(0)];
  return Array.from({ length: rule.iterations! }, (_, iteration) => {
    const view = { iteration, state, candidates, predictions: new Float64Array(0) };
    const proposal = rule.propose(view);
    strictEqual(proposal.size, proposal.candidates.length);
    return [...proposal.candidates];
  });
}

Deno.test("dilatedPositions are multiples of a stride that halves, as by hand", () => {
  deepStrictEqual(setsOf(1), [[0]]);
  deepStrictEqual(setsOf(2), [[0, 1]]);
  deepStrictEqual(setsOf(3), [[0, 2], [1]]);
  deepStrictEqual(setsOf(5), [[0, 4], [2], [1, 3]]);
  deepStrictEqual(setsOf(6), [[0, 4], [2], [1, 3, 5]]);
  deepStrictEqual(setsOf(8), [[0, 4], [2, 6], [1, 3, 5, 7]]);
});

Deno.test("dilatedPositions has the sizes of the schedule family of that name, at any length", () => {
  for (const length of [...Array.from({ length: 200 }, (_, i) => i + 1), 4095, 4096, 4097]) {
    const sets = setsOf(length);
    deepStrictEqual(
      sets.map((set) => set.length),
      [...dilated.sizes({ length, steps: sets.length })],
    );
    deepStrictEqual(sets.flat().toSorted((a, b) => a - b), Array.from({ length }, (_, i) => i));
  }
});
