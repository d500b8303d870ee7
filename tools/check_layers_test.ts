import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { checkLayers } from "./check_layers.ts";

/** Writes a tree of files into a fresh directory and checks it; breaches as `path: message`. */
async function checkTree(files: Record<string, string>): Promise<string[]> {
  const root = await mkdtemp(join(tmpdir(), "check-layers-"));
  try {
    for (const [path, content] of Object.entries({ ...cleanTree, ...files })) {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(join(root, path), content);
    }
    return (await checkLayers(root)).map(({ path, message }) => `${path}: ${message}`);
  } finally {
    await rm(root, { recursive: true });
  }
}

const cleanTree = {
  "deno.json":
    `{ "workspace": ["./packages/*"], "imports": { "fast-check": "npm:fast-check@4.10.2" } }`,
  "packages/random/deno.json": `{ "name": "@unmask/random", "exports": "./mod.ts" }`,
  "packages/random/mod.ts": `export { draw } from "./draw.ts";`,
  "packages/random/draw.ts": `export const draw = 1;`,
  "packages/potts/deno.json": `{ "name": "@unmask/potts", "exports": { ".": "./mod.ts" } }`,
  "packages/potts/mod.ts": `export { draw } from "@unmask/random";`,
  "packages/potts/testdata/wrong.ts": `import "@unmask/cli";`,
  "reports/one/make.ts": `import "@unmask/potts";`,
};

Deno.test("checkLayers() passes a clean tree", async () => {
  assert.deepEqual(await checkTree({}), []);
});

Deno.test("checkLayers() finds an upward import in a tree on disk", async () => {
  const found = await checkTree({ "packages/random/up.ts": `import "@unmask/potts";` });
  assert.deepEqual(found, [
    "packages/random/up.ts: packages/random must not import @unmask/potts; it may import no package",
  ]);
});

Deno.test("checkLayers() cannot be silenced by lint-ignore comments", async () => {
  for (
    const comment of [
      "// deno-lint-ignore-file",
      "// deno-lint-ignore-file module-facts/facts",
      "// deno-lint-ignore module-facts/facts",
    ]
  ) {
    const found = await checkTree({
      "packages/random/up.ts": `${comment}\nimport "@unmask/potts";`,
    });
    assert.equal(found.length, 1, comment);
    assert.match(found[0]!, /^packages\/random\/up\.ts: /);
  }
  assert.deepEqual(
    await checkTree({ "packages/random/ok.ts": "// deno-lint-ignore-file no-explicit-any\n" }),
    [],
  );
});

Deno.test("checkLayers() reports a module that does not parse", async () => {
  const found = await checkTree({ "packages/random/broken.ts": "export const = 1;" });
  assert.equal(found.length, 1);
  assert.match(found[0]!, /^packages\/random\/broken\.ts: SyntaxError/);
});
