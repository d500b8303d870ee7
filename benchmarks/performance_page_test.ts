import { deepStrictEqual } from "node:assert/strict";
import type { ProcessMemoryTask } from "./questions/process_memory.ts";
import { loadSuite } from "./suite.ts";

/** Rows `| workload | size | .. | claim |` of the page on performance. */
async function claimsOnThePage(): Promise<string[]> {
  const page = await Deno.readTextFile(new URL("../docs/performance.md", import.meta.url));
  return [...page.matchAll(/^\| `(memory-[a-z]+)` *\| (\d+) .*\| (\d+) *\|$/gm)]
    .map(([, name, size, claim]) => `${name} ${size} ${claim}`);
}

Deno.test("the memory that the page claims is what the workloads are held to", async () => {
  const { workloads } = await loadSuite();
  const held = workloads
    .filter(({ question }) => question.name === "process-memory")
    .flatMap(({ name, size: { values, fullValues = [] }, input }) =>
      [...values, ...fullValues].map((size) =>
        `${name} ${size} ${(input(size) as ProcessMemoryTask).claim / 1e6}`
      )
    );
  deepStrictEqual((await claimsOnThePage()).sort(), held.sort());
});
