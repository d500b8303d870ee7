import { deepStrictEqual, ok, strictEqual } from "node:assert/strict";
import { runInMemory } from "./memory_io.ts";
import { assertRefused } from "./refusals.ts";

/** The JSON answer of `error` with blocks. */
interface Document {
  sizes: number[];
  pathError: number;
  endpointError: null;
  bounds: never[];
  blocks: { length: number; steps: number; sizes: number[]; pathError: number }[];
}

Deno.test("error prices sizes block by block, and a family in every block", async () => {
  const source = "error --source copies:length=8,states=2 --json";
  const run = async (line: string): Promise<Document> => {
    const { output, errors } = await runInMemory(`${source} ${line}`.split(" "));
    strictEqual(errors, "");
    return JSON.parse(output) as Document;
  };
  // One shot of the first block costs 3 ln 2; then all is known.
  const shot = await run("--sizes 4,2,2 --blocks 2");
  ok(Math.abs(shot.pathError - 3 * Math.LN2) < 1e-15);
  deepStrictEqual(shot.blocks.map(({ sizes }) => sizes), [[4], [2, 2]]);
  const uniform = await run("--schedule uniform --steps 3 --block-length 4");
  deepStrictEqual(uniform.sizes, [2, 2, 4]);
  ok(Math.abs(uniform.pathError - Math.LN2) < 1e-15);
  await assertRefused([
    [`${source} --sizes 3,2,3 --blocks 2`.split(" "), /fill block 1 of 4 tokens exactly, got 5/],
    [`${source} --grid 0,0.5,1 --blocks 2`.split(" "), /--grid must stand without .*got --blocks/],
    [`${source} --grid 0,1 --sizes-file x`.split(" "), /--grid must stand .*got --sizes-file/],
    [`${source} --sizes 4,5 --blocks 2`.split(" "), /must sum to the length 8, got 9/],
    [`${source} --schedule uniform --steps 1 --blocks 2`.split(" "), /at least one for each of 2/],
  ]);
});

Deno.test("error reads the lists that plan writes for LLaDA, one for each block", async () => {
  const chain = "--source potts-chain:length=24,states=3,coupling=2 --blocks 3";
  const planned = await runInMemory(`plan ${chain} --steps 8 --format llada`.split(" "));
  strictEqual((JSON.parse(planned.output) as number[][]).length, 3);
  const files = { lists: planned.output };
  const priced = await runInMemory(`error ${chain} --sizes-file lists --json`.split(" "), {
    files,
  });
  const { pathError } = JSON.parse(priced.output) as Document;
  const plan = await runInMemory(`plan ${chain} --steps 8 --json`.split(" "));
  strictEqual(pathError, JSON.parse(plan.output).pathError);
  // Without blocks several lists are several sequences.
  const whole = "error --source potts-chain:length=24,states=3,coupling=2 --sizes-file lists";
  await assertRefused([[whole.split(" "), /must be the list of one sequence, got 3/]], { files });
});
