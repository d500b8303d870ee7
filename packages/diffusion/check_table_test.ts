import { doesNotThrow, throws } from "node:assert/strict";
import { checkTable } from "./check_table.ts";

Deno.test("checkTable() takes finite entries of at least 0, as many as they must be", () => {
  doesNotThrow(() => checkTable(Float64Array.of(0, 1e-320, 5), 3));
  doesNotThrow(() => checkTable(Uint8Array.of(0, 1), 2));
  const refusals: readonly [number[], number, string][] = [
    [[1], 2, "each must have 2 entries, got 1"],
    [[1, 2, 3], 2, "each must have 2 entries, got 3"],
    [[1, NaN], 2, "entries must be finite and at least 0, got NaN at 1"],
    [[-1e-9, 1], 2, "entries must be finite and at least 0, got -1e-9 at 0"],
    [[Infinity], 1, "entries must be finite and at least 0, got Infinity at 0"],
  ];
  for (const [entries, size, rule] of refusals) {
    throws(() => checkTable(Float64Array.from(entries), size), {
      name: "RangeError",
      message: `Cannot use a law's tables: ${rule}`,
    });
  }
});
