import { ok, strictEqual } from "node:assert/strict";
import fc from "fast-check";
import { arbitraryTimeGrid } from "./arbitrary_grids.ts";

Deno.test("arbitraryTimeGrid() rises from 0 to 1 in at most the steps asked for", () => {
  const sample = fc.sample(arbitraryTimeGrid({ steps: 4 }), { seed: 163, numRuns: 2000 });
  for (const grid of sample) {
    strictEqual(grid[0], 0);
    strictEqual(grid[grid.length - 1], 1);
    ok(grid.length >= 2 && grid.length <= 5);
    ok(grid.every((t, j) => j === 0 || t >= grid[j - 1]!));
  }
  ok(sample.some((grid) => grid.join() === "0,0.25,0.5,0.75,1"), "never equal steps");
  ok(sample.some((grid) => grid.some((t, j) => t === grid[j - 1])), "never an empty step");
  ok(sample.some((grid) => grid.length === 2), "never one step");
});
