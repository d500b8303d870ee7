import assert from "node:assert/strict";
import { surfaceDifference, surfaceOf } from "./check_surface.ts";

const entries = new Map([
  ["@unmask/random", "file:///packages/random/mod.ts"],
  ["@unmask/random/draws", "file:///packages/random/draws.ts"],
]);

const declared = (
  name: string,
  ...kinds: string[]
): { name: string; declarations: { kind: string }[] } => ({
  name,
  declarations: kinds.map((kind) => ({ kind })),
});

Deno.test("surfaceOf() lists sorted names, each once, whatever its overloads", () => {
  const documentation = {
    nodes: {
      "file:///packages/random/mod.ts": {
        symbols: [
          declared("threefry", "function", "function"),
          declared("Stream", "interface", "variable"),
          declared("drawSubset", "function"),
        ],
      },
      "file:///packages/random/draws.ts": { symbols: [] },
    },
  };
  assert.deepEqual(surfaceOf(documentation, entries), {
    "@unmask/random": [
      "Stream: interface and variable",
      "drawSubset: function",
      "threefry: function",
    ],
    "@unmask/random/draws": [],
  });
});

Deno.test("surfaceDifference() is empty only for equal surfaces", () => {
  const recorded = { "@unmask/a": ["f: function", "g: function"], "@unmask/b": ["h: class"] };
  assert.deepEqual(surfaceDifference(recorded, recorded), []);
  const found = { "@unmask/a": ["f: function", "g: variable"], "@unmask/c": ["i: class"] };
  assert.deepEqual(surfaceDifference(recorded, found), [
    "- @unmask/a g: function",
    "+ @unmask/a g: variable",
    "- @unmask/b h: class",
    "+ @unmask/c i: class",
  ]);
});

Deno.test("surfaceOf() agrees with what deno doc says of a module on disk", async () => {
  const directory = await Deno.makeTempDir();
  try {
    const path = `${directory}/mod.ts`;
    await Deno.writeTextFile(
      path,
      "export const seven = 7;\nexport type { T } from './t.ts';\nconst own = 1;\n",
    );
    await Deno.writeTextFile(`${directory}/t.ts`, "export interface T { a: number }\n");
    const { stdout } = await new Deno.Command(Deno.execPath(), {
      args: ["doc", "--no-lock", "--no-config", "--json", path],
    }).output();
    const url = new URL(`file://${path}`).href;
    const surface = surfaceOf(JSON.parse(new TextDecoder().decode(stdout)), new Map([["x", url]]));
    assert.deepEqual(surface, { x: ["T: interface", "seven: variable"] });
  } finally {
    await Deno.remove(directory, { recursive: true });
  }
});
