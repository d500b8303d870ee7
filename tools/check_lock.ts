/**
 * Checks that the lock file can be trusted on any machine: it is frozen, it names packages and
 * integrity hashes but no host, and `deno.json` asks for exact npm versions only. The same of each lock
 * of `runtimes/`.
 *
 * Prints each breach on a line and ends with status 1 if there is any.
 *
 *     deno run --allow-read tools/check_lock.ts
 *
 * @module
 */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

const exactNpm = /^npm:\/?(?:@[\w.-]+\/)?[\w.-]+@\d+\.\d+\.\d+(?:-[\w.-]+)?(?:\/.*)?$/;

/**
 * Every breach of the lock rules.
 *
 * @param configs For each `deno.json`, its path and text; the root's path is `deno.json`
 * @param lock Text of the lock, `null` where there is none
 * @param names Paths of the `config` that owns the lock and of the `lock`, those of the root by default
 * @returns One sentence for each breach
 */
export function lockBreaches(
  configs: ReadonlyMap<string, string>,
  lock: string | null,
  names: { config: string; lock: string } = { config: "deno.json", lock: "deno.lock" },
): string[] {
  const breaches: string[] = [];
  for (const [path, text] of configs) {
    const { imports = {}, lock: policy } = JSON.parse(text);
    for (const [name, target] of Object.entries<string>(imports)) {
      if (exactNpm.test(target)) continue;
      breaches.push(`${path}: ${name} must be npm: with an exact version, got ${target}`);
    }
    if (path === names.config && policy?.frozen !== true) {
      breaches.push(`${path}: lock.frozen must be true`);
    }
  }
  if (lock === null) return [...breaches, `${names.lock}: is missing`];
  for (const mark of ["://", `"tarball"`, `"jsr`]) {
    if (lock.includes(mark)) breaches.push(`${names.lock}: must not contain ${mark}`);
  }
  const { version, npm = {} } = JSON.parse(lock);
  if (version !== "5") breaches.push(`${names.lock}: must be of version 5, got ${version}`);
  for (const [name, entry] of Object.entries<{ integrity?: string }>(npm)) {
    if (entry.integrity?.startsWith("sha512-")) continue;
    breaches.push(`${names.lock}: ${name} must have a sha512 integrity, got ${entry.integrity}`);
  }
  return breaches;
}

if (import.meta.main) {
  const root = fileURLToPath(import.meta.resolve("../"));
  const directories = await readdir(join(root, "packages"));
  const configs = new Map<string, string>();
  for (const path of ["deno.json", ...directories.map((name) => `packages/${name}/deno.json`)]) {
    configs.set(path, await readFile(join(root, path), "utf8"));
  }
  const lock = await readFile(join(root, "deno.lock"), "utf8").catch(() => null);
  const breaches = lockBreaches(configs, lock);
  // Programs with dependencies of their own, see ARCHITECTURE.md.
  for (const name of await readdir(join(root, "runtimes"))) {
    const names = {
      config: `runtimes/${name}/runtime.json`,
      lock: `runtimes/${name}/runtime.lock`,
    };
    const own = new Map([[names.config, await readFile(join(root, names.config), "utf8")]]);
    const text = await readFile(join(root, names.lock), "utf8").catch(() => null);
    breaches.push(...lockBreaches(own, text, names));
  }
  for (const breach of breaches) process.stdout.write(`${breach}\n`);
  if (breaches.length > 0) process.exitCode = 1;
}
