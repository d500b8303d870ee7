import { ok, strictEqual } from "node:assert/strict";
import { optimalSchedule, pathError } from "@unmask/convergence";
import { pottsChain } from "@unmask/potts";
import { maskSizes } from "@unmask/schedules";
import { run } from "@unmask/cli";
import { tutorialLosses } from "./make_tutorial_losses.ts";

const page = await Deno.readTextFile(
  new URL("../docs/tutorials/plan-from-losses.md", import.meta.url),
);

async function outputOf(line: string): Promise<string> {
  let output = "";
  const bytes = (path: string): Uint8Array =>
    Deno.readFileSync(new URL(`../${path}`, import.meta.url));
  const status = await run(line.split(" "), {
    readFile: bytes,
    readChunks: (path) => [bytes(path)],
    write: (text) => output += text,
    writeError: (text) => output += text,
    columns: 80,
    interactive: false,
    debug: false,
  });
  strictEqual(status, 0, output);
  return output;
}

Deno.test("the tutorial's log is the one that its script makes", async () => {
  const file = new URL("../docs/tutorials/losses.csv", import.meta.url);
  strictEqual(await Deno.readTextFile(file), tutorialLosses());
});

Deno.test("every command of the tutorial prints what the tutorial shows", async () => {
  const blocks = page.matchAll(/```sh\ndeno task unmask (.*)\n```\n\n```text\n([^`]*)```/g);
  let count = 0;
  for (const [, line, shown] of blocks) {
    count++;
    strictEqual(await outputOf(line!), shown, line);
  }
  strictEqual(count, page.match(/deno task unmask/g)!.length, "a command without its output");
  ok(count >= 2);
});

Deno.test("the truth that the tutorial states is that of its law", async () => {
  const curve = pottsChain({ length: 64, states: 8, coupling: 4 }).informationCurve();
  const plan = JSON.parse(
    await outputOf(
      "plan --source losses:file=docs/tutorials/losses.csv,length=64 --steps 16 --json",
    ),
  );
  const truth = pathError(curve, maskSizes(plan.sizes));
  const [low, high] = plan.interval;
  ok(low <= truth && truth <= high);
  const least = optimalSchedule(curve, { steps: 16 }).pathError;
  const stated = `costs ${truth.toFixed(2)} nats on the true curve; the optimum costs ${
    least.toFixed(2)
  }`;
  ok(page.replaceAll(/\s+/g, " ").includes(stated), stated);
});
