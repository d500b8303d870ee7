import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { runDeno } from "./run_deno.ts";

const root = fileURLToPath(import.meta.resolve("../"));

Deno.test("the examples of every README and of the docs run as they are printed", async () => {
  const readmes = ["README.md", "docs/stumbling.md", "docs/handover/mdlm.md"];
  for (const { name } of Deno.readDirSync(new URL("../packages/", import.meta.url))) {
    readmes.push(`packages/${name}/README.md`);
  }
  const { status, stdout, stderr } = await runDeno(
    ["test", "--quiet", "--doc", "--allow-read", "--allow-env", ...readmes.sort()],
    root,
  );
  assert.equal(status, 0, stdout + stderr);
  // Every package shows an example, and so do the README of the project and the docs.
  const examples = /^ok \| (\d+) passed/m.exec(stdout);
  assert.ok(Number(examples?.[1]) >= readmes.length, stdout);
});
