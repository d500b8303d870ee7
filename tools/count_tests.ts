/**
 * Runs a test command, shows its output as it comes, and ends with the line `N passed, N failed`.
 *
 * The figures are those of Deno's own summary. Status 1 if any test failed, if no test ran, if the
 * command failed without saying so, or, under `UNMASK_REQUIRE_ALL=1`, if any test was skipped.
 *
 *     deno run --allow-run --allow-env=UNMASK_REQUIRE_ALL tools/count_tests.ts [command..]
 *
 * @module
 */
import process from "node:process";
import { stripVTControlCharacters } from "node:util";

/** How many tests passed and failed, and what makes the run bad although its tests are good. */
export interface TestCount {
  /** Tests that passed. */
  readonly passed: number;
  /** Tests that failed; at least 1 for a bad run. */
  readonly failed: number;
  /** Why the run is bad, where its own summary does not say. */
  readonly complaint: string | null;
}

/**
 * Counts tests from the output of `deno test`.
 *
 * @param output Everything the run wrote, summary line included
 * @param options `status`: exit status of the run; `requireAll`: whether a skipped test is a failure
 * @returns The count; `failed` is 0 only for a run to be trusted
 */
export function countTests(
  output: string,
  { status, requireAll }: { status: number; requireAll: boolean },
): TestCount {
  const summaries = stripVTControlCharacters(output)
    .split("\n")
    .filter((line) => /^(?:ok|FAILED) \| \d+ passed/.test(line));
  const summary = summaries.at(-1);
  if (summary === undefined) {
    return { passed: 0, failed: 1, complaint: `the run left no summary and status ${status}` };
  }
  const figure = (name: string): number =>
    Number(new RegExp(`\\| (\\d+) ${name}`).exec(summary)?.[1] ?? 0);
  const passed = figure("passed");
  const failed = figure("failed");
  const skipped = figure("ignored");
  if (failed > 0) return { passed, failed, complaint: null };
  if (status !== 0) return { passed, failed: 1, complaint: `the run ended with status ${status}` };
  if (requireAll && skipped > 0) {
    return { passed, failed: skipped, complaint: `${skipped} skipped, and all tests are required` };
  }
  if (passed === 0) return { passed, failed: 1, complaint: "no test ran" };
  return { passed, failed, complaint: null };
}

if (import.meta.main) {
  const [program = Deno.execPath(), ...args] = Deno.args.length > 0
    ? Deno.args
    : [Deno.execPath(), "task", "test"];
  const child = new Deno.Command(program, { args, stdout: "piped", stderr: "inherit" }).spawn();
  const decoder = new TextDecoder();
  let output = "";
  for await (const chunk of child.stdout) {
    process.stdout.write(chunk);
    output += decoder.decode(chunk, { stream: true });
  }
  const { code } = await child.status;
  const requireAll = process.env["UNMASK_REQUIRE_ALL"] === "1";
  const { passed, failed, complaint } = countTests(output, { status: code, requireAll });
  if (complaint !== null) process.stdout.write(`${complaint}\n`);
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  if (failed > 0) process.exitCode = 1;
}
