import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readTrustedAnswers, writeTrustedAnswers } from "./trusted_answers.ts";

Deno.test("trusted answers come back bit for bit", async () => {
  const folder = await mkdtemp(join(tmpdir(), "unmask-answers-"));
  try {
    const answers = new Map([
      ["a 1", Float64Array.of(0.1, -0, NaN, Infinity, 5e-324)],
      ["ä 2", new Float64Array(0)],
      ["b 16", Float64Array.of(1 / 3)],
    ]);
    const file = join(folder, "answers");
    await writeTrustedAnswers(file, answers);
    assert.deepEqual([...await readTrustedAnswers(file)], [...answers]);
  } finally {
    await rm(folder, { recursive: true });
  }
});
