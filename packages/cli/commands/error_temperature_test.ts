import { ok, strictEqual } from "node:assert/strict";
import { runInMemory } from "../memory_io.ts";

const chain = "--source potts-chain:length=5,states=3,coupling=1.3";

async function error(line: string): Promise<{ changesLaw?: string }> {
  const { status, output } = await runInMemory(["error", ...line.split(" "), "--json"]);
  strictEqual(status, 0);
  return JSON.parse(output) as { changesLaw?: string };
}

Deno.test("a temperature is said to change the law, with sizes too, and 1 is not", async () => {
  for (const how of ["--sizes 1,4", "--policy bisection"]) {
    const tempered = await error(`${chain} ${how} --temperature 0.5`);
    ok(tempered.changesLaw!.includes("changes the law"));
    ok(!("changesLaw" in await error(`${chain} ${how} --temperature 1`)));
    ok(!("changesLaw" in await error(`${chain} ${how} --predictor mixture:share=0.5`)));
  }
  const { output } = await runInMemory(
    ["error", ...chain.split(" "), "--sizes", "1,4", "--temperature", "0.5"],
  );
  ok(output.endsWith("A temperature other than 1 changes the law that is sampled.\n"), output);
});

Deno.test("a temperature whose error outlasts the steps is told as a choice, a noisy model is not", async () => {
  const advice = async (predictor: string): Promise<string> => {
    const line = `error ${chain} --sizes 1,1,1,2 ${predictor} --json`;
    const { output } = await runInMemory(line.split(" "));
    const { signatures } = JSON.parse(output) as { signatures: { key: string; advice: string }[] };
    return signatures.find(({ key }) => key === "training-error-floor")!.advice;
  };
  ok((await advice("--temperature 0.3")).includes("1 takes it away"));
  ok((await advice("--predictor mixture:share=0.5")).includes("Improve the predictor"));
});
