import { match, ok, strictEqual } from "node:assert/strict";
import { type ModelFile, modelFiles, modelsReadme } from "./models_readme.ts";

const files = await modelFiles();

Deno.test("the page of the models is the one that the committed files make", async () => {
  const readme = await Deno.readTextFile(new URL("./models/README.md", import.meta.url));
  strictEqual(readme, modelsReadme(files));
});

Deno.test("every model says which command made it, and is no larger than 2 MB", async () => {
  ok(files.length >= 2);
  for (const { path, model } of files) {
    match(String(model.provenance["command"]), /^unmask train --(corpus|text) \S+ --preset /);
    const { size } = await Deno.stat(new URL(`./models/${path}`, import.meta.url));
    ok(size <= 2e6, `${size} bytes`);
  }
});

Deno.test("a model that was made otherwise has another page", () => {
  const [first, ...others] = files as [ModelFile, ...ModelFile[]];
  const provenance = { ...first.model.provenance, command: "unmask train --corpus moby-dick" };
  const changed = [{ ...first, model: { ...first.model, provenance } }, ...others];
  ok(modelsReadme(changed) !== modelsReadme(files));
});
