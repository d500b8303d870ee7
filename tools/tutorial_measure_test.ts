import { ok, strictEqual } from "node:assert/strict";
import { optimalSchedule, pathError } from "@unmask/convergence";
import { pottsChain } from "@unmask/potts";
import { uniform } from "@unmask/schedules";
import { commandExamples, ExampleShell } from "./command_examples.ts";

const folder = new URL("../docs/tutorials/", import.meta.url);
const page = await Deno.readTextFile(new URL("measure-your-model.md", folder));
const program = await Deno.readTextFile(new URL("predictor.py", folder));

async function hasPython(): Promise<boolean> {
  try {
    return (await new Deno.Command("python3", { args: ["--version"] }).output()).success;
  } catch {
    return false;
  }
}

Deno.test("the tutorial shows the program that is run, in forty lines at most", () => {
  ok(page.includes(`\`\`\`python\n${program}\`\`\``));
  ok(program.trimEnd().split("\n").length <= 40);
});

const examples = commandExamples(page);

if (await hasPython()) {
  Deno.test("the tutorial's measurement through Python prints what stands below it", async () => {
    const shell = new ExampleShell();
    strictEqual(examples.length, 2);
    for (const { commands, shown, line } of examples) {
      let seen = "";
      for (const command of commands) seen += await shell.run(command);
      strictEqual(seen, shown ?? "", `line ${line}`);
    }
  });

  Deno.test("every Python block of the tutorial is Python", async () => {
    const blocks = [...page.matchAll(/^```python\n([^]*?)^```$/gm)].map(([, code]) => code!);
    strictEqual(blocks.length, 2);
    for (const code of blocks) {
      const args = ["-c", "import sys; compile(sys.argv[1], 'block', 'exec')", code];
      ok((await new Deno.Command("python3", { args }).output()).success, code);
    }
  });
} else {
  Deno.test("there is no python3 here: the tutorial's program is not run", () => {});
}

Deno.test("the truth that the tutorial states is that of its chain", () => {
  const sizes = / {2}([\d, ]+)\n\n {2}schedule/.exec(examples[1]!.shown!)![1]!.split(",").map(
    Number,
  );
  const curve = pottsChain({ length: 32, states: 6, coupling: 3 }).informationCurve();
  const costs = [
    pathError(curve, sizes),
    pathError(curve, uniform.sizes({ length: 32, steps: 8 })),
    optimalSchedule(curve, { steps: 8 }).pathError,
  ].map((cost) => cost.toFixed(2));
  const stated = `the plan costs ${costs[0]} nats on the true curve, uniform sizes ${
    costs[1]
  }, and the best plan of 8 steps ${costs[2]}`;
  ok(page.replaceAll(/\s+/g, " ").includes(stated), stated);
});
