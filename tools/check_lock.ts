/**
 * Checks that the lock files can be trusted on any machine: those of configurations are frozen, all name
 * packages and integrity hashes but no host, and `deno.json` asks for exact npm versions only. A package
 * or a program that it runs may have a lock of its own for what is too large to be downloaded before every command.
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
 * @param configs For each configuration, its path and text; the root's path is `deno.json`
 * @param locks For each lock, its path and text; that of the workspace is `deno.lock`
 * @returns One sentence for each breach
 */
export function lockBreaches(
  configs: ReadonlyMap<string, string>,
  locks: ReadonlyMap<string, string>,
): string[] {
  const breaches: string[] = [];
  for (const [path, text] of configs) {
    const { imports = {}, lock: policy } = JSON.parse(text);
    for (const [name, target] of Object.entries<string>(imports)) {
      if (exactNpm.test(target)) continue;
      breaches.push(`${path}: ${name} must be npm: with an exact version, got ${target}`);
    }
    if ((path === "deno.json" || policy !== undefined) && policy?.frozen !== true) {
      breaches.push(`${path}: lock.frozen must be true`);
    }
  }
  if (!locks.has("deno.lock")) breaches.push("deno.lock: is missing");
  for (const [path, lock] of locks) breaches.push(...breachesWithin(path, lock));
  return breaches;
}

function breachesWithin(path: string, lock: string): string[] {
  const breaches: string[] = [];
  for (const mark of ["://", `"tarball"`, `"jsr`]) {
    if (lock.includes(mark)) breaches.push(`${path}: must not contain ${mark}`);
  }
  const { version, npm = {} } = JSON.parse(lock);
  if (version !== "5") breaches.push(`${path}: must be of version 5, got ${version}`);
  for (const [name, entry] of Object.entries<{ integrity?: string }>(npm)) {
    if (entry.integrity?.startsWith("sha512-")) continue;
    breaches.push(`${path}: ${name} must have a sha512 integrity, got ${entry.integrity}`);
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
  // A program that a package runs as a process of its own, see `packages/onnx/runtime`.
  const runtimes: string[] = [];
  for (const name of directories) {
    const path = `packages/${name}/runtime/runtime.json`;
    const text = await readFile(join(root, path), "utf8").catch(() => undefined);
    if (text === undefined) continue;
    configs.set(path, text);
    runtimes.push(`packages/${name}/runtime`);
  }
  const locks = new Map<string, string>();
  const owners = [".", ...directories.map((name) => `packages/${name}`), ...runtimes];
  for (const directory of owners) {
    for (const name of await readdir(join(root, directory))) {
      if (!name.endsWith(".lock")) continue;
      const path = directory === "." ? name : `${directory}/${name}`;
      locks.set(path, await readFile(join(root, path), "utf8"));
    }
  }
  const breaches = lockBreaches(configs, locks);
  for (const breach of breaches) process.stdout.write(`${breach}\n`);
  if (breaches.length > 0) process.exitCode = 1;
}
