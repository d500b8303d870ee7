/**
 * The gate: everything that must hold before a change is merged, in order of cost, stopping at the
 * first step that fails. Prints a line for each step; output is shown for the step that fails.
 *
 *     deno task ok
 *     deno task ok --except tests
 *
 * @module
 */
import process from "node:process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { runDeno } from "./run_deno.ts";
import { readWorkspace } from "./workspace.ts";

/** One step of the gate. */
export interface Step {
  /** What it is called, here and in `--except`. */
  readonly name: string;
  /** Arguments that Deno is run with; the step holds where the status is 0. */
  readonly args: readonly string[];
}

/**
 * Runs steps until one fails.
 *
 * @param steps Steps, in order
 * @param options `root`: working directory; `print`: receives the text to show
 * @returns The name of the step that failed, `null` where all hold
 */
export async function runSteps(
  steps: readonly Step[],
  { root, print }: { root: string; print: (text: string) => void },
): Promise<string | null> {
  for (const { name, args } of steps) {
    const start = performance.now();
    const { status, stdout, stderr } = await runDeno(args, root);
    const seconds = ((performance.now() - start) / 1000).toFixed(1).padStart(6);
    if (status !== 0) {
      print(`${stdout}${stderr}\nFAILED ${name} ${seconds} s: deno ${args.join(" ")}\n`);
      return name;
    }
    const count = /^\d+ passed, 0 failed$/m.exec(stdout)?.[0];
    print(`ok ${name.padEnd(13)} ${seconds} s${count ? `   ${count}` : ""}\n`);
  }
  return null;
}

/** The steps, for the given entry points of packages. */
function gate(modules: readonly string[]): Step[] {
  const tool = (name: string, ...permissions: string[]): string[] => [
    "run",
    "--quiet",
    ...permissions,
    `tools/${name}.ts`,
  ];
  return [
    { name: "format", args: ["fmt", "--check"] },
    { name: "lint", args: ["lint"] },
    { name: "types", args: ["check", "--quiet"] },
    // Without --no-npm, every type that a package takes from npm counts as undocumented.
    { name: "documentation", args: ["doc", "--lint", "--no-npm", ...modules] },
    { name: "layers", args: tool("check_layers", "--allow-read", "--allow-run") },
    { name: "lock", args: tool("check_lock", "--allow-read") },
    // The parser of YAML looks for two names in the environment.
    {
      name: "workflows",
      args: tool("check_workflows", "--allow-read", "--allow-env=LOG_TOKENS,LOG_STREAM"),
    },
    { name: "theory map", args: tool("check_theory_map", "--allow-read") },
    { name: "surface", args: tool("check_surface", "--allow-read", "--allow-run") },
    { name: "tests", args: tool("count_tests", "--allow-run", "--allow-env=UNMASK_REQUIRE_ALL") },
  ];
}

if (import.meta.main) {
  const root = fileURLToPath(import.meta.resolve("../"));
  const { values } = parseArgs({
    args: Deno.args,
    options: { except: { type: "string", multiple: true, default: [] } },
  });
  const { packages } = await readWorkspace(root);
  const steps = gate(packages.flatMap(({ exports }) => Object.values(exports)));
  for (const name of values.except) {
    if (steps.some((step) => step.name === name)) continue;
    const known = steps.map((step) => step.name).join(", ");
    process.stderr.write(
      `Cannot leave out a step: its name must be one of ${known}, got ${name}\n`,
    );
    process.exit(2);
  }
  const failed = await runSteps(
    steps.filter((step) => !values.except.includes(step.name)),
    { root, print: (text): void => void process.stdout.write(text) },
  );
  if (failed !== null) process.exitCode = 1;
}
