import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { countTests } from "./count_tests.ts";

const finished = { status: 0, requireAll: false };

Deno.test("countTests() reads Deno's summary, steps and colours or not", () => {
  assert.deepEqual(
    countTests("a ... ok (1ms)\n\nok | 12 passed (3 steps) | 0 failed (1s)\n\n", finished),
    {
      passed: 12,
      failed: 0,
      complaint: null,
    },
  );
  const coloured =
    "\x1b[31mFAILED\x1b[0m | 1 passed (2 steps) | 3 failed (1 step) | 1 ignored (146ms)\n";
  const { passed, failed } = countTests(coloured, { status: 1, requireAll: false });
  assert.deepEqual([passed, failed], [1, 3]);
});

Deno.test("countTests() believes the last summary, not one that a test printed", () => {
  const output = "ok | 99 passed | 0 failed (1s)\nFAILED | 1 passed | 2 failed (1s)\n";
  const { passed, failed } = countTests(output, { status: 1, requireAll: false });
  assert.deepEqual([passed, failed], [1, 2]);
});

Deno.test("countTests() counts a failure for every run that is not to be trusted", () => {
  const bad: [output: string, status: number, requireAll: boolean][] = [
    ["ok | 0 passed | 0 failed (1ms)", 0, false],
    ["ok | 0 passed | 0 failed | 4 filtered out (1ms)", 0, false],
    ["ok | 5 passed | 0 failed (1ms)", 1, false],
    ["error: Type checking failed.", 1, false],
    ["", 0, false],
    ["ok | 5 passed | 0 failed | 2 ignored (1ms)", 0, true],
  ];
  for (const [output, status, requireAll] of bad) {
    const { failed, complaint } = countTests(output, { status, requireAll });
    assert.ok(failed > 0, output);
    assert.ok(complaint !== null, output);
  }
  const skipping = countTests("ok | 5 passed | 0 failed | 2 ignored (1ms)", finished);
  assert.deepEqual(skipping, { passed: 5, failed: 0, complaint: null });
});

/** Runs the tool on a test file with the given text; its last line and status. */
async function countRun(source: string): Promise<{ last: string | undefined; code: number }> {
  const directory = await Deno.makeTempDir();
  try {
    await Deno.writeTextFile(`${directory}/a_test.ts`, source);
    const tool = fileURLToPath(import.meta.resolve("./count_tests.ts"));
    const test = [
      Deno.execPath(),
      "test",
      "--quiet",
      "--no-check",
      "--no-lock",
      "--no-config",
      "--no-check",
      directory,
    ];
    const { code, stdout } = await new Deno.Command(Deno.execPath(), {
      args: ["run", "--quiet", "--no-lock", "--allow-run", "--allow-env", tool, ...test],
      env: { UNMASK_REQUIRE_ALL: "0" },
      stderr: "null",
    }).output();
    return { last: new TextDecoder().decode(stdout).trimEnd().split("\n").at(-1), code };
  } finally {
    await Deno.remove(directory, { recursive: true });
  }
}

Deno.test("count_tests ends with the count alone on a line, and with status 1 for a bad run", async () => {
  const good = `Deno.test("a", () => {}); Deno.test("b", () => {});`;
  assert.deepEqual(await countRun(good), { last: "2 passed, 0 failed", code: 0 });
  const failing = `${good} Deno.test("c", () => { throw new Error("c"); });`;
  assert.deepEqual(await countRun(failing), { last: "2 passed, 1 failed", code: 1 });
  const crashing = `${good} throw new Error("on loading");`;
  assert.equal((await countRun(crashing)).code, 1);
  assert.deepEqual(await countRun("export {};"), { last: "0 passed, 1 failed", code: 1 });
});
