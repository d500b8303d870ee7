import assert from "node:assert/strict";
import { importCycles } from "./import_cycles.ts";
import { packageLayers, roomLayers } from "./layers.ts";

Deno.test("the layer table itself has no cycles and names only packages it has rows for", () => {
  const rows = Object.keys(packageLayers);
  for (const layers of [...Object.values(packageLayers), ...Object.values(roomLayers)]) {
    for (const name of layers) assert.ok(rows.includes(name), name);
  }
  assert.deepEqual(importCycles(new Map(Object.entries(packageLayers))), []);
});

Deno.test("importCycles() finds a cycle that the first walk does not start in", () => {
  const graph = new Map([["a", ["b"]], ["b", ["c"]], ["c", ["b"]], ["d", ["d"]]]);
  assert.deepEqual(importCycles(graph), [["b", "c", "b"], ["d", "d"]]);
});
