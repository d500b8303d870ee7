import { ok, strictEqual } from "node:assert/strict";
import { optimalSchedule, pathError } from "@unmask/convergence";
import { pottsChain } from "@unmask/potts";
import { maskSizes } from "@unmask/schedules";
import { ExampleShell } from "./command_examples.ts";
import { tutorialLosses } from "./make_tutorial_losses.ts";

const page = await Deno.readTextFile(
  new URL("../docs/tutorials/plan-from-losses.md", import.meta.url),
);

Deno.test("the tutorial's log is the one that its script makes", async () => {
  const file = new URL("../docs/tutorials/losses.csv", import.meta.url);
  strictEqual(await Deno.readTextFile(file), tutorialLosses());
});

Deno.test("the truth that the tutorial states is that of its law", async () => {
  const curve = pottsChain({ length: 64, states: 8, coupling: 4 }).informationCurve();
  const shell = new ExampleShell({ "losses.csv": tutorialLosses() });
  const plan = JSON.parse(
    await shell.run("unmask plan --source losses:file=losses.csv,length=64 --steps 16 --json"),
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
