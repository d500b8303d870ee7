import assert from "node:assert/strict";
import { tmpdir } from "node:os";
import { runSteps, type Step } from "./ok.ts";

const step = (name: string, script: string): Step => ({ name, args: ["eval", script] });

/** Runs steps; the one that failed, and everything printed. */
async function run(...steps: Step[]): Promise<{ failed: string | null; printed: string }> {
  let printed = "";
  const print = (text: string): void => void (printed += text);
  const failed = await runSteps(steps, { root: tmpdir(), print });
  return { failed, printed };
}

Deno.test("runSteps() prints one line for each step that holds, without its output", async () => {
  const { failed, printed } = await run(
    step("quiet", "console.log('chatter')"),
    step("tests", "console.log('3 passed, 0 failed')"),
  );
  assert.equal(failed, null);
  assert.match(printed, /^ok quiet +\d+\.\d s\nok tests +\d+\.\d s {3}3 passed, 0 failed\n$/);
});

Deno.test("runSteps() stops at the first failure, names it and shows what it wrote", async () => {
  const { failed, printed } = await run(
    step("first", "0"),
    step("second", "console.log('to stdout'); console.error('to stderr'); Deno.exit(3)"),
    step("third", "console.log('never')"),
  );
  assert.equal(failed, "second");
  assert.match(printed, /^ok first .*\nto stdout\nto stderr\n\nFAILED second .*: deno eval/);
  assert.doesNotMatch(printed, /third|never/);
});
